import { MEALS, type Meal } from '@trainer/contract/plan-words';
import type { MealItem, Swap, Totals } from '@trainer/contract/types';
import { seeded, seedOf } from '../plans/seeded.ts';
import type { DietContent, DietProfile } from '../plans/types.ts';
import { dishBySlug } from './catalogue.ts';
import type { Fixed, Placed } from './day.ts';
import type { Dish } from './dishes.ts';
import { goalOf } from './goal.ts';
import { bettered, holds } from './improve.ts';
import { larderOf, newWeek } from './larder.ts';
import { mealOf, type Kitchen } from './planner.ts';
import { itemOf, recipeOf, totalsOf } from './serving.ts';
import { dietTargets } from './targets.ts';
import { verifyDiet } from './verify.ts';

/**
 * Up to three other meals for one place of a plan, the nearest to the day’s target first, each such that the whole plan
 * still holds: fewer where no more can be found, none where day or meal are not in the plan. The same plan and profile
 * give the same ones.
 */
export function swapsFor(plan: DietContent, profile: DietProfile, day: number, meal: Meal): Swap[] {
  return candidatesFor(plan, profile, day, meal).map(({ swap }) => swap);
}

/** The plan with one of the meals that `swapsFor` offers, the first without `swapId`; undefined where it offers no such one. */
export function swapped(
  plan: DietContent,
  profile: DietProfile,
  day: number,
  meal: Meal,
  swapId: string | null,
): DietContent | undefined {
  const offered = candidatesFor(plan, profile, day, meal);
  return (swapId === null ? offered[0] : offered.find(({ swap }) => swap.swapId === swapId))?.plan;
}

const OFFERED = 3;
const TRIED = 40;

interface Candidate {
  swap: Swap;
  plan: DietContent;
  off: number;
}

function candidatesFor(plan: DietContent, profile: DietProfile, day: number, meal: Meal): Candidate[] {
  const today = plan.days.find((one) => one.day === day);
  const now = today?.meals.find((one) => one.meal === meal);
  if (!today || !now) return [];
  const goal = goalOf(profile, dietTargets(profile));
  const rest = placedOf(today.meals.filter((one) => one !== now));
  const kitchen = kitchenFor(plan, profile, day, meal, seedOf(plan.startsOn, String(day), meal, idOf(now.items)));
  const found: Candidate[] = [];
  const alike: Candidate[] = [];
  for (let attempt = 0; attempt < TRIED && found.length <= OFFERED; attempt++) {
    const others = mealOf(kitchen, day, meal, rest);
    if (others.length === 0) continue;
    const { placed, settled } = bettered(inOrder([...rest, ...others]), goal, { ...kitchen, rounds: 4, meals: [meal] });
    if (!holds(settled.totals, goal)) continue;
    const items = placed.flatMap((one, i) => (one.meal === meal ? itemOf(one.dish, settled.steps[i] ?? 1) : []));
    if ([now, ...[...found, ...alike].map(({ swap }) => swap)].some((one) => sameDishes(items, one.items))) continue;
    const candidate = candidateOf(plan, today, now, items, goal.kcal);
    if (verifyDiet(candidate.plan, profile).broken.length > 0) continue;
    (found.some(({ swap }) => largest(swap.items) === largest(items)) ? alike : found).push(candidate);
  }
  const offered = [...found, ...alike].slice(0, Math.max(OFFERED, found.length));
  return offered.sort((a, b) => a.off - b.off).slice(0, OFFERED);
}

/** Everything that the rest of the week leaves free. */
function kitchenFor(plan: DietContent, profile: DietProfile, day: number, meal: Meal, seed: number): Kitchen {
  const { targets } = plan;
  const wanted = (100 * targets.protein) / targets.calories;
  const week = newWeek();
  for (const other of plan.days)
    for (const one of other.meals)
      if (other.day !== day || one.meal !== meal) for (const { dish } of placedOf([one])) week.add(dish, other.day);
  return {
    larder: larderOf(profile, wanted, plan.startsOn),
    chance: seeded(seed),
    week,
    kcal: targets.calories,
    wanted,
  };
}

type PlannedDay = DietContent['days'][number];
type PlannedMeal = PlannedDay['meals'][number];

const inOrder = (placed: readonly (Placed | Fixed)[]) =>
  MEALS.flatMap((meal) => placed.filter((one) => one.meal === meal));

function placedOf(meals: readonly PlannedMeal[]): Fixed[] {
  return meals.flatMap(({ meal, items }) =>
    items.flatMap(({ dish: slug, portions }) => {
      const dish = dishBySlug(slug);
      return dish ? [{ meal, dish, fixed: Math.max(1, Math.round(portions / dish.portion.step)) }] : [];
    }),
  );
}

function candidateOf(
  plan: DietContent,
  today: PlannedDay,
  now: PlannedMeal,
  items: MealItem[],
  kcal: number,
): Candidate {
  const totals = totalsOf(items);
  const meals = today.meals.map((one) => (one === now ? { ...one, items, totals } : one));
  const day = { ...today, meals, totals: totalsOf(meals.map((one) => one.totals)) };
  const days = plan.days.map((one) => (one === today ? day : one));
  return {
    swap: { swapId: idOf(items), items, totals, day: day.totals, difference: minus(day.totals, today.totals) },
    plan: { ...plan, days, recipes: recipesOf(days) },
    off: Math.abs(day.totals.calories - kcal) / kcal,
  };
}

/** One for each dish, in the order in which they come. */
function recipesOf(days: readonly PlannedDay[]): DietContent['recipes'] {
  const slugs = days.flatMap(({ meals }) => meals.flatMap(({ items }) => items.map(({ dish }) => dish)));
  const used = [...new Set(slugs)].flatMap((slug): Dish[] => {
    const dish = dishBySlug(slug);
    return dish ? [dish] : [];
  });
  return used.map(recipeOf);
}

const minus = (a: Totals, b: Totals): Totals => ({
  calories: a.calories - b.calories,
  protein: a.protein - b.protein,
  carbs: a.carbs - b.carbs,
  fat: a.fat - b.fat,
  fibre: a.fibre - b.fibre,
});

/** The same dishes in the same portions have the same id. */
const idOf = (items: readonly MealItem[]): string =>
  seedOf(...items.map(({ dish, portions }) => `${dish}:${String(portions)}`)).toString(36);

const dishesOf = (items: readonly MealItem[]) => new Set(items.map(({ dish }) => dish));

const sameDishes = (a: readonly MealItem[], b: readonly MealItem[]): boolean =>
  a.length === b.length && a.every(({ dish }) => dishesOf(b).has(dish));

/** What a person would call the meal by: offers differ in it where they can. */
const largest = (items: readonly MealItem[]): string | undefined =>
  items.reduce<MealItem | undefined>((most, one) => (one.calories > (most?.calories ?? -1) ? one : most), undefined)
    ?.dish;
