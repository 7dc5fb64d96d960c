import {
  EQUIPMENT,
  type Allergen,
  type Condition,
  type Diet,
  type Equipment,
  type Goal,
  type HardStop,
  type Region,
} from '@trainer/contract/plan-words';
import { ingredientByKey } from '../nutrition/ingredients.ts';
import { allergensOfKeys, foodWords, healthWords, inOrder, type Meaning } from './food-words.ts';
import { read, vocabularyOf, type Frame, type Reading, type Said, type UnknownWord, type Vocabulary } from './said.ts';
import { BODY_ONLY, EQUIPMENT_WORDS, GOAL_WORDS, REGION_WORDS, WHOLE_GYM } from './word-lists.ts';

export function readGoals(said: Said): Reading<Goal> {
  return read(said, GOALS_SAID, { frames: WISHES });
}

/** Conditions, and whatever else health words say: what stops a plan, and what must not be eaten. */
export interface HealthReading extends Reading<Condition> {
  hardStops: HardStop[];
  /** As `coeliac disease` says gluten. */
  allergies: Allergen[];
}

export function readConditions(said: Said): HealthReading {
  const { known, unknown } = read(said, HEALTH_FIRST, { frames: HEALTH_FRAMES, name: nameOf });
  // A food is no condition; an allergy to it is.
  const foods = known.filter(({ diet, absent }) => diet !== undefined || absent);
  return {
    known: conditionsOf(known),
    hardStops: stopsOf(known),
    allergies: inOrder.allergies(new Set(known.flatMap((one) => [...(one.allergens ?? []), ...allergensIn(one)]))),
    unknown: [...unknown, ...foods.map(({ name }) => ({ word: name, meant: null }))],
  };
}

/** What a person does not eat, however it was said. */
export interface FoodReading {
  /** The strictest that was named; null where none was. */
  diet: Diet | null;
  allergies: Allergen[];
  /** Single ingredients that are kept out beside the allergens: keys, and names to show. */
  withoutKeys: string[];
  without: string[];
  conditions: Condition[];
  hardStops: HardStop[];
  unknown: UnknownWord[];
}

/** Dietary restrictions: a diet, allergies and single ingredients, in one text or list. */
export function readDiet(said: Said): FoodReading {
  return foodReading(said, (meaning) => ({ allergens: meaning.allergens ?? [], keys: meaning.keys ?? [] }));
}

/**
 * Allergies. An ingredient that is one of the allergens, as paneer is dairy, is taken for the whole of it; another, as
 * cumin, is kept out by itself.
 */
export function readAllergies(said: Said): FoodReading {
  return foodReading(said, (meaning) => {
    const allergens = [...(meaning.allergens ?? []), ...allergensIn(meaning)];
    return { allergens, keys: (meaning.keys ?? []).filter((key) => allergensOfKeys([key]).length === 0) };
  });
}

/** Left out: null. An unknown one is refused like every other word. */
export function readRegion(said: string | null | undefined): Reading<Region> {
  return read(said, REGIONS_SAID, { frames: [{ around: /^(.+) (?:kitchen|food|cuisine|style|cooking)$/ }] });
}

/** In the order of the closed list. `none`, or what every home has: empty. A gym: all of it. */
export function readEquipment(said: Said): Reading<Equipment> {
  const { known, unknown } = read(said, EQUIPMENT_SAID, {
    frames: [{ around: /^(?:a pair of|pair of|an?|some|my|one|two) (.+)$/ }],
    name: (things) => things[0] ?? 'none',
  });
  const things = new Set(known.flat());
  return { known: EQUIPMENT.filter((thing) => things.has(thing)), unknown };
}

/** What is said about a word that nobody understood. @param purpose as `keep it out` */
export function sayUnknown({ word, meant }: UnknownWord, purpose: string): string {
  const said = `We do not know “${word}”, so we could not ${purpose}.`;
  return meant ? `${said} Did you mean ${meant}?` : said;
}

