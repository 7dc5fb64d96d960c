import { describe, expect, it } from 'vitest';
import { ClientId, GivenInstant, GivenLocalDate, Id, Limit, LocalDate, Rpe, TimeZone } from './values.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const fromNow = (ms: number) => new Date(Date.now() + ms).toISOString();

describe('a time zone', () => {
  it.each(['UTC', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'Asia/Calcutta'])(
    'may be %s',
    (name) => {
      expect(TimeZone.parse(name)).toBe(name);
    },
  );

  // Offsets know nothing of daylight saving time.
  it.each(['', ' ', '+05:30', '-08', 'Mars/Olympus', 'Asia/Kolkata ', 'Asia', '__proto__', 'A'.repeat(65)])(
    'may not be %j',
    (name) => {
      expect(TimeZone.safeParse(name).success).toBe(false);
    },
  );
});

describe('a moment that a person gives', () => {
  it.each([
    ['2026-07-16T08:30:00Z', '2026-07-16T08:30:00.000Z'],
    ['2026-07-16T08:30:00+05:30', '2026-07-16T03:00:00.000Z'],
    ['2026-07-16T00:10:00.250-08:00', '2026-07-16T08:10:00.250Z'],
    ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
    ['1969-12-31T23:00:00-01:00', '1970-01-01T00:00:00.000Z'],
  ])('%s is read as %s', (given, utc) => {
    expect(GivenInstant.parse(given)).toBe(utc);
  });

  it.each([
    '1969-12-31T23:59:59Z',
    '1970-01-01T00:00:00+01:00',
    '2999-01-01T00:00:00Z',
    '2026-07-16',
    '2026-07-16T08:30:00',
    '2026-02-29T08:30:00Z',
    '2026-07-16T24:00:00Z',
    '2026-07-16 08:30:00Z',
    'yesterday',
    '',
  ])('%j is refused', (given) => {
    expect(GivenInstant.safeParse(given).success).toBe(false);
  });

  it('may lie up to a day ahead, for clocks differ', () => {
    expect(GivenInstant.safeParse(fromNow(DAY_MS - MINUTE_MS)).success).toBe(true);
    expect(GivenInstant.safeParse(fromNow(DAY_MS + MINUTE_MS)).success).toBe(false);
  });
});

describe('a day', () => {
  it('is one that the calendar has', () => {
    for (const day of ['2026-07-16', '2028-02-29', '1900-01-01']) expect(LocalDate.parse(day)).toBe(day);
    for (const day of ['2026-02-29', '2026-7-16', '2026-07-16T00:00:00Z', '']) {
      expect(LocalDate.safeParse(day).success, day).toBe(false);
    }
  });

  it('that a person gives lies between 1970 and tomorrow, wherever they are', () => {
    for (const day of ['1970-01-01', fromNow(DAY_MS).slice(0, 10)]) expect(GivenLocalDate.parse(day)).toBe(day);
    for (const day of ['1969-12-31', '0001-01-01', fromNow(4 * DAY_MS).slice(0, 10)]) {
      expect(GivenLocalDate.safeParse(day).success, day).toBe(false);
    }
  });
});

describe('ids', () => {
  it('are 24 hexadecimal digits in lower case', () => {
    expect(Id.parse('0123456789abcdef01234567')).toBe('0123456789abcdef01234567');
    for (const id of [
      '',
      '0123456789ABCDEF01234567',
      '0123456789abcdef0123456',
      `${'a'.repeat(24)}\n`,
      `${'a'.repeat(24)}\u0000`,
    ]) {
      expect(Id.safeParse(id).success, id).toBe(false);
    }
  });

  it('of clients are UUIDs, the same in either case', () => {
    expect(ClientId.parse('0B0F1E0E-6D52-4B3F-9A35-1F2E3D4C5B6A')).toBe('0b0f1e0e-6d52-4b3f-9a35-1f2e3d4c5b6a');
    expect(ClientId.safeParse('0b0f1e0e6d524b3f9a351f2e3d4c5b6a').success).toBe(false);
  });
});

describe('numbers', () => {
  it('of a list’s length are read from the query, 20 where there is none', () => {
    expect(Limit.parse(undefined)).toBe(20);
    expect(Limit.parse('100')).toBe(100);
    for (const limit of ['0', '101', '1.5', '-1', '', 'ten', 'NaN'])
      expect(Limit.safeParse(limit).success, limit).toBe(false);
  });

  it('of RPE go from 1 to 10 in halves', () => {
    for (const rpe of [1, 6.5, 10]) expect(Rpe.parse(rpe)).toBe(rpe);
    for (const rpe of [0.5, 6.25, 10.5, NaN]) expect(Rpe.safeParse(rpe).success, String(rpe)).toBe(false);
  });
});
