import { CIRCUIT_REST_SECONDS, LEAST_REST_SECONDS, MOST_SESSION_SETS, MOST_WEEKLY_SETS } from './constants.ts';
import type { Dose } from './dose.ts';
import { isStrength, setShares } from './muscles.ts';
import type { Regime } from './regime.ts';
import { type Item, minutesOn, type Sheet, type SheetDay, weeklySets } from './sheet.ts';

/** How far the doses had to be cut: 0 not at all, up to a short circuit. */
export type Tightness = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * Makes every day fit into the minutes, by as little as it takes: shorter rests, then fewer exercises on a day where
 * another day has them, single sets, the rests of a circuit, and at last short sets.
 */
export function fitInto(sheet: Sheet, minutes: number, regime: Regime): Tightness {
  const over = () => sheet.days.filter((day) => minutesOn(day, sheet) > minutes);
  const strength = () => sheet.days.flatMap(({ items }) => items).filter(({ exercise }) => isStrength(exercise));
  const all = (change: (dose: Dose) => Partial<Dose>) => {
    for (const item of strength()) item.dose = { ...item.dose, ...change(item.dose) };
  };
  const steps: (() => void)[] = [
    () => {
      all(() => ({ restSeconds: regime.row.restSeconds[0] }));
    },
    () => {
      for (const day of over()) thin(day, sheet, minutes);
      if (over().length > 0) all(() => ({ sets: 1 }));
    },
    () => {
      all(({ restSeconds }) => ({ restSeconds: Math.min(restSeconds, CIRCUIT_REST_SECONDS) }));
    },
    () => {
      all(({ reps, repsTo }) => ({ repsTo: reps === null || repsTo === null ? null : Math.min(repsTo, reps + 2) }));
      shortenCardio(over(), sheet, minutes);
    },
    () => {
      all((dose) => ({ ...shortSet(dose, regime.leastReps), restSeconds: LEAST_REST_SECONDS }));
      shortenCardio(over(), sheet, minutes);
    },
  ];
  let tightness: Tightness = 0;
  shortenCardio(over(), sheet, minutes, 10);
  for (const step of steps) {
    if (over().length === 0) break;
    step();
    tightness = (tightness + 1) as Tightness;
  }
  return tightness;
}

/** Takes sets away, the last exercises’ first, until no muscle and no session has more than is ever planned. */
export function keepWithinLimits(sheet: Sheet): void {
  for (;;) {
    const [muscle] = [...weeklySets(sheet.days)].find(([, sets]) => sets > MOST_WEEKLY_SETS) ?? [];
    const day = sheet.days.find(({ items }) => setsOn(items) > MOST_SESSION_SETS);
    if (!muscle && !day) return;
    const items = (day ? [day] : sheet.days).flatMap((one) => one.items);
    const concerned = items.filter(
      ({ exercise }) =>
        isStrength(exercise) && (muscle === undefined || day !== undefined || setShares(exercise).has(muscle)),
    );
    if (!lessOf(concerned, sheet)) return;
  }
}

/** One set less of the exercise that has most, on all its days; where all are single sets, one day less of one. */
function lessOf(items: readonly Item[], sheet: Sheet): boolean {
  const most = Math.max(...items.map(({ dose }) => dose.sets));
  const slug = items.findLast(({ dose }) => dose.sets === most)?.exercise.slug;
  if (most > 1) {
    for (const item of sheet.days.flatMap((day) => day.items).filter(({ exercise }) => exercise.slug === slug))
      item.dose = { ...item.dose, sets: item.dose.sets - 1 };
    return true;
  }
  const often = items.findLast(
    (item) => daysOf(item, sheet).length > 1 && daysOf(item, sheet).every((day) => day.items.length > 1),
  );
  const day = often && daysOf(often, sheet).at(-1);
  if (!day) return false;
  day.items = day.items.filter(({ exercise }) => exercise !== often.exercise);
  return true;
}

const daysOf = ({ exercise }: Item, sheet: Sheet): SheetDay[] =>
  sheet.days.filter(({ items }) => items.some((item) => item.exercise === exercise));

export const setsOn = (items: readonly Item[]): number =>
  items.reduce((sum, { exercise, dose }) => sum + (isStrength(exercise) ? dose.sets : 0), 0);

/** Takes from a day what other days have, beginning with what comes most often, until it fits or two are left. */
function thin(day: SheetDay, sheet: Sheet, minutes: number): void {
  const times = (item: Item) => daysOf(item, sheet).length;
  while (minutesOn(day, sheet) > minutes && day.items.length > 2) {
    const spare = day.items.filter((item) => times(item) > 1);
    // Of those that come equally often, the last: large movements stay.
    const most = Math.max(...spare.map(times));
    const out = spare.findLast((item) => times(item) === most);
    if (!out) return;
    day.items = day.items.filter((item) => item !== out);
  }
}

/** The least that still trains: a handful of repetitions, or a short hold. */
function shortSet({ reps, duration }: Dose, leastReps: number): Partial<Dose> {
  if (reps === null) return { duration: Math.min(duration ?? SHORT_HOLD_SECONDS, SHORT_HOLD_SECONDS) };
  const least = Math.max(leastReps, SHORT_REPS);
  return { reps: Math.min(reps, least), repsTo: Math.min(reps, least) };
}
const SHORT_HOLD_SECONDS = 15;
const SHORT_REPS = 5;

/** Cardio at the end of a session gives way first; a minute of each is left. */
function shortenCardio(days: readonly SheetDay[], sheet: Sheet, minutes: number, least = 1): void {
  for (const day of days) {
    for (const item of day.items.filter(({ exercise }) => !isStrength(exercise)).reverse()) {
      const tooMuch = Math.max(0, minutesOn(day, sheet) - minutes);
      const now = Math.floor((item.dose.duration ?? 0) / 60);
      item.dose = { ...item.dose, duration: Math.max(Math.min(least, now), now - tooMuch) * 60 };
    }
  }
}
