import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInExercises } from '@trainer/coach/exercises';
import type { Movement } from '../motion/movement.ts';
import { movements } from '../movements/all.ts';
import { drawAll } from './drawing.ts';
import { partOf, writeDatabase } from './gif-database.ts';
import { type Entry, isDrawn, keyOf, type Ledger, readLedger, sourcesHash } from './ledger.ts';
import { PLACES } from './places.ts';
import { progressOf } from './progress.ts';
import { writePage, writeSheet } from './sheet.ts';

// `npm run build -w animations`: draws what changed, then puts the database of all together. `-- --all` draws all anew.

const inOrder = builtInExercises.map(({ slug }) => {
  const movement = movements.find((one) => one.slug === slug);
  if (!movement) throw new Error(`Nobody has drawn ${slug}.`);
  return movement;
});

const before = readLedger();
const sources = sourcesHash();
const all = process.argv.includes('--all');
if (all || before.sources !== sources || !inOrder.every(({ slug }) => isDrawn(slug))) await draw();
writeDatabase();

async function draw(): Promise<void> {
  const began = performance.now();
  const outdated = inOrder.filter((one) => all || !isDrawn(one.slug) || before.drawn[one.slug]?.key !== keyOf(one));
  const made = new Map<string, Entry>();
  const progress = progressOf(outdated.length);
  const failures = await drawAll(
    outdated.map(({ slug }) => slug),
    (slug, entry) => {
      made.set(slug, entry);
      progress(`${slug}  ${(entry.bytes / 1000).toFixed(1)} kB at ${String(entry.rate)}/s`);
    },
  );
  removeOthers();
  const entries = inOrder.flatMap(({ slug }) => {
    const entry = made.get(slug) ?? before.drawn[slug];
    return entry ? [[slug, entry] as const] : [];
  });
  // What could be drawn need not be drawn again; without the hash of its sources the next build looks at all of it.
  const ledger: Ledger = { sources: failures.length > 0 ? '' : sources, drawn: Object.fromEntries(entries) };
  writeFileSync(PLACES.ledger, `${JSON.stringify(ledger, null, 2)}\n`);
  if (failures.length > 0) throw new Error(failures.join(' '));
  writeFileSync(PLACES.shown, `${JSON.stringify(shownOf(inOrder), null, 2)}\n`);
  writeSheet(inOrder);
  writePage(ledger);
  tell(ledger, made.size, (performance.now() - began) / 1000);
}

/** For pages: what each shows, and which part of the database holds it. */
function shownOf(list: readonly Movement[]): Record<string, { shows: string; part: string }> {
  return Object.fromEntries(list.map(({ slug, shows }) => [slug, { shows, part: partOf(slug) }]));
}

/** What no exercise has any more. */
function removeOthers(): void {
  for (const folder of [PLACES.gifs, PLACES.stills])
    for (const file of readdirSync(folder))
      if (!inOrder.some(({ slug }) => file === `${slug}.gif`)) rmSync(join(folder, file));
}

function tell({ drawn }: Ledger, made: number, seconds: number): void {
  const sizes = Object.values(drawn).map(({ bytes }) => bytes);
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  console.log(
    `${String(made)} drawn in ${seconds.toFixed(1)} s; ${String(sizes.length)} animations have ${(total / 1000).toFixed(0)} kB, ${(total / sizes.length / 1000).toFixed(1)} kB on average and ${(Math.max(...sizes) / 1000).toFixed(1)} kB at most.`,
  );
}
