import dishRows from '../data/dishes.json' with { type: 'json' };
import ingredientRows from '../data/ingredients.json' with { type: 'json' };
import type { DietProfile, FindingCode } from '../plans/types.ts';
import { conditionAgainst } from './conditions.ts';
import { dishes, type Dish } from './dishes.ts';
import { ingredientByKey } from './ingredients.ts';

/** Another one whenever an ingredient or a recipe changes. */
export const catalogueVersion = fingerprint(JSON.stringify([dishRows, ingredientRows]));

const bySlug = new Map(dishes.map((dish) => [dish.slug, dish]));

export const dishBySlug = (slug: string): Dish | undefined => bySlug.get(slug);

/** The dishes that a person may eat, every ingredient of each looked at, in the order of the table. */
export const dishesFor = (profile: Avoiding): Dish[] => dishes.filter((dish) => !forbidden(dish, profile));

/** As far as a person says what they do not eat. */
export type Avoiding = Pick<DietProfile, 'diet' | 'allergies' | 'withoutKeys' | 'medicalConditions'>;

export interface Forbidden {
  code: Extract<FindingCode, 'diet' | 'allergen' | 'condition'>;
  /** Goes on after the dish’s name, as `holds cumin`. */
  because: string;
}

/** Why a dish is not for a person, or null where it is. */
export function forbidden(dish: Dish, profile: Avoiding): Forbidden | null {
  const allergen = profile.allergies.find((one) => dish.allergens.has(one));
  if (allergen) return { code: 'allergen', because: `holds ${allergen}` };
  const key = profile.withoutKeys.find((one) => dish.keys.has(one));
  if (key) return { code: 'allergen', because: `holds ${nameOf(key)}` };
  if (!fitsDiet(dish, profile.diet)) return { code: 'diet', because: `is not ${dietWord(profile.diet)}` };
  const against = conditionAgainst(dish, profile.medicalConditions);
  return against && { code: 'condition', because: `${against.because} (${against.condition})` };
}

const RANK = { vegan: 0, vegetarian: 1, eggetarian: 2, 'non-vegetarian': 3 } as const;

const fitsDiet = (dish: Dish, diet: Avoiding['diet']): boolean =>
  diet === 'jain' ? dish.jain : RANK[dish.diet] <= RANK[diet];

const dietWord = (diet: Avoiding['diet']): string => (diet === 'jain' ? 'Jain' : diet);

const nameOf = (key: string): string => ingredientByKey(key)?.name.toLowerCase() ?? key;

/** FNV-1a, 32 bits. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
