import { EQUIPMENT } from '@trainer/contract/plan-words';
import { describe, expect, it } from 'vitest';
import { type BuiltInExercise, exerciseBySlug } from '../exercises.ts';
import { loadOf } from './load-of.ts';
import { bestOf, evidenceFor, isEach, onStep, oneRepMax, supportedLoad } from './loads.ts';
import { done, person } from './suite.ts';

const exercise = (slug: string): BuiltInExercise => {
  const found = exerciseBySlug(slug);
  if (!found) throw new Error(slug);
  return found;
};
const squat = exercise('goblet-squat');

describe('a one-repetition maximum', () => {
  it.each([
    [100, 1, 100],
    [100, 5, 114.58],
    [100, 10, 133.33],
    [60, 8, 75.24],
  ])('of %i kg × %i is %f kg', (weight, reps, max) => {
    expect(oneRepMax(weight, reps)).toBeCloseTo(max, 2);
  });

  it('is none beyond ten repetitions, without weight and without repetitions', () => {
    expect([oneRepMax(100, 11), oneRepMax(0, 5), oneRepMax(50, 0)]).toEqual([null, null, null]);
  });
});

describe('evidence', () => {
  it('is working sets of the same exercise with weight and repetitions', () => {
    const history = [
      done('2026-11-20', 'goblet-squat', 'w10×10', '16×12', '0×20'),
      done('2026-11-20', 'bodyweight-squat', '0×20'),
      done('2026-11-18', 'leg-press', '100×10'),
    ];
    expect(evidenceFor(history, squat)).toEqual([{ weight: 16, reps: 12, localDate: '2026-11-20' }]);
  });

  it('leaves out what was timed or assisted, and what has another name', () => {
    const timed = done('2026-11-20', 'goblet-squat', '16×12');
    for (const set of timed.exercises[0]?.setLog ?? []) set.duration = 30;
    const assisted = done('2026-11-20', 'goblet-squat', '16×12');
    for (const one of assisted.exercises) one.name = 'Goblet Squat (Assisted)';
    const own = done('2026-11-20', 'goblet-squat', '16×12');
    for (const one of own.exercises) one.exerciseId = null;
    expect(evidenceFor([timed, assisted, own], squat)).toEqual([]);
  });

  it('reads a summary where there is no log', () => {
    const workout = done('2026-11-20', 'goblet-squat');
    for (const one of workout.exercises) Object.assign(one, { sets: 3, reps: 10, weight: 20 });
    expect(evidenceFor([workout], squat)).toEqual([{ weight: 20, reps: 10, localDate: '2026-11-20' }]);
  });

  it('ends six weeks before the exercise’s last day', () => {
    const history = [done('2026-11-20', 'goblet-squat', '16×8'), done('2026-10-08', 'goblet-squat', '40×8')];
    expect(evidenceFor(history, squat)).toHaveLength(1);
  });

  it('has a best: the highest maximum', () => {
    const sets = [
      { weight: 20, reps: 10, localDate: '2026-11-20' },
      { weight: 24, reps: 8, localDate: '2026-11-10' },
      { weight: 22, reps: 8, localDate: '2026-11-12' },
    ];
    expect(bestOf(sets)?.weight).toBe(24);
    expect(bestOf([])).toBeUndefined();
  });
});

