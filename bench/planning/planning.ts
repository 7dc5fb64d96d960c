import { coachTasks } from '@trainer/backend/plan-writer/coach-tasks';
import { verifyDiet } from '@trainer/coach/nutrition/verify';
import { verifyWorkout } from '@trainer/coach/training/verify';
import type { PlanAsk } from '@trainer/backend/plan-writer/port';
import type { Figure } from '../figure.ts';
import { type Kind, personOf } from '../plans/written.ts';
import { median, p99, worst } from '../statistics.ts';

const PLANS = 400;
/** As many as it takes until the machine knows the code: a server has written some before. */
const WARM_UP = 60;

/** Draft, portions or doses, and every check: what a thread does for one plan. */
export function planning(): Figure[] {
  return (['diet', 'workout'] as const).flatMap(timesOf);
}

function timesOf(kind: Kind): Figure[] {
  const [plans, checks]: [number[], number[]] = [[], []];
  for (let n = 0; n < PLANS + WARM_UP; n += 1) {
    const person = personOf(kind, n, null);
    if ('refused' in person) continue;
    let plan: unknown = null;
    const took = timeOf(() => {
      ({ plan } = coachTasks.check({ ask: person.ask, draft: coachTasks.draft(person.ask) }));
    });
    if (plan === null) continue;
    const checking = timeOf(() => verify(person.ask, plan));
    if (n < WARM_UP) continue;
    plans.push(took);
    checks.push(checking);
  }
  const note = `processor time, ${String(plans.length)} people`;
  return [
    { name: `built-in ${kind} plan, p50`, value: median(plans), unit: 'ms', goal: { atMost: 50 }, note },
    { name: `built-in ${kind} plan, p99`, value: p99(plans), unit: 'ms', goal: { atMost: 200 }, note },
    { name: `verifying a ${kind} plan, p50`, value: median(checks), unit: 'ms', goal: { atMost: 5 } },
    {
      name: `verifying a ${kind} plan, p99`,
      value: p99(checks),
      unit: 'ms',
      goal: { atMost: 5 },
      note: `worst ${worst(checks).toFixed(1)} ms`,
    },
  ];
}

const verify = (ask: PlanAsk, plan: unknown) =>
  ask.kind === 'diet' ? verifyDiet(plan, ask.profile) : verifyWorkout(plan, ask.profile);

/** Processor time, ms: other work on the machine makes a plan wait, but not longer to work out. */
function timeOf(work: () => unknown): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
