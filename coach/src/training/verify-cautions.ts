import type { Finding } from '../plans/types.ts';
import { exerciseBySlug } from '../exercises.ts';
import { activeCautions, easedOf } from './catalogue.ts';
import { cautionSentence } from './cautions.ts';
import { tagsOf } from './conditions.ts';
import { CAUTION, HOLD_SECONDS } from './constants.ts';
import { isStrength } from './muscles.ts';
import { found, type Ruling, type Subject } from './ruling.ts';

/**
 * What a condition or age asks of the doses: a sentence with each exercise that asks for caution, one repetition more
 * left, shorter holds, and never fewer repetitions, or fewer left, than are safe. (Weights are the matter of `loads`.)
 */
export function checkCautions({ plan, profile, regime }: Subject): Ruling {
  const tags = tagsOf(profile);
  const findings: Finding[] = [];
  let handled = 0;
  for (const [i, { slug, name, reps, duration, repsInReserve, caution }] of plan.exercises.entries()) {
    const exercise = exerciseBySlug(slug);
    if (!exercise) continue;
    const path = `exercises.${String(i)}`;
    const active = activeCautions(exercise, tags);
    const asked = active.length > 0 ? CAUTION.reserve : 0;
    if (asked > 0) handled += 1;
    if (asked > 0 && !caution?.trim())
      findings.push(found('condition', path, `${name} does not say what is done differently.`));
    if (!isStrength(exercise)) continue;
    if (reps !== null && (repsInReserve ?? 0) < regime.reserve + asked)
      findings.push(
        found('condition', path, `${name} has to end with ${String(regime.reserve + asked)} repetitions left.`),
      );
    if (reps !== null && reps < regime.leastReps)
      findings.push(found('condition', path, `${name} has fewer than ${String(regime.leastReps)} repetitions.`));
    if (asked > 0 && duration !== null && duration > HOLD_SECONDS[profile.fitnessLevel] * CAUTION.holdShare + 2.5)
      findings.push(found('condition', path, `${name} is held for too long.`));
  }
  const own = new Set(plan.exercises.map(({ slug }) => slug));
  const onTop = new Set(
    plan.days.flatMap(({ items }) =>
      items.flatMap(({ exercise }) => (exercise && !own.has(exercise.slug) ? [exercise] : [])),
    ),
  );
  for (const exercise of onTop) {
    const sentence = cautionSentence(activeCautions(exercise, tags), easedOf(exercise, profile.equipment));
    if (sentence === null) continue;
    handled += 1;
    if (!plan.notes.some((note) => note.startsWith(`${exercise.name}: `)))
      findings.push(found('condition', 'notes', `${exercise.name} does not say what is done differently.`));
  }
  const detail =
    handled > 0
      ? `${String(handled)} ${handled === 1 ? 'exercise is' : 'exercises are'} made easier, and ${handled === 1 ? 'says' : 'say'} why.`
      : 'No exercise here asks for special care.';
  return { findings, detail };
}
