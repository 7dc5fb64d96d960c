import { MEALS, type Meal } from '@trainer/contract/plan-words';
import { seeded, type Seeded } from '../plans/seeded.ts';
import type { DietDraft, DietProfile } from '../plans/types.ts';
import type { DayGoal, Placed } from './day.ts';
import type { Course, Dish } from './dishes.ts';
import { goalOf } from './goal.ts';
import { MAIN_COURSES, mostDishes, PROTEIN_SLOTS, slotsOf, type Slot } from './grammar.ts';
import { bettered, holds, reaches, type SettledDay } from './improve.ts';
import { larderOf, newWeek, type Larder, type Week } from './larder.ts';
import { dietTargets } from './targets.ts';

/**
 * A week of dishes for a person: the same for the same profile and seed. It passes the same gate as any other draft.
 * @param startsOn the first day, `YYYY-MM-DD`, for what is in season; left out: all is
 */
export function draftDiet(profile: DietProfile, seed: number, startsOn?: string): DietDraft {
  const told = dietTargets(profile);
  const goal = goalOf(profile, told);
  const wanted = (100 * goal.protein) / goal.kcal;
  const larder = larderOf(profile, wanted, startsOn);
  let best: SettledDay[] = [];
  let bestHeld = -1;
  // Where little may be eaten, the first days can use up what the last ones need: then the week begins anew.
  for (let attempt = 0; attempt < WEEKS && bestHeld < 7; attempt++) {
    const chance = seeded(seed + attempt * 0x9e3779b9);
    const week = weekOf({ larder, chance, week: newWeek(), kcal: goal.kcal, wanted }, goal);
    const held = week.filter(({ settled }) => holds(settled.totals, goal)).length;
    if (held > bestHeld) [best, bestHeld] = [week, held];
  }
  const meals = best.flatMap(({ placed }, i) =>
    MEALS.map((meal) => ({
      day: i + 1,
      meal,
      dishes: placed.filter((one) => one.meal === meal).map(({ dish }) => dish.slug),
      why: '',
    })),
  );
  return { title: '', summary: '', meals, notes: [] };
}

const WEEKS = 6;

function weekOf(kitchen: Kitchen, goal: DayGoal): SettledDay[] {
  return [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const one = bestDay(kitchen, day, goal);
    for (const { dish } of one.placed) kitchen.week.add(dish, day);
    return one;
  });
}

/** The first day that reaches the goal, or the best of a few. */
export function bestDay(kitchen: Kitchen, day: number, goal: DayGoal): SettledDay {
  const means = { ...kitchen, rounds: 14, aims: true };
  let best = bettered(dayOf(kitchen, day), goal, means);
  for (let attempt = 1; attempt < ATTEMPTS && !reaches(best.settled.totals, goal); attempt++) {
    const other = bettered(dayOf(kitchen, day), goal, means);
    if (other.settled.cost < best.settled.cost) best = other;
  }
  return best;
}

const ATTEMPTS = 4;

export interface Kitchen {
  larder: Larder;
  chance: Seeded;
  week: Week;
  /** Of a day. */
  kcal: number;
  /** Protein, g for 100 kcal. */
  wanted: number;
}

function dayOf(kitchen: Kitchen, day: number): Placed[] {
  const placed: Placed[] = [];
  for (const meal of MEALS) placed.push(...mealOf(kitchen, day, meal, placed));
  return placed;
}

/** One meal: what it is built on, what goes with that, and more protein where the day needs it. */
export function mealOf(kitchen: Kitchen, day: number, meal: Meal, before: readonly Placed[]): Placed[] {
  const { chance, wanted } = kitchen;
  const placed: Placed[] = [];
  const lay = (courses: readonly Course[]) => {
    const dish = choose(kitchen, day, meal, courses, [...before, ...placed]);
    if (dish) placed.push({ meal, dish });
    return dish;
  };
  const main = MAIN_COURSES[meal].length > 0 ? lay(MAIN_COURSES[meal]) : undefined;
  const slots: Slot[] = slotsOf(meal, main?.course).filter((slot) => chance.next() < slot.chance);
  const more = Math.min(2, Math.max(0, Math.round((wanted - 3.4) * 0.9 + chance.next() - 0.5)));
  for (let i = 0; i < more; i++) slots.push(PROTEIN_SLOTS[meal]);
  const most = mostDishes(kitchen.kcal);
  for (const slot of slots) if (placed.length < most) lay(slot.courses);
  return placed;
}

/** By liking and freshness, with chance; never twice a day. */
function choose(
  { larder, chance, week }: Kitchen,
  day: number,
  meal: Meal,
  courses: readonly Course[],
  today: readonly Placed[],
): Dish | undefined {
  const candidates = larder
    .at(meal, courses)
    .filter(
      (dish) => !today.some((one) => one.dish === dish || (one.meal === meal && one.dish.course === dish.course)),
    );
  // Each course has its share first, so that those with many dishes do not crowd out the others.
  const size = new Map<Course, number>();
  for (const { course } of candidates) size.set(course, (size.get(course) ?? 0) + 1);
  const again = new Set(today.map((one) => one.dish.course));
  const weights = candidates.map(
    (dish) =>
      (larder.liking(dish) * week.freshness(dish, day) * (again.has(dish.course) ? 0.15 : 1)) /
      (size.get(dish.course) ?? 1) ** 0.6,
  );
  let left = chance.next() * weights.reduce((sum, weight) => sum + weight, 0);
  return candidates.find((_, i) => (left -= weights[i] ?? 0) < 0 && (weights[i] ?? 0) > 0);
}
