import { Refusal } from './refusal.ts';
import type { Place } from '../storage/port.ts';

/** A place in a list as text that means nothing to a client. */
export const cursorOf = ({ date, id }: Place): string => Buffer.from(`${date} ${id}`).toString('base64url');

/** @throws Refusal `invalid_values` for a text that no list gave out */
export function placeOf(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [, date, id] =
    /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9a-f]{24})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (date === undefined || id === undefined)
    throw new Refusal('invalid_values', {
      fields: [{ path: 'cursor', message: 'This is not a cursor that a list gave you.' }],
    });
  return { date, id };
}
