import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lzw } from './lzw.ts';
import { read } from '../testing/gif-reader.ts';
import { unlzw } from '../testing/unlzw.ts';
import { packed } from './palette.ts';
import { type Frame, gif } from './writer.ts';

const FLAT = ['#102030', '#F0E0D0', '#C01010', '#10A040'];
const OPTIONS = { width: 12, height: 9, flat: FLAT.map(packed), tolerance: 60 };

/** A picture of these flat colours, by the number of each pixel. */
function picture(numbers: readonly number[]): Uint8Array {
  const pixels = new Uint32Array(OPTIONS.width * OPTIONS.height);
  pixels.forEach((_, i) => (pixels[i] = packed(FLAT[(numbers[i % numbers.length] ?? 0) % FLAT.length] as string)));
  return new Uint8Array(pixels.buffer);
}
const numbers = fc.array(fc.nat(3), { minLength: 1, maxLength: 40 });

describe('LZW', () => {
  it('unpacks to one of the symbols that were allowed for each pixel', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.nat(15), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4000 }),
        (allowed) => {
          const { bytes, symbols } = lzw(
            {
              length: allowed.length,
              count: (pixel) => (allowed[pixel] as number[]).length,
              symbol: (pixel, choice) => (allowed[pixel] as number[])[choice] as number,
            },
            4,
          );
          expect(unlzw(bytes, 4, allowed.length)).toEqual(symbols);
          expect(symbols.every((symbol, pixel) => allowed[pixel]?.includes(symbol))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('ends where the reader looks for the end, however many codes there were', () => {
    for (const bits of [2, 3, 4, 5]) {
      for (let length = 1; length <= 100; length++) {
        const symbols = Uint8Array.from({ length }, (_, i) => (i * i * 7 + (i >> 2)) % ((1 << bits) - 1));
        const choices = { length, count: () => 1, symbol: (pixel: number) => symbols[pixel] as number };
        expect(unlzw(lzw(choices, bits).bytes, bits, length)).toEqual(symbols);
      }
    }
  });

  it('begins a new table when one is full', () => {
    let seed = 1;
    const noise = Array.from({ length: 60_000 }, () => (seed = (seed * 16_807) % 2_147_483_647) % 31);
    const choices = { length: noise.length, count: () => 1, symbol: (pixel: number) => noise[pixel] as number };
    expect([...unlzw(lzw(choices, 5).bytes, 5, noise.length)]).toEqual(noise);
  });
});

describe('a GIF', () => {
  it('reads back as it was written, flat colours exactly', () => {
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1, maxLength: 6 }), (pictures) => {
        const frames = pictures.map((one): Frame => ({ rgba: picture(one), delay: 10 }));
        const film = read(gif(frames, OPTIONS));
        expect(film).toMatchObject({ width: 12, height: 9, loops: true });
        expect(film.frames.reduce((sum, frame) => sum + frame.delay, 0)).toBe(10 * frames.length);
        const shown = film.frames.flatMap((frame) => Array<Uint8Array>(frame.delay / 10).fill(frame.rgba));
        expect(shown).toEqual(frames.map((frame) => frame.rgba));
      }),
      { numRuns: 50 },
    );
  });

  it('is the same to the byte for the same frames', () => {
    const frames = [
      [0, 1, 2],
      [1, 3],
      [2, 2, 0, 1],
    ].map((one): Frame => ({ rgba: picture(one), delay: 8 }));
    expect(gif(frames, OPTIONS)).toEqual(gif(frames, OPTIONS));
  });
});
