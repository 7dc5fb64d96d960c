import type { ShoppingShelf } from '@trainer/contract/types';
import type { DietContent } from '../plans/types.ts';
import { dishBySlug } from './catalogue.ts';
import { ingredientByKey, type Ingredient, type Shelf } from './ingredients.ts';

/** What a week takes, raw, for one person: by shelf, the most first, with a little to spare. Nothing for a plan without dishes. */
export function shoppingList(plan: Pick<DietContent, 'days'>): ShoppingShelf[] {
  const grams = gramsOf(plan);
  return SHELVES.flatMap(([shelf, name]) => {
    const items = [...grams]
      .filter(([ingredient]) => ingredient.shelf === shelf)
      .map(([{ key, name }, sum]) => {
        const sold = SOLD_AS[key];
        return { ingredient: key, name: sold?.name ?? name, grams: bought(sum * (sold?.times ?? 1)) };
      })
      .sort((a, b) => b.grams - a.grams || a.name.localeCompare(b.name, 'en'));
    return items.length > 0 ? [{ shelf: name, items }] : [];
  });
}

const SHELVES: readonly (readonly [Shelf, string])[] = [
  ['grains', 'Grains and flours'],
  ['pulses', 'Pulses and soya'],
  ['dairy', 'Dairy'],
  ['produce', 'Vegetables and fruit'],
  ['pantry', 'Nuts, oils and spices'],
  ['meat', 'Meat, fish and egg'],
];

function gramsOf({ days }: Pick<DietContent, 'days'>): Map<Ingredient, number> {
  const sums = new Map<Ingredient, number>();
  for (const item of days.flatMap(({ meals }) => meals.flatMap(({ items }) => items))) {
    const dish = dishBySlug(item.dish);
    if (!dish) continue;
    const share = (item.portions * dish.portion.grams) / dish.cookedGrams;
    for (const { ingredient, grams } of dish.parts) {
      const sold = (ingredient.key === 'egg_boiled' && ingredientByKey('egg')) || ingredient;
      sums.set(sold, (sums.get(sold) ?? 0) + grams * share);
    }
  }
  return sums;
}

/** What is drunk or squeezed is bought as something else: powder for a tumbler of filter coffee, leaves, whole lemons. */
const SOLD_AS: Readonly<Record<string, { name: string; times: number }>> = {
  coffee: { name: 'Coffee powder', times: 0.15 },
  tea: { name: 'Tea leaves', times: 0.025 },
  lemon: { name: 'Lemons', times: 2.5 },
};

const TO_SPARE = 1.05;

/** Rounded up to what a scale in a shop shows. */
function bought(grams: number): number {
  const needed = grams * TO_SPARE;
  const step = needed < 50 ? 5 : needed < 250 ? 10 : needed < 1000 ? 50 : 100;
  return Math.ceil(needed / step) * step;
}
