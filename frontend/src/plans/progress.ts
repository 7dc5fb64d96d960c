import type { PlanProgress } from '@trainer/contract/types';

/** What happens to a plan on its way, in this order. */
export const STEPS = ['reading', 'limits', 'writing', 'checking', 'ready'] as const;
export type Step = (typeof STEPS)[number];

/** How far a plan is. Steps never go back, whatever order events arrive in. */
export interface Progress {
  /** The one under way. */
  step: Step;
  /** 0–100, never falling. */
  percent: number;
  /** A sentence about a step, as far as one was told. */
  details: Readonly<Partial<Record<Step, string>>>;
  /** Something was found that has to be changed. */
  repairing: boolean;
}

/** How far the bar is at least when a step begins: the page knows no better where nobody tells. */
const FLOORS: Record<Step, number> = { reading: 4, limits: 12, writing: 20, checking: 75, ready: 100 };

/** Which step a stage's sentence speaks of: one that begins says what the one before came to. */
const SPEAKS_OF: Partial<Record<PlanProgress['stage'], Step>> = {
  reading: 'reading',
  writing: 'limits',
  checking: 'checking',
  repairing: 'checking',
};

/** Where a stage of the server's stands among the steps. A finished one is shown by its plan, a broken one by its error. */
const STEP_OF: Partial<Record<PlanProgress['stage'], Step>> = {
  reading: 'limits',
  writing: 'writing',
  checking: 'checking',
  repairing: 'checking',
  done: 'ready',
};

/** The moment of the click, before anybody answered. @param detail what the plan is written from */
export const begun = (detail: string): Progress => ({
  step: 'reading',
  percent: FLOORS.reading,
  details: detail ? { reading: detail } : {},
  repairing: false,
});

/** @param event of this plan; one that is late or told twice changes nothing that it should not */
export function told(before: Progress, event: Pick<PlanProgress, 'stage' | 'percent' | 'detail'>): Progress {
  const step = STEP_OF[event.stage];
  if (!step) return before;
  const isNew = STEPS.indexOf(step) >= STEPS.indexOf(before.step);
  const about = SPEAKS_OF[event.stage];
  const says = event.detail && about && (isNew || before.details[about] === undefined);
  return {
    step: isNew ? step : before.step,
    percent: Math.min(100, Math.max(before.percent, FLOORS[step], event.percent ?? 0)),
    details: says ? { ...before.details, [about]: event.detail } : before.details,
    repairing: before.repairing || event.stage === 'repairing',
  };
}

/** What a step is beside the one under way. */
export function stateOf(step: Step, progress: Progress): 'done' | 'now' | 'to come' {
  const by = STEPS.indexOf(step) - STEPS.indexOf(progress.step);
  if (by < 0 || progress.step === 'ready') return 'done';
  return by === 0 ? 'now' : 'to come';
}
