import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figure.ts';
import { ROOT } from './processes.ts';

const DIST = join(ROOT, 'frontend/dist');
const LIMITS_KB: Readonly<Record<string, number>> = { dashboard: 45 };
const LIMIT_KB = 60;

/** The JavaScript that each built page loads before anybody does anything: every module that its own imports reach. */
export function pages(): Figure[] {
  return readdirSync(join(DIST, 'pages'))
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const page = file.replace('.html', '');
      const modules = reachable(file);
      const bytes = [...modules].reduce((sum, module) => sum + gzipSync(readFileSync(module)).length, 0);
      return {
        name: `JavaScript of ${page}`,
        value: bytes / 1000,
        unit: 'KB' as const,
        goal: { atMost: LIMITS_KB[page] ?? LIMIT_KB },
        note: `gzipped, ${String(modules.size)} modules`,
      };
    });
}

function reachable(file: string): Set<string> {
  const html = readFileSync(join(DIST, 'pages', file), 'utf8');
  const first = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"|<link[^>]*rel="modulepreload"[^>]*\shref="([^"]+)"/g)];
  const modules = new Set<string>();
  const visit = (module: string) => {
    if (modules.has(module)) return;
    modules.add(module);
    const code = readFileSync(module, 'utf8');
    // What the bundler writes for static imports and re-exports; `import(` is loaded when it is needed.
    for (const [, path] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g))
      visit(resolve(dirname(module), path ?? ''));
  };
  for (const [, script, preload] of first) visit(located(script ?? preload ?? ''));
  return modules;
}

const located = (address: string): string =>
  address.startsWith('/') ? join(DIST, address) : resolve(DIST, 'pages', address);
