import { clock, number, weight, weightDigits, weightValue, withUnit } from './i18n/format.ts';
import { t } from './i18n/t.ts';
import type { SetValues } from '@trainer/coach/running/session';
import type { LastTime } from './last-times.ts';

type Values = Pick<SetValues, 'reps' | 'weight' | 'duration' | 'distance'>;

/** `35 kg × 10`, `12 reps`, `40 s`, `25:00` */
export function setInWords({ reps, weight: kg, duration, distance }: Values): string {
  if (reps !== null) return kg ? `${weight(kg)} × ${number(reps)}` : `${number(reps)} ${t('common:unit.reps')}`;
  if (duration === null) return distance === null ? '' : `${number(distance / 1000, 2)} ${t('common:unit.km')}`;
  const time = duration < 120 ? withUnit(duration, t('common:unit.s')) : clock(duration);
  return distance ? `${time}, ${number(distance / 1000, 2)} ${t('common:unit.km')}` : time;
}

/** Without units, for beside a set: `35 × 10` */
export function setInShort({ reps, weight: kg, duration }: Values): string {
  if (reps !== null) return kg ? `${number(weightValue(kg), weightDigits())} × ${number(reps)}` : number(reps);
  return duration === null ? '' : clock(duration);
}

/** `35 kg × 10, 10, 9`; sets of different weights one by one */
export function timeInWords({ sets }: LastTime): string {
  const working = sets.filter((set) => set.type !== 'warmup');
  const [first] = working;
  if (!first) return '';
  const sameWeight = first.weight && working.every((set) => set.weight === first.weight);
  if (sameWeight) return `${weight(first.weight ?? 0)} × ${working.map((set) => number(set.reps ?? 0)).join(', ')}`;
  return working.map((set) => setInShort(set)).join(', ');
}
