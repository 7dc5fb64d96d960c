import { MEALS } from '@trainer/contract/plan-words';
import { dishesFor, type Avoiding } from './catalogue.ts';
import { FAT_SHARE, MAIN_DISH_MOST } from './constants.ts';
import type { Course, Dish } from './dishes.ts';
import { isEatenAt, isMainDish, MAIN_COURSES } from './grammar.ts';
import { boundsOf, served } from './portions.ts';

/**
 * The most protein, g a day, that a week of the dishes which somebody may eat yields in portions that are eaten: for each
 * part of the week’s energy, the dishes with the most protein first, each as often as it may come. What the planner
 * reaches lies close to it.
 */
export function reachOfDishes(profile: Avoiding, kcal: number): number {
  const allowed = dishesFor(profile).filter((dish) => !LEFT_OUT.has(dish.course) && dish.slug !== 'whey-water');
  const sure = allowed.length < NARROW ? NARROW_SHARE : 1;
  const larder = allowed.map((dish) => ({ dish, weekly: weeklyKcal(dish, kcal) }));
  // The more fat costs, the less of it is taken, until the week is within its bound.
  for (const price of FAT_PRICES) {
    const { protein, fat } = filledWeek(larder, 7 * kcal, price);
    if (fat * 9 <= 7 * kcal * (FAT_SHARE.most - 0.02)) return (sure * protein) / 7;
  }
  return 0;
}

/** With few dishes, one that is used up or eaten already is missed: less of what is possible is reached (measured). */
const NARROW = 110;
const NARROW_SHARE = 0.93;

interface Stock {
  dish: Dish;
  /** The most that is eaten of it in a week. */
  weekly: number;
}

/** Treats, and drinks that nobody eats for protein. */
const LEFT_OUT = new Set<Course>(['fried', 'sweet', 'relish', 'drink', 'fat']);
const FAT_PRICES = [0, 0.08, 0.16, 0.25, 0.35, 0.5, 0.8];
const MAINS = new Set<Course>(Object.values(MAIN_COURSES).flat());
const PRODUCE = new Set<Course>(['poriyal', 'kootu', 'fruit']);
/** Of the week’s energy: staples, then vegetables and fruit; the rest is free. */
const SHARE = { mains: 0.4, produce: 0.12 } as const;

function weeklyKcal(dish: Dish, kcal: number): number {
  if (PRODUCE.has(dish.course)) return 3 * dish.perPortion.kcal;
  const servings = MEALS.filter((meal) => isEatenAt(dish, meal)).map((meal) => {
    const { usual, most } = boundsOf(dish, meal, kcal);
    return served(dish, Math.round((usual + most) / 2)).kcal;
  });
  return Math.max(0, ...servings) * (isMainDish(dish) ? MAIN_DISH_MOST : 7);
}

function filledWeek(larder: readonly Stock[], kcal: number, price: number): { protein: number; fat: number } {
  const worth = ({ dish: { perPortion } }: Stock) =>
    (perPortion.protein - price * perPortion.fat) / Math.max(15, perPortion.kcal);
  const of = (belongs: (course: Course) => boolean) =>
    larder.filter(({ dish }) => belongs(dish.course)).sort((a, b) => worth(b) - worth(a));
  const sum = { protein: 0, fat: 0 };
  const take = (stocks: readonly Stock[], budget: number): number => {
    let left = budget;
    for (const { dish, weekly } of stocks) {
      const taken = Math.min(left, weekly);
      const portions = taken / Math.max(1, dish.perPortion.kcal);
      sum.protein += dish.perPortion.protein * portions;
      sum.fat += dish.perPortion.fat * portions;
      left -= taken;
    }
    return left;
  };
  const mains = of((course) => MAINS.has(course));
  take(mains, SHARE.mains * kcal);
  take(
    of((course) => PRODUCE.has(course)),
    SHARE.produce * kcal,
  );
  const left = take(
    of((course) => !MAINS.has(course) && !PRODUCE.has(course)),
    (1 - SHARE.mains - SHARE.produce) * kcal,
  );
  // What is left over is eaten as more of the plainer staples.
  take(mains.slice(4), left);
  return sum;
}
