import { addDays, weekOf } from '@trainer/coach/days';
import type { Exercise, LoggedExercise, MuscleGroup, Workout } from '@trainer/contract/types';

/** What a client's workouts show, worked out from those that were fetched. */

const MOST_REPS = 10;
/** Two points make no line that says anything. */
const FEWEST_POINTS = 3;
const WEEKS = 12;

/** Working sets of a muscle in a week that muscle gain takes at an intermediate level. */
export const BAND = { from: 10, to: 16 };

export interface Strength {
  exercise: string;
  /** Oldest first; kg. */
  points: { localDate: string; kg: number }[];
}

/**
 * One-repetition maximum, kg: the mean of Epley's and Brzycki's equations for 2–10 repetitions; null above, for linear
 * equations end there (Reynolds 2006).
 */
function oneRepMax(weight: number, reps: number): number | null {
  if (weight <= 0 || reps < 1 || reps > MOST_REPS) return null;
  if (reps === 1) return weight;
  return (weight * (1 + reps / 30) + (weight * 36) / (37 - reps)) / 2;
}

/** The exercises that are trained most with weights, of the last twelve weeks, each with its best of every day. */
export function strengthOf(workouts: readonly Workout[], today: string): Strength[] {
  const since = addDays(today, -7 * WEEKS);
  const byName = new Map<string, Map<string, number>>();
  for (const { localDate, exercises } of workouts) {
    if (localDate < since) continue;
    for (const exercise of exercises) {
      const best = bestOf(exercise);
      if (best === null) continue;
      const days = byName.get(exercise.name) ?? new Map<string, number>();
      byName.set(exercise.name, days.set(localDate, Math.max(best, days.get(localDate) ?? 0)));
    }
  }
  return [...byName]
    .map(([exercise, days]) => ({
      exercise,
      points: [...days]
        .map(([localDate, kg]) => ({ localDate, kg }))
        .sort((a, b) => (a.localDate < b.localDate ? -1 : 1)),
    }))
    .filter(({ points }) => points.length >= FEWEST_POINTS)
    .sort((a, b) => b.points.length - a.points.length);
}

function bestOf({ setLog, reps, weight }: LoggedExercise): number | null {
  const sets = setLog.length > 0 ? setLog.filter((set) => set.type !== 'warmup') : [{ reps, weight }];
  const estimates = sets.flatMap((set) => oneRepMax(set.weight ?? 0, set.reps ?? 0) ?? []);
  return estimates.length > 0 ? Math.max(...estimates) : null;
}

export interface WeeklySets {
  group: MuscleGroup;
  sets: number;
}

/** Working sets of this week by muscle group, the most first. Exercises that nobody knows are left out. */
export function setsThisWeek(workouts: readonly Workout[], known: readonly Exercise[], today: string): WeeklySets[] {
  const monday = weekOf(today);
  const groupOf = new Map(known.map((exercise) => [exercise._id, exercise.muscleGroup]));
  const sums = new Map<MuscleGroup, number>();
  for (const { localDate, exercises } of workouts) {
    if (localDate < monday || localDate > today) continue;
    for (const { exerciseId, sets } of exercises) {
      const group = groupOf.get(exerciseId ?? '');
      if (group) sums.set(group, (sums.get(group) ?? 0) + sets);
    }
  }
  return [...sums].map(([group, sets]) => ({ group, sets })).sort((a, b) => b.sets - a.sets);
}
