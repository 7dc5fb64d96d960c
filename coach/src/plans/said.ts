import { folded, nearest } from './near-words.ts';
import { NOTHING } from './word-lists.ts';

/** One word, several in one text, or a list of them, as a person gave them. */
export type Said = string | readonly string[] | null | undefined;

/** A word that maps to nothing: it is refused by name, never passed over. `meant` is what is near. */
export interface UnknownWord {
  word: string;
  meant: string | null;
}

export interface Reading<T> {
  known: T[];
  unknown: UnknownWord[];
}

/** What words stand for, by the folded word. */
export type Vocabulary<T> = ReadonlyMap<string, T>;

/** Words round a known one, which is the first group; where `fits`, only round some: “no milk”, but not “no diabetes”. */
export interface Frame<T> {
  around: RegExp;
  fits?: (value: T) => boolean;
}

/** Lists of words, one for each value, as `a|b`; the value itself is one of them. */
export function vocabularyOf<T extends string>(lists: Readonly<Record<T, string>>): Map<string, T> {
  const words = new Map<string, T>();
  for (const [value, list] of Object.entries(lists) as [T, string][])
    for (const word of [value, ...list.split('|')]) if (!words.has(folded(word))) words.set(folded(word), value);
  return words;
}

/** Reads each word of what was said. Each value comes once, in the order in which it was said. */
export function read<T>(
  said: Said,
  vocabulary: Vocabulary<T>,
  { frames = [], name = String }: { frames?: readonly Frame<T>[]; name?: (value: T) => string } = {},
): Reading<T> {
  const known = new Set<T>();
  const unknown: UnknownWord[] = [];
  for (const word of wordsOf(said)) {
    const values = valuesOf(word, vocabulary, frames);
    if (values) for (const value of values) known.add(value);
    else {
      const near = nearest(word, vocabulary.keys());
      const meant = near === undefined ? undefined : vocabulary.get(near);
      unknown.push({ word, meant: meant === undefined ? null : name(meant) });
    }
  }
  return { known: [...known], unknown };
}

/** The separate words: by commas, semicolons and lines. Those that say “nothing” are left out. */
const wordsOf = (said: Said): string[] =>
  (typeof said === 'string' ? [said] : (said ?? []))
    .flatMap((text) => text.split(/[,;\n]/))
    .map((word) => word.trim())
    .filter((word) => !saysNothing(word));

/** A dash says nothing; a picture of a peanut says something, though we cannot read it. */
const saysNothing = (word: string): boolean => /^[\s\-–—._]*$/.test(word) || NOTHING.has(folded(word));

/** A whole word as it stands, else what its frame leaves of it, else each half of an “and”. */
function valuesOf<T>(word: string, vocabulary: Vocabulary<T>, frames: readonly Frame<T>[]): T[] | undefined {
  const plain = folded(word);
  const found = lookUp(plain, vocabulary, frames);
  if (found !== undefined) return [found];
  const halves = word.split(/\s+(?:and|or|plus|with)\s+|[&+/|]/i).map((half) => half.trim());
  if (halves.length < 2) return undefined;
  const each = halves.filter((half) => !saysNothing(half)).map((half) => lookUp(folded(half), vocabulary, frames));
  const values = each.filter((value) => value !== undefined);
  return values.length > 0 && values.length === each.length ? values : undefined;
}

function lookUp<T>(plain: string, vocabulary: Vocabulary<T>, frames: readonly Frame<T>[]): T | undefined {
  const whole = vocabulary.get(plain);
  if (whole !== undefined) return whole;
  for (const frame of frames) {
    const inner = frame.around.exec(plain)?.[1];
    const value = inner === undefined ? undefined : vocabulary.get(inner.trim());
    if (value !== undefined && frame.fits?.(value) !== false) return value;
  }
  return undefined;
}
