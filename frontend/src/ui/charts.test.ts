import { addDays } from '@trainer/coach/days';
import { describe, expect, it } from 'vitest';
import { scaleOf } from './charts.ts';
import { between } from './count-up.ts';
import { shadeOf, shadesOf } from './heatmap.ts';
import { daysOfWeek } from './week-strip.ts';

describe('the scale of a chart', () => {
  it.each([
    [0, 10],
    [10, 10],
    [11, 20],
    [55, 60],
    [158, 180],
    [1440, 1440],
    [1500, 1500],
  ])('for %s minutes ends at %s, with one line in the middle', (highest, top) => {
    expect(scaleOf(highest)).toEqual({ top, middle: top / 2 });
  });
});

describe('the shades of the calendar', () => {
  const days = (minutes: number[]) => minutes.map((value, i) => ({ date: addDays('2026-07-01', i), minutes: value }));

  it('are the quartiles of the days with a workout', () => {
    expect(shadesOf(days([0, 10, 20, 30, 40, 50, 60, 70, 80, 0]))).toEqual([30, 50, 70]);
  });

  it('are round numbers where there are few such days', () => {
    expect(shadesOf(days([0, 0, 4]))).toEqual([30, 45, 60]);
  });

  it('differ from each other even when all days are alike', () => {
    expect(shadesOf(days(Array.from({ length: 20 }, () => 30)))).toEqual([30, 31, 32]);
  });

  it('begin with rest', () => {
    expect([0, 10, 30, 45, 60, 500].map((minutes) => shadeOf(minutes, [30, 45, 60]))).toEqual([0, 1, 2, 3, 4, 4]);
  });
});

describe('numbers that count up', () => {
  it('go together from where they are to where they belong', () => {
    const [from, to] = [
      { workouts: 20, minutes: 823 },
      { workouts: 21, minutes: 869 },
    ];
    expect(between(from, to, 0)).toEqual(from);
    expect(between(from, to, 0.5)).toEqual({ workouts: 21, minutes: 846 });
    expect(between(from, to, 1)).toEqual(to);
  });
});

describe('the week', () => {
  it('goes from Monday to Sunday', () => {
    expect(daysOfWeek('2026-07-16')).toEqual([13, 14, 15, 16, 17, 18, 19].map((day) => `2026-07-${String(day)}`));
    expect(daysOfWeek('2026-07-19')[0]).toBe('2026-07-13');
    expect(daysOfWeek('2026-07-20')[0]).toBe('2026-07-20');
  });
});
