import type { Meal } from '@trainer/contract/plan-words';
import type { Course, Dish } from './dishes.ts';

/** What so many steps of a dish’s portion come to, as it is shown: whole numbers, so that totals are their sums. */
export interface Served {
  /** In household portions. */
  readonly portions: number;
  readonly grams: number;
  readonly kcal: number;
  readonly protein: number;
  readonly carbs: number;
  readonly fat: number;
  readonly fibre: number;
  /** mg */
  readonly sodium: number;
  /** g of vegetables and fruit, raw */
  readonly produce: number;
}

/** More steps than any plan serves. */
export const MOST_STEPS = 32;

/** @param steps how often the dish’s step is served, 1–32 */
export function served(dish: Dish, steps: number): Served {
  let table = tables.get(dish);
  if (!table) tables.set(dish, (table = Array.from({ length: MOST_STEPS + 1 }, (_, i) => serve(dish, i))));
  return table[steps] ?? serve(dish, steps);
}

const tables = new WeakMap<Dish, Served[]>();

function serve(dish: Dish, steps: number): Served {
  const portions = steps * dish.portion.step;
  const { kcal, protein, carbs, fat, fibre, sodium } = dish.perPortion;
  return {
    portions,
    grams: Math.round(portions * dish.portion.grams),
    kcal: Math.round(portions * kcal),
    protein: Math.round(portions * protein),
    carbs: Math.round(portions * carbs),
    fat: Math.round(portions * fat),
    fibre: Math.round(portions * fibre),
    sodium: Math.round(portions * sodium),
    produce: Math.round(portions * dish.produceGrams),
  };
}

/** Steps of a dish in a meal: what is usual, and how few and how many a person would still eat. */
export interface Bounds {
  readonly usual: number;
  readonly least: number;
  readonly most: number;
}

/** @param kcal of the day: who needs more, eats more of everything */
export function boundsOf(dish: Dish, meal: Meal, kcal: number): Bounds {
  let known = bounds.get(dish);
  if (known?.kcal !== kcal) bounds.set(dish, (known = { kcal, at: new Map() }));
  let here = known.at.get(meal);
  if (!here) known.at.set(meal, (here = worked(dish, meal, kcal)));
  return here;
}

/** Asked for many times a plan, and always for the same energy. */
const bounds = new WeakMap<Dish, { kcal: number; at: Map<Meal, Bounds> }>();

function worked(dish: Dish, meal: Meal, kcal: number): Bounds {
  const main = MAIN_SHARE[dish.course];
  const { step } = dish.portion;
  const appetite = Math.min(3, Math.max(0.8, kcal / 1800));
  if (main !== undefined) {
    const usual = Math.max(1, Math.round((kcal * MEAL_SHARE[meal] * main) / dish.perPortion.kcal / step));
    return {
      usual,
      least: Math.max(1, Math.round(usual * 0.4)),
      most: clamped(Math.max(usual + 1, Math.round(usual * 1.7))),
    };
  }
  const [usual, least, most] = BESIDE[dish.course] ?? [1, 1, 1];
  const pieces = (PIECES[dish.slug] ?? 1) / step;
  const grows = FIXED.has(dish.course) ? 1 : appetite;
  return {
    usual: atLeastOne(usual * Math.max(1, Math.sqrt(grows)) * pieces),
    least: Math.max(atLeastOne(least * pieces), isHalfKatori(dish) ? 2 : 1),
    most: clamped(atLeastOne(most * grows * pieces)),
  };
}

/** Nobody is served a quarter of a katori. */
const isHalfKatori = ({ portion }: Dish) => portion.step === 0.5 && portion.amount === 0.5 && portion.one === 'katori';
const atLeastOne = (steps: number) => Math.max(1, Math.round(steps));

const clamped = (steps: number) => Math.min(MOST_STEPS, steps);

/** Of the day’s energy; dinner is lighter than lunch. */
export const MEAL_SHARE: Readonly<Record<Meal, number>> = { breakfast: 0.25, lunch: 0.33, snacks: 0.15, dinner: 0.27 };

/** Of the meal’s energy, where a dish is what the meal is built on. */
const MAIN_SHARE: Partial<Record<Course, number>> = {
  rice: 0.4,
  'mixed-rice': 0.55,
  bread: 0.45,
  hopper: 0.5,
  idli: 0.5,
  dosa: 0.55,
  upma: 0.6,
  pongal: 0.6,
  puttu: 0.55,
  porridge: 0.5,
};

/** In portions, for a day of 1,800 kcal: usual, least, most. */
const BESIDE: Partial<Record<Course, readonly [number, number, number]>> = {
  sambar: [1, 0.5, 2],
  dal: [1, 0.5, 2],
  kuzhambu: [1, 0.5, 1.5],
  rasam: [1, 0.5, 1.5],
  kootu: [1, 0.5, 2],
  kurma: [1, 0.5, 2],
  curry: [1, 0.5, 2],
  fry: [1, 0.5, 2],
  protein: [1, 1, 1.5],
  poriyal: [1, 1, 2.5],
  raita: [1, 1, 2.5],
  curd: [1, 0.5, 1.5],
  sundal: [1, 0.5, 1.5],
  chutney: [1, 0.5, 1.5],
  relish: [1, 1, 1],
  milk: [1, 0.5, 1.5],
  drink: [1, 1, 1],
  fruit: [1, 1, 1.5],
  nuts: [1, 0.5, 2.5],
  root: [1, 0.5, 1.5],
  fried: [1, 1, 1],
  sweet: [1, 1, 1],
  fat: [1, 1, 3],
};
const FIXED = new Set<Course>(['relish', 'drink', 'sweet', 'fried', 'chutney']);

/** Small things of which more are eaten than one. */
const PIECES: Readonly<Record<string, number>> = { 'egg-white-boiled': 2, 'medu-vada': 2, 'masala-vada': 2 };
