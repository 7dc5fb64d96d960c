import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inSlices } from './slices.ts';

const never = () => new Error('too many');

describe('text in slices', () => {
  it('is the same text, with few lines in each', () => {
    const pieces = fc.array(fc.string({ unit: fc.constantFrom('a', '\n', '\r', ','), maxLength: 900 }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(pieces, (text) => {
        const slices = [...inSlices(text, Infinity, never)];
        expect(slices.join('')).toBe(text.join(''));
        for (const slice of slices) expect(slice.split(/[\r\n]/).length).toBeLessThanOrEqual(129);
      }),
    );
  });

  it('ends where there are more lines than anybody has', () => {
    expect(() => [...inSlices(['a\nb\n', 'c\n'], 2, never)]).toThrow('too many');
    expect([...inSlices(['a\nb\n', 'c'], 2, never)]).toEqual(['a\nb\n', 'c']);
  });
});
