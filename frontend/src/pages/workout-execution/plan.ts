import type { Exercise } from '@trainer/contract/types';
import type { SetValues } from '@trainer/coach/running/session';
import type { LastTime } from '../../last-times.ts';
import type { PlannedDose } from '../../tray.ts';

const PLANNED_SETS = 3;

/**
 * The sets that an exercise begins with: those of last time, or the middle of its range with a light weight.
 * @param most no more than these; null: as many as last time
 */
export function plannedSets(
  exercise: Exercise | undefined,
  last: LastTime | undefined,
  most: number | null = null,
): SetValues[] {
  return usualSets(exercise, last).slice(0, most ?? undefined);
}

/** The sets that a plan asks for, with its weight; without one, with that of last time. */
export function dosedSets(
  exercise: Exercise | undefined,
  last: LastTime | undefined,
  { sets, reps, duration, weight }: PlannedDose,
): SetValues[] {
  const usual = usualSets(exercise, last)[0] ?? firstSet(exercise);
  const values =
    reps === null
      ? { ...EMPTY, duration: duration ?? usual.duration }
      : { ...EMPTY, reps, weight: exercise?.tracking === 'reps' ? null : (weight ?? usual.weight) };
  return Array.from({ length: sets }, () => values);
}

function usualSets(exercise: Exercise | undefined, last: LastTime | undefined): SetValues[] {
  const working = last?.sets.filter((set) => set.type !== 'warmup') ?? [];
  if (working.length > 0)
    return working
      .slice(0, 10)
      .map((set) => ({ ...EMPTY, reps: set.reps, weight: set.weight, duration: set.duration, distance: set.distance }));
  const count = exercise?.tracking === 'distance_duration' ? 1 : PLANNED_SETS;
  return Array.from({ length: count }, () => firstSet(exercise));
}

export const EMPTY: SetValues = {
  type: 'normal',
  reps: null,
  weight: null,
  duration: null,
  distance: null,
  rpe: null,
  done: false,
};

function firstSet(exercise: Exercise | undefined): SetValues {
  const middle = middleOf(exercise?.repRange ?? '8-12');
  switch (exercise?.tracking) {
    case 'duration':
      return { ...EMPTY, duration: middle };
    case 'distance_duration':
      return { ...EMPTY, duration: middle * 60 };
    case 'reps':
      return { ...EMPTY, reps: middle };
    default:
      return { ...EMPTY, reps: middle, weight: lightest(exercise) };
  }
}

/** `8-12 each side` → 10 */
function middleOf(range: string): number {
  const [, from, to] = /(\d+)-(\d+)/.exec(range) ?? [];
  return Math.round((Number(from ?? 8) + Number(to ?? 12)) / 2);
}

/** kg to begin with where nobody lifted it yet: an empty bar, or next to nothing. */
const lightest = (exercise: Exercise | undefined): number =>
  exercise?.equipment.some((thing) => thing.startsWith('barbell')) ? 20 : 5;

/** Whether plates go onto it; of an exercise of one's own that is not known. */
export const takesPlates = (exercise: Exercise | undefined): boolean =>
  exercise?.owner !== null || exercise.equipment.some((thing) => thing.includes('barbell'));

/** kg that a step of the weight changes. */
export const stepKg = (exercise: Exercise | undefined): number =>
  exercise?.equipment.some((thing) => thing.startsWith('dumbbell')) ? 1 : 2.5;
