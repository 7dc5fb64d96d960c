import rows from '../data/ingredients.json' with { type: 'json' };

/**
 * Amounts in 100 g of the raw, edible part. Carbohydrate is the available part, without fibre. Values are those of USDA
 * SR28 (public domain) and, where `source` says so, single values of Longvah T. et al., Indian Food Composition Tables
 * 2017, NIN Hyderabad. Neither endorses this product.
 */
export interface Ingredient {
  readonly key: string;
  /** As a cook calls it. */
  readonly name: string;
  /** What else people say, in lower case: other English words and South Indian ones. */
  readonly names: readonly string[];
  readonly shelf: Shelf;
  /** g */
  readonly protein: number;
  readonly carbs: number;
  readonly fat: number;
  readonly fibre: number;
  /** mg */
  readonly sodium: number;
  /** g */
  readonly water: number;
  /** What it is to those who avoid something, as `dairy` or `root`; `…-trace` is what it may hold a little of. */
  readonly tags: readonly string[];
  readonly source: string;
  readonly sourceName: string;
}

/** Where it stands in a shop. */
export type Shelf = 'grains' | 'pulses' | 'dairy' | 'produce' | 'pantry' | 'meat' | 'none';

export const ingredients: readonly Ingredient[] = rows as Ingredient[];

const byKey = new Map(ingredients.map((ingredient) => [ingredient.key, ingredient]));

export const ingredientByKey = (key: string): Ingredient | undefined => byKey.get(key);
