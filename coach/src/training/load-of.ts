import type { SuggestedExercise } from '@trainer/contract/types';
import { daysBetween } from '../days.ts';
import type { BuiltInExercise } from '../exercises.ts';
import type { TrainingProfile } from '../plans/types.ts';
import { BREAKS, STEPS_KG } from './constants.ts';
import type { Dose } from './dose.ts';
import { bestOf, evidenceFor, isEach, onStep, supportedLoad, takesWeight, usesDumbbells } from './loads.ts';

/** A weight out of the member’s own sets and the sentence that names them; without any, how to find one. */
export function loadOf(
  exercise: BuiltInExercise,
  { reps, repsTo }: Pick<Dose, 'reps' | 'repsTo'>,
  { profile, reserve, caution }: { profile: TrainingProfile; reserve: number | null; caution: boolean },
): { load: SuggestedExercise['load']; says: string | null } {
  if (!takesWeight(exercise, profile.equipment) || reps === null || reserve === null)
    return { load: undefined, says: null };
  const supported = supportedLoad(profile, { exercise, reps, reserve, caution });
  const weight = supported === null ? null : onStep(supported, exercise, profile.equipment);
  const sets = evidenceFor(profile.history, exercise);
  const best = bestOf(sets);
  const newest = sets[0]?.localDate;
  if (weight === null || !best || newest === undefined) {
    const says = `Choose a weight that leaves ${counted(reserve, 'repetition')} at the end of a set.`;
    return { load: undefined, says };
  }
  const each = isEach(exercise, profile.equipment);
  const result = `${kilos(best.weight)}${each ? ' each' : ''} × ${String(best.reps)}`;
  const next = `${kilos(weight + stepAt(weight, exercise, profile))}${each ? ' each' : ''}`;
  const ready = repsTo === null ? '' : `; ready for ${next} when all sets reach ${String(repsTo)}`;
  const away = sayAway(profile, newest);
  return {
    load: { weight, each, basis: `From your ${result} on ${dayOf(best.localDate)}.${away}` },
    says: `Your best is ${result}${ready}.${away}`,
  };
}

function sayAway({ today, history }: TrainingProfile, newest: string): string {
  const days = daysBetween(newest, today ?? history[0]?.localDate ?? newest);
  const share = BREAKS.find(({ fromDays }) => days >= fromDays)?.share;
  if (share === undefined) return '';
  return ` ${String(days)} days away from it: ${String(Math.round((1 - share) * 100))} % lighter to begin with.`;
}

const stepAt = (weight: number, exercise: BuiltInExercise, { equipment }: TrainingProfile): number => {
  if (!usesDumbbells(exercise, equipment)) return STEPS_KG.plates;
  return weight < STEPS_KG.lightUpTo ? STEPS_KG.lightDumbbell : STEPS_KG.dumbbell;
};

const kilos = (kg: number): string => `${String(Math.round(kg * 100) / 100)} kg`;

/** `1 repetition`, `2 repetitions` */
export const counted = (n: number, thing: string): string => `${String(n)} ${thing}${n === 1 ? '' : 's'}`;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2026-11-12` as `12 November 2026` */
export function dayOf(localDate: string): string {
  const [year = '', month = '', day = ''] = localDate.split('-');
  return `${String(Number(day))} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}
