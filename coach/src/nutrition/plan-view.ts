import { MEALS, type Meal } from '@trainer/contract/plan-words';
import type { Finding } from '../plans/types.ts';
import { dishBySlug } from './catalogue.ts';
import type { Dish } from './dishes.ts';
import { fieldOf, listOf, recordOf, textOf, type Anything } from './json.ts';

/** A plan as it claims to be, each dish looked up; nothing in it is believed. */
export interface PlanView {
  readonly body: Anything;
  readonly days: readonly DayView[];
  /** Every item of the week. */
  readonly items: readonly ItemView[];
}

export interface DayView {
  readonly path: string;
  readonly claims: Anything;
  readonly meals: readonly MealView[];
}

export interface MealView {
  readonly path: string;
  readonly claims: Anything;
  readonly meal: Meal | undefined;
  readonly items: readonly ItemView[];
}

export interface ItemView {
  readonly path: string;
  readonly claims: Anything;
  readonly meal: Meal | undefined;
  readonly day: number;
  readonly slug: string;
  /** Undefined: not one of ours. */
  readonly dish: Dish | undefined;
  /** How often its step is served; undefined where it is no whole number of at least 1. */
  readonly steps: number | undefined;
}

/** Longer lists are no plan. */
const MOST = { days: 31, meals: 12, items: 40 } as const;

/** @param plan anything at all */
export function viewOf(plan: unknown): PlanView | Finding {
  const body = recordOf(plan);
  const days = listOf(fieldOf(body, 'days'));
  if (!body || !days || days.length > MOST.days) return shape('days', 'There are no days.');
  const views: DayView[] = [];
  for (const [i, day] of days.entries()) {
    const view = dayView(day, i);
    if ('code' in view) return view;
    views.push(view);
  }
  return { body, days: views, items: views.flatMap(({ meals }) => meals.flatMap(({ items }) => items)) };
}

function dayView(day: unknown, i: number): DayView | Finding {
  const path = `days.${String(i)}`;
  const claims = recordOf(day);
  const meals = listOf(fieldOf(claims, 'meals'));
  if (!claims || !meals || meals.length > MOST.meals) return shape(path, 'A day has a list of meals.');
  const views: MealView[] = [];
  for (const [j, meal] of meals.entries()) {
    const view = mealView(meal, i, `${path}.meals.${String(j)}`);
    if ('code' in view) return view;
    views.push(view);
  }
  return { path, claims, meals: views };
}

function mealView(value: unknown, day: number, path: string): MealView | Finding {
  const claims = recordOf(value);
  const items = listOf(fieldOf(claims, 'items'));
  if (!claims || !items || items.length > MOST.items) return shape(path, 'A meal has a list of dishes.');
  const name = textOf(fieldOf(claims, 'meal'));
  const meal = MEALS.find((one) => one === name);
  const views: ItemView[] = [];
  for (const [k, item] of items.entries()) {
    const own = recordOf(item);
    if (!own) return shape(`${path}.items.${String(k)}`, 'A dish is a record.');
    const slug = textOf(fieldOf(own, 'dish')) ?? '';
    const dish = dishBySlug(slug);
    views.push({ path: `${path}.items.${String(k)}`, claims: own, meal, day, slug, dish, steps: stepsOf(own, dish) });
  }
  return { path, claims, meal, items: views };
}

function stepsOf(claims: Anything, dish: Dish | undefined): number | undefined {
  const portions = fieldOf(claims, 'portions');
  if (!dish || typeof portions !== 'number') return undefined;
  const steps = portions / dish.portion.step;
  return Number.isInteger(steps) && steps >= 1 ? steps : undefined;
}

const shape = (path: string, message: string): Finding => ({ code: 'shape', path, message });
