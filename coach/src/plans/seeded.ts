/** Chance that can be repeated: the same seed gives the same choices, on every machine. */
export interface Seeded {
  /** 0 ≤ x < 1 */
  next: () => number;
  /** A whole number, 0 ≤ n < `end`; 0 where `end` is less than 1. */
  below: (end: number) => number;
  /** One of the list; undefined where it is empty. */
  pick: <T>(list: readonly T[]) => T | undefined;
  /** The same things in another order; the list itself stays as it is. */
  shuffled: <T>(list: readonly T[]) => T[];
}

/** @param seed any number; what is no finite one counts as 0 */
export function seeded(seed: number): Seeded {
  const next = mulberry32(Number.isFinite(seed) ? seed : 0);
  const below = (end: number) => (end < 1 ? 0 : Math.floor(next() * end));
  return {
    next,
    below,
    pick: (list) => list[below(list.length)],
    shuffled: <T>(list: readonly T[]) => {
      const rest = [...list];
      const given: T[] = [];
      while (rest.length > 0) given.push(...rest.splice(below(rest.length), 1));
      return given;
    },
  };
}

/** A seed out of words, such as a person’s id and a week: FNV-1a, 32 bits. */
export function seedOf(...words: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const word of words) {
    // The end of a word counts too, so that ('ab', 'c') and ('a', 'bc') differ.
    for (const unit of `${word}\u0000`) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

/** Tommy Ettinger’s generator, 32 bits of state: enough to vary plans, and never for a secret. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
