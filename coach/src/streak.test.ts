import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './days.ts';
import { longestStreakOf, streakOf, weeklyStreakOf } from './streak.ts';

const MONDAY = '2026-02-16';

/**
 * Workouts a day, from a Monday on: `.` none, else how many. The last sign is today; blanks are for the eye, one week
 * a word.
 */
function history(signs: string): { dates: string[]; today: string } {
  const days = [...signs.replaceAll(' ', '')];
  return {
    dates: days.flatMap((sign, i) => Array<string>(sign === '.' ? 0 : Number(sign)).fill(addDays(MONDAY, i))),
    today: addDays(MONDAY, days.length - 1),
  };
}

describe('the daily streak', () => {
  it.each([
    ['.', 0, 0],
    ['1', 1, 1],
    ['1.', 1, 1],
    ['1..', 0, 1],
    ['111', 3, 3],
    ['111.', 3, 3],
    ['111..', 0, 3],
    ['11.1', 1, 2],
    ['11.1.', 1, 2],
    ['3.3', 1, 1],
    ['121', 3, 3],
    // Over the ends of weeks and of February.
    ['...1111 1111111 11', 13, 13],
    ['1111111 .111111 1', 7, 7],
  ])('%s: %i up to today, %i at best', (signs, streak, longest) => {
    const { dates, today } = history(signs);
    expect(streakOf(dates, today)).toBe(streak);
    expect(longestStreakOf(dates)).toBe(longest);
  });

  it('leaves out a day that has not come yet, as a journey west can bring', () => {
    expect(streakOf(['2026-07-15', '2026-07-17'], '2026-07-16')).toBe(1);
  });

  it('does not end with a clock change or a year', () => {
    expect(streakOf(['2026-03-28', '2026-03-29', '2026-03-30'], '2026-03-30')).toBe(3);
    expect(streakOf(['2025-12-31', '2026-01-01'], '2026-01-01')).toBe(2);
  });
});

describe('the weekly streak', () => {
  it.each([
    ['.......', 0],
    ['1......', 0],
    ['1..1...', 1],
    ['2......', 1],
    ['1....1. .', 1],
    ['1....1. 1', 1],
    ['1....1. 11', 2],
    ['1....1. ....... .', 0],
    ['1....1. ....... 11', 1],
    ['11..... .....11 1.1....', 3],
    ['11..... .....11 ......1', 2],
    // Sunday and Monday are of two weeks.
    ['......1 1......', 0],
  ])('%s: %i', (signs, weeks) => {
    const { dates, today } = history(signs);
    expect(weeklyStreakOf(dates, today)).toBe(weeks);
  });

  it('asks for as many workouts as were planned', () => {
    const { dates, today } = history('111.... 1.1.1.. 11');
    expect(weeklyStreakOf(dates, today, 3)).toBe(2);
    expect(weeklyStreakOf(dates, today, 4)).toBe(0);
    expect(weeklyStreakOf(dates, today, 1)).toBe(3);
  });

  it('takes a plan of none for a plan of one', () => {
    const { dates, today } = history('1...... 1......');
    expect(weeklyStreakOf(dates, today, 0)).toBe(2);
  });
});

describe('laws of streaks', () => {
  /** Workouts of up to 60 days, the last of which is today. */
  const counts = fc.array(fc.constantFrom<number[]>(0, 0, 1, 1, 1, 2), { minLength: 1, maxLength: 60 });
  const told = (numbers: readonly number[]) => history(numbers.map((n) => (n === 0 ? '.' : String(n))).join(''));

  it('a streak is the run at the end, whether today has its workout or not', () => {
    fc.assert(
      fc.property(counts, (numbers) => {
        const { dates, today } = told(numbers);
        const signs = numbers.map((n) => (n > 0 ? 'x' : '.')).join('');
        expect(streakOf(dates, today)).toBe(/(x*)\.?$/.exec(signs)?.[1]?.length);
        expect(longestStreakOf(dates)).toBe(Math.max(0, ...signs.split('.').map((run) => run.length)));
      }),
    );
  });

  it('a weekly streak is the run of weeks at the end', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 5 }), (numbers, planned) => {
        const { dates, today } = told(numbers);
        const weeks = Array.from({ length: Math.ceil(numbers.length / 7) }, (_, week) =>
          numbers.slice(week * 7, week * 7 + 7).reduce((sum, n) => sum + n, 0) >= planned ? 'x' : '.',
        );
        expect(weeklyStreakOf(dates, today, planned)).toBe(/(x*)\.?$/.exec(weeks.join(''))?.[1]?.length);
      }),
    );
  });

  it('neither the order of days nor a second workout on one changes a daily streak', () => {
    fc.assert(
      fc.property(
        counts.chain((numbers) => {
          const { dates, today } = told(numbers);
          return fc.record({
            dates: fc.constant(dates),
            today: fc.constant(today),
            shuffled: fc.shuffledSubarray([...dates, ...dates], { minLength: dates.length * 2 }),
          });
        }),
        ({ dates, today, shuffled }) => {
          expect(streakOf(shuffled, today)).toBe(streakOf(dates, today));
          expect(longestStreakOf(shuffled)).toBe(longestStreakOf(dates));
        },
      ),
    );
  });

  it('a workout today never shortens a streak, and none is longer than the longest', () => {
    fc.assert(
      fc.property(counts, (numbers) => {
        const { dates, today } = told(numbers);
        const withToday = [...dates, today];
        const before = streakOf(dates, today);
        expect(streakOf(withToday, today)).toBe(dates.includes(today) ? before : before + 1);
        expect(before).toBeLessThanOrEqual(longestStreakOf(dates));
        expect(weeklyStreakOf(withToday, today)).toBeGreaterThanOrEqual(weeklyStreakOf(dates, today));
      }),
    );
  });
});
