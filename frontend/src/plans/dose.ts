import type { SuggestedExercise } from '@trainer/contract/types';
import { clock, duration, number, weight, withUnit } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';

type Dose = Pick<SuggestedExercise, 'sets' | 'reps' | 'repsTo' | 'duration'>;

/** `4 × 8–10`, `3 × 30 s`, `20 min` */
export function doseInWords({ sets, reps, repsTo, duration: seconds }: Dose): string {
  if (reps === null && seconds !== null && sets === 1 && seconds >= 120) return secondsInWords(seconds);
  const amount =
    reps !== null ? repsInWords(reps, repsTo) : seconds === null ? t('common:unit.reps') : secondsInWords(seconds);
  return t('plans:dose', { sets, amount });
}

const repsInWords = (from: number, to: number | null): string =>
  to === null || to === from ? number(from) : t('plans:dose.range', { from, to });

/** `90 s`, `2 min`, `2:30` */
export function secondsInWords(seconds: number): string {
  if (seconds < 120) return withUnit(seconds, t('common:unit.s'));
  return seconds % 60 === 0 ? duration(seconds / 60) : clock(seconds);
}

/** `16 kg`, `8 kg each` */
export const loadInWords = ({ weight: kg, each }: NonNullable<SuggestedExercise['load']>): string =>
  each ? t('plans:load.each', { weight: weight(kg) }) : weight(kg);

/** `Rest 2 min. Stop with 2 reps left.` */
export function restInWords(exercise: Pick<SuggestedExercise, 'restSeconds' | 'repsInReserve'>): string {
  const rest = exercise.restSeconds > 0 ? [t('plans:rest', { time: secondsInWords(exercise.restSeconds) })] : [];
  const left = exercise.repsInReserve === null ? [] : [t('plans:rir', { count: exercise.repsInReserve })];
  return [...rest, ...left].join(' ');
}
