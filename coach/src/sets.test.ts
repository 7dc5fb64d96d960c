import type { LoggedExercise, LoggedSet } from '@trainer/contract/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf, fold, fromSetLog, joinBests } from './sets.ts';

const set = (more: Partial<LoggedSet> = {}): LoggedSet => ({
  type: 'normal',
  reps: null,
  weight: null,
  duration: null,
  distance: null,
  rpe: null,
  restSeconds: null,
  note: null,
  ...more,
});
const lifted = (weight: number | null, reps: number | null, type: LoggedSet['type'] = 'normal') =>
  set({ weight, reps, type });

const SQUAT = 'a'.repeat(24);
const logged = (name: string, setLog: LoggedSet[], more: Partial<LoggedExercise> = {}): LoggedExercise => ({
  exerciseId: null,
  name,
  ...fromSetLog(setLog),
  note: null,
  superset: null,
  setLog,
  ...more,
});
const figures = (...exercises: LoggedExercise[]) => figuresOf(exercises, (id) => (id === SQUAT ? 'squat' : null));

describe('what follows from a set log', () => {
  it.each<[string, LoggedSet[], ReturnType<typeof fromSetLog>]>([
    [
      'the heaviest weight and the most reps at it',
      [lifted(60, 10), lifted(80, 3), lifted(80, 5), lifted(70, 8)],
      { sets: 4, weight: 80, reps: 5, duration: null },
    ],
    [
      'the most reps where nothing was lifted',
      [lifted(null, 12), lifted(0, 15)],
      { sets: 2, weight: null, reps: 15, duration: null },
    ],
    [
      'warm-ups are no sets',
      [lifted(100, 20, 'warmup'), lifted(60, 8), lifted(60, 6, 'drop'), lifted(60, 5, 'failure')],
      { sets: 3, weight: 60, reps: 8, duration: null },
    ],
    [
      'but where there is nothing else they are',
      [lifted(20, 10, 'warmup'), lifted(40, 5, 'warmup')],
      { sets: 2, weight: 40, reps: 5, duration: null },
    ],
    [
      'seconds become minutes',
      [set({ duration: 45 }), set({ duration: 30 }), set({ duration: 30 })],
      { sets: 3, weight: null, reps: null, duration: 1.75 },
    ],
    [
      'to a hundredth, those of warm-ups too',
      [set({ duration: 20, type: 'warmup' }), set({ duration: 80 })],
      { sets: 1, weight: null, reps: null, duration: 1.67 },
    ],
    ['a weight that was carried', [lifted(24, null)], { sets: 1, weight: 24, reps: null, duration: null }],
    ['nothing', [], { sets: 0, weight: null, reps: null, duration: null }],
  ])('%s', (_what, log, summary) => {
    expect(fromSetLog(log)).toEqual(summary);
  });
});

