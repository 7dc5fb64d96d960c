import { ingredientByKey, type Ingredient } from './ingredients.ts';

/** g; of sodium mg. kcal are worked out from the rest, never read from a table. */
export interface Nutrients {
  readonly kcal: number;
  readonly protein: number;
  readonly carbs: number;
  readonly fat: number;
  readonly fibre: number;
  readonly sodium: number;
}

/** Energy of 1 g, kcal (FAO 2003, available carbohydrate; fibre 2). */
const KCAL = { protein: 4, carbs: 4, fat: 9, fibre: 2 } as const;

export const energyOf = (of: Omit<Nutrients, 'kcal' | 'sodium'>): number =>
  KCAL.protein * of.protein + KCAL.carbs * of.carbs + KCAL.fat * of.fat + KCAL.fibre * of.fibre;

export interface Part {
  readonly ingredient: Ingredient;
  /** Raw. */
  readonly grams: number;
}

/** @throws RangeError for an ingredient that the table does not have */
export function partsOf(rawGrams: Readonly<Record<string, number>>): Part[] {
  return Object.entries(rawGrams).map(([key, grams]) => {
    const ingredient = ingredientByKey(key);
    if (!ingredient) throw new RangeError(`There is no ingredient “${key}”`);
    return { ingredient, grams };
  });
}

/** What so much of a recipe holds. @param share of the parts, 1 for all */
export function contentsOf(parts: readonly Part[], share: number): Nutrients {
  const sum = (of: 'protein' | 'carbs' | 'fat' | 'fibre' | 'sodium') =>
    parts.reduce((total, { ingredient, grams }) => total + (ingredient[of] * grams * share) / 100, 0);
  const grams = { protein: sum('protein'), carbs: sum('carbs'), fat: sum('fat'), fibre: sum('fibre') };
  return { kcal: energyOf(grams), ...grams, sodium: sum('sodium') };
}

/** Water in 100 g as eaten, if all that is not water stays in the pot. */
export function impliedMoisture(parts: readonly Part[], cookedGrams: number): number {
  const dry = parts.reduce((sum, { ingredient, grams }) => sum + (grams * (100 - ingredient.water)) / 100, 0);
  return 100 * (1 - dry / cookedGrams);
}

/** Tubers, and what counts as fat, are no vegetables to the WHO’s 400 g a day. */
const NOT_COUNTED = new Set(['potato', 'sweet_potato', 'tapioca', 'yam', 'corn_sweet', 'coconut', 'coconut_water']);

/** g of vegetables and fruit, raw. */
export const produceOf = (parts: readonly Part[], share: number): number =>
  parts.reduce(
    (sum, { ingredient, grams }) =>
      ingredient.shelf === 'produce' && !NOT_COUNTED.has(ingredient.key) ? sum + grams * share : sum,
    0,
  );
