import { addDays } from '@trainer/coach/days';
import type { Meal } from '@trainer/contract/plan-words';
import type { DietPlan, PlannedMeal } from '@trainer/contract/types';

/** From which hour of the day on another meal is next. */
const UNTIL: readonly [hour: number, meal: Meal][] = [
  [10, 'breakfast'],
  [15, 'lunch'],
  [18, 'snacks'],
  [21, 'dinner'],
];

export interface NextMeal {
  planId: string;
  day: number;
  meal: PlannedMeal;
  isTomorrow: boolean;
}

/** The meal of a plan that comes next; undefined outside its week. @param hour 0–23 of the person's own day `today` */
export function nextMeal(plan: Pick<DietPlan, '_id' | 'days'>, today: string, hour: number): NextMeal | undefined {
  const next = UNTIL.find(([until]) => hour < until)?.[1];
  const date = next === undefined ? addDays(today, 1) : today;
  const day = plan.days.find((one) => one.date === date);
  const meal = day?.meals.find((one) => one.meal === (next ?? 'breakfast'));
  return day && meal && { planId: plan._id, day: day.day, meal, isTomorrow: next === undefined };
}
