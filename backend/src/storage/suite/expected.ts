import { addDays } from '@trainer/coach/days';
import { exerciseById } from '@trainer/coach/exercises';
import { type Best, figuresOf } from '@trainer/coach/sets';
import { longestStreakOf, streakOf, weeklyStreakOf } from '@trainer/coach/streak';
import type { PersonalRecord, Progress, Stats, Workout } from '@trainer/contract/types';

/** Minutes, kilocalories and volume are counted in whole hundredths. */
const hundredths = (amounts: readonly number[]): number =>
  amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100;

const figuresOfWorkout = (workout: Workout) => figuresOf(workout.exercises, (id) => exerciseById(id)?.slug ?? null);

/** The numbers of a history, worked out from all of it: no row is kept, every sum is plain. */
export function expectedProgress(workouts: readonly Workout[], today: string): Omit<Progress, 'version'> {
  const days = daysUpTo(today, 30).map((date) => {
    const ofDay = workouts.filter((workout) => workout.localDate === date);
    return {
      date,
      workouts: ofDay.length,
      calories: hundredths(ofDay.map((workout) => workout.totalCalories)),
      duration: hundredths(ofDay.map((workout) => workout.totalDuration)),
    };
  });
  const dates = workouts.map((workout) => workout.localDate);
  return {
    totalWorkouts: days.reduce((sum, day) => sum + day.workouts, 0),
    totalCalories: hundredths(days.map((day) => day.calories)),
    totalDuration: hundredths(days.map((day) => day.duration)),
    streak: streakOf(dates, today),
    longestStreak: longestStreakOf(dates),
    lastWorkoutAt:
      workouts
        .map((workout) => workout.date)
        .sort()
        .at(-1) ?? null,
    days,
  };
}

export function expectedStats(workouts: readonly Workout[], today: string): Omit<Stats, 'version'> {
  const dates = workouts.map((workout) => workout.localDate);
  const figures = workouts.map(figuresOfWorkout);
  return {
    totals: {
      workouts: workouts.length,
      sets: figures.reduce((sum, one) => sum + one.sets, 0),
      volume: hundredths(figures.map((one) => one.volume)),
      minutes: hundredths(workouts.map((workout) => workout.totalDuration)),
      calories: hundredths(workouts.map((workout) => workout.totalCalories)),
    },
    streak: {
      daily: streakOf(dates, today),
      longest: longestStreakOf(dates),
      weekly: weeklyStreakOf(dates, today),
    },
    calendar: daysUpTo(today, 371).map((date) => {
      const ofDay = workouts.filter((workout) => workout.localDate === date);
      return { date, workouts: ofDay.length, minutes: hundredths(ofDay.map((workout) => workout.totalDuration)) };
    }),
    records: inOneOrder(recordsOf(workouts)),
  };
}

/** Records of one day in an order of their own, for the port only says that newer days come first. */
export const inOneOrder = (records: readonly PersonalRecord[]): PersonalRecord[] =>
  [...records].sort((a, b) => b.localDate.localeCompare(a.localDate) || (rank(a) < rank(b) ? -1 : 1));
const rank = ({ exercise, kind, workoutId }: PersonalRecord) => JSON.stringify([exercise, kind, workoutId]);

/** The highest value; at the same one the most reps, then the earliest day, then the lowest id. */
function recordsOf(workouts: readonly Workout[]): PersonalRecord[] {
  const bests = workouts.flatMap((workout) => figuresOfWorkout(workout).bests.map((best) => ({ best, workout })));
  const records = new Map<string, PersonalRecord>();
  const offer = (key: string, record: PersonalRecord) => {
    const held = records.get(key);
    if (!held || isBetter(record, held)) records.set(key, record);
  };
  for (const { best, workout } of bests) {
    const of = (kind: PersonalRecord['kind'], value: number, reps: number | null) => {
      offer(`${best.key} ${kind}`, recordOf(best, workout, { kind, value, reps }));
    };
    if (best.weight !== null) of('weight', best.weight, best.weightReps);
    if (best.reps !== null) of('reps', best.reps, null);
  }
  return [...records.values()];
}

const recordOf = (
  { name, slug }: Best,
  { _id, localDate }: Workout,
  what: Pick<PersonalRecord, 'kind' | 'value' | 'reps'>,
): PersonalRecord => ({ exercise: name, slug, workoutId: _id, localDate, ...what });

function isBetter(one: PersonalRecord, held: PersonalRecord): boolean {
  if (one.value !== held.value) return one.value > held.value;
  if (one.reps !== held.reps) return (one.reps ?? 0) > (held.reps ?? 0);
  if (one.localDate !== held.localDate) return one.localDate < held.localDate;
  return one.workoutId < held.workoutId;
}

const daysUpTo = (today: string, length: number): string[] =>
  Array.from({ length }, (_, i) => addDays(today, i + 1 - length));
