import type { Finding } from '../plans/types.ts';
import { exerciseBySlug } from '../exercises.ts';
import { activeCautions } from './catalogue.ts';
import { tagsOf } from './conditions.ts';
import { dayOf } from './load-of.ts';
import { evidenceFor, isEach, onStep, supportedLoad, takesWeight } from './loads.ts';
import { found, type Ruling, type Subject } from './ruling.ts';

/** A weight stands only where sets of the same exercise support it, and never higher than they do. */
export function checkLoads({ plan, profile }: Subject): Ruling {
  const tags = tagsOf(profile);
  const findings: Finding[] = [];
  const dates: string[] = [];
  for (const [i, { slug, name, load, reps, repsInReserve }] of plan.exercises.entries()) {
    const exercise = exerciseBySlug(slug);
    if (!load || !exercise) continue;
    const path = `exercises.${String(i)}.load`;
    const caution = activeCautions(exercise, tags).length > 0;
    const supported =
      reps === null || repsInReserve === null || !takesWeight(exercise, profile.equipment)
        ? null
        : supportedLoad(profile, { exercise, reps, reserve: repsInReserve, caution });
    const { weight } = load;
    if (supported === null)
      findings.push(found('load', path, `${name} has a weight, and no sets of yours to take it from.`));
    else if (weight > supported + 1e-6)
      findings.push(
        found('load', path, `${name}: ${String(weight)} kg; your sets support ${supported.toFixed(1)} kg.`),
      );
    else if (onStep(weight, exercise, profile.equipment) !== weight)
      findings.push(found('load', path, `${name}: ${String(weight)} kg cannot be put on.`));
    if (load.each !== isEach(exercise, profile.equipment))
      findings.push(found('load', path, `${name} is told with the wrong number of weights.`));
    dates.push(...evidenceFor(profile.history, exercise).map(({ localDate }) => localDate));
  }
  const loaded = plan.exercises.filter(({ load }) => load).length;
  const detail =
    loaded > 0
      ? `${String(loaded)} of ${String(plan.exercises.length)} have a weight, from your own sets since ${dayOf(dates.sort()[0] ?? '')}.`
      : 'No weights: there are no sets of yours to take them from. You choose by the repetitions left.';
  return { findings, detail };
}
