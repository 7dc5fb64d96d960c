import { exerciseBySlug } from '@trainer/coach/exercises';
import { Resvg } from '@resvg/resvg-js';
import { COLOURS } from '../drawing/colours.ts';
import { litBy } from '../drawing/muscles.ts';
import { packed } from '../gif/palette.ts';
import { type Frame, gif } from '../gif/writer.ts';
import type { Movement } from '../motion/movement.ts';
import { PICTURE, type Scene, sceneOf } from '../scene/scene.ts';

export interface Drawn {
  readonly gif: Uint8Array;
  /** The first frame alone. */
  readonly still: Uint8Array;
  /** frames a second */
  readonly rate: number;
  readonly frames: number;
  readonly seconds: number;
}

/** Delays of GIF are hundredths of a second: these are the rates that fit into them. The last is for flows alone. */
const DELAYS = { finest: 8, fine: 10, plain: 12, calm: 16 } as const;
/** Bytes that the finest rates may take with true blends; and that nothing may pass. */
export const PLEASANT = 36_000;
export const MOST = 40_000;
/** How far a blend may be from its colour: the first cannot be seen, the second hardly. */
const TRUE = 60;
const CLOSE = 70;
/** What frames take beside the first one, by experience: sizes grow with the rate but not quite as much. */
const GROWS = 0.88;
/** Closer blends and luck leave no less than this part of what is expected: where that is too much, nothing is tried. */
const SPARES = 0.9;

const FLAT = [...new Set(Object.values(COLOURS))].map(packed);

export function sceneFor(movement: Movement): Scene {
  const exercise = exerciseBySlug(movement.slug);
  if (!exercise) throw new Error(`There is no exercise ${movement.slug}.`);
  return sceneOf(movement, litBy(exercise));
}

/** Draws a movement at the finest rate that fits. @throws Error where it does not fit at all */
export function drawn(movement: Movement): Drawn {
  const scene = sceneFor(movement);
  const frames = new Map<number, Frame[]>();
  const framesAt = (delay: number): Frame[] => {
    const all = frames.get(delay) ?? framesOf(scene, delay);
    frames.set(delay, all);
    return all;
  };
  const made = (delay: number, bytes: Uint8Array): Drawn => ({
    gif: bytes,
    still: encoded(framesAt(delay).slice(0, 1), TRUE),
    rate: Math.round(10_000 / delay) / 100,
    frames: framesAt(delay).length,
    seconds: scene.timeline.seconds,
  });

  const fine = encoded(framesAt(DELAYS.fine), TRUE);
  const expected = (delay: number): number => fine.length * (1 - GROWS + (GROWS * DELAYS.fine) / delay);
  if (expected(DELAYS.finest) <= PLEASANT) {
    const finest = encoded(framesAt(DELAYS.finest), TRUE);
    if (finest.length <= PLEASANT) return made(DELAYS.finest, finest);
  }
  if (fine.length <= MOST) return made(DELAYS.fine, fine);
  const calmer: [number, number][] = [
    [DELAYS.fine, CLOSE],
    [DELAYS.plain, TRUE],
    [DELAYS.plain, CLOSE],
  ];
  if (movement.flow) calmer.push([DELAYS.calm, TRUE], [DELAYS.calm, CLOSE]);
  for (const [delay, tolerance] of calmer) {
    if (expected(delay) * SPARES > MOST) continue;
    const bytes = encoded(framesAt(delay), tolerance);
    if (bytes.length <= MOST) return made(delay, bytes);
  }
  throw new Error(`${movement.slug} takes more than ${String(MOST)} bytes: shorten it, or draw it smaller.`);
}

export function framesOf(scene: Scene, delay: number): Frame[] {
  const { seconds } = scene.timeline;
  const count = Math.round((seconds * 100) / delay);
  return Array.from({ length: count }, (_, i) => ({ rgba: pixelsOf(scene.at((i * seconds) / count).svg), delay }));
}

export const pixelsOf = (svg: string): Uint8Array =>
  new Uint8Array(new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels);

const encoded = (frames: readonly Frame[], tolerance: number): Uint8Array =>
  gif(frames, { width: PICTURE, height: PICTURE, flat: FLAT, tolerance });
