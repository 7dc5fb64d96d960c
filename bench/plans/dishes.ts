import validation from '../../coach/src/data/validation.json' with { type: 'json' };
import { dishBySlug } from '@trainer/coach/nutrition/catalogue';
import type { Figure } from '../figure.ts';
import { median } from '../statistics.ts';

/** Dish energies beside published ones: every row is listed, and those that can’t be compared say why. */
export function dishEnergies(): Figure[] {
  const deviations: number[] = [];
  console.log(`${'dish'.padEnd(22)} ours  published  off     source, kcal for 100 g`);
  for (const { slug, reference, kcal, notComparable } of validation) {
    const dish = dishBySlug(slug);
    if (!dish) throw new Error(`There is no dish ${slug} to compare.`);
    const ours = dish.per100.kcal;
    const off = (ours - kcal) / kcal;
    if (!notComparable) deviations.push(Math.abs(off));
    const cells = [slug.padEnd(22), ours.toFixed(0).padStart(4), String(kcal).padStart(9)];
    console.log(
      `${cells.join('  ')}  ${`${(off * 100).toFixed(0)} %`.padStart(6)}  ${reference}${notComparable ? `; not compared: ${notComparable}` : ''}`,
    );
  }
  return [
    {
      name: 'dish energies beside published ones, median deviation',
      value: median(deviations) * 100,
      unit: '%',
      goal: { atMost: 10 },
      note: `${String(deviations.length)} of ${String(validation.length)} rows can be compared`,
    },
  ];
}
