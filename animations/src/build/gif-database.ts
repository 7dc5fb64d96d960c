import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInExercises, exerciseBySlug } from '@trainer/coach/exercises';
import { PLACES } from './places.ts';

/** Bytes that a part may have, so that a page never waits for what it does not show. */
export const MOST_OF_A_PART = 300_000;

/** Ten exercises of the legs would be too much for one part. */
const LEGS: Readonly<Record<string, string>> = {
  'romanian-deadlift': 'legs-hinge',
  'barbell-deadlift': 'legs-hinge',
  'glute-bridge': 'legs-hinge',
  'seated-leg-curl': 'legs-isolation',
  'standing-calf-raise': 'legs-isolation',
};

/** The part of the database that holds an exercise’s animation. */
export function partOf(slug: string): string {
  const group = exerciseBySlug(slug)?.muscleGroup ?? '';
  return group === 'legs' ? (LEGS[slug] ?? 'legs-squat') : group;
}

/** Part → slug → data URL. @param read the bytes of an animation */
export function gifDatabase(read: (slug: string) => Uint8Array): Map<string, Record<string, string>> {
  const parts = new Map<string, Record<string, string>>();
  for (const exercise of builtInExercises) {
    const name = partOf(exercise.slug);
    const part = parts.get(name) ?? {};
    part[exercise.slug] = `data:image/gif;base64,${Buffer.from(read(exercise.slug)).toString('base64')}`;
    parts.set(name, part);
  }
  return parts;
}

export function writeDatabase(): void {
  rmSync(PLACES.database, { recursive: true, force: true });
  mkdirSync(PLACES.database, { recursive: true });
  for (const [name, part] of gifDatabase((slug) => readFileSync(join(PLACES.gifs, `${slug}.gif`)))) {
    const text = JSON.stringify(part);
    if (text.length > MOST_OF_A_PART)
      throw new Error(`The part ${name} of the database has ${String(text.length)} bytes.`);
    writeFileSync(join(PLACES.database, `${name}.json`), text);
  }
}
