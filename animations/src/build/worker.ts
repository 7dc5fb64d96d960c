import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { movements } from '../movements/all.ts';
import { drawn } from './draw.ts';
import { type Entry, keyOf } from './ledger.ts';
import { PLACES } from './places.ts';

/** One of several processes that draw: is told a slug, tells what it made of it. */
export type Told = { slug: string; entry: Entry } | { slug: string; failed: string };

process.on('message', (slug: string) => {
  process.send?.(made(slug));
});

function made(slug: string): Told {
  try {
    const movement = movements.find((one) => one.slug === slug);
    if (!movement) throw new Error(`There is no movement ${slug}.`);
    const { gif, still, rate, frames, seconds } = drawn(movement);
    for (const [folder, bytes] of [
      [PLACES.gifs, gif],
      [PLACES.stills, still],
    ] as const) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${slug}.gif`), bytes);
    }
    const entry = { key: keyOf(movement), bytes: gif.length, rate, frames, seconds: Math.round(seconds * 100) / 100 };
    return { slug, entry };
  } catch (error) {
    return { slug, failed: error instanceof Error ? error.message : String(error) };
  }
}
