import { existsSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { builtInExercises, exerciseBySlug } from '@trainer/coach/exercises';
import { describe, expect, it } from 'vitest';
import { MOST, PLEASANT, framesOf, pixelsOf, sceneFor } from '../build/draw.ts';
import { gifDatabase, MOST_OF_A_PART } from '../build/gif-database.ts';
import { keyOf, readLedger } from '../build/ledger.ts';
import { PLACES } from '../build/places.ts';
import { read } from '../testing/gif-reader.ts';
import { movements } from '../movements/all.ts';
import { sceneOf } from '../scene/scene.ts';
import { COLOURS } from './colours.ts';
import { CIRCULATION, litBy } from './muscles.ts';
import { packed } from '../gif/palette.ts';

const bytesOf = (slug: string) => readFileSync(join(PLACES.gifs, `${slug}.gif`));
const ledger = readLedger();

/** px that a muscle has to have at some moment to count as seen */
const SEEN = 60;
/** What of a film may differ from what was drawn: RGB of any pixel, and how many px of a frame by more than a little. */
const FURTHEST = 135;
const LITTLE = 60;
const FEW = 250;

/** Things of the exercises that need no drawing, or are drawn as one of several choices. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  bodyweight: [],
  'chair optional': [],
  'bench or wall': ['bench'],
  'low bar, rings or sturdy table': ['low bar'],
  'barbell or EZ bar': ['barbell'],
  'bar or rope': ['bar'],
  'dumbbell or kettlebell': ['kettlebell'],
  'dumbbell or bodyweight': ['dumbbell'],
  'barbell or dumbbell': ['barbell'],
  'bodyweight or barbell': [],
  'bodyweight, dumbbell or machine': ['dumbbell'],
  'stationary bike': ['bike'],
};
/** Beside what the exercise names, what it stands, hangs or pulls on. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'lat-pulldown': ['bar'],
  'seated-cable-row': ['bar'],
  'face-pull': ['machine'],
  'triceps-pushdown': ['machine'],
  'standing-calf-raise': ['step'],
  'brisk-walking': ['treadmill'],
};

describe('the movements', () => {
  it('are one for each built-in exercise, and no two look alike', () => {
    expect(movements.map(({ slug }) => slug).sort()).toEqual(builtInExercises.map(({ slug }) => slug).sort());
    const pictures = movements.map(({ slug }) => createHash('sha256').update(bytesOf(slug)).digest('hex'));
    expect(new Set(pictures).size).toBe(builtInExercises.length);
    expect(new Set(movements.map(({ shows }) => shows)).size).toBe(builtInExercises.length);
  });

  it('take no more bytes than a phone’s line should carry', () => {
    const sizes = builtInExercises.map(({ slug }) => bytesOf(slug).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST);
    expect(sizes.reduce((sum, bytes) => sum + bytes, 0) / sizes.length).toBeLessThanOrEqual(PLEASANT);
    for (const [name, part] of gifDatabase(bytesOf)) {
      expect(JSON.stringify(part).length, name).toBeLessThanOrEqual(MOST_OF_A_PART);
    }
  });

  it('are shown at eight pictures a second or more, flows apart', () => {
    for (const { slug, flow = false } of movements) {
      expect(ledger.drawn[slug]?.rate ?? 0, slug).toBeGreaterThanOrEqual(flow ? 6 : 8);
    }
  });
});

describe.each(movements)('$slug', (movement) => {
  const exercise = exerciseBySlug(movement.slug);
  if (!exercise) throw new Error(movement.slug);

  it('is drawn as the sources have it, with a still', () => {
    expect(ledger.drawn[movement.slug]?.key, 'run npm run build -w animations').toBe(keyOf(movement));
    expect(existsSync(join(PLACES.stills, `${movement.slug}.gif`))).toBe(true);
  });

  it('has the equipment that the exercise names, and no other', () => {
    const named = exercise.equipment.flatMap((thing) => WORDS[thing] ?? (thing.startsWith('none') ? [] : [thing]));
    const drawn = new Set(movement.gear.map((gear) => gear.is));
    expect([...drawn].sort()).toEqual([...new Set([...named, ...(ALSO[movement.slug] ?? [])])].sort());
  });

  it('lights every muscle that the exercise works, where one can see it', () => {
    const lit = litBy(exercise);
    for (const muscle of [...lit.primary, ...lit.secondary]) {
      if (muscle === CIRCULATION) continue;
      const scene = sceneOf(movement, { primary: [muscle], secondary: [] });
      const counts = [0, 1, 2, 3, 4, 5].map((i) => lightIn(pixelsOf(scene.at((i * scene.timeline.seconds) / 6).svg)));
      expect(Math.max(...counts), muscle).toBeGreaterThanOrEqual(SEEN);
    }
  });

  it('decodes to what was drawn', () => {
    const film = read(bytesOf(movement.slug));
    expect(film).toMatchObject({ width: 320, height: 320, loops: true });
    const { rate = 0 } = ledger.drawn[movement.slug] ?? {};
    const delay = Math.round(100 / rate);
    const frames = framesOf(sceneFor(movement), delay);
    const shown = film.frames.flatMap((frame) => Array<Uint8Array>(frame.delay / delay).fill(frame.rgba));
    expect(shown.length).toBe(frames.length);
    frames.forEach(({ rgba }, i) => {
      const { furthest, many } = differences(rgba, shown[i] as Uint8Array);
      expect(furthest).toBeLessThanOrEqual(FURTHEST);
      expect(many).toBeLessThanOrEqual(FEW);
    });
  });
});

function lightIn(pixels: Uint8Array): number {
  const lights = new Set([packed(COLOURS.primary), packed(COLOURS.primaryFar)]);
  return new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4).reduce(
    (sum, pixel) => sum + (lights.has(pixel) ? 1 : 0),
    0,
  );
}

function differences(drawn: Uint8Array, shown: Uint8Array): { furthest: number; many: number } {
  let [furthest, many] = [0, 0];
  for (let i = 0; i < drawn.length; i += 4) {
    const [r, g, b] = [0, 1, 2].map((k) => (drawn[i + k] as number) - (shown[i + k] as number)) as [
      number,
      number,
      number,
    ];
    if (r === 0 && g === 0 && b === 0) continue;
    const far = Math.hypot(r, g, b);
    furthest = Math.max(furthest, far);
    if (far > LITTLE) many++;
  }
  return { furthest, many };
}
