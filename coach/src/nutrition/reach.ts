import type { Avoiding } from './catalogue.ts';
import { reachOfDishes } from './reach-of-dishes.ts';

/**
 * The most protein that a day reaches, g, by a linear programme over this table of dishes: at least 40 % of energy from
 * staples, vegetables and fruit, fat 15–35 %, at most five protein dishes and no powder.
 */
const ENERGIES = [1200, 1500, 1800, 2100, 2500] as const;
const REACHED = {
  vegan: [74, 87, 97, 106, 117],
  veganNoSoy: [66, 78, 88, 97, 107],
  veganJain: [67, 81, 93, 101, 113],
  vegetarian: [78, 95, 110, 123, 138],
  vegetarianNoSoy: [73, 90, 104, 117, 131],
  eggetarian: [82, 99, 114, 127, 142],
  nonVegetarian: [105, 122, 137, 150, 164],
} as const;

/** What days of a diet reach at an energy: by the table above, and never more than what is left to eat yields. */
export const proteinReach = (profile: Avoiding, kcal: number): number =>
  Math.min(interpolated(rowOf(profile), kcal), reachOfDishes(profile, kcal));

function rowOf({ diet, allergies }: Pick<Avoiding, 'diet' | 'allergies'>): readonly number[] {
  const out = new Set(allergies);
  if (diet === 'non-vegetarian') return REACHED.nonVegetarian;
  if (diet === 'eggetarian' && !out.has('egg')) return REACHED.eggetarian;
  if (diet === 'vegan' || out.has('dairy')) {
    if (out.has('soy')) return REACHED.veganNoSoy;
    return diet === 'jain' ? REACHED.veganJain : REACHED.vegan;
  }
  return out.has('soy') ? REACHED.vegetarianNoSoy : REACHED.vegetarian;
}

/** Between the columns, and beyond them as the last two go. */
function interpolated(row: readonly number[], kcal: number): number {
  const last = ENERGIES.length - 1;
  let i = 1;
  while (i < last && kcal > (ENERGIES[i] ?? 0)) i++;
  const [x0 = 0, x1 = 1, y0 = 0, y1 = 0] = [ENERGIES[i - 1], ENERGIES[i], row[i - 1], row[i]];
  return y0 + ((kcal - x0) / (x1 - x0)) * (y1 - y0);
}
