import type { Exercise, LoggedSet } from '@trainer/contract/types';
import { describe, expect, it } from 'vitest';
import { logged, loggedSet, workoutOn } from '../../testing/coached.ts';
import { setsThisWeek, strengthOf } from './figures.ts';

/** A Thursday; its week began on the 13th. */
const today = '2026-07-16';
const squat = (weight: number | null, reps: number | null) => logged('Squat', { weight, reps });
const set = (reps: number, weight: number, type: LoggedSet['type'] = 'normal') => loggedSet(reps, weight, { type });
const days = ['2026-07-16', '2026-07-09', '2026-07-02'];

describe('strength', () => {
  const estimates = (...exercises: ReturnType<typeof logged>[]) =>
    strengthOf(
      days.map((day, i) => workoutOn(day, exercises[i] ? [exercises[i]] : [])),
      today,
    ).map((one) => one.points.map((point) => point.kg));

  it('is estimated from weight and repetitions, the oldest first', () => {
    const [kilos] = estimates(squat(100, 1), squat(100, 10), squat(60, 5));
    // Epley and Brzycki agree at ten repetitions; at one it is what was lifted.
    expect(kilos?.map((kg) => Math.round(kg * 100) / 100)).toEqual([68.75, 133.33, 100]);
  });

  it('is not estimated from more than ten repetitions, none, or no weight', () => {
    const bad = [squat(100, 11), squat(100, 0), squat(0, 5), squat(null, 5), squat(100, null)];
    for (const one of bad) expect(estimates(squat(100, 1), squat(100, 1), one)).toEqual([]);
    expect(estimates(squat(100, 1), squat(100, 1), squat(100, 1))).toEqual([[100, 100, 100]]);
  });

  it('is the best of a day, sets to warm up aside', () => {
    const several = logged('Squat', { setLog: [set(1, 200, 'warmup'), set(1, 80), set(1, 90), set(1, 85)] });
    const workouts = [
      workoutOn(today, [several], 'morning'),
      workoutOn(today, [squat(70, 1)], 'evening'),
      workoutOn('2026-07-09', [squat(80, 1)]),
      workoutOn('2026-07-02', [squat(75, 1)]),
    ];
    expect(strengthOf(workouts, today)).toEqual([
      {
        exercise: 'Squat',
        points: [
          { localDate: '2026-07-02', kg: 75 },
          { localDate: '2026-07-09', kg: 80 },
          { localDate: today, kg: 90 },
        ],
      },
    ]);
  });

  it('is told from three days on, the exercise that was trained most first', () => {
    const [bench, row] = [logged('Bench', { reps: 1 }), logged('Row', { reps: 1 })];
    const workouts = [
      workoutOn('2026-07-16', [row, bench, squat(100, 1)]),
      workoutOn('2026-07-14', [row, bench]),
      workoutOn('2026-07-12', [row, bench, squat(100, 1)]),
      workoutOn('2026-07-10', [bench]),
    ];
    expect(strengthOf(workouts, today).map((one) => [one.exercise, one.points.length])).toEqual([
      ['Bench', 4],
      ['Row', 3],
    ]);
  });

  it('is that of the last twelve weeks', () => {
    const workouts = ['2026-07-16', '2026-07-09', '2026-04-23', '2026-04-22'].map((day) =>
      workoutOn(day, [squat(100, 1)]),
    );
    expect(strengthOf(workouts, today)[0]?.points.map((point) => point.localDate)).toEqual([
      '2026-04-23',
      '2026-07-09',
      '2026-07-16',
    ]);
  });
});

describe('the sets of this week', () => {
  const known = (name: string, muscleGroup: Exercise['muscleGroup']) =>
    ({ _id: `id of ${name}`, muscleGroup }) as Exercise;
  const exercises = [known('Squat', 'legs'), known('Lunge', 'legs'), known('Bench', 'chest')];

  it('are summed by muscle group from Monday to today, the most first', () => {
    const workouts = [
      workoutOn('2026-07-17', [logged('Squat', { sets: 50 })]),
      workoutOn('2026-07-16', [logged('Bench', { sets: 3 }), logged('Squat', { sets: 4 })]),
      workoutOn('2026-07-13', [logged('Lunge', { sets: 2 })]),
      workoutOn('2026-07-12', [logged('Squat', { sets: 50 })]),
    ];
    expect(setsThisWeek(workouts, exercises, today)).toEqual([
      { group: 'legs', sets: 6 },
      { group: 'chest', sets: 3 },
    ]);
  });

  it('leave out exercises that nobody knows', () => {
    const unknown = [logged('Own'), logged('Imported', { exerciseId: null })];
    expect(setsThisWeek([workoutOn(today, unknown)], exercises, today)).toEqual([]);
  });
});
