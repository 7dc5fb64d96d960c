import {
  ALLERGENS,
  CONDITIONS,
  DIETS,
  HARD_STOPS,
  type Allergen,
  type Condition,
  type Diet,
  type HardStop,
} from '@trainer/contract/plan-words';
import { ingredientByKey, ingredients } from '../nutrition/ingredients.ts';
import { folded } from './near-words.ts';
import { vocabularyOf } from './said.ts';
import {
  ABSENT_FOODS,
  ALLERGEN_WORDS,
  CONDITION_WORDS,
  DIET_WORDS,
  HARD_STOP_WORDS,
  INGREDIENT_GROUPS,
  SEVERAL_ALLERGENS,
} from './word-lists.ts';

/** All that one word about food or health may stand for. */
export interface Meaning {
  /** As it is said back, in `Did you mean …?`. */
  readonly name: string;
  readonly diet?: Diet;
  readonly allergens?: readonly Allergen[];
  /** Keys of single ingredients. */
  readonly keys?: readonly string[];
  readonly condition?: Condition;
  readonly stop?: HardStop;
  /** Not in the table at all, so nothing has to be done. */
  readonly absent?: true;
}

/** What words about food stand for. Where a word has two meanings, the earlier group wins. */
export const foodWords = (): Map<string, Meaning> =>
  new Map([...ingredientWords(), ...groupWords(), ...allergenWords(), ...dietWords()]);

/** What words about health stand for. */
export function healthWords(): Map<string, Meaning> {
  const words = new Map<string, Meaning>();
  for (const [word, condition] of vocabularyOf(CONDITION_WORDS)) words.set(word, { name: condition, condition });
  for (const [word, stop] of vocabularyOf(HARD_STOP_WORDS)) words.set(word, { name: stop, stop });
  return words;
}

function dietWords(): Map<string, Meaning> {
  const words = new Map<string, Meaning>();
  for (const [word, diet] of vocabularyOf(DIET_WORDS)) words.set(word, { name: diet, diet });
  const meat = INGREDIENT_GROUPS.meat ?? [];
  for (const word of ['pescatarian', 'pescetarian', 'fish vegetarian', 'no meat but fish'])
    words.set(word, { name: 'pescatarian', diet: 'non-vegetarian', keys: meat });
  for (const word of ['sattvic', 'satvic', 'sattvik', 'saatvik', 'sattvic vegetarian'])
    words.set(word, { name: 'sattvic', diet: 'vegetarian', keys: ['onion', 'onion_small', 'garlic', 'mushroom'] });
  for (const word of ['vegan jain', 'jain vegan'])
    words.set(word, { name: 'Jain, without milk', diet: 'jain', allergens: ['dairy'] });
  return words;
}

function allergenWords(): Map<string, Meaning> {
  const words = new Map<string, Meaning>();
  for (const [word, allergen] of vocabularyOf(ALLERGEN_WORDS))
    words.set(word, { name: allergen, allergens: [allergen] });
  for (const [word, allergens] of Object.entries(SEVERAL_ALLERGENS)) words.set(word, { name: word, allergens });
  return words;
}

function groupWords(): Map<string, Meaning> {
  const words = new Map<string, Meaning>();
  for (const [word, keys] of Object.entries(INGREDIENT_GROUPS)) words.set(word, { name: word, keys });
  for (const word of ABSENT_FOODS) words.set(word, { name: word, absent: true });
  return words;
}

function ingredientWords(): Map<string, Meaning> {
  const words = new Map<string, Meaning>();
  for (const { key, name, names } of ingredients) {
    if (key === 'water') continue;
    const meaning: Meaning = { name: name.charAt(0).toLowerCase() + name.slice(1), keys: [key] };
    for (const word of [key, name, ...names].map(folded)) if (!words.has(word)) words.set(word, meaning);
  }
  return words;
}

/** The allergens that ingredients are, traces left out: what an allergy to one of them is taken for. */
export const allergensOfKeys = (keys: readonly string[]): Allergen[] =>
  ALLERGENS.filter((allergen) => keys.some((key) => ingredientByKey(key)?.tags.includes(allergen)));

/** The order in which values are kept, so that the same wishes read the same however they were said. */
export const inOrder = {
  allergies: (given: ReadonlySet<Allergen>) => ALLERGENS.filter((one) => given.has(one)),
  conditions: (given: ReadonlySet<Condition>) => CONDITIONS.filter((one) => given.has(one)),
  stops: (given: ReadonlySet<HardStop>) => HARD_STOPS.filter((one) => given.has(one)),
  diets: (given: ReadonlySet<Diet>) => DIETS.filter((one) => given.has(one)),
};
