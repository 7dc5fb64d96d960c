import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Exercise } from '@trainer/contract/types';

const GIFS = fileURLToPath(new URL('../../animations/gifs/', import.meta.url));

/** The exercises with their animations, as data URLs. One that is not drawn has none. */
export function withAnimations(exercises: readonly Exercise[], folder = GIFS): Exercise[] {
  return exercises.map((exercise) => {
    const file = join(folder, `${exercise.slug ?? ''}.gif`);
    if (!existsSync(file)) return exercise;
    return { ...exercise, gifUrl: `data:image/gif;base64,${readFileSync(file).toString('base64')}` };
  });
}
