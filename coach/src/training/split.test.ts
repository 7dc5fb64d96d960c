import { describe, expect, it } from 'vitest';
import { builtInExercises, exerciseBySlug } from '../exercises.ts';
import { arrange } from './arrange.ts';
import { exercisesFor } from './catalogue.ts';
import { directMuscles, MUSCLES, setShares } from './muscles.ts';
import { isPull, isPush, PATTERNS, patternOf } from './patterns.ts';
import { regimeOf } from './regime.ts';
import { known } from './sheet.ts';
import { inTrainingOrder, splitFor, tooSoon } from './split.ts';
import { person } from './suite.ts';

const SEVEN = known([
  'goblet-squat',
  'dumbbell-bench-press',
  'seated-cable-row',
  'romanian-deadlift',
  'lat-pulldown',
  'overhead-press',
  'plank',
]);
const focuses = (strengthDays: number, exercises = SEVEN) =>
  splitFor(exercises, strengthDays).days.map(({ day, focus }) => `${String(day)} ${focus}`);

describe('a split', () => {
  it.each([
    [1, ['1 Full body']],
    [2, ['1 Full body', '4 Full body']],
    [3, ['1 Full body', '3 Full body', '5 Full body']],
    [4, ['1 Upper body', '2 Lower body', '4 Upper body', '5 Lower body']],
    [5, ['1 Push', '2 Pull', '3 Legs', '5 Upper body', '6 Lower body']],
    [6, ['1 Push', '2 Pull', '3 Legs', '4 Push', '5 Pull', '6 Legs']],
  ])('of %i days is %j', (days, expected) => {
    expect(focuses(days)).toEqual(expected);
  });

  it('is of the whole body where one half has too little, or an exercise belongs to both', () => {
    expect(focuses(4, known(['goblet-squat', 'leg-press', 'romanian-deadlift', 'plank', 'push-up']))).toHaveLength(3);
    expect(focuses(4, [...SEVEN, ...known(['burpee'])])).toEqual(focuses(3));
  });

  it('gives every muscle its rest, whatever the days', () => {
    for (let days = 1; days <= 6; days += 1) {
      const muscles = splitFor(SEVEN, days).days.map(
        ({ day, slugs }) => [day, known(slugs).flatMap(directMuscles)] as const,
      );
      expect(tooSoon(new Map(muscles))).toEqual([]);
    }
  });

  it('sees that Sunday and Monday are two days running', () => {
    expect(
      tooSoon(
        new Map([
          [7, ['chest']],
          [1, ['chest', 'back']],
        ]),
      ),
    ).toEqual([{ day: 7, muscle: 'chest' }]);
    expect(
      tooSoon(
        new Map([
          [1, ['chest']],
          [3, ['chest']],
        ]),
      ),
    ).toEqual([]);
  });

  it('trains large muscles first, then single joints, the trunk, and cardio last', () => {
    const mixed = known(['brisk-walking', 'plank', 'dumbbell-curl', 'lat-pulldown', 'barbell-back-squat']);
    expect(mixed.sort(inTrainingOrder).map(({ slug }) => slug)).toEqual([
      'barbell-back-squat',
      'lat-pulldown',
      'dumbbell-curl',
      'plank',
      'brisk-walking',
    ]);
  });
});

describe('days as asked', () => {
  it.each([1, 2, 3, 4, 5, 6, 7])('are %i, for everybody', (daysPerWeek) => {
    for (const change of [
      {},
      { fitnessLevel: 'beginner' as const },
      { fitnessLevel: 'advanced' as const },
      { goals: ['mobility' as const] },
      { goals: ['endurance' as const] },
      { age: 80 },
    ]) {
      const profile = person({ ...change, daysPerWeek });
      const days = arrange(SEVEN, profile, regimeOf(profile), exercisesFor(profile));
      expect(new Set(days.map(({ day }) => day)).size).toBe(daysPerWeek);
    }
  });

  it('give cardio that was chosen a day, or the end of one', () => {
    const chosen = [...SEVEN.slice(0, 5), ...known(['stationary-cycling'])];
    const slugs = (daysPerWeek: number) => {
      const profile = person({ daysPerWeek });
      return arrange(chosen, profile, regimeOf(profile), exercisesFor(profile)).map((day) => day.slugs.at(-1));
    };
    expect(slugs(5)).toContain('stationary-cycling');
    expect(slugs(3)[0]).toBe('stationary-cycling');
  });
});

describe('the catalogue', () => {
  it('has each way to move, with and without equipment but for pulling from above', () => {
    const home = exercisesFor(person({ equipment: [] })).map(({ exercise }) => patternOf(exercise));
    for (const pattern of PATTERNS) {
      expect(builtInExercises.some((one) => patternOf(one) === pattern)).toBe(true);
      expect(home.includes(pattern)).toBe(pattern !== 'vertical pull');
    }
  });

  it('has muscles that are all counted, but for grip, hips and neck', () => {
    const counted = new Set(builtInExercises.flatMap((one) => [...setShares(one).keys()]));
    expect([...counted].toSorted()).toEqual([...MUSCLES].toSorted());
    for (const one of builtInExercises.filter(({ force }) => force !== 'cyclic'))
      expect(directMuscles(one).length, one.slug).toBeGreaterThan(0);
  });

  it('counts a set directly once, and a half for what helps', () => {
    const shares = (slug: string) => {
      const found = exerciseBySlug(slug);
      return found && Object.fromEntries(setShares(found));
    };
    expect(shares('dumbbell-bench-press')).toEqual({ chest: 1, triceps: 0.5, shoulders: 0.5 });
    expect(shares('plank')).toEqual({ core: 1 });
    expect(shares('running')).toEqual({});
  });

  it('tells pushes from pulls', () => {
    const slugs = (is: typeof isPush) => builtInExercises.filter(is).map(({ slug }) => slug);
    expect(slugs(isPush)).toHaveLength(8);
    expect(slugs(isPull)).toHaveLength(7);
    expect(slugs(isPush)).not.toContain('goblet-squat');
  });
});
