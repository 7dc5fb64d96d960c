import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsRepeating, jsonIn, rowCounter } from './text.ts';

describe('JSON', () => {
  it.each([
    '{"a":1}',
    '  {"a":1}\n',
    '```json\n{"a":1}\n```',
    '```\n{"a":1}```',
    'Here it is: {"a":1}. Enjoy.',
    'Here it is:\n```json\n{"a":1}\n```\nEnjoy.',
  ])('is found in %j', (text) => {
    expect(jsonIn(text)).toEqual({ a: 1 });
  });

  it.each(['', 'no', '[1]', '"a"', '12', 'null', '{"a":1,}', '{"a":', '} {'])('is none in %j', (text) => {
    expect(jsonIn(text)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void jsonIn(text)));
  });
});

describe('a text that repeats itself', () => {
  it.each(['0', 'ab', ' ', '"idli",', 'x'.repeat(39) + 'y', 'Rest well and drink enough water through the day. '])(
    'is seen after a while of %j',
    (piece) => {
      expect(endsRepeating(`{"why":"${piece.repeat(400)}`)).toBe(true);
    },
  );

  it('is not a plan, however it is laid out', () => {
    const meals = Array.from({ length: 28 }, (_, i) => ({
      day: 1 + Math.floor(i / 4),
      meal: ['breakfast', 'lunch', 'snacks', 'dinner'][i % 4],
      dishes: ['idli', 'sambar'],
      why: 'A light start that keeps you full.',
    }));
    for (const text of [JSON.stringify({ meals }), JSON.stringify({ meals }, null, 2)])
      for (let end = 0; end <= text.length; end += 7) expect(endsRepeating(text.slice(0, end))).toBe(false);
  });
});

it('rows are counted as they become whole, wherever the pieces are cut', () => {
  const meals = [{ why: 'a "}" in it \\' }, { why: 'b', dishes: ['x'] }, { why: '{' }];
  const text = JSON.stringify({ title: '{}', meals, notes: [] });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (cuts) => {
      const counter = rowCounter();
      let [at, rows] = [0, 0];
      for (let i = 0; at < text.length; i++) {
        const length = cuts[i % cuts.length] ?? 1;
        const seen = counter.add(text.slice(at, at + length));
        expect(seen).toBeGreaterThanOrEqual(rows);
        [at, rows] = [at + length, seen];
      }
      expect(rows).toBe(3);
    }),
  );
});
