import { describe, expect, it } from 'vitest';
import { clean, decode } from './decode.ts';

const textOf = (...bytes: readonly (string | readonly number[])[]): string =>
  [...decode(Buffer.concat(bytes.map((part) => Buffer.from(part))))].join('');

describe('text of a file', () => {
  it('is UTF-8, with or without a byte order mark', () => {
    expect(textOf('Übung, 重量')).toBe('Übung, 重量');
    expect(textOf([0xef, 0xbb, 0xbf], 'Übung')).toBe('Übung');
  });

  it('is UTF-16 of either order where the mark says so', () => {
    expect(textOf([0xff, 0xfe, 0x44, 0x00, 0xfc, 0x00])).toBe('Dü');
    expect(textOf([0xfe, 0xff, 0x00, 0x44, 0x00, 0xfc])).toBe('Dü');
  });

  it('is Windows-1252 where it is not UTF-8, dashes and quotes included', () => {
    expect(textOf([0xdc, 0x62, 0x75, 0x6e, 0x67, 0x20, 0x96, 0x20, 0x92, 0x80])).toBe('Übung – ’€');
    expect(textOf(Array.from({ length: 128 }, (_, at) => 128 + at))).not.toContain('\uFFFD');
  });

  it('keeps a letter whole that lies across two pieces', () => {
    for (const shift of [0, 1, 2])
      expect(textOf('x'.repeat(8191 - shift), '重量'.repeat(9000))).toBe(
        `${'x'.repeat(8191 - shift)}${'重量'.repeat(9000)}`,
      );
  });

  it('is nothing for an empty file', () => {
    expect(textOf([])).toBe('');
  });

  it('is kept composed and without spaces around it', () => {
    expect(clean(' U\u0308bung\t')).toBe('Übung');
    expect(clean('a\uFFFDb')).toBe('a?b');
  });
});
