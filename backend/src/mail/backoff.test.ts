import { describe, expect, it } from 'vitest';
import { againAt } from './backoff.ts';

const NOW = new Date('2026-07-16T08:30:00.000Z');
const secondsAfter = (attempts: number) => {
  const at = againAt(attempts, NOW);
  return at && (at.getTime() - NOW.getTime()) / 1000;
};

describe('a mail that failed', () => {
  it('waits twice as long each time, up to half an hour', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 50].map(secondsAfter)).toEqual([
      10, 20, 40, 80, 160, 320, 640, 1280, 1800, 1800,
    ]);
  });

  it('is tried for two days, and then no more', () => {
    let hours = 0;
    let attempts = 1;
    for (let wait = secondsAfter(1); wait !== null; wait = secondsAfter((attempts += 1))) hours += wait / 3600;
    expect(Math.round(hours)).toBe(46);
    expect([secondsAfter(attempts), secondsAfter(attempts + 1000)]).toEqual([null, null]);
  });
});
