import { MEALS, type Meal } from '@trainer/contract/plan-words';
import type { DietProfile } from '../plans/types.ts';
import { dishesFor } from './catalogue.ts';
import { MAIN_DISH_MOST } from './constants.ts';
import type { Course, Dish } from './dishes.ts';
import { LESS_SALT } from './goal.ts';
import { isEatenAt, isMainDish } from './grammar.ts';

/** What a person may eat, by meal and course, with how much each dish is liked for them. */
export interface Larder {
  readonly at: (meal: Meal, courses: readonly Course[]) => readonly Dish[];
  readonly all: (meal: Meal) => readonly Dish[];
  readonly liking: (dish: Dish) => number;
  readonly has: (dish: Dish) => boolean;
}

/**
 * @param wanted what the day needs, protein in g for 100 kcal
 * @param startsOn the first day, for what is in season; left out: all is
 */
export function larderOf(profile: DietProfile, wanted: number, startsOn?: string): Larder {
  const month = startsOn === undefined ? null : Number(startsOn.slice(5, 7));
  const allowed = dishesFor(profile);
  const byMeal = new Map(MEALS.map((meal) => [meal, allowed.filter((dish) => isEatenAt(dish, meal))]));
  const likings = new Map(allowed.map((dish) => [dish, likingOf(dish, profile, wanted, month)]));
  const all = (meal: Meal) => byMeal.get(meal) ?? [];
  return {
    all,
    at: (meal, courses) => all(meal).filter((dish) => courses.includes(dish.course)),
    liking: (dish) => likings.get(dish) ?? 0,
    has: (dish) => likings.has(dish),
  };
}

function likingOf(dish: Dish, profile: DietProfile, wanted: number, month: number | null): number {
  if (NEVER_PLANNED.has(dish.course) || dish.slug === 'whey-water') return 0;
  let liking = regionalLiking(dish, profile.region) * proteinLiking(dish, wanted) * saltLiking(dish, profile);
  if (month !== null && dish.months && !dish.months.includes(month)) liking *= 0.1;
  if (dish.flags.has('deep-fried')) liking *= 0.05;
  if (dish.flags.has('added-sugar')) liking *= dish.course === 'drink' || dish.course === 'milk' ? 0.1 : 0.8;
  liking *= customaryLiking(dish, profile.diet);
  if (profile.medicalConditions.includes('diabetes')) liking *= dish.flags.has('lower-glycaemic') ? 2 : 0.5;
  return liking;
}

/** Treats and fried snacks are a person’s own to add; pickles are mostly salt; oil is only spooned on where it is needed. */
const NEVER_PLANNED = new Set<Course>(['fried', 'sweet', 'relish', 'fat']);

function regionalLiking({ regions }: Dish, region: DietProfile['region']): number {
  if (region === 'south-india' || region === 'other')
    return regions.includes('india') && regions.length === 1 ? 0.7 : 1;
  if (regions.includes(region)) return 3;
  if (regions.includes('south-india')) return 1.2;
  return regions.includes('india') ? 0.6 : 0.15;
}

/** Who eats fish, meat or eggs expects them; tofu is for those who have little else. */
function customaryLiking(dish: Dish, diet: DietProfile['diet']): number {
  if (diet === 'non-vegetarian' && dish.diet === 'non-vegetarian') return 2.5;
  if ((diet === 'non-vegetarian' || diet === 'eggetarian') && dish.diet === 'eggetarian') return 2;
  if (dish.keys.has('tofu') || dish.keys.has('soymilk')) return diet === 'vegan' ? 1 : 0.4;
  return diet === 'non-vegetarian' && dish.keys.has('paneer') ? 0.6 : 1;
}

const density = ({ perPortion }: Dish) => (100 * perPortion.protein) / Math.max(20, perPortion.kcal);

function proteinLiking(dish: Dish, wanted: number): number {
  const keenness = Math.min(4, Math.max(0, (wanted - 3.2) * 1.1));
  return (Math.min(12, Math.max(0.8, density(dish))) / 4) ** keenness;
}

function saltLiking({ perPortion }: Dish, { medicalConditions }: DietProfile): number {
  const less = LESS_SALT.some((condition) => medicalConditions.includes(condition));
  return Math.exp(-Math.max(0, perPortion.sodium - (less ? 100 : 250)) / (less ? 150 : 350));
}

/** How often each dish has come in a week, and when last. */
export interface Week {
  add: (dish: Dish, day: number) => void;
  remove: (dish: Dish) => void;
  mayComeAgain: (dish: Dish) => boolean;
  /** Less for what has come often or just now; 0 for what may not come again. */
  freshness: (dish: Dish, day: number) => number;
}

export function newWeek(): Week {
  const times = new Map<Dish, number>();
  const days = new Map<Dish, number>();
  const count = (dish: Dish) => times.get(dish) ?? 0;
  const mayComeAgain = (dish: Dish) => !isMainDish(dish) || count(dish) < MAIN_DISH_MOST;
  return {
    mayComeAgain,
    add: (dish, day) => {
      times.set(dish, count(dish) + 1);
      days.set(dish, day);
    },
    remove: (dish) => void times.set(dish, Math.max(0, count(dish) - 1)),
    freshness: (dish, day) => {
      if (!mayComeAgain(dish)) return 0;
      const ago = day - (days.get(dish) ?? -9);
      const daily = DAILY.has(dish.course);
      return (daily ? 0.95 : 0.7) ** count(dish) * (daily || ago > 2 ? 1 : ago > 1 ? 0.5 : 0.1);
    },
  };
}

const DAILY = new Set<Course>(['curd', 'milk', 'drink', 'raita', 'chutney', 'nuts', 'fruit']);
