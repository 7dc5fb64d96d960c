import { MEALS, type Meal } from '@trainer/contract/plan-words';
import { FAT_SHARE, PRODUCE_GRAMS } from './constants.ts';
import type { Dish } from './dishes.ts';
import { boundsOf, MEAL_SHARE, MOST_STEPS, served, type Bounds } from './portions.ts';

/** What a day is brought to. */
export interface DayGoal {
  readonly kcal: number;
  /** Never under it. */
  readonly floor: number;
  readonly protein: number;
  /** Kidney disease: not much more than the target. */
  readonly proteinRaised: boolean;
  readonly fibre: number;
  /** mg */
  readonly sodium: number;
  /** How hard it is pulled towards that: harder where blood pressure or kidneys ask for it. */
  readonly saltWeight: number;
}

/** A dish in a meal. */
export interface Placed {
  readonly meal: Meal;
  readonly dish: Dish;
}

/** A dish whose portion stays as it is. */
export interface Fixed extends Placed {
  readonly fixed: number;
}

export interface Settled {
  /** Steps of each dish, in the same order. */
  readonly steps: readonly number[];
  /** How far from the goal; only to compare. */
  readonly cost: number;
  readonly totals: DayTotals;
}

export interface DayTotals {
  kcal: number;
  protein: number;
  fat: number;
  fibre: number;
  sodium: number;
  produce: number;
}

/**
 * How much of each dish: from usual portions, step by step to what fits the goal best, one dish at a time, and where
 * that no longer helps, more of one for less of another. The same dishes in the same order always come to the same.
 */
export function settle(placed: readonly (Placed | Fixed)[], goal: DayGoal): Settled {
  const items = placed.map(({ dish, meal, ...one }): Item => {
    const bounds = 'fixed' in one ? just(one.fixed) : boundsOf(dish, meal, goal.kcal);
    return { table: tableOf(dish), meal: MEALS.indexOf(meal), bounds, steps: bounds.usual };
  });
  start(items, goal);
  const now = summed(items);
  let cost = costOf(now, goal);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const move = bestSingle(items, now, cost, goal) ?? bestPair(items, now, cost, goal);
    if (!move) break;
    for (const { item, by } of move.steps) shift(now, item, by);
    for (const { item, by } of move.steps) item.steps += by;
    ({ cost } = move);
  }
  const [kcal = 0, protein = 0, fat = 0, fibre = 0, sodium = 0, produce = 0] = now;
  return { steps: items.map(({ steps }) => steps), cost, totals: { kcal, protein, fat, fibre, sodium, produce } };
}

/** How far a day is from its goal: what must hold weighs far more than what is only aimed at. */
export function distance({ kcal, protein, fat, fibre, sodium, produce }: DayTotals, goal: DayGoal): number {
  const off = Math.abs(kcal - goal.kcal) / goal.kcal;
  const short = (goal.protein - protein) / goal.protein;
  const share = (fat * 9) / Math.max(1, kcal);
  return (
    off * 120 +
    over(off, 0.03) * 2000 +
    over(goal.floor, kcal) * 20 +
    over(short, 0) * 30 +
    over(short, 0.06) * 1500 +
    (goal.proteinRaised ? 0 : over(-short, 0.1) * 60) +
    over(share, FAT_SHARE.aim + 0.04) * 40 +
    over(FAT_SHARE.aim - 0.05, share) * 40 +
    over(share, FAT_SHARE.most - 0.02) * 800 +
    over(FAT_SHARE.least + 0.02, share) * 800 +
    (over(goal.fibre, fibre) / goal.fibre) * 6 +
    (over(sodium, goal.sodium) / goal.sodium) * goal.saltWeight +
    (over(PRODUCE_GRAMS * 1.05, produce) / PRODUCE_GRAMS) * 16
  );
}

const over = (value: number, bound: number) => (value > bound ? value - bound : 0);

const just = (steps: number): Bounds => ({ usual: steps, least: steps, most: steps });

interface Item {
  /** For each number of steps, `WIDTH` numbers. */
  table: Float64Array;
  meal: number;
  bounds: Bounds;
  steps: number;
}

interface Move {
  steps: { item: Item; by: number }[];
  cost: number;
}

const MOST_PASSES = 80;

/** Numbers of a dish in its table: kcal, protein, fat, fibre, sodium, produce. */
const WIDTH = 6;
/** Running sums of a day: the same, then the kcal of each meal, then how unusual its portions are. */
const MEAL_AT = WIDTH;
const UNUSUAL_AT = MEAL_AT + MEALS.length;

