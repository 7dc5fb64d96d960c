import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { appFrame, authFrame, bareFrame } from './frames.ts';

/**
 * Turns a page file into a whole document. A page file is one line that says what it is, then the skeleton of its
 * `main`, in the shape of the page, so that the first paint needs no script:
 *
 *     <!-- page { "name": "history", "title": "common:nav.history", "frame": "app" } -->
 *     <div class="card"><span class="skel h2"></span></div>
 *
 * `{{key}}` becomes the English text of that key. Frames: `app` has the navigation, `auth` two halves, `bare` nothing.
 */
export function frame(): Plugin {
  return {
    name: 'frame',
    // As the server does: one page for every shared plan.
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url?.startsWith('/shared/')) request.url = '/pages/shared.html';
        next();
      });
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => document(html),
    },
  };
}

export interface PageHead {
  name: string;
  title: string;
  frame: 'app' | 'auth' | 'bare';
  /** What its requests tell of its address, where that holds what nobody should read in a log. */
  referrer?: 'strict-origin';
}

/** A file without the line is a document already. @throws Error for a text that is not there */
export function document(html: string): string {
  const [line, json] = /^\s*<!-- page (\{.*\}) -->/.exec(html) ?? [];
  if (line === undefined || json === undefined) return html;
  const head = JSON.parse(json) as PageHead;
  const frames = { app: appFrame, auth: authFrame, bare: bareFrame };
  return frames[head.frame](head, html.slice(line.length).trim()).replace(/\{\{([\w:.-]+)\}\}/g, (_, key: string) =>
    text(key),
  );
}

function text(key: string): string {
  const [namespace = '', name = ''] = key.split(':');
  const texts = JSON.parse(
    readFileSync(new URL(`../src/i18n/en/${namespace}.json`, import.meta.url), 'utf8'),
  ) as Record<string, string>;
  const found = texts[name];
  if (found === undefined) throw new Error(`There is no text ${key}`);
  return found.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