describe('figures of a workout', () => {
  it('sums sets and volume, and finds the best set of each exercise', () => {
    const squat = logged('Squat', [lifted(40, 10, 'warmup'), lifted(100, 5), lifted(100, 6), lifted(90, 8)], {
      exerciseId: SQUAT,
    });
    expect(figures(squat, logged('Push-Up', [lifted(null, 20), lifted(null, 15)]))).toEqual({
      sets: 5,
      volume: 1820,
      bests: [
        { key: SQUAT, name: 'Squat', slug: 'squat', weight: 100, weightReps: 6, reps: 8 },
        { key: 'push-up', name: 'Push-Up', slug: null, weight: null, weightReps: null, reps: 20 },
      ],
    });
  });

  it('makes neither volume nor a best of warm-ups, even of an exercise that has nothing else', () => {
    expect(figures(logged('Squat', [lifted(60, 5, 'warmup')]))).toEqual({ sets: 1, volume: 0, bests: [] });
  });

  it('makes none of timed sets and of sets that failed', () => {
    const carry = logged('Carry', [set({ weight: 24, duration: 60 })]);
    const plank = logged('Plank', [], { sets: 3, duration: 2 });
    expect(figures(carry, plank, logged('Squat', [lifted(200, 0)]))).toEqual({ sets: 5, volume: 0, bests: [] });
  });

  it('makes no best of what was assisted', () => {
    expect(figures(logged('Pull Up (Assisted)', [lifted(30, 8)])).bests).toEqual([]);
    expect(figures(logged('ASSISTED dip', [lifted(30, 8)])).bests).toEqual([]);
  });

  it('leaves out numbers that no one lifts', () => {
    const { volume, bests } = figures(
      logged('Squat', [lifted(1000.5, 5), lifted(100, 10_001), lifted(100, 5)]),
      logged('Hop', [lifted(null, 10_001)]),
    );
    expect(volume).toBe(500);
    expect(bests).toEqual([{ key: 'squat', name: 'Squat', slug: null, weight: 100, weightReps: 5, reps: 5 }]);
  });

  it('counts sets × reps × weight where no set was logged', () => {
    expect(figures(logged('Row', [], { sets: 3, reps: 10, weight: 42.5 }))).toEqual({
      sets: 3,
      volume: 1275,
      bests: [{ key: 'row', name: 'Row', slug: null, weight: 42.5, weightReps: 10, reps: 10 }],
    });
  });

  it('joins the blocks of one exercise, however its name is written', () => {
    const { bests } = figures(
      logged('Zercher  Squat', [lifted(60, 8)]),
      logged(' zercher squat', [lifted(70, 3), lifted(60, 12)]),
    );
    expect(bests).toEqual([
      { key: 'zercher squat', name: 'Zercher  Squat', slug: null, weight: 70, weightReps: 3, reps: 12 },
    ]);
  });

  it('knows no slug for an exercise of somebody’s own', () => {
    const own = 'b'.repeat(24);
    expect(figures(logged('Mine', [lifted(10, 10)], { exerciseId: own })).bests[0]).toMatchObject({
      key: own,
      slug: null,
    });
  });

  it('adds up: the figures of two workouts’ exercises are those of both together', () => {
    const quarterKg = fc.option(fc.integer({ min: 0, max: 4400 }).map((quarters) => quarters / 4));
    const anySet = fc
      .record({
        type: fc.constantFrom<LoggedSet['type']>('normal', 'warmup', 'drop', 'failure'),
        reps: fc.option(fc.integer({ min: 0, max: 30 })),
        weight: quarterKg,
        duration: fc.option(fc.integer({ min: 0, max: 600 })),
      })
      .map(set);
    const exercise = fc
      .tuple(fc.constantFrom('Squat', 'squat', 'Row', 'Assisted dip'), fc.array(anySet, { minLength: 1, maxLength: 6 }))
      .map(([name, log]) => logged(name, log));
    const workout = fc.array(exercise, { maxLength: 5 });
    fc.assert(
      fc.property(workout, workout, (one, other) => {
        const [a, b, both] = [figures(...one), figures(...other), figures(...one, ...other)];
        expect(both.sets).toBe(a.sets + b.sets);
        expect(both.volume).toBeCloseTo(a.volume + b.volume, 2);
        expect(new Set(both.bests.map(({ key }) => key)).size).toBe(both.bests.length);
        expect(joinBests([...a.bests, ...b.bests])).toEqual(both.bests);
        for (const best of both.bests) {
          const parts = [...a.bests, ...b.bests].filter(({ key }) => key === best.key);
          const heaviest = Math.max(...parts.map(({ weight }) => weight ?? 0));
          const atIt = parts.filter(({ weight }) => weight === best.weight).map(({ weightReps }) => weightReps ?? 0);
          expect(best.weight ?? 0).toBe(heaviest);
          expect(best.weightReps ?? 0).toBe(Math.max(...atIt));
          expect(best.reps).toBe(Math.max(...parts.map(({ reps }) => reps ?? 0)));
        }
      }),
    );
  });
});

describe('folded names', () => {
  it.each([
    ['  Seated Shoulder  Press (Barbell) ', 'seated shoulder press (barbell)'],
    ['Jalo\u0301n al Pecho', 'jalón al pecho'],
    ['Push\u00a0Up', 'push up'],
    ['BARFIKS', 'barfiks'],
    ['J\u030Cump', '\u01F0ump'],
  ])('of %j is %j', (name, folded) => {
    expect(fold(name)).toBe(folded);
  });

  it('are folded already, and alike for all ways of writing a character', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('J', 'ǰ', '\u030C', 'İ', 'ẞ', ' ') }),
    );
    fc.assert(
      fc.property(name, (name) => {
        const folded = fold(name);
        expect(fold(folded)).toBe(folded);
        expect(fold(name.normalize('NFD'))).toBe(folded);
        expect(fold(`\t${name}\u00a0 `)).toBe(folded);
      }),
    );
  });
});
