/** Plates that most gyms have, heaviest first, in kg and in lb; and their bars. */
const PLATES = { kg: [25, 20, 15, 10, 5, 2.5, 1.25], lb: [45, 35, 25, 10, 5, 2.5] };
export const BARS = { kg: 20, lb: 45 };

/**
 * What goes on each side of the bar, and what is left over because no plate is small enough.
 * Null: the bar alone is heavier.
 */
export function platesFor(weight: number, unit: 'kg' | 'lb'): { each: number[]; rest: number } | null {
  if (weight < BARS[unit]) return null;
  let left = (weight - BARS[unit]) / 2;
  const each: number[] = [];
  for (const plate of PLATES[unit]) {
    while (left >= plate - 1e-9) {
      each.push(plate);
      left -= plate;
    }
  }
  return { each, rest: Math.round(Math.max(0, left) * 2 * 100) / 100 };
}
