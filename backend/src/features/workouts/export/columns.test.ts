import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guarded, unguarded } from './columns.ts';

describe('text in a cell', () => {
  it.each(['=1+1', '+49 170', '-5', '@import', '\tindented', '＝A1', "'=x", "''@y"])(
    '“%s” is no formula in a spreadsheet',
    (text) => {
      expect(guarded(text)).toBe(`'${text}`);
    },
  );

  it.each(['Push Day', "'quoted'", "''", '5 - 3', ''])('“%s” stays as it is', (text) => {
    expect(guarded(text)).toBe(text);
  });

  it('is the same again when it is read, whatever it is', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^'{0,3}[=+\-@\t\r\n＝]{0,2}[a-z]{0,2}$/));
    fc.assert(
      fc.property(text, (written) => {
        expect(unguarded(guarded(written))).toBe(written);
        expect(guarded(written)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
  });
});
