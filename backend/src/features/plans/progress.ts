import type { PlanProgress } from '@trainer/contract/types';

type Stage = PlanProgress['stage'];

/** Tells how far a plan is. `share` is how much of its stage is done, 0–1. */
export type Tell = (stage: Stage, more?: { share?: number; detail?: string; planId?: string }) => void;

/** Per cent at which a stage begins, and at which the next one does. */
const SPANS: Record<Stage, readonly [number, number]> = {
  reading: [2, 8],
  writing: [8, 78],
  checking: [80, 84],
  repairing: [84, 96],
  done: [100, 100],
  failed: [100, 100],
  cancelled: [100, 100],
};

/** Less than this is not worth telling by itself. */
const STEP = 2;

/**
 * Tells screens how far one plan is: never backwards, and not more often than somebody can see.
 * @param emit is not called any more once `isOver`
 */
export function teller(
  what: Pick<PlanProgress, 'kind' | 'requestId'>,
  emit: (progress: PlanProgress) => void,
  isOver: () => boolean,
): Tell {
  let told: { stage?: Stage; percent: number } = { percent: 0 };
  return (stage, { share = 0, detail, planId } = {}) => {
    if (isOver()) return;
    const [from, to] = SPANS[stage];
    const percent = Math.max(told.percent, Math.round(from + (to - from) * Math.min(Math.max(share, 0), 1)));
    if (stage === told.stage && detail === undefined && percent < told.percent + STEP) return;
    told = { stage, percent };
    emit({ ...what, stage, percent, ...(detail !== undefined && { detail }), ...(planId !== undefined && { planId }) });
  };
}
