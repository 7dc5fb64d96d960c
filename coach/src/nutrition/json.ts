/** Any JSON, and anything else, read without ever throwing: what is not there is undefined. */

export type Anything = Readonly<Record<string, unknown>>;

export const recordOf = (value: unknown): Anything | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Anything) : undefined;

export const listOf = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) ? (value as readonly unknown[]) : undefined;

/** Of what a record has itself, so that `constructor` is no field. */
export const fieldOf = (record: Anything | undefined, key: string): unknown =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const wholeOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) ? value : undefined;

/** Equal as JSON. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  const [listA, listB] = [listOf(a), listOf(b)];
  if (listA && listB) return listA.length === listB.length && listA.every((one, i) => sameJson(one, listB[i]));
  const [recordA, recordB] = [recordOf(a), recordOf(b)];
  if (!recordA || !recordB) return false;
  const keys = Object.keys(recordA);
  return (
    keys.length === Object.keys(recordB).length &&
    keys.every((key) => Object.hasOwn(recordB, key) && sameJson(recordA[key], recordB[key]))
  );
}
