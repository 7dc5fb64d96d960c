import { addDays, weekOf } from './days.ts';

/** Sessions that a week takes to count where nothing else is planned. */
export const PLANNED_A_WEEK = 2;

/** Consecutive local days with a workout up to today, or up to yesterday while today has none yet. */
export function streakOf(dates: Iterable<string>, today: string): number {
  const trained = new Set(dates);
  return runUpTo(trained.has(today) ? today : addDays(today, -1), 1, (day) => trained.has(day));
}

/** The longest run of consecutive days. */
export function longestStreakOf(dates: Iterable<string>): number {
  const trained = new Set(dates);
  let longest = 0;
  for (const day of trained) {
    if (!trained.has(addDays(day, 1)))
      longest = Math.max(
        longest,
        runUpTo(day, 1, (earlier) => trained.has(earlier)),
      );
  }
  return longest;
}

/**
 * Weeks in a row, Monday to Sunday, that met the planned number of sessions: up to this week, or to the last one while
 * this one is not met yet.
 * @param dates one entry a workout
 * @param planned workouts a week; fewer than one counts as one, for weeks without a workout never end
 */
export function weeklyStreakOf(dates: Iterable<string>, today: string, planned = PLANNED_A_WEEK): number {
  const sessions = new Map<string, number>();
  for (const date of dates) sessions.set(weekOf(date), (sessions.get(weekOf(date)) ?? 0) + 1);
  const met = (week: string) => (sessions.get(week) ?? 0) >= Math.max(1, planned);
  const thisWeek = weekOf(today);
  return runUpTo(met(thisWeek) ? thisWeek : addDays(thisWeek, -7), 7, met);
}

function runUpTo(last: string, step: number, counts: (date: string) => boolean): number {
  let length = 0;
  for (let date = last; counts(date); date = addDays(date, -step)) length += 1;
  return length;
}
