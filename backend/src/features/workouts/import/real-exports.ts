import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Exports of real people, for tests alone: they lie beside the repository, never in it.
 * On a build machine they have to be there; elsewhere tests that need them are left out by name.
 */
const FOLDER = new URL('../../../../../../shared/imports/', import.meta.url);

export const hasRealExports = existsSync(FOLDER);
if (!hasRealExports && process.env.CI === 'true') {
  throw new Error(`The real exports are missing: they belong into ${fileURLToPath(FOLDER)}.`);
}

export const realExport = (name: string): Uint8Array => readFileSync(new URL(name, FOLDER));

interface Expected {
  rows: number;
  workouts: number;
  sets: number;
  pseudoRows: Record<string, number>;
  exercises: number;
  reps: number;
  /** In the file's own unit. */
  volume: number;
  first: string;
  last: string;
}

/** What an independent count found in a file. */
export function expectedOf(name: string): Expected {
  const all = JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8')) as Record<string, Expected>;
  const expected = all[name];
  if (!expected) throw new Error(`Nobody counted ${name}.`);
  return expected;
}
