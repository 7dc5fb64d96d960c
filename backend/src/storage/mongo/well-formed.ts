/**
 * A copy of a document as it comes back from the engine: without halves of a character, which UTF-8 has none of, and
 * without what is undefined, which BSON would make null.
 */
export function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return whole(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => wellFormed(one)) as T;
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.map(([name, one]) => [whole(name), wellFormed<unknown>(one)])) as T;
}

const whole = (text: string): string => text.replace(/\p{Cs}/gu, '\uFFFD');

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
