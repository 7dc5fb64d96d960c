import type { Meal } from '@trainer/contract/plan-words';
import { folded, nearest } from '../plans/near-words.ts';
import { dishes, type Dish } from './dishes.ts';
import { canStandInFor, isMainOf } from './grammar.ts';
import type { Larder, Week } from './larder.ts';

/** The dish that a word which is no slug most likely means: by its name or an alias. */
export function dishMeant(word: string): Dish | undefined {
  const plain = folded(word);
  const exact = byName().get(plain);
  if (exact) return exact;
  const near = nearest(plain, byName().keys());
  return near === undefined ? undefined : byName().get(near);
}

let names: ReadonlyMap<string, Dish> | undefined;
function byName(): ReadonlyMap<string, Dish> {
  names ??= new Map(
    dishes
      .flatMap((dish) => [dish.slug, dish.name, ...dish.aliases].map((name): [string, Dish] => [folded(name), dish]))
      .reverse(),
  );
  return names;
}

/**
 * The nearest dish that may be eaten in the place of one that may not: of the same course where there is one, with the
 * most in common. Undefined where nothing is left.
 */
export function standIn(
  instead: Dish,
  meal: Meal,
  { larder, week, taken }: { larder: Larder; week: Week; taken: (dish: Dish) => boolean },
): Dish | undefined {
  let best: Dish | undefined;
  let bestLikeness = 0;
  for (const dish of larder.all(meal)) {
    if (taken(dish) || !week.mayComeAgain(dish) || !canStandInFor(instead.course, dish.course)) continue;
    if (isMainOf(instead.course, meal) !== isMainOf(dish.course, meal)) continue;
    const likeness = likenessOf(instead, dish) * (larder.liking(dish) > 0 ? 1 : 0.2);
    if (likeness > bestLikeness) [best, bestLikeness] = [dish, likeness];
  }
  return best;
}

function likenessOf(a: Dish, b: Dish): number {
  const shared = [...a.keys].filter((key) => b.keys.has(key)).length;
  const together = a.keys.size + b.keys.size - shared;
  const sameState = a.regions.some((region) => b.regions.includes(region));
  return (a.course === b.course ? 2 : 1) * (1 + shared / together) * (sameState ? 1.2 : 1);
}
