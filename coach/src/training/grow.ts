import type { BuiltInExercise } from '../exercises.ts';
import { FINISHER_MINUTES, MOST_SESSION_SETS, MOST_WEEKLY_SETS } from './constants.ts';
import { type Dose, cardioDose } from './dose.ts';
import { setsOn } from './fit.ts';
import { isStrength, MAJOR_MUSCLES, type Muscle, MUSCLES, setShares } from './muscles.ts';
import { isPush } from './patterns.ts';
import type { Regime } from './regime.ts';
import { minutesOn, pushesAndPulls, type Sheet, weeklySets } from './sheet.ts';

/**
 * Adds sets, one at a time to the exercise whose muscles lack most, the major ones first, while every day stays within
 * its minutes and every muscle within its band; pushes never come before pulls. Then rests grow back to what was meant,
 * where minutes are left.
 * @param meant the doses as they are without any lack of time, by slug
 */
export function grow(sheet: Sheet, minutes: number, regime: Regime, meant: ReadonlyMap<string, Dose>): void {
  const [from, to] = regime.weekly;
  for (const [target, muscles] of [
    [from, MAJOR_MUSCLES],
    [from, MUSCLES],
    [Math.round((from + to) / 2), MAJOR_MUSCLES],
  ] as const) {
    while (growOne(sheet, minutes, regime, { target, muscles }));
  }
  for (const exercise of exercisesOf(sheet)) {
    const rest = meant.get(exercise.slug)?.restSeconds ?? 0;
    change(sheet, minutes, exercise, (dose) => ({ ...dose, restSeconds: Math.max(rest, dose.restSeconds) }));
  }
}

/** Sets that the major muscles lack of their band, and those that they have too much. */
export function lackOf(sheet: Sheet, { weekly: [from, to] }: Regime): number {
  const weekly = weeklySets(sheet.days);
  return MAJOR_MUSCLES.map((muscle) => weekly.get(muscle) ?? 0).reduce(
    (sum, sets) => sum + Math.max(0, from - sets) + Math.max(0, sets - to),
    0,
  );
}

/** Ends each session of strength with easy cardio where at least five minutes are left. */
export function finish(sheet: Sheet, minutes: number, exercise: BuiltInExercise | undefined): void {
  if (!exercise) return;
  const [least, most] = FINISHER_MINUTES;
  for (const day of sheet.days) {
    const strength = day.items.every((item) => isStrength(item.exercise));
    const left = Math.min(most, Math.floor((minutes - minutesOn(day, sheet)) / least) * least);
    if (strength && left >= least) day.items.push({ exercise, dose: cardioDose(exercise, 'advanced', left) });
  }
}

interface Aim {
  target: number;
  muscles: readonly Muscle[];
}

function growOne(sheet: Sheet, minutes: number, regime: Regime, { target, muscles }: Aim): boolean {
  const weekly = weeklySets(sheet.days);
  const { pushes, pulls } = pushesAndPulls(sheet.days);
  const lack = (exercise: BuiltInExercise) =>
    Math.max(
      0,
      ...[...setShares(exercise)]
        .filter(([muscle, share]) => share === 1 && muscles.includes(muscle))
        .map(([muscle]) => target - (weekly.get(muscle) ?? 0)),
    );
  const tooMuch = (exercise: BuiltInExercise, times: number) =>
    [...setShares(exercise)].some(([muscle, share]) => {
      const sets = (weekly.get(muscle) ?? 0) + share * times;
      return sets > MOST_WEEKLY_SETS || (share === 1 && sets > regime.weekly[1]);
    });
  const wanting = exercisesOf(sheet)
    .map((exercise) => ({ exercise, times: timesOf(sheet, exercise), lacks: lack(exercise) }))
    .filter(({ exercise, times, lacks }) => {
      if (lacks <= 0 || tooMuch(exercise, times)) return false;
      return !isPush(exercise) || pulls === 0 || pushes + times <= pulls;
    })
    .sort((a, b) => b.lacks - a.lacks);
  return wanting.some(({ exercise }) =>
    change(sheet, minutes, exercise, (dose) => ({ ...dose, sets: Math.min(dose.sets + 1, regime.row.sets[1]) })),
  );
}

/** Changes an exercise’s dose on all its days, unless one of them would no longer fit. */
function change(sheet: Sheet, minutes: number, { slug }: BuiltInExercise, to: (dose: Dose) => Dose): boolean {
  const items = sheet.days.flatMap((day) => day.items).filter((item) => item.exercise.slug === slug);
  const before = items.map(({ dose }) => dose);
  for (const item of items) item.dose = to(item.dose);
  const changed = items.some(({ dose }, i) => JSON.stringify(dose) !== JSON.stringify(before[i]));
  const fits = sheet.days.every((day) => minutesOn(day, sheet) <= minutes && setsOn(day.items) <= MOST_SESSION_SETS);
  if (changed && fits) return true;
  items.forEach((item, i) => (item.dose = before[i] ?? item.dose));
  return false;
}

function exercisesOf(sheet: Sheet): BuiltInExercise[] {
  const items = sheet.days
    .flatMap(({ items: ofDay }) => ofDay)
    .map(({ exercise }) => [exercise.slug, exercise] as const);
  return [...new Map(items).values()].filter(isStrength);
}

const timesOf = (sheet: Sheet, { slug }: BuiltInExercise): number =>
  sheet.days.filter(({ items }) => items.some(({ exercise }) => exercise.slug === slug)).length;
