import { addDays, daysBetween, weekOf } from '@trainer/coach/days';
import type { ScheduledDay } from '@trainer/contract/types';
import { date } from '../i18n/format.ts';

const A_MONDAY = '2024-01-01';

/** 1 → `Mon`; `long`: `Monday` */
export function weekdayName(day: number, style: 'weekday' | 'weekdayLong' = 'weekday'): string {
  return date(addDays(A_MONDAY, day - 1), style);
}

/** 1 is Monday. @param localDate `YYYY-MM-DD` */
export const weekdayOf = (localDate: string): number => daysBetween(weekOf(localDate), localDate) + 1;

export const isTraining = ({ exercises }: Pick<ScheduledDay, 'exercises'>): boolean => exercises.length > 0;

/** The day to train on: this one, or the next with training after it; undefined where no day has any. */
export function trainingDay(schedule: readonly ScheduledDay[], from: number): ScheduledDay | undefined {
  const inOrder = schedule.toSorted((a, b) => ((a.day - from + 7) % 7) - ((b.day - from + 7) % 7));
  return inOrder.find(isTraining);
}
