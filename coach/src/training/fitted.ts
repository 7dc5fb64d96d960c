import type { BuiltInExercise } from '../exercises.ts';
import type { TrainingProfile } from '../plans/types.ts';
import { aroundMinutes } from './around.ts';
import { finisherFor } from './cardio.ts';
import type { AllowedExercise } from './catalogue.ts';
import { type Dose, doseOf } from './dose.ts';
import { fitInto, keepWithinLimits, type Tightness } from './fit.ts';
import { distanceOf, finish, grow } from './grow.ts';
import { isStrength } from './muscles.ts';
import type { Regime } from './regime.ts';
import { known, minutesOn, type Sheet } from './sheet.ts';
import type { TrainingDay } from './split.ts';

/** The person as doses are worked out for. */
export interface Person {
  profile: TrainingProfile;
  regime: Regime;
  allowed: ReadonlyMap<string, AllowedExercise>;
}

/** A week with its doses. */
export interface Fitted {
  sheet: Sheet;
  tightness: Tightness;
}

/** The doses that fill the bands best: rests are cut for the sake of more sets only where the sets are needed. */
export function fitted(days: readonly TrainingDay[], person: Person): Fitted {
  let best = fittedAt(days, person, 1);
  for (const share of SHORTER_RESTS) {
    const other = fittedAt(days, person, share);
    if (distanceOf(other.sheet, person.regime) < distanceOf(best.sheet, person.regime) - WORTH_IT) best = other;
  }
  finish(best.sheet, person.profile.minutesPerSession, finisherFor([...person.allowed.values()], person.profile));
  return best;
}

export const isInTime = ({ sheet }: Fitted, { profile }: Person): boolean =>
  sheet.days.every((day) => minutesOn(day, sheet) <= profile.minutesPerSession);

export const isCautioned = ({ slug }: BuiltInExercise, { allowed }: Pick<Person, 'allowed'>): boolean =>
  (allowed.get(slug)?.cautions.length ?? 0) > 0;

/** How much of the way from a goal’s shortest rest to the meant one. */
const SHORTER_RESTS = [0.5, 0];
/** Sets nearer to the bands that a shorter rest has to bring. */
const WORTH_IT = 1;
/** Minutes of cardio at the end of a session of strength, where it is asked for. */
const FINISHER = 15;

/** With the rests that are meant, or shorter ones. @param restShare 1: as meant, 0: as short as the goal allows */
export function fittedAt(days: readonly TrainingDay[], person: Person, restShare: number): Fitted {
  const { profile, regime } = person;
  const minutes = profile.minutesPerSession;
  const meant = new Map<string, Dose>();
  const doseIn = (exercise: BuiltInExercise, room: number): Dose => {
    const level = profile.fitnessLevel;
    const dose = doseOf(exercise, regime, { level, minutes: room, caution: isCautioned(exercise, person) });
    meant.set(exercise.slug, dose);
    const shortest = Math.min(dose.restSeconds, regime.row.restSeconds[0]);
    const rest = shortest + (dose.restSeconds - shortest) * restShare;
    return { ...dose, restSeconds: Math.round(rest / 15) * 15 };
  };
  const sheet: Sheet = {
    ...aroundMinutes(profile, regime),
    days: days.map(({ day, focus, slugs }) => {
      const exercises = known(slugs);
      // Cardio alone may take the whole session; after sets, as long as a session usually ends with.
      const room = exercises.some(isStrength) ? FINISHER : minutes;
      return { day, focus, items: exercises.map((exercise) => ({ exercise, dose: doseIn(exercise, room) })) };
    }),
  };
  keepWithinLimits(sheet);
  const tightness = fitInto(sheet, minutes, regime);
  if (tightness < 3) grow(sheet, minutes, regime, meant);
  return { sheet, tightness };
}
