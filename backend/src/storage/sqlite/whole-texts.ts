import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/**
 * The engine's binding takes a text for ended at its first U+0000: a note would lose its end without a word, and
 * `id\0…` would find `id`. Every statement that is prepared from here on binds U+FFFD in its place.
 */
export function bindWholeTexts(db: DatabaseSyncInstance): void {
  const prepare = db.prepare.bind(db);
  replace(db, 'prepare', (sql) => {
    const statement = prepare(sql);
    for (const call of ['get', 'all', 'run'] as const) {
      const bound = statement[call].bind(statement) as (...values: unknown[]) => unknown;
      replace(statement, call, (...values: unknown[]) => bound(...values.map(whole)));
    }
    return statement;
  });
}

/** The engine's own methods can't be assigned to. */
function replace<T, K extends keyof T>(object: T, name: K, value: T[K]): void {
  Object.defineProperty(object, name, { value });
}

/** A text as it comes back from the engine: without U+0000, and without halves of a character, which UTF-8 has none of. */
export const asStored = (text: string): string => text.replaceAll('\0', '\uFFFD').replace(/\p{Cs}/gu, '\uFFFD');

/** A value, or an object of named ones. */
function whole<T>(value: T): T {
  if (typeof value === 'string') return (value.includes('\0') ? asStored(value) : value) as T;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, whole<unknown>(one)])) as T;
}
