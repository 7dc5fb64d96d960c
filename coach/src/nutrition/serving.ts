import type { DietPlan, MealItem, Totals } from '@trainer/contract/types';
import type { Dish, Portion } from './dishes.ts';
import { served } from './portions.ts';

/** A dish as a plan shows it. @param steps how often the dish’s step is served */
export function itemOf(dish: Dish, steps: number): MealItem {
  const { portions, grams, kcal, protein, carbs, fat, fibre } = served(dish, steps);
  return {
    dish: dish.slug,
    name: dish.name,
    localName: dish.localName,
    localLanguage: dish.localLanguage,
    portions,
    portionText: portionText(dish.portion, portions),
    grams,
    calories: kcal,
    protein,
    carbs,
    fat,
    fibre,
  };
}

/** In household words: `3 idlis`, `1½ katori`, `½ katori`. */
export function portionText({ amount, one, many }: Portion, portions: number): string {
  const count = Math.round(amount * portions * 100) / 100;
  return `${inFractions(count)} ${count > 1 ? many : one}`;
}

function inFractions(count: number): string {
  const whole = Math.floor(count);
  const rest = FRACTIONS[String(Math.round((count - whole) * 100))];
  if (rest === undefined) return String(Math.round(count));
  return whole === 0 && rest !== '' ? rest : `${String(whole)}${rest}`;
}

const FRACTIONS: Readonly<Record<string, string>> = { 0: '', 25: '¼', 50: '½', 75: '¾' };

/** The sums of the numbers shown. */
export const totalsOf = (of: readonly Totals[]): Totals => ({
  calories: sum(of, 'calories'),
  protein: sum(of, 'protein'),
  carbs: sum(of, 'carbs'),
  fat: sum(of, 'fat'),
  fibre: sum(of, 'fibre'),
});

const sum = (of: readonly Totals[], key: keyof Totals) => of.reduce((total, one) => total + one[key], 0);

/** How a dish is made, for one portion. */
export function recipeOf(dish: Dish): DietPlan['recipes'][number] {
  const share = dish.portion.grams / dish.cookedGrams;
  return {
    dish: dish.slug,
    name: dish.name,
    ingredients: dish.parts.map(({ ingredient, grams }) => ({ name: ingredient.name, grams: weighed(grams * share) })),
    steps: [...dish.steps],
  };
}

/** As a kitchen weighs: whole grams, and tenths of what is less than ten. */
function weighed(grams: number): number {
  return grams >= 10 ? Math.round(grams) : Math.max(0.1, Math.round(grams * 10) / 10);
}
