import { clean } from './decode.ts';
import { Unreadable } from './rows.ts';
import { shown } from './units.ts';

const LONGEST_NAME = 120;

/** The name of an exercise. */
export function nameIn(cell: string): string {
  const name = clean(cell);
  if (name === '') throw new Unreadable('The row names no exercise.');
  if (name.length > LONGEST_NAME)
    throw new Unreadable(`The name of the exercise has more than ${String(LONGEST_NAME)} characters.`);
  return name;
}

/**
 * A time on the member's wall as `YYYY-MM-DDTHH:mm:ss`, from one with or without seconds, a `T` or a space; of a bare day its noon.
 * @throws Unreadable for anything else, for days that no calendar has, and for those before 1970
 */
export function wallClockIn(cell: string): string {
  const text = cell.trim();
  const [, day, hour = '12', minute = '00', second = '00'] =
    /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/.exec(text) ?? [];
  const local = `${day ?? ''}T${hour.padStart(2, '0')}:${minute}:${second}`;
  if (!isMoment(local)) throw new Unreadable(`The date “${shown(text)}” is not one like 2024-03-05 07:10:00.`);
  if (local < '1970') throw new Unreadable(`The date “${shown(text)}” lies before 1970.`);
  return local;
}

/** Date.parse takes 30 February for 1 March, and knows 24:00. */
function isMoment(local: string): boolean {
  const time = Date.parse(`${local}Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(local);
}
