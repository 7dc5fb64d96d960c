import { isDeepStrictEqual } from 'node:util';

/**
 * Whether two answers say the same. Half of a character is nothing that UTF-8 has: one store keeps it inside a document,
 * the other has U+FFFD in its place.
 */
export const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(whole(one), whole(other));

function whole(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\p{Cs}/gu, '\uFFFD');
  if (value instanceof Map) return whole([...value]);
  if (Array.isArray(value)) return value.map(whole);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, whole(one)]));
}
