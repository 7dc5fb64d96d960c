import type { Finding, TrainingProfile, Verdict } from '../plans/types.ts';
import { AIMS } from './verify-aims.ts';
import { readPlan } from './read-plan.ts';
import { regimeOf } from './regime.ts';
import { RULES } from './verify-rules.ts';

/**
 * Checks a plan against the person, from the catalogue alone: nothing that made the plan is believed, its numbers are
 * worked out anew. Any JSON in, a verdict out. A rule that does not hold is in `broken`, and the plan is never shown; an
 * aim that is not reached is `missed` and says why.
 */
export function verifyWorkout(plan: unknown, profile: TrainingProfile): Verdict {
  const read = readPlan(plan);
  if (!read) {
    const message = 'This has not the shape of a workout plan.';
    return {
      checks: [{ name: 'shape', status: 'missed', detail: message }],
      broken: [{ code: 'shape', path: '', message }],
    };
  }
  const subject = { plan: read, profile, regime: regimeOf(profile) };
  const broken: Finding[] = [];
  const rules = RULES.map(({ name, check }) => {
    const { findings, detail } = check(subject);
    broken.push(...findings);
    const [first] = findings;
    return { name, status: first ? ('missed' as const) : ('held' as const), detail: first?.message ?? detail };
  });
  const aims = AIMS.map(({ name, check }) => {
    const { reached, detail } = check(subject);
    return { name, status: reached ? ('held' as const) : ('missed' as const), detail };
  });
  return { checks: [...rules, ...aims], broken };
}
