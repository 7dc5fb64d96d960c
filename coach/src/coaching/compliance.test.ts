import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../days.ts';
import { complianceOf, countedOf, plannedDays, type PlannedTime } from './compliance.ts';

/** A Thursday. */
const TODAY = '2026-07-16';
const MONDAYS: PlannedTime = { weekdays: [1], from: '2026-01-01', to: '2026-12-31' };

function counted(times: PlannedTime[], trained: string[], today = TODAY) {
  const done = new Set(trained);
  return countedOf(plannedDays(times, done, today), done, today);
}
const of = (times: PlannedTime[], trained: string[], today = TODAY) => complianceOf(counted(times, trained, today));

describe('compliance', () => {
  it('is none where nothing was planned', () => {
    expect(of([], [TODAY])).toEqual({ d7: null, d30: null, d90: null });
  });

  it('is the share of planned days with a workout, in 7, 30 and 90 days', () => {
    // Mondays of the last 7 days: 13 July. Of 30: 22 and 29 June, 6 and 13 July. Of 90: 20 April and the twelve after it.
    expect(of([MONDAYS], ['2026-07-13', '2026-06-22', '2026-04-20', '2026-07-14'])).toEqual({
      d7: 100,
      d30: 50,
      d90: 23,
    });
  });

  it('counts today once it is done', () => {
    const thursdays = { ...MONDAYS, weekdays: [4] };
    expect(of([thursdays], []).d7).toBeNull();
    expect(of([thursdays], [TODAY]).d7).toBe(100);
    expect(of([thursdays], [], addDays(TODAY, 1)).d7).toBe(0);
  });

  it('counts two plans on one day once, and no day outside of a plan', () => {
    expect(counted([MONDAYS, MONDAYS], []).d7).toEqual({ done: 0, planned: 1 });
    expect(counted([{ ...MONDAYS, from: '2026-07-14' }], []).d7.planned).toBe(0);
    expect(counted([{ ...MONDAYS, to: '2026-07-12' }], []).d7.planned).toBe(0);
    expect(counted([{ ...MONDAYS, from: '2026-07-13', to: '2026-07-13' }], []).d7.planned).toBe(1);
  });

  const day = fc.integer({ min: -120, max: 20 }).map((n) => addDays(TODAY, n));
  const time = fc
    .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), day, fc.nat(60))
    .map(([weekdays, from, length]): PlannedTime => ({ weekdays, from, to: addDays(from, length) }));
  const anything = fc.tuple(fc.array(time, { maxLength: 4 }), fc.array(day, { maxLength: 60 }));

  it('is what counting day by day gives', () => {
    fc.assert(
      fc.property(anything, ([times, trained]) => {
        const done = new Set(trained);
        const found = counted(times, trained);
        for (const [span, length] of [
          ['d7', 7],
          ['d30', 30],
          ['d90', 90],
        ] as const) {
          let [planned, kept] = [0, 0];
          for (let ago = 0; ago < length; ago += 1) {
            const date = addDays(TODAY, -ago);
            const isPlanned = times.some(
              (one) => one.weekdays.includes(weekdayOf(date)) && date >= one.from && date <= one.to,
            );
            if (!isPlanned || (ago === 0 && !done.has(date))) continue;
            planned += 1;
            if (done.has(date)) kept += 1;
          }
          expect(found[span]).toEqual({ done: kept, planned });
        }
      }),
    );
  });

  it('never falls by a workout more, and lies between 0 and 100', () => {
    fc.assert(
      fc.property(anything, day, ([times, trained], more) => {
        const before = of(times, trained);
        const after = of(times, [...trained, more]);
        for (const span of ['d7', 'd30', 'd90'] as const) {
          const [was, is] = [before[span], after[span]];
          if (was === null) continue;
          expect(is).toBeGreaterThanOrEqual(was);
          expect(was).toBeGreaterThanOrEqual(0);
          expect(is).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('does not change with the order of plans, nor with one that is there twice', () => {
    fc.assert(
      fc.property(anything, ([times, trained]) => {
        expect(of([...times, ...times].reverse(), trained)).toEqual(of(times, trained));
      }),
    );
  });
});
