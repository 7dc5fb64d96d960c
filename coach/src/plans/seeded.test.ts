import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedOf, seeded } from './seeded.ts';

const many = (seed: number, n: number) => {
  const chance = seeded(seed);
  return Array.from({ length: n }, () => chance.next());
};

describe('seeded chance', () => {
  it('is the same for the same seed, on every machine', () => {
    expect(many(7, 100)).toEqual(many(7, 100));
    expect(many(1, 3).map((x) => Math.round(x * 1000))).toEqual([627, 3, 527]);
  });

  it('is another for another seed', () => {
    const firsts = new Set(Array.from({ length: 500 }, (_, seed) => many(seed, 1)[0]));
    expect(firsts.size).toBe(500);
  });

  it('is spread evenly', () => {
    const tenths = many(42, 10_000).map((x) => Math.floor(x * 10));
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = tenths.filter((one) => one === tenth).length;
      expect(share).toBeGreaterThan(850);
      expect(share).toBeLessThan(1150);
    }
  });

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(fc.double(), fc.integer({ min: -5, max: 40 }), (seed, end) => {
        const chance = seeded(seed);
        const [x, n] = [chance.next(), chance.below(end)];
        expect(x >= 0 && x < 1).toBe(true);
        expect(Number.isInteger(n) && n >= 0 && n < Math.max(1, end)).toBe(true);
      }),
    );
  });

  it('shuffles a copy: the same things, and the list as it was', () => {
    const list = Object.freeze([1, 2, 2, 3, 4, 5, 6, 7, 8]);
    const shuffled = seeded(3).shuffled(list);
    expect(shuffled).not.toEqual(list);
    expect(shuffled.toSorted()).toEqual(list);
    expect(seeded(1).pick([])).toBeUndefined();
    expect(list).toContain(seeded(1).pick(list));
  });
});

describe('a seed out of words', () => {
  it('is a whole number that every word changes, and where one ends', () => {
    expect(seedOf('member', '2026-W48')).toBe(seedOf('member', '2026-W48'));
    expect(new Set([seedOf('a', 'bc'), seedOf('ab', 'c'), seedOf('abc'), seedOf()]).size).toBe(4);
    expect(Number.isInteger(seedOf('தோசை')) && seedOf('தோசை') >= 0).toBe(true);
  });
});
