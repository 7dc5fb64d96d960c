import type { Condition } from '@trainer/contract/plan-words';
import type { Dish } from './dishes.ts';

/**
 * Why a dish is not for a person with the condition, or null. A careful engineering reading of common advice, not
 * clinically reviewed; conditions that say nothing about food are not named.
 */
const RULES: Partial<Record<Condition, (dish: Dish) => string | null>> = {
  // WHO and ICMR-NIN 2020: at most 2,000 mg of sodium a day.
  hypertension: (dish) => salty(dish),
  'heart disease': (dish) => salty(dish) ?? fried(dish),
  'kidney disease': (dish) => salty(dish) ?? (dish.keys.has('whey') ? 'holds protein powder' : null),
  diabetes: (dish) => (dish.flags.has('added-sugar') ? 'has sugar added' : null),
  pregnancy: (dish) =>
    named(dish, ['seer', 'tuna'], 'is a fish that can hold much mercury') ??
    named(dish, ['papaya', 'papaya_raw'], 'holds papaya, which may not be fully ripe') ??
    named(dish, ['whey'], 'holds protein powder') ??
    (RAW_PULSES.has(dish.slug) ? 'is made of raw sprouts or pulses' : null),
};

/** Sprouts grow bacteria as well as seeds do; in pregnancy they are cooked (US FDA, food safety for mothers-to-be). */
const RAW_PULSES = new Set(['sprouts-salad', 'kosambari']);

/** Whether a condition has a say in what is eaten. */
export const concernsFood = (condition: Condition): boolean => RULES[condition] !== undefined;

/** The first reason why a dish is not for somebody with these conditions, or null. */
export function conditionAgainst(
  dish: Dish,
  conditions: readonly Condition[],
): { condition: Condition; because: string } | null {
  for (const condition of conditions) {
    const because = RULES[condition]?.(dish);
    if (because) return { condition, because };
  }
  return null;
}

const salty = (dish: Dish) => (dish.flags.has('high-sodium') ? 'is high in salt' : null);
const fried = (dish: Dish) => (dish.flags.has('deep-fried') ? 'is deep-fried' : null);
const named = (dish: Dish, keys: readonly string[], because: string) =>
  keys.some((key) => dish.keys.has(key)) ? because : null;
