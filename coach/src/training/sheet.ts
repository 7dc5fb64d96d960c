import { type BuiltInExercise, exerciseBySlug } from '../exercises.ts';
import { MUSCLES, type Muscle, setShares } from './muscles.ts';
import { isPull, isPush } from './patterns.ts';
import type { Dose } from './dose.ts';
import { dayMinutes } from './time.ts';

/** A week while its doses are worked out. An exercise has one dose on all its days; only cardio may differ by day. */
export interface Sheet {
  days: SheetDay[];
  /** Minutes before and after the sets of a day of strength. */
  warmUp: number;
  coolDown: number;
}

export interface SheetDay {
  day: number;
  focus: string;
  items: Item[];
}

export interface Item {
  exercise: BuiltInExercise;
  dose: Dose;
}

export const minutesOn = (day: SheetDay, sheet: Pick<Sheet, 'warmUp' | 'coolDown'>): number =>
  dayMinutes(day.items, sheet);

/** As much of a day as its sets are counted from. */
export interface DayOfSets {
  items: readonly { exercise: BuiltInExercise; dose: Pick<Dose, 'sets'> }[];
}

/** Sets a week of each muscle: 1 directly, a half indirectly. A planner asks thousands of times, so it walks plainly. */
export function weeklySets(days: readonly DayOfSets[]): Map<Muscle, number> {
  const sets = new Map<Muscle, number>(MUSCLES.map((muscle) => [muscle, 0]));
  for (const { items } of days)
    for (const { exercise, dose } of items)
      for (const [muscle, share] of setShares(exercise)) sets.set(muscle, (sets.get(muscle) ?? 0) + share * dose.sets);
  return sets;
}

/** Sets a week of pushing and of pulling with the arms. */
export function pushesAndPulls(days: readonly DayOfSets[]): { pushes: number; pulls: number } {
  let [pushes, pulls] = [0, 0];
  for (const { items } of days)
    for (const { exercise, dose } of items) {
      if (isPush(exercise)) pushes += dose.sets;
      if (isPull(exercise)) pulls += dose.sets;
    }
  return { pushes, pulls };
}

/** The exercises of slugs that are known. */
export const known = (slugs: readonly string[]): BuiltInExercise[] =>
  slugs.flatMap((slug) => exerciseBySlug(slug) ?? []);