function foodReading(
  said: Said,
  avoided: (meaning: Meaning) => { allergens: readonly Allergen[]; keys: readonly string[] },
): FoodReading {
  const { known, unknown } = read(said, FOOD_FIRST, { frames: FOOD_FRAMES, name: nameOf });
  const found = known.map(avoided);
  const allergies = new Set(found.flatMap(({ allergens }) => allergens));
  const keys = new Set(found.flatMap((one) => one.keys));
  const diets = inOrder.diets(new Set(known.flatMap(({ diet }) => diet ?? [])));
  // Both at once: Jain food without milk.
  if (diets.includes('jain') && diets.includes('vegan')) allergies.add('dairy');
  const diet = diets.includes('jain') ? 'jain' : (diets[0] ?? null);
  const absent = known.filter((one) => one.absent).map(({ name }) => name);
  return {
    diet,
    allergies: inOrder.allergies(allergies),
    withoutKeys: [...keys],
    without: [...new Set([...[...keys].map((key) => ingredientByKey(key)?.name ?? key), ...absent])],
    conditions: conditionsOf(known),
    hardStops: stopsOf(known),
    unknown,
  };
}

const conditionsOf = (known: readonly Meaning[]) =>
  inOrder.conditions(new Set(known.flatMap(({ condition }) => condition ?? [])));
const stopsOf = (known: readonly Meaning[]) => inOrder.stops(new Set(known.flatMap(({ stop }) => stop ?? [])));
const allergensIn = ({ keys }: Meaning) => allergensOfKeys(keys ?? []);
const nameOf = ({ name }: Meaning) => name;

const isFood = ({ allergens, keys, absent }: Meaning) => !!(allergens ?? keys ?? absent);
const isWayOfEating = ({ diet, condition }: Meaning) => !!(diet ?? condition);
const isHealth = ({ condition, stop }: Meaning) => !!(condition ?? stop);

const ALLERGY_FRAMES: readonly Frame<Meaning>[] = [
  { around: /^(?:i am |im |i have |have |severely )?allergic to (.+)$/, fits: isFood },
  {
    around:
      /^(?:i have )?(?:an |a )?(?:allergy|allergies|intolerance|intolerant|sensitivity|sensitive) (?:to|of|for) (.+)$/,
    fits: isFood,
  },
  { around: /^(.+) (?:allergy|allergies|allergic|intolerance|intolerant|sensitivity|sensitive|free)$/, fits: isFood },
];
const FOOD_FRAMES: readonly Frame<Meaning>[] = [
  ...ALLERGY_FRAMES,
  {
    around:
      /^(?:no|without|avoid|avoiding|never|exclude|excluding|free of|free from|i dont eat|i do not eat|dont eat|do not eat|cant eat|cannot eat|i avoid|zero) (?:any |eating )?(.+)$/,
    fits: isFood,
  },
  { around: /^(.+) (?:products|seeds?|leaves|powder)$/, fits: isFood },
  { around: /^(?:i am a |i am |im a |im |strictly |strict |pure |mostly )(.+)$/, fits: isWayOfEating },
  { around: /^(.+) (?:diet|food|foods|meals|only|person|eater)$/, fits: isWayOfEating },
  { around: /^(.+?)e?s$/, fits: isFood },
];
const HEALTH_FRAMES: readonly Frame<Meaning>[] = [
  ...ALLERGY_FRAMES,
  {
    around:
      /^(?:i have |i am |im |have |has |had |having |mild |slight |some |a |history of |controlled |stable |chronic |with |my )(.+)$/,
    fits: isHealth,
  },
  { around: /^(.+) (?:disease|condition|problems?|issues?|patient|symptoms)$/, fits: isHealth },
];
const WISHES = [{ around: /^(?:i want to |to |want to |improved? |increase |get |build |gain |better |more )(.+)$/ }];

const GOALS_SAID = vocabularyOf(GOAL_WORDS);
const REGIONS_SAID = vocabularyOf(REGION_WORDS);
const EQUIPMENT_SAID: Vocabulary<readonly Equipment[]> = new Map([
  ...[...vocabularyOf(EQUIPMENT_WORDS)].map(([word, thing]): [string, readonly Equipment[]] => [word, [thing]]),
  ...[...WHOLE_GYM].map((word): [string, readonly Equipment[]] => [word, EQUIPMENT]),
  ...[...BODY_ONLY].map((word): [string, readonly Equipment[]] => [word, []]),
]);
/** A later group of words wins over an earlier one: “sugar” is a food among foods, and diabetes among conditions. */
const FOOD_FIRST: Vocabulary<Meaning> = new Map([...healthWords(), ...foodWords()]);
const HEALTH_FIRST: Vocabulary<Meaning> = new Map([...foodWords(), ...healthWords()]);
