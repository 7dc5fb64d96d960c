import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { document } from './frame.ts';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path: string) => readFileSync(at(path), 'utf8');
const filesOf = (folder: string, ending: string) =>
  readdirSync(at(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && !file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`);

const pages = filesOf('pages', '.html').map((file) => {
  const html = document(read(file));
  return { name: basename(file, '.html'), html, dom: new JSDOM(html).window.document };
});
const symbols = new Set([...read('public/icons.svg').matchAll(/id="i-([\w-]+)"/g)].map(([, name]) => name));

describe('the frame', () => {
  const framed = (kind: string, skeleton = '<p>{{common:nav.today}}</p>') =>
    document(`<!-- page { "name": "history", "title": "common:nav.history", "frame": "${kind}" } -->\n${skeleton}`);

  it('turns a page file into a whole document with its title, script and skeleton', () => {
    const html = framed('app');
    expect(html).toContain('<title>History · AI Personal Trainer</title>');
    expect(html).toContain('src="/src/pages/history/main.ts"');
    expect(html).toMatch(/<main [^>]*id="main"[^>]*><p>Today<\/p><\/main>/);
  });

  it('has navigation only where a page has it, and says where one is', () => {
    const current = new JSDOM(framed('app')).window.document.querySelectorAll('nav [aria-current="page"]');
    expect([...current].map((link) => link.getAttribute('href'))).toEqual(Array(2).fill('/pages/history.html'));
    for (const kind of ['auth', 'bare']) expect(framed(kind)).not.toContain('<nav');
  });

  it('keeps the address of a page to itself where that is a secret', () => {
    const secret = pages.filter(({ dom }) => dom.querySelector('meta[name="referrer"][content="strict-origin"]'));
    expect(secret.map(({ name }) => name)).toEqual(['reset-password']);
  });

  it('leaves a document alone, and stops at a text that is not there', () => {
    expect(document('<!doctype html><p>{{common:nav.today}}</p>')).toBe('<!doctype html><p>{{common:nav.today}}</p>');
    expect(() => framed('app', '{{common:nowhere}}')).toThrow('There is no text common:nowhere');
  });
});

describe.each(pages)('the page $name', ({ html, dom }) => {
  it('has every text, and what the scripts of all pages look for', () => {
    expect(html).not.toMatch(/\{\{|undefined/);
    for (const place of ['main#main', '[data-announce="polite"]', '[data-announce="assertive"]', '[data-toasts]'])
      expect(dom.querySelectorAll(place), place).toHaveLength(1);
  });

  it('needs nothing that the content security policy forbids', () => {
    const forbidden = ['script:not([src])', 'style', '[style]', 'iframe', 'object', 'base'];
    expect(dom.querySelectorAll(forbidden.join(', '))).toHaveLength(0);
    for (const element of dom.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on/);
        if (['src', 'href'].includes(name)) expect(value).toMatch(/^[/#](?!\/)/);
      }
  });

  it('leads only to what is there', () => {
    for (const link of dom.querySelectorAll('a[href^="/pages/"]'))
      expect(existsSync(at((link.getAttribute('href') ?? '').slice(1)))).toBe(true);
    for (const link of dom.querySelectorAll('a[href^="#"]'))
      expect(dom.querySelector(link.getAttribute('href') ?? '')).not.toBeNull();
    for (const file of dom.querySelectorAll('link[href], script[src]')) {
      const path = file.getAttribute('href') ?? file.getAttribute('src') ?? '';
      expect(existsSync(at(path.startsWith('/src/') ? path.slice(1) : `public${path}`)), path).toBe(true);
    }
  });
});

describe('the templates', () => {
  const sources = filesOf('src', '.ts').map((file) => ({ file, code: read(file) }));

  it('set no style attributes, which the content security policy forbids', () => {
    expect(
      sources.filter(({ code }) => /\bstyle=["'$]|styleMap|unsafeHTML/.test(code)).map(({ file }) => file),
    ).toEqual([]);
  });

  it('and the frames show only symbols that the sprite has', () => {
    const shown = [...sources.map(({ code }) => code), ...pages.map(({ html }) => html)].flatMap((text) =>
      [...text.matchAll(/(?:icons\.svg#i-|\bicon\(')([a-z][\w-]*)/g)].map(([, name]) => name),
    );
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter((name) => !symbols.has(name))).toEqual([]);
  });
});
