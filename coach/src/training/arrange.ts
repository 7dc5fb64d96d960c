import type { BuiltInExercise } from '../exercises.ts';
import type { TrainingProfile } from '../plans/types.ts';
import { cardioDays } from './cardio.ts';
import type { AllowedExercise } from './catalogue.ts';
import { isStrength } from './muscles.ts';
import type { Regime } from './regime.ts';
import { FOCUS, splitFor, type TrainingDay } from './split.ts';

/** Spreads exercises over exactly the days asked: strength as the level bears it, cardio and mobility on the others. */
export function arrange(
  exercises: readonly BuiltInExercise[],
  profile: TrainingProfile,
  regime: Regime,
  allowed: readonly AllowedExercise[],
): TrainingDay[] {
  const { days, next } = splitFor(exercises, regime.strengthDays);
  const chosen = exercises.filter((exercise) => !isStrength(exercise));
  const free = next.slice(0, profile.daysPerWeek - days.length);
  // Those that were chosen all get a day: where none is free, they end the sessions of strength.
  const cardio = cardioDays(free.length, allowed, profile, chosen);
  const placed = free
    .map((day, i) => ({ day, exercise: cardio[i] }))
    .flatMap(({ day, exercise }) => (exercise ? [cardioDay(day, exercise)] : []));
  const left = chosen.filter(({ slug }) => !placed.some((one) => one.slugs.includes(slug)));
  const all = [...days, ...placed].sort((a, b) => a.day - b.day);
  left.forEach(({ slug }, i) => all[i % all.length]?.slugs.push(slug));
  return all;
}

const cardioDay = (day: number, { slug }: BuiltInExercise): TrainingDay => ({
  day,
  focus: slug === 'surya-namaskar' ? FOCUS.mobility : FOCUS.cardio,
  slugs: [slug],
});