function tableOf(dish: Dish): Float64Array {
  let table = tables.get(dish);
  if (!table) {
    table = new Float64Array((MOST_STEPS + 1) * WIDTH);
    for (let steps = 0; steps <= MOST_STEPS; steps++) {
      const { kcal, protein, fat, fibre, sodium, produce } = served(dish, steps);
      table.set([kcal, protein, fat, fibre, sodium, produce], steps * WIDTH);
    }
    tables.set(dish, table);
  }
  return table;
}
const tables = new WeakMap<Dish, Float64Array>();

/** Usual portions, all larger or smaller by what the day lacks. */
function start(items: readonly Item[], goal: DayGoal): void {
  const usual = items.reduce((sum, { table, bounds }) => sum + (table[bounds.usual * WIDTH] ?? 0), 0);
  const scale = usual > 0 ? goal.kcal / usual : 1;
  for (const item of items) {
    const { bounds } = item;
    item.steps = Math.min(bounds.most, Math.max(bounds.least, Math.round(bounds.usual * scale)));
  }
}

function summed(items: readonly Item[]): Float64Array {
  const sums = new Float64Array(UNUSUAL_AT + 1);
  for (const item of items) {
    const { steps } = item;
    item.steps = 0;
    shift(sums, item, steps);
    item.steps = steps;
  }
  return sums;
}

/** Changes the sums by so many steps more of a dish; the dish itself stays. */
function shift(sums: Float64Array, { table, meal, bounds, steps }: Item, by: number): void {
  const [from, to] = [steps * WIDTH, (steps + by) * WIDTH];
  for (let i = 0; i < WIDTH; i++) sums[i] = (sums[i] ?? 0) + (table[to + i] ?? 0) - (table[from + i] ?? 0);
  sums[MEAL_AT + meal] = (sums[MEAL_AT + meal] ?? 0) + (table[to] ?? 0) - (table[from] ?? 0);
  sums[UNUSUAL_AT] = (sums[UNUSUAL_AT] ?? 0) + oddness(steps + by, bounds.usual) - oddness(steps, bounds.usual);
}

const oddness = (steps: number, usual: number) => (steps === 0 ? 0 : ((steps - usual) / (usual + 1)) ** 2);

const measured: DayTotals = { kcal: 0, protein: 0, fat: 0, fibre: 0, sodium: 0, produce: 0 };

function costOf(sums: Float64Array, goal: DayGoal): number {
  measured.kcal = sums[0] ?? 0;
  measured.protein = sums[1] ?? 0;
  measured.fat = sums[2] ?? 0;
  measured.fibre = sums[3] ?? 0;
  measured.sodium = sums[4] ?? 0;
  measured.produce = sums[5] ?? 0;
  let cost = distance(measured, goal) + (sums[UNUSUAL_AT] ?? 0) * 1.5;
  for (let i = 0; i < SHARES.length; i++) {
    const lean = (sums[MEAL_AT + i] ?? 0) / Math.max(1, measured.kcal) - (SHARES[i] ?? 0);
    cost += lean * lean * 60;
  }
  return cost;
}

const SHARES = MEALS.map((meal) => MEAL_SHARE[meal]);

const mayMove = ({ steps, bounds }: Item, by: number) => steps + by >= bounds.least && steps + by <= bounds.most;

function bestSingle(items: readonly Item[], sums: Float64Array, cost: number, goal: DayGoal): Move | null {
  let best: Move | null = null;
  const then = new Float64Array(sums.length);
  for (const item of items)
    for (const by of [1, -1]) {
      if (!mayMove(item, by)) continue;
      then.set(sums);
      shift(then, item, by);
      const after = costOf(then, goal);
      if (after < (best?.cost ?? cost) - 1e-9) best = { steps: [{ item, by }], cost: after };
    }
  return best;
}

function bestPair(items: readonly Item[], sums: Float64Array, cost: number, goal: DayGoal): Move | null {
  let best: Move | null = null;
  const [one, two] = [new Float64Array(sums.length), new Float64Array(sums.length)];
  for (const item of items) {
    if (!mayMove(item, 1)) continue;
    one.set(sums);
    shift(one, item, 1);
    for (const other of items) {
      if (other === item || !mayMove(other, -1)) continue;
      two.set(one);
      shift(two, other, -1);
      const after = costOf(two, goal);
      if (after < (best?.cost ?? cost) - 1e-9)
        best = {
          steps: [
            { item, by: 1 },
            { item: other, by: -1 },
          ],
          cost: after,
        };
    }
  }
  return best;
}
