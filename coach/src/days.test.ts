import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, instantOf, localDateOf, startOfDay, weekOf } from './days.ts';

/** Zones, each with days around which its clocks are changed. */
const CHANGES: readonly [timeZone: string, ...days: string[]][] = [
  ['UTC', '1970-01-02', '2026-03-29'],
  ['Asia/Kolkata', '1970-01-02', '2026-10-25'],
  ['America/New_York', '2026-03-08', '2026-11-01', '1974-01-06'],
  ['Europe/London', '2026-03-29', '2026-10-25', '1971-10-31'],
  // Half an hour of summer time.
  ['Australia/Lord_Howe', '2026-04-05', '2026-10-04'],
  // Friday 30 December 2011 was left out.
  ['Pacific/Apia', '2011-12-30', '2011-09-24'],
  // Summer time began at midnight, so the day began at one.
  ['America/Sao_Paulo', '2017-10-15', '2018-02-18', '2018-11-04'],
  ['Asia/Beirut', '2026-03-29', '2026-10-25'],
  // The clock went back at one minute past midnight, into the day before.
  ['America/St_Johns', '2010-11-07', '2010-03-14', '1988-04-03'],
  ['Pacific/Chatham', '2026-04-05', '2026-09-27'],
  // An offset with seconds in it.
  ['Africa/Monrovia', '1972-01-07'],
  ['Africa/Casablanca', '2026-02-15', '2026-03-22'],
];

/** A moment within 50 hours of a clock change. */
const nearAChange = fc
  .constantFrom(...CHANGES.flatMap(([timeZone, ...days]) => days.map((day) => ({ timeZone, day }))))
  .chain(({ timeZone, day }) =>
    fc
      .integer({ min: -50 * 3600, max: 50 * 3600 })
      .map((seconds) => ({ timeZone, at: Date.parse(`${day}T00:00:00Z`) + seconds * 1000 })),
  );
const anyDay = fc.integer({ min: 0, max: 60_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe('the local day', () => {
  it.each([
    ['2026-07-16T18:29:59Z', 'Asia/Kolkata', '2026-07-16'],
    ['2026-07-16T18:30:00Z', 'Asia/Kolkata', '2026-07-17'],
    ['2026-01-01T04:59:59.999Z', 'America/New_York', '2025-12-31'],
    ['2026-01-01T05:00:00Z', 'America/New_York', '2026-01-01'],
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
  ])('at %s in %s is %s', (at, timeZone, day) => {
    expect(localDateOf(new Date(at), timeZone)).toBe(day);
  });

  it('is what another calendar says', () => {
    fc.assert(
      fc.property(nearAChange, ({ timeZone, at }) => {
        expect(localDateOf(new Date(at), timeZone)).toBe(wall(at, timeZone).slice(0, 10));
      }),
    );
  });

  it('refuses what is no moment and what is no zone', () => {
    expect(() => localDateOf(new Date('never'), 'UTC')).toThrow(RangeError);
    expect(() => localDateOf(new Date(0), 'Atlantis/Capital')).toThrow(RangeError);
  });
});

describe('counting days', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-07-16', 0, '2026-07-16'],
    ['1970-01-01', -1, '1969-12-31'],
  ])('%s and %i days is %s', (day, n, then) => {
    expect(addDays(day, n)).toBe(then);
    expect(daysBetween(day, then)).toBe(n);
  });

  it('adds up, and goes back the way it came', () => {
    const days = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(anyDay, days, days, (day, n, m) => {
        expect(addDays(addDays(day, n), m)).toBe(addDays(day, n + m));
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(addDays(day, n) < day).toBe(n < 0);
      }),
    );
  });

  it('knows the Monday of each week', () => {
    expect(weekOf('2026-07-13')).toBe('2026-07-13');
    expect(weekOf('2026-07-19')).toBe('2026-07-13');
    expect(weekOf('2026-01-01')).toBe('2025-12-29');
    fc.assert(
      fc.property(
        anyDay.map((day) => addDays(day, -10_000)),
        (day) => {
          expect(new Date(weekOf(day)).getUTCDay()).toBe(1);
          expect(daysBetween(weekOf(day), day)).toBeGreaterThanOrEqual(0);
          expect(daysBetween(weekOf(day), day)).toBeLessThan(7);
        },
      ),
    );
  });

  it('refuses what is no day', () => {
    expect(() => addDays('someday', 1)).toThrow(RangeError);
    expect(() => weekOf('')).toThrow(RangeError);
  });
});

