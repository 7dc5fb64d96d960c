import { SECONDS_A_REP } from '../energy.ts';
import type { BuiltInExercise } from '../exercises.ts';
import { type Dose, isEachSide } from './dose.ts';
import { isStrength } from './muscles.ts';

/** Seconds of one exercise: each set with its longest repetitions, both sides, and the rest after it. */
export function secondsOf(exercise: BuiltInExercise, dose: Dose): number {
  if (!isStrength(exercise)) return dose.sets * ((dose.duration ?? 0) + dose.restSeconds);
  const once = dose.duration ?? (dose.repsTo ?? dose.reps ?? 0) * SECONDS_A_REP;
  return dose.sets * (once * (isEachSide(exercise) ? 2 : 1) + dose.restSeconds);
}

/**
 * Minutes of a day, whole, rounded up. A day of strength has warm-up and cool-down beside its sets; one of cardio or
 * mobility alone begins and ends easily within its own minutes; one without exercises is 0.
 */
export function dayMinutes(
  exercises: readonly { exercise: BuiltInExercise; dose: Dose }[],
  { warmUp, coolDown }: { warmUp: number; coolDown: number },
): number {
  const seconds = exercises.reduce((sum, { exercise, dose }) => sum + secondsOf(exercise, dose), 0);
  const strength = exercises.some(({ exercise }) => isStrength(exercise));
  return Math.ceil(seconds / 60 + (strength ? warmUp + coolDown : 0));
}
