import { addDays, daysBetween } from '@trainer/coach/days';
import type { PersonalRecord, Progress, Stats } from '@trainer/contract/types';
import type { HistoryAtAGlance, NewWorkout } from './port.ts';

/** What the kept rows count of one workout. Minutes, calories and volume are whole hundredths. */
export interface Counted {
  localDate: string;
  minutes: number;
  calories: number;
  volume: number;
  sets: number;
}

/** The row of one local day. Minutes and calories are whole hundredths, so that what is added can be taken away again exactly. */
export interface Day {
  date: string;
  workouts: number;
  calories: number;
  minutes: number;
}

/** All of a member's workouts together. Minutes, calories and volume are whole hundredths. */
export interface Totals {
  version: number;
  workouts: number;
  sets: number;
  volume: number;
  minutes: number;
  calories: number;
}
export const NO_TOTALS: Totals = { version: 0, workouts: 0, sets: 0, volume: 0, minutes: 0, calories: 0 };

export const PROGRESS_DAYS = 30;
export const CALENDAR_DAYS = 371;

export const hundredths = (amount: number): number => Math.round(amount * 100);

export const countedOf = ({
  localDate,
  totalDuration,
  totalCalories,
  figures,
}: Pick<NewWorkout, 'localDate' | 'totalDuration' | 'totalCalories'> & {
  figures: Pick<NewWorkout['figures'], 'sets' | 'volume'>;
}): Counted => ({
  localDate,
  minutes: hundredths(totalDuration),
  calories: hundredths(totalCalories),
  volume: hundredths(figures.volume),
  sets: figures.sets,
});

/**
 * @param trained the days with a workout among the last 30 up to `today`, oldest first
 */
export function progressOf(
  kept: Pick<Progress, 'version' | 'streak' | 'longestStreak' | 'lastWorkoutAt'>,
  trained: readonly Day[],
  today: string,
): Progress {
  const days = span(trained, PROGRESS_DAYS, today);
  const sum = (of: (day: Day) => number) => days.reduce((whole, day) => whole + of(day), 0);
  return {
    version: kept.version,
    totalWorkouts: sum((day) => day.workouts),
    totalCalories: sum((day) => day.calories) / 100,
    totalDuration: sum((day) => day.minutes) / 100,
    streak: kept.streak,
    longestStreak: kept.longestStreak,
    lastWorkoutAt: kept.lastWorkoutAt,
    days: days.map(({ date, workouts, calories, minutes }) => ({
      date,
      workouts,
      calories: calories / 100,
      duration: minutes / 100,
    })),
  };
}

/** @param run the latest run of days that began by `today` */
export function glanceOf(
  month: Pick<Day, 'workouts' | 'calories' | 'minutes'>,
  run: { first: string; last: string } | undefined,
  last: HistoryAtAGlance['last'],
  days: string[],
  today: string,
): HistoryAtAGlance {
  const isCurrent = run !== undefined && run.last >= addDays(today, -1);
  return {
    totals: {
      totalWorkouts: month.workouts,
      totalCalories: month.calories / 100,
      totalDuration: month.minutes / 100,
      streak: isCurrent ? daysBetween(run.first, run.last < today ? run.last : today) + 1 : 0,
    },
    last,
    days,
  };
}

/** @param trained the days with a workout among the last 371 up to `today`, oldest first */
export function statsOf(
  totals: Totals,
  streak: Stats['streak'],
  trained: readonly Day[],
  records: PersonalRecord[],
  today: string,
): Stats {
  const { version, workouts, sets, volume, minutes, calories } = totals;
  return {
    version,
    totals: { workouts, sets, volume: volume / 100, minutes: minutes / 100, calories: calories / 100 },
    streak,
    calendar: span(trained, CALENDAR_DAYS, today).map((day) => ({
      date: day.date,
      workouts: day.workouts,
      minutes: day.minutes / 100,
    })),
    records,
  };
}

/** The first of `length` days up to `today`. */
export const firstDay = (today: string, length: number): string => addDays(today, 1 - length);

/** Every day of a span up to today, those without a workout too. */
function span(trained: readonly Day[], length: number, today: string): Day[] {
  let next = 0;
  return datesUpTo(today, length).map((date) => {
    const day = trained[next];
    if (day?.date !== date) return { date, workouts: 0, calories: 0, minutes: 0 };
    next += 1;
    return day;
  });
}

/** Almost everybody's today is the same day, so that the days up to it are worked out once. */
const spans = new Map<string, readonly string[]>();
const SPANS_KEPT = 16;

function datesUpTo(today: string, length: number): readonly string[] {
  const key = `${today} ${String(length)}`;
  const known = spans.get(key);
  if (known) return known;
  if (spans.size >= SPANS_KEPT) spans.clear();
  const dates = Array.from({ length }, (_, i) => addDays(today, i + 1 - length));
  spans.set(key, dates);
  return dates;
}
