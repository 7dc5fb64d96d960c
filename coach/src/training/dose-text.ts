import type { Dose } from './dose.ts';

/** `3 × 8–12, rest 90 s`, `3 × 30 s, rest 60 s`, `20 min` */
export function doseText(dose: Dose): string {
  const { sets, reps, repsTo, duration, restSeconds } = dose;
  const rest = restSeconds > 0 ? `, rest ${restText(restSeconds)}` : '';
  if (duration !== null)
    return `${sets > 1 || restSeconds > 0 ? `${String(sets)} × ` : ''}${restText(duration)}${rest}`;
  const range = reps === repsTo ? String(reps ?? 0) : `${String(reps ?? 0)}–${String(repsTo ?? 0)}`;
  return `${String(sets)} × ${range}${rest}`;
}

/** `90 s`, `2 min` */
export const restText = (seconds: number): string =>
  seconds >= 120 && seconds % 60 === 0 ? `${String(seconds / 60)} min` : `${String(seconds)} s`;