describe('the instant of a wall-clock time', () => {
  it.each([
    ['an ordinary time', '2026-07-16T08:30:00', 'Asia/Kolkata', '2026-07-16T03:00:00.000Z'],
    ['one skipped in spring', '2026-03-08T02:30:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['the first after that gap', '2026-03-08T03:00:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['one that comes twice in autumn', '2026-11-01T01:30:00', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['one that comes twice in London', '2026-10-25T01:30:00', 'Europe/London', '2026-10-25T00:30:00.000Z'],
    ['one in a gap of half an hour', '2026-10-04T02:15:00', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['one that comes twice in half an hour', '2026-04-05T01:45:00', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    ['noon of a day that was left out', '2011-12-30T12:00:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['one beside an offset with seconds', '1971-06-01T00:00:00', 'Africa/Monrovia', '1971-06-01T00:44:30.000Z'],
  ])('%s: %s in %s', (_what, local, timeZone, instant) => {
    expect(instantOf(local, timeZone).toISOString()).toBe(instant);
  });

  it('is the first one at which the clock shows that time or a later one', () => {
    const local = nearAChange.map(({ timeZone, at }) => ({
      timeZone,
      local: new Date(at).toISOString().slice(0, 19),
    }));
    fc.assert(
      fc.property(local, fc.integer({ min: 1, max: 50 * 3600 }), ({ timeZone, local }, seconds) => {
        const instant = instantOf(local, timeZone).getTime();
        expect(wall(instant, timeZone) >= local).toBe(true);
        expect(wall(instant - 1000, timeZone) < local).toBe(true);
        expect(wall(instant - seconds * 1000, timeZone) < local).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('leads back to a time that the clock has shown', () => {
    fc.assert(
      fc.property(nearAChange, ({ timeZone, at }) => {
        const shown = wall(at, timeZone);
        const instant = instantOf(shown, timeZone).getTime();
        expect(wall(instant, timeZone)).toBe(shown);
        expect(instant).toBeLessThanOrEqual(at);
      }),
    );
  });

  it('refuses what is no time', () => {
    expect(() => instantOf('2026-07-16', 'Mars/Olympus')).toThrow(RangeError);
    expect(() => instantOf('yesterday', 'UTC')).toThrow(RangeError);
  });
});

describe('the start of a day', () => {
  it('is one o’clock where midnight is skipped', () => {
    expect(startOfDay('2017-10-15', 'America/Sao_Paulo').toISOString()).toBe('2017-10-15T03:00:00.000Z');
  });

  it('parts a day from the one before', () => {
    fc.assert(
      fc.property(nearAChange, ({ timeZone, at }) => {
        const day = localDateOf(new Date(at), timeZone);
        const start = startOfDay(day, timeZone);
        expect(localDateOf(start, timeZone)).toBe(day);
        expect(localDateOf(new Date(start.getTime() - 1), timeZone) < day).toBe(true);
      }),
    );
  });

  it('of a day that was left out is that of the next', () => {
    expect(startOfDay('2011-12-30', 'Pacific/Apia')).toEqual(startOfDay('2011-12-31', 'Pacific/Apia'));
  });
});

/** `YYYY-MM-DDTHH:mm:ss`, put together from parts: another way than that of the code. */
function wall(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}
