import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { device } from '../testing/device.ts';
import { person } from '../testing/people.ts';

const { account } = await import('../account.ts');
const { clock, date, duration, number, time, toKg, weight, weightUnit, weightValue } = await import('./format.ts');

const NBSP = '\u00a0';
const reads = (units: 'metric' | 'imperial', timeZone = 'Asia/Kolkata') => {
  account.update(person({ settings: { ...person().settings, units, timeZone } }));
};

beforeEach(() => {
  device.open('/');
  reads('metric');
});

describe('a number', () => {
  it('has thousands apart and only the digits that say something', () => {
    expect([number(12_345.678), number(37.5, 1), number(37, 1), number(0)]).toEqual(['12,346', '37.5', '37', '0']);
  });

  it('never parts from its unit', () => {
    for (const text of [weight(37.5), duration(46), duration(60)]) {
      expect(text).toContain(NBSP);
      expect(text).not.toContain(' ');
    }
  });
});

describe('a weight', () => {
  it('is read in the person’s own units', () => {
    expect([weight(41.25), weightUnit()]).toEqual([`41.25${NBSP}kg`, 'kg']);
    reads('imperial');
    expect([weight(100), weightUnit()]).toEqual([`220.5${NBSP}lb`, 'lb']);
  });

  it('comes back as the kilograms it was, to 10 g, in either unit', () => {
    const tenGrams = fc.integer({ min: 0, max: 100_000 }).map((n) => n / 100);
    for (const units of ['metric', 'imperial'] as const) {
      reads(units);
      fc.assert(
        fc.property(tenGrams, (kg) => {
          expect(toKg(weightValue(kg))).toBe(kg);
        }),
      );
    }
  });
});

describe('a duration', () => {
  it.each([
    [0, `0${NBSP}min`],
    [46.4, `46${NBSP}min`],
    [59.6, `1${NBSP}h`],
    [823, `13${NBSP}h 43${NBSP}min`],
  ])('of %d minutes is “%s”', (minutes, text) => {
    expect(duration(minutes)).toBe(text);
  });

  it.each([
    [-3, '0:00'],
    [65, '1:05'],
    [3599.6, '1:00:00'],
    [3723, '1:02:03'],
  ])('of %d seconds is “%s” on a clock', (seconds, text) => {
    expect(clock(seconds)).toBe(text);
  });
});

describe('a day', () => {
  it('is the same day wherever somebody reads it', () => {
    for (const zone of ['Pacific/Honolulu', 'Pacific/Kiritimati']) {
      reads('metric', zone);
      expect(date('2026-07-16', 'full')).toBe('16 July 2026');
    }
  });

  it('is as long as its place allows', () => {
    const styles = ['weekday', 'short', 'medium', 'long', 'month', 'monthYear'] as const;
    expect(styles.map((style) => date('2026-07-16', style))).toEqual([
      'Thu',
      '16 Jul',
      'Thu 16 Jul',
      'Thursday 16 July',
      'Jul',
      'July 2026',
    ]);
  });
});

describe('an instant', () => {
  it('is told in the person’s own zone', () => {
    expect(time('2026-07-16T03:02:00Z')).toBe('8:32');
    reads('metric', 'America/New_York');
    expect(time(Date.UTC(2026, 6, 16, 3, 2))).toBe('23:02');
  });
});
