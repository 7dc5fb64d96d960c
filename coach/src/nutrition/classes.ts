import { ALLERGENS, type Allergen } from '@trainer/contract/plan-words';
import type { Nutrients, Part } from './contents.ts';

/** From what everybody eats to what the fewest do; Jain stands apart. */
export type DietClass = 'vegan' | 'vegetarian' | 'eggetarian' | 'non-vegetarian';

/** The weakest ingredient decides. */
export function dietClassOf(parts: readonly Part[]): DietClass {
  if (has(parts, 'meat', 'fish', 'shellfish')) return 'non-vegetarian';
  if (has(parts, 'egg')) return 'eggetarian';
  return has(parts, 'dairy', 'honey') ? 'vegetarian' : 'vegan';
}

/** Vegetarian, and nothing that grows under the ground, no mushroom, honey or brinjal. */
export const isJain = (parts: readonly Part[]): boolean =>
  !has(parts, 'meat', 'fish', 'shellfish', 'egg', 'root', 'onion', 'garlic', 'mushroom', 'honey', 'brinjal');

/** What a person with the allergy must not eat, traces included: compounded asafoetida is mostly cut with wheat. */
export const allergensOf = (parts: readonly Part[]): ReadonlySet<Allergen> =>
  new Set(ALLERGENS.filter((allergen) => has(parts, allergen, `${allergen}-trace`, ...(ALSO[allergen] ?? []))));

const ALSO: Partial<Record<Allergen, string[]>> = { gluten: ['hing'] };

export type Flag = 'high-sodium' | 'high-protein' | 'high-fibre' | 'added-sugar' | 'deep-fried' | 'lower-glycaemic';

export function flagsOf(dish: {
  parts: readonly Part[];
  role: string;
  deepFried: boolean;
  per100: Nutrients;
  perPortion: Nutrients;
}): ReadonlySet<Flag> {
  const { parts, per100, perPortion, deepFried } = dish;
  const sweetened = has(parts, 'sugar');
  const flags: Record<Flag, boolean> = {
    'high-sodium': Math.max(per100.sodium, perPortion.sodium) >= 600,
    'high-protein': per100.protein * 4 >= 0.2 * per100.kcal && perPortion.protein >= 5,
    'high-fibre': per100.fibre >= 6 || per100.fibre >= 0.03 * per100.kcal,
    'added-sugar': sweetened,
    'deep-fried': deepFried,
    'lower-glycaemic': !sweetened && !deepFried && isLowerGlycaemic(dish),
  };
  return new Set((Object.keys(flags) as Flag[]).filter((flag) => flags[flag]));
}

/** A rule of thumb and no medical claim: not made of refined starch, a modest load, and fibre beside it. */
function isLowerGlycaemic({
  parts,
  role,
  perPortion,
}: {
  parts: readonly Part[];
  role: string;
  perPortion: Nutrients;
}) {
  if (isRefined(parts) || perPortion.carbs > (role === 'fruit' ? 15 : 25)) return false;
  const fibreNeeded = role === 'staple' ? 0.15 : 0.12;
  return perPortion.fibre >= fibreNeeded * perPortion.carbs || perPortion.carbs * 4 <= 0.55 * perPortion.kcal;
}

const REFINED = new Set(['rice_raw', 'rice_par', 'rava', 'maida', 'semiya', 'potato', 'poha', 'pori']);

/** Most of its carbohydrate is white rice, semolina, white flour or potato. */
function isRefined(parts: readonly Part[]): boolean {
  const carbs = (of: readonly Part[]) => of.reduce((sum, { ingredient, grams }) => sum + ingredient.carbs * grams, 0);
  return carbs(parts.filter(({ ingredient }) => REFINED.has(ingredient.key))) > carbs(parts) / 2;
}

const has = (parts: readonly Part[], ...tags: readonly string[]): boolean =>
  parts.some(({ ingredient }) => ingredient.tags.some((tag) => tags.includes(tag)));
