import { MEALS } from '@trainer/contract/plan-words';
import type { Check } from './checks-aims.ts';
import type { DietProfile, Finding } from '../plans/types.ts';
import { forbidden, type Forbidden } from './catalogue.ts';
import { concernsFood } from './conditions.ts';
import { MAIN_DISH_MOST } from './constants.ts';
import { isMainDish } from './grammar.ts';
import type { ItemView, PlanView } from './plan-view.ts';
import { boundsOf } from './portions.ts';

/** What is served: known dishes, four meals, nothing that is avoided, nothing too often, portions that are eaten. */
export const dishChecks: readonly Check[] = [
  {
    name: 'catalogue_dishes',
    run: ({ view }) => ({
      detail: `${count(new Set(view.items.map(({ slug }) => slug)).size, 'dish', 'dishes')}, each from our own table with its recipe.`,
      broken: view.items
        .filter(({ dish }) => !dish)
        .map(({ path }) => finding('unknown_id', path, 'This dish is not in our table.')),
    }),
  },
  {
    name: 'four_meals',
    run: ({ view }) => ({
      detail: 'Seven days, each with breakfast, lunch, snacks and dinner.',
      broken: missingMeals(view),
    }),
  },
  {
    name: 'diet',
    run: ({ view, profile }) => ({ detail: DIET_DETAIL[profile.diet], broken: avoided(view, profile, 'diet') }),
  },
  {
    name: 'allergens',
    run: ({ view, profile }) => ({
      detail: allergenDetail(profile),
      broken: avoided(view, profile, 'allergen'),
    }),
  },
  {
    name: 'conditions',
    run: ({ view, profile }) => ({
      detail: conditionDetail(profile),
      broken: avoided(view, profile, 'condition'),
    }),
  },
  {
    name: 'main_dishes',
    run: ({ view }) => {
      const times = timesOf(view);
      const most = Math.max(0, ...times.values());
      return {
        detail: `No main dish more than ${count(Math.max(most, 1), 'time', 'times')} a week; ${String(MAIN_DISH_MOST)} are allowed.`,
        broken: [...times]
          .filter(([, n]) => n > MAIN_DISH_MOST)
          .map(([slug, n]) => finding('repeated', 'days', `${slug} comes ${String(n)} times.`)),
      };
    },
  },
  {
    name: 'portions',
    run: ({ view, told }) => ({
      detail: 'Whole and half household portions, none larger than a person eats at one meal.',
      broken: view.items
        .filter((item) => !isEaten(item, told.targets.calories))
        .map(({ path }) => finding('count', path, 'This is no portion that is eaten.')),
    }),
  },
];

function missingMeals(view: PlanView): Finding[] {
  const broken: Finding[] = [];
  if (view.days.length !== 7)
    broken.push(finding('count', 'days', `There are ${String(view.days.length)} days, not 7.`));
  for (const day of view.days) {
    if (day.meals.length !== MEALS.length || !MEALS.every((meal, i) => day.meals[i]?.meal === meal))
      broken.push(finding('count', day.path, 'A day has breakfast, lunch, snacks and dinner, in this order.'));
    for (const { items, path } of day.meals) {
      if (items.length === 0) broken.push(finding('count', path, 'There is nothing to eat.'));
      if (new Set(items.map(({ slug }) => slug)).size < items.length)
        broken.push(finding('duplicate', path, 'A dish stands in a meal once.'));
    }
  }
  return broken;
}

const avoided = (view: PlanView, profile: DietProfile, code: Forbidden['code']): Finding[] =>
  view.items.flatMap(({ dish, path }) => {
    // Each kind is looked for by itself: a dish may be forbidden for more than one reason.
    const against = dish && forbidden(dish, onlyFor(profile, code));
    return against ? finding(code, path, `${dish.name} ${against.because}.`) : [];
  });

const onlyFor = (profile: DietProfile, code: Forbidden['code']) => ({
  diet: code === 'diet' ? profile.diet : ('non-vegetarian' as const),
  allergies: code === 'allergen' ? profile.allergies : [],
  withoutKeys: code === 'allergen' ? profile.withoutKeys : [],
  medicalConditions: code === 'condition' ? profile.medicalConditions : [],
});

function timesOf({ items }: PlanView): Map<string, number> {
  const times = new Map<string, number>();
  for (const { dish } of items) if (dish && isMainDish(dish)) times.set(dish.slug, (times.get(dish.slug) ?? 0) + 1);
  return times;
}

const isEaten = ({ dish, steps, meal }: ItemView, kcal: number): boolean =>
  !dish || (steps !== undefined && steps <= boundsOf(dish, meal ?? 'lunch', kcal).most);

const DIET_DETAIL: Record<DietProfile['diet'], string> = {
  vegan: 'Every dish looked into, ingredient by ingredient: nothing from animals, no honey.',
  vegetarian: 'Every dish looked into, ingredient by ingredient: no meat, fish or egg.',
  eggetarian: 'Every dish looked into, ingredient by ingredient: no meat and no fish.',
  'non-vegetarian': 'You eat everything, so no dish is left out for this.',
  jain: 'Every dish looked into, ingredient by ingredient: no meat, fish or egg, nothing from under the ground, no mushroom, honey or brinjal.',
};

function allergenDetail({ allergies, without }: DietProfile): string {
  const named = [...allergies, ...without.map((name) => name.toLowerCase())];
  if (named.length === 0) return 'You named nothing to keep out.';
  const gluten = allergies.includes('gluten') ? ' Compounded asafoetida counts as wheat.' : '';
  return `Every dish looked into, ingredient by ingredient: no ${named.slice(0, 20).join(', no ')}.${gluten}`;
}

const conditionDetail = ({ medicalConditions }: DietProfile): string =>
  medicalConditions.some(concernsFood)
    ? `Each dish held against what you named: ${medicalConditions.filter(concernsFood).join(', ')}.`
    : 'You named no condition that has a say in food.';

const finding = (code: Finding['code'], path: string, message: string): Finding => ({ code, path, message });
const count = (n: number, one: string, many: string): string => `${String(n)} ${n === 1 ? one : many}`;
