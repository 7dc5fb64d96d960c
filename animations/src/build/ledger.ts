import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Movement } from '../motion/movement.ts';
import { sceneFor } from './draw.ts';
import { PLACES } from './places.ts';

/**
 * What was drawn, and from what. `sources` is a hash of all code and data that drawings depend on: where it is the same,
 * nothing is looked at. Else each movement tells by its own `key` whether its pictures changed.
 */
export interface Ledger {
  readonly sources: string;
  readonly drawn: Readonly<Record<string, Entry>>;
}

export interface Entry {
  readonly key: string;
  readonly bytes: number;
  readonly rate: number;
  readonly frames: number;
  readonly seconds: number;
}

export function readLedger(): Ledger {
  return existsSync(PLACES.ledger)
    ? (JSON.parse(readFileSync(PLACES.ledger, 'utf8')) as Ledger)
    : { sources: '', drawn: {} };
}

export const isDrawn = (slug: string): boolean =>
  [PLACES.gifs, PLACES.stills].every((folder) => existsSync(join(folder, `${slug}.gif`)));

const WRITER = ['gif', 'build/draw.ts'];

/** Everything under `src`, the exercises and the renderer’s version. */
export function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const file of filesUnder('')) hash.update(`${file}\0`).update(textOf(join(PLACES.source, file)));
  return hash.update(exercises()).update(renderer()).digest('hex').slice(0, 32);
}

/** What a movement’s pictures are made of: every frame as it is drawn, and what turns frames into a file. */
export function keyOf(movement: Movement): string {
  const scene = sceneFor(movement);
  const count = Math.round(scene.timeline.seconds * FINEST);
  const hash = createHash('sha256').update(writerHash());
  for (let i = 0; i < count; i++) hash.update(scene.at((i * scene.timeline.seconds) / count).svg);
  return hash
    .update(String(movement.flow ?? false))
    .digest('hex')
    .slice(0, 32);
}

const FINEST = 12.5;

let writer: string | undefined;
function writerHash(): string {
  if (writer !== undefined) return writer;
  const hash = createHash('sha256').update(renderer());
  for (const part of WRITER)
    for (const file of filesUnder(part)) hash.update(file).update(textOf(join(PLACES.source, file)));
  return (writer = hash.digest('hex'));
}

function filesUnder(part: string): string[] {
  if (part.endsWith('.ts')) return [part];
  return readdirSync(join(PLACES.source, part), { recursive: true, encoding: 'utf8' })
    .map((file) => join(part, file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort();
}

/** Whatever line ends a checkout has. */
const textOf = (path: string): string => readFileSync(path, 'utf8').replaceAll('\r\n', '\n');

const exercises = (): string => textOf(join(PLACES.source, '../../coach/src/data/exercises.json'));

function renderer(): string {
  const { packages } = JSON.parse(readFileSync(PLACES.lock, 'utf8')) as {
    packages: Record<string, { version: string }>;
  };
  return packages['node_modules/@resvg/resvg-js']?.version ?? '';
}