describe('a supported load', () => {
  const supported = (history: ReturnType<typeof done>[], change: Partial<Parameters<typeof supportedLoad>[1]> = {}) =>
    supportedLoad(person({ history }), { exercise: squat, reps: 8, reserve: 2, caution: false, ...change });

  it('is none without sets of that very exercise', () => {
    expect(supported([done('2026-11-24', 'leg-press', '100×10')])).toBeNull();
  });

  it('is the set’s own weight for the repetitions that it had', () => {
    expect(supported([done('2026-11-24', 'goblet-squat', '20×10')])).toBeCloseTo(20);
  });

  it('follows the mean of both equations within ten repetitions', () => {
    // 100 kg × 5 is 114.58 kg once, of which ten repetitions take 75 %.
    expect(supported([done('2026-11-24', 'goblet-squat', '100×5')])).toBeCloseTo(85.94, 2);
  });

  it('is never more than the weight of a set with more than ten repetitions', () => {
    expect(supported([done('2026-11-24', 'goblet-squat', '16×30')])).toBe(16);
    expect(supported([done('2026-11-24', 'goblet-squat', '16×25')], { reps: 25, reserve: 4 })).toBeLessThanOrEqual(16);
  });

  it('follows the more careful equation for more repetitions', () => {
    const more = supported([done('2026-11-24', 'goblet-squat', '20×10')], { reps: 15, reserve: 3 });
    expect(more).toBeCloseTo(20 * ((37 - 18) / 27), 2);
  });

  it.each([
    ['2026-11-18', 1],
    ['2026-11-17', 0.9],
    ['2026-11-05', 0.9],
    ['2026-11-04', 0.8],
    ['2026-10-28', 0.8],
    ['2026-10-27', 0.55],
    ['2025-01-01', 0.55],
  ])('done last on %s is cut to %f', (date, share) => {
    expect(supported([done(date, 'goblet-squat', '20×10')])).toBeCloseTo(20 * share);
  });

  it('is a fifth less where a condition asks for caution', () => {
    expect(supported([done('2026-11-24', 'goblet-squat', '20×10')], { caution: true })).toBeCloseTo(16);
  });

  it('counts breaks to the newest workout where nobody says which day it is', () => {
    const { today: _today, ...undated } = person({
      history: [done('2026-06-20', 'leg-press', '90×10'), done('2026-06-10', 'goblet-squat', '20×10')],
    });
    expect(supportedLoad(undated, { exercise: squat, reps: 8, reserve: 2, caution: false })).toBeCloseTo(18);
  });
});

describe('a weight that can be put on', () => {
  it.each([
    ['barbell-back-squat', 63.9, 62.5],
    ['barbell-back-squat', 62.5, 62.5],
    ['seated-cable-row', 31, 30],
    ['dumbbell-curl', 8.6, 8],
    ['dumbbell-curl', 13.9, 12],
    ['goblet-squat', 17, 16],
    ['barbell-back-squat', 2.4, null],
    ['dumbbell-curl', 0.9, null],
  ])('of %s for %f kg is %s kg', (slug, kg, weight) => {
    expect(onStep(kg, exercise(slug), EQUIPMENT)).toBe(weight);
  });

  it('goes by dumbbells where there is no barbell', () => {
    const deadlift = exercise('romanian-deadlift');
    expect([onStep(23, deadlift, EQUIPMENT), onStep(23, deadlift, ['dumbbell'])]).toEqual([22.5, 22]);
    expect([isEach(deadlift, EQUIPMENT), isEach(deadlift, ['dumbbell'])]).toEqual([false, true]);
    expect([isEach(exercise('dumbbell-curl'), EQUIPMENT), isEach(squat, EQUIPMENT)]).toEqual([true, false]);
  });
});

describe('what is said of a load', () => {
  const of = (slug: string, change: Parameters<typeof person>[0] = {}, caution = false) =>
    loadOf(exercise(slug), { reps: 8, repsTo: 10 }, { profile: person(change), reserve: 2, caution });

  it('names the person’s own result, and when the next step comes', () => {
    expect(of('goblet-squat', { history: [done('2026-11-23', 'goblet-squat', '16×12')] })).toEqual({
      load: { weight: 16, each: false, basis: 'From your 16 kg × 12 on 23 November 2026.' },
      says: 'Your best is 16 kg × 12; ready for 18 kg when all sets reach 10.',
    });
  });

  it('says how long it was away', () => {
    const { load, says } = of('dumbbell-curl', { history: [done('2026-11-10', 'dumbbell-curl', '10×10')] });
    expect(load).toMatchObject({ weight: 9, each: true });
    expect(says).toBe(
      'Your best is 10 kg each × 10; ready for 10 kg each when all sets reach 10. 15 days away from it: 10 % lighter to begin with.',
    );
  });

  it('is how to find a weight, without any history', () => {
    expect(of('goblet-squat')).toEqual({
      load: undefined,
      says: 'Choose a weight that leaves 2 repetitions at the end of a set.',
    });
  });

  it('is nothing for what takes no weight', () => {
    expect(of('push-up')).toEqual({ load: undefined, says: null });
    expect(of('dumbbell-reverse-lunge', { equipment: [] })).toEqual({ load: undefined, says: null });
    expect(of('dumbbell-reverse-lunge', { equipment: ['dumbbell'] }).says).toMatch(/Choose a weight/);
  });
});
