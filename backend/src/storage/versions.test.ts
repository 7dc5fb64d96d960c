import { describe, expect, it } from 'vitest';
import { versions } from './versions.ts';

interface First {
  v: 1;
  kilograms: number;
}

const upgrade = versions<First>()
  .to(({ kilograms }) => ({ v: 2 as const, grams: kilograms * 1000 }))
  .to(({ grams }) => ({ v: 3 as const, grams, notes: [] as string[] }))
  .build();

describe('a chain of versions', () => {
  it.each([
    { v: 1, kilograms: 2 },
    { v: 2, grams: 2000 },
    { v: 3, grams: 2000, notes: [] },
  ])('leads from version $v to the newest', (stored) => {
    expect(upgrade(stored)).toEqual({ v: 3, grams: 2000, notes: [] });
  });

  it('leaves what is of the newest version as it is', () => {
    const stored = { v: 3, grams: 1, notes: ['kept'] };
    expect(upgrade(stored)).toBe(stored);
  });

  it.each([0, 4, 1.5, NaN])('refuses version %s, which it does not know', (v) => {
    expect(() => upgrade({ v })).toThrow(`has version ${String(v)}; this program knows 1 to 3.`);
  });
});
