import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diamond, type Dot, kolamMarkup, kolamPath } from './kolam-path.ts';

/** The drawn quarter curves without their order; -0.0 is 0.0. */
const curves = (path: string) =>
  path
    .replaceAll(/-0\.0\b/g, '0.0')
    .split('M')
    .slice(1)
    .sort();

describe('a kolam', () => {
  it('of five dots is the mark of the product, to the letter', () => {
    const mark =
      'M-20.0 -8.6C-14.8 -8.6 -13.7 -3.7 -10.0 0.0M-10.0 0.0C-13.7 3.7 -14.8 8.6 -20.0 8.6M-20.0 8.6C-25.2 8.6 -28.6 5.2 -28.6 0.0M-28.6 0.0C-28.6 -5.2 -25.2 -8.6 -20.0 -8.6M0.0 -28.6C5.2 -28.6 8.6 -25.2 8.6 -20.0M8.6 -20.0C8.6 -14.8 3.7 -13.7 0.0 -10.0M0.0 -10.0C-3.7 -13.7 -8.6 -14.8 -8.6 -20.0M-8.6 -20.0C-8.6 -25.2 -5.2 -28.6 0.0 -28.6M0.0 -10.0C3.7 -6.3 6.3 -3.7 10.0 0.0M10.0 0.0C6.3 3.7 3.7 6.3 0.0 10.0M0.0 10.0C-3.7 6.3 -6.3 3.7 -10.0 0.0M-10.0 0.0C-6.3 -3.7 -3.7 -6.3 0.0 -10.0M0.0 10.0C3.7 13.7 8.6 14.8 8.6 20.0M8.6 20.0C8.6 25.2 5.2 28.6 0.0 28.6M0.0 28.6C-5.2 28.6 -8.6 25.2 -8.6 20.0M-8.6 20.0C-8.6 14.8 -3.7 13.7 0.0 10.0M20.0 -8.6C25.2 -8.6 28.6 -5.2 28.6 0.0M28.6 0.0C28.6 5.2 25.2 8.6 20.0 8.6M20.0 8.6C14.8 8.6 13.7 3.7 10.0 0.0M10.0 0.0C13.7 -3.7 14.8 -8.6 20.0 -8.6';
    expect(curves(kolamPath(diamond(1), 20))).toEqual(curves(mark));
  });

  it('of a dot alone is a round', () => {
    const round =
      'M0.0 -8.6C5.2 -8.6 8.6 -5.2 8.6 0.0M8.6 0.0C8.6 5.2 5.2 8.6 0.0 8.6M0.0 8.6C-5.2 8.6 -8.6 5.2 -8.6 0.0M-8.6 0.0C-8.6 -5.2 -5.2 -8.6 0.0 -8.6';
    expect(curves(kolamPath([[0, 0]], 20))).toEqual(curves(round));
  });

  it('of no dots draws nothing', () => {
    expect(kolamPath([], 20)).toBe('');
  });

  const dots = fc
    .uniqueArray(fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 })), {
      selector: String,
      minLength: 1,
    })
    .map((list): Dot[] => list);

  it('is closed, whatever the dots: wherever a curve ends, another goes on', () => {
    fc.assert(
      fc.property(dots, (given) => {
        const ends = new Map<string, number>();
        for (const [, start = '', stop = ''] of kolamPath(given, 40).matchAll(/M(\S+ \S+)C.*?(\S+ \S+)(?=M|$)/g))
          for (const end of [start, stop].map((point) => point.replaceAll(/-0\.0\b/g, '0.0')))
            ends.set(end, (ends.get(end) ?? 0) + 1);
        expect([...ends.values()].every((count) => count % 2 === 0)).toBe(true);
      }),
    );
  });

  it('is the same wherever it is drawn', () => {
    const beside = kolamPath([[0, 0], [1, 0]], 20); // prettier-ignore
    const moved = kolamPath([[3, 0], [4, 0]], 20); // prettier-ignore
    const shifted = beside.replaceAll(
      /(-?\d+\.\d) (-?\d+\.\d)/g,
      (_, x: string, y: string) => `${(Number(x) + 60).toFixed(1)} ${y}`,
    );
    expect(curves(moved)).toEqual(curves(shifted));
  });

  it('has one circle a dot', () => {
    expect(kolamMarkup(diamond(2), 20, 3).match(/<circle/g)).toHaveLength(13);
    expect([0, 1, 2, 3].map((size) => diamond(size).length)).toEqual([1, 5, 13, 25]);
  });
});
