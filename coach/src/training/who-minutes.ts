import { VIGOROUS_MET } from './constants.ts';
import { isStrength } from './muscles.ts';
import type { Item } from './sheet.ts';

/** Moderate minutes a week in the sense of the WHO: a vigorous one counts two; sets do not count. */
export function cardioMinutes(items: readonly Pick<Item, 'exercise' | 'dose'>[]): number {
  const cardio = items.filter(({ exercise }) => !isStrength(exercise));
  const seconds = cardio.reduce(
    (sum, { exercise, dose }) => sum + dose.sets * (dose.duration ?? 0) * (exercise.met > VIGOROUS_MET ? 2 : 1),
    0,
  );
  return Math.floor(seconds / 60);
}
