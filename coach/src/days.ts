/** Days of a person's own calendar, written `YYYY-MM-DD`. Counting goes by the calendar, never by 86,400 seconds. */

/** The local day at an instant. @param timeZone IANA name */
export function localDateOf(at: Date, timeZone: string): string {
  return wallTime(at.getTime(), timeZone).slice(0, 10);
}

/** `n` days later, or earlier where `n` is negative. */
export function addDays(localDate: string, n: number): string {
  return dateOf(dayNumber(localDate) + n);
}

/** Days from `a` to `b`; negative where `b` comes first. */
export const daysBetween = (a: string, b: string): number => dayNumber(b) - dayNumber(a);

/** The Monday of a day's week. */
export function weekOf(localDate: string): string {
  return dateOf(dayNumber(localDate) - weekdayOf(localDate) + 1);
}

/** From 1, a Monday, to 7. */
export function weekdayOf(localDate: string): number {
  // 1970-01-01 was a Thursday, the fourth day of its week.
  return ((((dayNumber(localDate) + 3) % 7) + 7) % 7) + 1;
}

/**
 * The instant of a wall-clock time. A time that a clock change skips stands for the first one after the gap; one that
 * comes twice stands for the first.
 * @param local `YYYY-MM-DDTHH:mm:ss`
 */
export function instantOf(local: string, timeZone: string): Date {
  const asUtc = Date.parse(`${local}Z`);
  // Offsets a day before and after: between them lies at most one change.
  const offsets = [asUtc - DAY_MS, asUtc + DAY_MS].map((at) => offsetAt(at, timeZone));
  const candidates = offsets.map((offset) => asUtc - offset).sort((a, b) => a - b);
  for (const at of candidates) if (at + offsetAt(at, timeZone) === asUtc) return new Date(at);
  return new Date(firstAfter(local, candidates[0] ?? asUtc, candidates[1] ?? asUtc, timeZone));
}

/** The first instant of a local day; where midnight is skipped, the day begins later. */
export const startOfDay = (localDate: string, timeZone: string): Date => instantOf(`${localDate}T00:00:00`, timeZone);

const DAY_MS = 86_400_000;

const dayNumber = (localDate: string): number => Math.floor(Date.parse(`${localDate}T00:00:00Z`) / DAY_MS);
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Where a gap swallows `local`: the instant of the change itself, found between one that is before it and one after. */
function firstAfter(local: string, before: number, after: number, timeZone: string): number {
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (wallTime(middle, timeZone) < local) low = middle;
    else high = middle;
  }
  return high;
}

/** What is added to UTC to get the wall time, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const whole = Math.floor(at / 1000) * 1000;
  return Date.parse(`${wallTime(whole, timeZone)}Z`) - whole;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** `YYYY-MM-DDTHH:mm:ss` on the wall of a place. */
function wallTime(at: number, timeZone: string): string {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    // Swedish writes dates the ISO way, so that nothing has to be put together.
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(at).replace(' ', 'T');
}
