import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { describe, expect, it, vi } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The rules as they are, without types: what is planted here lies in no file. */
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfig: defineConfig({
    files: ['**/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { project: null } },
  }),
});

async function findings(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: `${ROOT}${file}` });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? 'parser'}: ${message}`);
}

const warnings = vi.spyOn(console, 'warn');

const DEPENDENCIES = 'boundaries/dependencies';
const FEATURE = 'backend/src/features/workouts/planted.ts';
const WRITER = 'backend/src/plan-writer/gemini/planted.ts';
const PAGE = 'frontend/src/pages/login/planted.ts';

describe('imports', () => {
  it.each([
    ['contract takes nothing from coach', 'contract/src/planted.ts', '@trainer/coach/energy', 'nothing but zod'],
    ['contract takes no package but zod', 'contract/src/planted.ts', 'express', 'nothing but zod'],
    ['coach takes nothing of Node', 'coach/src/planted.ts', 'node:fs', 'coach/ is pure'],
    ['coach takes no package', 'coach/src/planted.ts', 'zod', 'coach/ is pure'],
    ['coach takes no values of contract', 'coach/src/planted.ts', '@trainer/contract/paths', 'coach/ is pure'],
    [
      'animations take nothing of contract',
      'animations/src/drawing/planted.ts',
      '@trainer/contract/paths',
      'at build time',
    ],
    ['a page takes nothing of how animations are drawn', PAGE, '@trainer/animations/drawing', 'A page loads only'],
    ['a feature takes nothing from another', FEATURE, '../auth/service.ts', 'A feature knows'],
    ['a feature takes no storage adapter', FEATURE, '../../storage/sqlite/open.ts', 'A feature knows'],
    ['a feature takes no cache adapter', FEATURE, '../../cache/memory.ts', 'A feature knows'],
    ['a feature takes no socket adapter', FEATURE, '../../realtime/sockets.ts', 'A feature knows'],
    ['a feature takes no plan writer', FEATURE, '../../plan-writer/built-in.ts', 'A feature knows'],
    ['a feature takes no model', FEATURE, '@google/genai', 'A feature knows'],
    ['a feature takes no mail adapter', FEATURE, '../../mail/smtp.ts', 'A feature knows'],
    ['a feature sends no mail by itself', FEATURE, 'nodemailer', 'A feature knows'],
    ['mail takes no feature', 'backend/src/mail/planted.ts', '../features/auth/service.ts', 'mail/ words letters'],
    [
      'mail takes no storage adapter',
      'backend/src/mail/planted.ts',
      '../storage/sqlite/open.ts',
      'mail/ words letters',
    ],
    ['compose sends no mail by itself', 'backend/src/compose.ts', 'nodemailer', 'compose.ts joins'],
    ['a feature takes no engine', FEATURE, '@photostructure/sqlite', 'A feature knows'],
    ['a feature takes nothing of what composes it', FEATURE, '../../compose.ts', 'A feature knows'],
    ['http takes no feature', 'backend/src/http/planted.ts', '../features/auth/service.ts', 'serves every feature'],
    ['http takes no adapter', 'backend/src/http/planted.ts', '../storage/sqlite/open.ts', 'serves every feature'],
    ['realtime takes no feature', 'backend/src/realtime/planted.ts', '../features/auth/service.ts', 'carries events'],
    ['the storage port takes no adapter', 'backend/src/storage/port.ts', './sqlite/open.ts', 'The storage port'],
    ['the storage port takes no package', 'backend/src/storage/port.ts', 'zod', 'The storage port'],
    [
      'an adapter takes no feature',
      'backend/src/storage/sqlite/planted.ts',
      '../../features/auth/service.ts',
      'An adapter',
    ],
    [
      'an adapter takes nothing of http',
      'backend/src/storage/sqlite/planted.ts',
      '../../http/refusal.ts',
      'An adapter',
    ],
    ['an adapter takes no other adapter', 'backend/src/storage/mongo/planted.ts', '../sqlite/open.ts', 'An adapter'],
    ['the cache takes nothing of storage', 'backend/src/cache/planted.ts', '../storage/port.ts', 'bytes under keys'],
    ['a plan writer takes no feature', WRITER, '../../features/plans/writing.ts', 'plan-writer/ drafts plans'],
    ['a plan writer takes no storage', WRITER, '../../storage/port.ts', 'plan-writer/ drafts plans'],
    ['a plan writer takes nothing of http', WRITER, '../../http/refusal.ts', 'plan-writer/ drafts plans'],
    ['main takes no plan writer', 'backend/src/main.ts', './plan-writer/built-in.ts', 'Only compose.ts'],
    ['main takes no adapter', 'backend/src/main.ts', './storage/sqlite/open.ts', 'Only compose.ts'],
    ['main takes no feature', 'backend/src/main.ts', './features/auth/service.ts', 'Only compose.ts'],
    ['compose takes no model', 'backend/src/compose.ts', '@google/genai', 'compose.ts joins'],
    ['compose takes no engine', 'backend/src/compose.ts', '@photostructure/sqlite', 'compose.ts joins'],
    ['a page takes nothing of another', PAGE, '../signup/view.ts', 'never another page'],
    ['a page takes no schema of contract', PAGE, '@trainer/contract/workouts', 'never another page'],
    ['a page takes nothing of the server', PAGE, '../../../../backend/src/config.ts', 'never another page'],
    ['a page takes nothing of Node', PAGE, 'node:fs', 'never another page'],
    ['a part takes nothing of a page', 'frontend/src/ui/planted.ts', '../pages/login/view.ts', 'every page loads'],
    ['a text takes nothing of zod', 'frontend/src/i18n/planted.ts', '@trainer/contract/auth', 'every page loads'],
    [
      'what works offline takes no page',
      'frontend/src/offline/planted.ts',
      '../pages/login/view.ts',
      'every page loads',
    ],
    [
      'the browser tests take nothing of the server',
      'e2e/planted.ts',
      '../backend/src/config.ts',
      'what a person sees',
    ],
    ['the benchmark takes no door', 'bench/planted.ts', '../backend/src/http/door.ts', 'from outside'],
    ['no one takes a test', 'backend/src/http/planted.ts', './http.test.ts', 'but tests'],
    [
      'a test takes no other feature',
      'backend/src/features/workouts/planted.test.ts',
      '../auth/service.ts',
      'A test uses',
    ],
  ])('%s', async (_, file, source, because) => {
    const found = await findings(file, `import * as planted from '${source}';\nexport const used = planted;\n`);
    expect(found).toEqual([expect.stringMatching(new RegExp(`^${DEPENDENCIES}: .*${because}`))]);
  });

  it.each([
    ['coach: types of contract', 'coach/src/planted.ts', '@trainer/contract/types'],
    ['a feature: the storage port', FEATURE, '../../storage/port.ts'],
    ['a feature: the cache port', FEATURE, '../../cache/port.ts'],
    ['a feature: the socket port', FEATURE, '../../realtime/port.ts'],
    ['a feature: the port of plan writers', FEATURE, '../../plan-writer/port.ts'],
    ['a plan writer: its model', WRITER, '@google/genai'],
    ['a plan writer: coach', WRITER, '@trainer/coach/nutrition/catalogue'],
    ['a plan writer: its port', WRITER, '../port.ts'],
    ['coach: the closed lists of contract', 'coach/src/planted.ts', '@trainer/contract/plan-words'],
    ['a feature: http', FEATURE, '../../http/refusal.ts'],
    ['the storage port: coach', 'backend/src/storage/port.ts', '@trainer/coach/days'],
    ['an adapter: its port', 'backend/src/storage/sqlite/planted.ts', '../port.ts'],
    ['an adapter: its engine', 'backend/src/storage/sqlite/planted.ts', '@photostructure/sqlite'],
    ['a page: the paths of contract', PAGE, '@trainer/contract/paths'],
    ['a page: coach', PAGE, '@trainer/coach/energy'],
  ])('are free for %s', async (_, file, source) => {
    const text = `import type * as planted from '${source}';\nexport type Used = typeof planted;\n`;
    expect(await findings(file, text)).toEqual([]);
  });
});

describe('coach', () => {
  it.each([
    ['process', 'no-restricted-globals'],
    ['fetch', 'no-restricted-globals'],
    ['console', 'no-restricted-globals'],
    ['setTimeout', 'no-restricted-globals'],
    ['Date.now()', 'no-restricted-properties'],
    ['Math.random()', 'no-restricted-properties'],
    ['new Date()', 'no-restricted-syntax'],
    ['Date()', 'no-restricted-syntax'],
  ])('does without %s', async (expression, rule) => {
    const found = await findings('coach/src/planted.ts', `export const planted = ${expression};\n`);
    expect(found).toEqual([expect.stringMatching(new RegExp(`^${rule}: .*coach/ (is pure|has no)`))]);
  });

  it('may make a date of what it was given', async () => {
    expect(await findings('coach/src/planted.ts', 'export const day = (at: string) => new Date(at);\n')).toEqual([]);
  });
});

describe('every workspace', () => {
  it.each([
    ['barrel file', "export * from './energy.ts';\n", 'no-restricted-syntax'],
    ['default export', 'const planted = 1;\nexport default planted;\n', 'no-restricted-exports'],
    ['loose comparison', 'export const same = (a: number, b: number) => a == b;\n', 'eqeqeq'],
    ['any', 'export const planted: any = 1;\n', '@typescript-eslint/no-explicit-any'],
    ['silenced compiler', '// @ts-ignore\nexport const planted = 1;\n', '@typescript-eslint/ban-ts-comment'],
  ])('has no %s', async (_, text, rule) => {
    const found = await findings('coach/src/planted.ts', text);
    expect(found).toEqual([expect.stringContaining(`${rule}: `)]);
  });

  it('has a server that writes to its log, not to the console', async () => {
    expect(await findings(FEATURE, "console.log('planted');\n")).toEqual([expect.stringContaining('no-console: ')]);
  });
});

// Last, when every rule has been at work.
it('has no selector that the plugin does not understand: it would match nothing, and say so only here', () => {
  const said = warnings.mock.calls.flat().map(String);
  expect(said.filter((line) => line.includes('[boundaries][warning]'))).toEqual([]);
});
