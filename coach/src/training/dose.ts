import type { BuiltInExercise } from '../exercises.ts';
import {
  CARDIO_MINUTES,
  CAUTION,
  GENTLE_HOLD_SECONDS,
  HOLD_SECONDS,
  type Level,
  MOBILITY_MINUTES,
  type Range,
} from './constants.ts';
import { isStrength } from './muscles.ts';
import type { Regime } from './regime.ts';

/** One exercise’s sets: `reps` to `repsTo`, or `duration` in seconds where it is held or kept up. */
export interface Dose {
  sets: number;
  reps: number | null;
  repsTo: number | null;
  duration: number | null;
  restSeconds: number;
}

/** What an exercise takes under a regime, with the fewest sets that count. @param caution whether a condition asks for care */
export function doseOf(
  exercise: BuiltInExercise,
  regime: Regime,
  { level, minutes, caution }: { level: Level; minutes: number; caution: boolean },
): Dose {
  if (!isStrength(exercise)) return cardioDose(exercise, level, minutes);
  const [rest, restTo] = regime.row.restSeconds;
  // Long rests are for large movements; the trunk and single joints need no more than a minute.
  const large = exercise.mechanics === 'compound';
  const restSeconds = clamp(exercise.restSeconds, [large ? rest : Math.min(rest, SMALL_REST), restTo]);
  const sets = regime.row.sets[0];
  if (exercise.tracking === 'duration') {
    const hold = regime.gentle ? Math.min(GENTLE_HOLD_SECONDS, HOLD_SECONDS[level]) : HOLD_SECONDS[level];
    return { sets, reps: null, repsTo: null, duration: toFive(caution ? hold * CAUTION.holdShare : hold), restSeconds };
  }
  const [reps, repsTo] = repsOf(exercise, regime);
  return { sets, reps, repsTo, duration: null, restSeconds };
}

/** Walking, cycling, running and Surya Namaskar: as long as the level bears and the session allows. */
export function cardioDose(exercise: BuiltInExercise, level: Level, minutes: number): Dose {
  const most = exercise.slug === 'surya-namaskar' ? MOBILITY_MINUTES : CARDIO_MINUTES[level];
  const duration = Math.min(most, Math.max(5, Math.floor(minutes))) * 60;
  return { sets: 1, reps: null, repsTo: null, duration, restSeconds: 0 };
}

/** Repetitions left when a set ends; null where nothing is counted. */
export function reserveOf(exercise: BuiltInExercise, regime: Regime, caution: boolean): number | null {
  if (!isStrength(exercise) || exercise.tracking === 'duration') return null;
  return regime.reserve + (caution ? CAUTION.reserve : 0);
}

/**
 * What the goal and the exercise have in common, as a range in which repetitions grow before the load does. Where they
 * have nothing in common, the end of the exercise’s own range that is nearer to the goal; a weight can be made lighter
 * for it, a body can not.
 */
function repsOf(exercise: BuiltInExercise, { row, leastReps }: Regime): Range {
  const [own, ownTo] = ownRange(exercise);
  const most = exercise.tracking === 'weight_reps' ? ownTo : ownTo - 3;
  const low = Math.max(leastReps, clamp(row.reps[0], [own, Math.max(own, most)]));
  const high = Math.max(low + 2, Math.min(ownTo, row.reps[1], low + (low < 10 ? 4 : 5)));
  return [low, high];
}

/** `8-12 each side` is 8 to 12. */
export function ownRange({ repRange }: BuiltInExercise): Range {
  const [, from, to] = /^(\d+)-(\d+)/.exec(repRange) ?? [];
  return [Number(from ?? 8), Number(to ?? 12)];
}

/** Whether a set is done twice, once on each side. */
export const isEachSide = ({ repRange, unilateral }: BuiltInExercise): boolean =>
  repRange.includes('each side') || unilateral === 'yes';

const SMALL_REST = 60;

const clamp = (value: number, [from, to]: Range): number => Math.min(to, Math.max(from, value));
const toFive = (seconds: number): number => Math.max(10, Math.round(seconds / 5) * 5);
