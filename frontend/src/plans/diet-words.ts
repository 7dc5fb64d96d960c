import { addDays } from '@trainer/coach/days';
import type { MealItem, SharedPlan, Totals } from '@trainer/contract/types';
import { date, number, withUnit } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';

export type ReadableDiet = Extract<SharedPlan, { kind: 'diet' }>;

/** `13 to 19 July`, `29 July to 4 August` */
export function rangeInWords(from: string, to: string): string {
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  return t('plans:range', { from: date(from, sameMonth ? 'day' : 'dayMonth'), to: date(to, 'dayMonth') });
}

export const weekInWords = ({ startsOn }: Pick<ReadableDiet, 'startsOn'>): string =>
  rangeInWords(startsOn, addDays(startsOn, 6));

/** `1,490 kcal and 86 g of protein a day` */
export const targetsInWords = ({ calories, protein }: Totals): string =>
  t('plans:diet.title', { calories: kcal(calories), protein: grams(protein) });

export const kcal = (value: number): string => withUnit(value, t('common:unit.kcal'));
export const grams = (value: number): string => withUnit(value, t('plans:g'));

/** Household words first: `3 idlis, 126 g`; what is weighed anyway is said once. */
export function portionInWords({ portionText, grams: weight }: MealItem): string {
  const weighed = grams(weight);
  return plain(portionText) === plain(weighed) ? weighed : `${portionText}, ${weighed}`;
}

/** What a summary says beside the targets, which stand above it already. */
export function besideTargets({ targets, summary }: Pick<ReadableDiet, 'targets' | 'summary'>): string {
  const said = `${plain(targetsInWords(targets))}.`;
  return plain(summary).startsWith(said) ? summary.slice(said.length).trim() : summary;
}

/** With spaces that break, to compare by. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

/** `kcal, +2.5 % of target` */
export function offTargetInWords(calories: number, target: number): string {
  const percent = target > 0 ? (calories / target - 1) * 100 : 0;
  if (Math.abs(percent) < 0.05) return t('plans:day.onTarget');
  return t('plans:day.offTarget', { percent: `${percent > 0 ? '+' : '−'}${number(Math.abs(percent), 1)} %` });
}
