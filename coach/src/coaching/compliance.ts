import type { Compliance } from '@trainer/contract/types';
import { addDays, weekdayOf } from '../days.ts';

/** The weekdays (1 is Monday) of a time on which a workout is planned; both ends are included. */
export interface PlannedTime {
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** Planned days, and how many of them had a workout. */
export interface Counted {
  done: number;
  planned: number;
}

/**
 * Compliance: planned workouts that were done ÷ planned workouts, in per cent, over the last 7, 30 and 90 days, today
 * among them.
 *
 * - A day is planned where any plan has a workout on its weekday, from the plan’s `startsOn` to the end of its last week,
 *   or until it was changed or taken back. Two plans on one day are one planned day.
 * - It is done where the person logged a workout on that local day, whichever it was.
 * - Today counts once it is done: until midnight nobody has missed it.
 */
export const complianceOf = (counted: Record<keyof Compliance, Counted>): Compliance => ({
  d7: percent(counted.d7),
  d30: percent(counted.d30),
  d90: percent(counted.d90),
});

/** How far back anybody looks. */
const LONGEST_DAYS = 90;

/** The planned ones of the last 90 days, oldest first; today only where it is done. @param trained days with a workout */
export function plannedDays(times: readonly PlannedTime[], trained: ReadonlySet<string>, today: string): string[] {
  if (times.length === 0) return [];
  return lastDays(today).flatMap(({ date, weekday }) => {
    if (date === today && !trained.has(date)) return [];
    const isPlanned = times.some(({ from, to, weekdays }) => date >= from && date <= to && weekdays.includes(weekday));
    return isPlanned ? [date] : [];
  });
}

/** What the percentages are made of. @param planned as `plannedDays` gives them */
export const countedOf = (
  planned: readonly string[],
  trained: ReadonlySet<string>,
  today: string,
): Record<keyof Compliance, Counted> => ({
  d7: countedIn(planned, trained, daysBefore(today, 6), today),
  d30: countedIn(planned, trained, daysBefore(today, 29), today),
  d90: countedIn(planned, trained, daysBefore(today, 89), today),
});

/** Of these planned days, those of a span; both ends are included. */
export function countedIn(planned: readonly string[], trained: ReadonlySet<string>, from: string, to: string): Counted {
  const days = planned.filter((day) => day >= from && day <= to);
  return { done: days.filter((day) => trained.has(day)).length, planned: days.length };
}

export const percent = ({ done, planned }: Counted): number | null =>
  planned === 0 ? null : Math.round((100 * done) / planned);

/** The day so many days before today, of those that anybody looks back to. */
export const daysBefore = (today: string, ago: number): string => lastDays(today).at(-1 - ago)?.date ?? today;

interface CalendarDay {
  date: string;
  weekday: number;
}

/** Almost everybody’s today is the same day: a list of hundreds of people works these days out once. */
const calendars = new Map<string, readonly CalendarDay[]>();
const CALENDARS_KEPT = 8;

function lastDays(today: string): readonly CalendarDay[] {
  const known = calendars.get(today);
  if (known) return known;
  if (calendars.size >= CALENDARS_KEPT) calendars.clear();
  const days = Array.from({ length: LONGEST_DAYS }, (_, i) => addDays(today, i + 1 - LONGEST_DAYS));
  const calendar = days.map((date) => ({ date, weekday: weekdayOf(date) }));
  calendars.set(today, calendar);
  return calendar;
}
