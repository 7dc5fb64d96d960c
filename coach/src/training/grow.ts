import type { BuiltInExercise } from '../exercises.ts';
import { FINISHER_MINUTES, MOST_SESSION_SETS, MOST_WEEKLY_SETS } from './constants.ts';
import { cardioDose, type Dose } from './dose.ts';
import { setsOn } from './fit.ts';
import { isMajor, isStrength, MUSCLES } from './muscles.ts';
import { isPush } from './patterns.ts';
import type { Regime } from './regime.ts';
import { minutesOn, pushesAndPulls, type Sheet, weeklySets } from './sheet.ts';

/**
 * Adds sets, one at a time where it brings the week nearest to its bands, while every day stays within its minutes and no
 * limit is passed. Then rests grow back to what was meant, where minutes are left.
 * @param meant the doses as they are without any lack of time, by slug
 */
export function grow(sheet: Sheet, minutes: number, regime: Regime, meant: ReadonlyMap<string, Dose>): void {
  const more = (dose: Dose): Dose => ({ ...dose, sets: Math.min(dose.sets + 1, regime.row.sets[1]) });
  const fewer = (dose: Dose): Dose => ({ ...dose, sets: Math.max(1, dose.sets - 1) });
  while (changeBest(sheet, minutes, regime, exercisesOf(sheet), more));
  // A push that was to be followed by a pull for which there was no time left is taken back.
  while (lacksPulls(sheet) && changeBest(sheet, minutes, regime, exercisesOf(sheet).filter(isPush), fewer, Infinity));
  for (const exercise of exercisesOf(sheet)) {
    const rest = meant.get(exercise.slug)?.restSeconds ?? 0;
    changed(sheet, minutes, exercise, (dose) => ({ ...dose, restSeconds: Math.max(rest, dose.restSeconds) }));
  }
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

/**
 * How far a week is from its bands, in sets: what the major muscles lack counts most, then what they have too much, and
 * pushes that no pull answers; within the band its middle is better than its ends.
 */
export function distanceOf(sheet: Sheet, { weekly: [from, to] }: Regime): number {
  const weekly = weeklySets(sheet.days);
  const { pushes, pulls } = pushesAndPulls(sheet.days);
  const unanswered = pulls > 0 ? Math.max(0, pushes - pulls) : 0;
  const distance = (sets: number) =>
    2 * Math.max(0, from - sets) + Math.max(0, sets - to) + 0.1 * Math.max(0, (from + to) / 2 - sets);
  return MUSCLES.reduce((sum, muscle) => {
    const sets = weekly.get(muscle) ?? 0;
    return sum + (isMajor(muscle) ? distance(sets) : 0.3 * Math.max(0, from - sets));
  }, 1.5 * unanswered);
}

const lacksPulls = (sheet: Sheet): boolean => {
  const { pushes, pulls } = pushesAndPulls(sheet.days);
  return pulls > 0 && pushes > pulls;
};

/** Makes the change where it brings the week nearest to its bands. @param allowance how much further away it may be */
function changeBest(
  sheet: Sheet,
  minutes: number,
  regime: Regime,
  exercises: readonly BuiltInExercise[],
  to: (dose: Dose) => Dose,
  allowance = -1e-9,
): boolean {
  const now = distanceOf(sheet, regime);
  const tried = exercises.flatMap((exercise) => {
    const undo = changed(sheet, minutes, exercise, to);
    if (!undo) return [];
    const distance = distanceOf(sheet, regime);
    undo();
    return [{ exercise, distance }];
  });
  const [best] = tried.sort((a, b) => a.distance - b.distance);
  if (!best || best.distance - now > allowance) return false;
  return changed(sheet, minutes, best.exercise, to) !== undefined;
}

/** Changes an exercise’s dose on all its days and gives the way back; undefined where nothing changes or a day, or a limit, would be passed. */
function changed(
  sheet: Sheet,
  minutes: number,
  { slug }: BuiltInExercise,
  to: (dose: Dose) => Dose,
): (() => void) | undefined {
  const items = sheet.days.flatMap((day) => day.items).filter((item) => item.exercise.slug === slug);
  const before = items.map(({ dose }) => dose);
  const undo = () => {
    items.forEach((item, i) => (item.dose = before[i] ?? item.dose));
  };
  for (const item of items) item.dose = to(item.dose);
  const differs = items.some(
    ({ dose }, i) => dose.sets !== before[i]?.sets || dose.restSeconds !== before[i].restSeconds,
  );
  const within =
    differs &&
    sheet.days.every((day) => minutesOn(day, sheet) <= minutes && setsOn(day.items) <= MOST_SESSION_SETS) &&
    [...weeklySets(sheet.days).values()].every((sets) => sets <= MOST_WEEKLY_SETS);
  if (within) return undo;
  undo();
  return undefined;
}

function exercisesOf(sheet: Sheet): BuiltInExercise[] {
  const items = sheet.days
    .flatMap(({ items: ofDay }) => ofDay)
    .map(({ exercise }) => [exercise.slug, exercise] as const);
  return [...new Map(items).values()].filter(isStrength);
}
