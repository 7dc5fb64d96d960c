import { MEALS, type Meal } from '@trainer/contract/plan-words';
import { ENERGY_TOLERANCE, FAT_SHARE, PRODUCE_GRAMS, PROTEIN_LEAST } from './constants.ts';
import { distance, settle, type DayGoal, type DayTotals, type Fixed, type Placed, type Settled } from './day.ts';
import type { Dish } from './dishes.ts';
import { canStandInFor, isMainOf, mostDishes } from './grammar.ts';
import type { Larder, Week } from './larder.ts';
import { boundsOf, served } from './portions.ts';

export interface Means {
  larder: Larder;
  /** What the other days have already. */
  week: Week;
  /** How many changes at most. */
  rounds: number;
  /** Meals that may change; left out: all. */
  meals?: readonly Meal[];
  /** Whether a few are also made for vegetables, fruit and fibre: for our own draft, and never to another’s. */
  aims?: boolean;
}

/** The dishes of a day, and how much of each. */
export interface SettledDay {
  placed: readonly (Placed | Fixed)[];
  settled: Settled;
}

/**
 * A day whose portions alone do not reach the goal, with other dishes: one is put in, or another stands in for one,
 * whichever comes nearest. A day that reaches it stays as it is.
 */
export function bettered(placed: readonly (Placed | Fixed)[], goal: DayGoal, means: Means): SettledDay {
  let now: SettledDay = { placed, settled: settle(placed, goal) };
  const enough = (round: number) =>
    reaches(now.settled.totals, goal) && (!means.aims || round >= FOR_AIMS || aimsAt(now.settled.totals, goal));
  for (let round = 0; round < means.rounds && !enough(round); round++) {
    const better = bestChange(now, goal, means);
    if (!better) break;
    now = better;
  }
  return now;
}

const FOR_AIMS = 3;

const aimsAt = ({ produce, fibre }: DayTotals, goal: DayGoal) => produce >= PRODUCE_GRAMS && fibre >= goal.fibre;

/** Within all that a plan must hold, with a little to spare. */
export function reaches({ kcal, protein, fat }: DayTotals, goal: DayGoal): boolean {
  const share = (fat * 9) / kcal;
  return (
    Math.abs(kcal - goal.kcal) <= goal.kcal * ENERGY_TOLERANCE.aim * 0.7 &&
    kcal >= goal.floor &&
    protein >= goal.protein * (PROTEIN_LEAST + 0.03) &&
    share >= FAT_SHARE.least + 0.01 &&
    share <= FAT_SHARE.most - 0.01
  );
}

/** Within what must hold of a day; fat is held over the week, so a day may be somewhat beyond. */
export const holds = ({ kcal, protein, fat }: DayTotals, goal: DayGoal): boolean =>
  Math.abs(kcal - goal.kcal) <= goal.kcal * ENERGY_TOLERANCE.most &&
  kcal >= goal.floor &&
  protein >= goal.protein * PROTEIN_LEAST &&
  fat * 9 <= kcal * (FAT_SHARE.most + 0.03) &&
  fat * 9 >= kcal * (FAT_SHARE.least - 0.03);

const TRIED = 8;

function bestChange({ placed, settled }: SettledDay, goal: DayGoal, means: Means): SettledDay | undefined {
  const promising = changesOf(placed, goal, means)
    .map((change) => ({ change, worth: estimated(change, placed, settled, goal) }))
    .sort((a, b) => a.worth - b.worth)
    .slice(0, TRIED);
  let best: SettledDay | undefined;
  for (const { change } of promising) {
    const next = applied(change, placed);
    const then = settle(next, goal);
    if (then.cost < (best?.settled.cost ?? settled.cost - 0.3)) best = { placed: next, settled: then };
  }
  return best;
}

/** `at`: whose place is taken; -1 puts one in beside the others. Without `add`, what stands there is left out. */
interface Change {
  at: number;
  add: Placed | null;
}

function changesOf(now: readonly Placed[], { kcal }: DayGoal, { larder, week, meals = MEALS }: Means): Change[] {
  const changes: Change[] = [];
  const free = (dish: Dish) => week.mayComeAgain(dish) && !now.some((one) => one.dish === dish);
  for (const meal of meals) {
    const here = now.filter((one) => one.meal === meal);
    for (const one of here)
      if (here.length > 1 && !isMainOf(one.dish.course, meal)) changes.push({ at: now.indexOf(one), add: null });
    const candidates = larder.all(meal).filter(free);
    for (const dish of candidates) {
      const add = { meal, dish };
      if (larder.liking(dish) === 0 && dish.course !== 'fat') continue;
      if (here.length <= mostDishes(kcal) && mayJoin(dish, meal, here)) changes.push({ at: -1, add });
      for (const one of here) if (mayReplace(one, dish, here)) changes.push({ at: now.indexOf(one), add });
    }
  }
  return changes;
}

const mayReplace = (one: Placed, dish: Dish, here: readonly Placed[]): boolean =>
  canStandInFor(one.dish.course, dish.course) &&
  isMainOf(one.dish.course, one.meal) === isMainOf(dish.course, one.meal) &&
  !here.some((other) => other !== one && other.dish.course === dish.course);

/** One of a kind in a meal; a second main dish only beside a first that is not enough by itself. */
const mayJoin = (dish: Dish, meal: Meal, here: readonly Placed[]): boolean =>
  isMainOf(dish.course, meal)
    ? here.filter((one) => isMainOf(one.dish.course, meal)).length < 2
    : !here.some((one) => one.dish.course === dish.course);

/** Where the day would stand, if what is put in took the energy of what it replaces. */
function estimated({ at, add }: Change, now: readonly Placed[], settled: Settled, goal: DayGoal): number {
  const old = now[at];
  const out = old && served(old.dish, settled.steps[at] ?? 0);
  const into = add && served(add.dish, stepsFor(add, out?.kcal, goal));
  const then = { ...settled.totals };
  for (const key of SUMMED) then[key] += (into?.[key] ?? 0) - (out?.[key] ?? 0);
  // The others make room for one more, or fill the gap.
  const rest = out && add ? 1 : Math.min(1.3, goal.kcal / Math.max(1, then.kcal));
  for (const key of SUMMED) then[key] *= rest;
  return distance(then, goal);
}

const SUMMED = ['kcal', 'protein', 'fat', 'fibre', 'sodium', 'produce'] as const;

function stepsFor({ dish, meal }: Placed, kcal: number | undefined, goal: DayGoal): number {
  const { usual, most } = boundsOf(dish, meal, goal.kcal);
  const one = served(dish, 1).kcal;
  return kcal !== undefined && one > 0 ? Math.min(most, Math.max(1, Math.round(kcal / one))) : usual;
}

function applied({ at, add }: Change, now: SettledDay['placed']): SettledDay['placed'] {
  if (!add) return now.toSpliced(at, 1);
  if (at >= 0) return now.map((one, i) => (i === at ? add : one));
  // Meals stay together, so that the same day read from a draft comes in the same order.
  const after = now.findLastIndex((one) => MEALS.indexOf(one.meal) <= MEALS.indexOf(add.meal));
  return now.toSpliced(after + 1, 0, add);
}
