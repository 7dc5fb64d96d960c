import { describe, expect, it } from 'vitest';
import '../testing/device.ts';
import { dietPlan } from '../testing/plans.ts';
import { nextMeal } from './next-meal.ts';

describe('the next meal', () => {
  const plan = dietPlan({ startsOn: '2026-07-13' });

  it.each([
    { hour: 7, meal: 'breakfast', day: 4 },
    { hour: 12, meal: 'lunch', day: 4 },
    { hour: 16, meal: 'snacks', day: 4 },
    { hour: 20, meal: 'dinner', day: 4 },
    { hour: 22, meal: 'breakfast', day: 5 },
  ])('at $hour is $meal of day $day', ({ hour, meal, day }) => {
    const next = nextMeal(plan, '2026-07-16', hour);
    expect([next?.meal.meal, next?.day]).toEqual([meal, day]);
  });

  it('is none outside the week, nor after its last dinner', () => {
    expect(nextMeal(plan, '2026-07-20', 8)).toBeUndefined();
    expect(nextMeal(plan, '2026-07-19', 22)).toBeUndefined();
  });
});
