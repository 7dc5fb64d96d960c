import type { Exercise } from '@trainer/contract/types';
import { KG_PER_LB, weightUnit, weightValue } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import type { SetValues } from '@trainer/coach/running/session';

type Values = Pick<SetValues, 'reps' | 'weight' | 'duration' | 'distance'>;

/** One value of a set that can be changed: how it is shown, typed and stepped. */
export interface Dial {
  field: 'reps' | 'weight' | 'duration' | 'distance';
  label: string;
  /** As shown, in the person's own unit. */
  shown: number;
  step: number;
  /** The most that a set can hold, as shown. */
  most: number;
  /** What is shown → what is stored. */
  store(shown: number): number;
  /** Above the value: the unit. */
  digits: number;
}

/** What a set can hold: reps, kg, seconds and metres. */
const MOST = { reps: 10_000, weight: 1000, duration: 86_400, distance: 1_000_000 };

/** The two values of a set that the screen is about. */
export function dialsOf(set: Values, exercise: Exercise | undefined, stepKg: number): Dial[] {
  const tracking =
    set.reps === null && set.duration !== null
      ? exercise?.tracking === 'distance_duration'
        ? 'distance_duration'
        : 'duration'
      : 'reps';
  if (tracking === 'duration') return [dial('duration', t('workout-execution:seconds'), set.duration ?? 0, 5)];
  if (tracking === 'distance_duration') {
    return [
      {
        ...dial('duration', t('workout-execution:minutes'), (set.duration ?? 0) / 60, 1),
        digits: 1,
        most: MOST.duration / 60,
        store: (minutes) => Math.round(minutes * 60),
      },
      {
        ...dial('distance', t('workout-execution:km'), (set.distance ?? 0) / 1000, 0.5),
        digits: 2,
        most: MOST.distance / 1000,
        store: (km) => Math.round(km * 1000),
      },
    ];
  }
  const imperial = weightUnit() === 'lb';
  const unit = t(`common:unit.${weightUnit()}`);
  const label = exercise?.tracking === 'reps' ? t('workout-execution:kgExtra', { unit }) : unit;
  return [
    {
      field: 'weight',
      label,
      shown: Math.round(weightValue(set.weight ?? 0) * 100) / 100,
      step: imperial ? 5 : stepKg,
      digits: 2,
      most: Math.floor(weightValue(MOST.weight)),
      store: (shown) => Math.round((imperial ? shown * KG_PER_LB : shown) * 100) / 100,
    },
    dial('reps', t('workout-execution:reps'), set.reps ?? 0, 1),
  ];
}

const dial = (field: Dial['field'], label: string, shown: number, step: number): Dial => ({
  field,
  label,
  shown,
  step,
  digits: 0,
  most: MOST[field],
  store: (value) => Math.round(value),
});

/** One step up or down, on the grid of steps, and within what a set can hold. */
export function stepped({ shown, step, most }: Dial, by: 1 | -1): number {
  const grid = by > 0 ? Math.floor(shown / step + 1e-6) : Math.ceil(shown / step - 1e-6);
  return Math.min(most, Math.max(0, Math.round((grid + by) * step * 100) / 100));
}
