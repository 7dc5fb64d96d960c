import type { BuiltInExercise } from '../exercises.ts';
import type { TrainingProfile } from '../plans/types.ts';
import type { AllowedExercise } from './catalogue.ts';
import { isStrength } from './muscles.ts';

/**
 * What is done on days of cardio and mobility, in the order of those days: walking in turn with cycling, running where
 * it is the goal and nothing speaks against it, and Surya Namaskar on the last of several days, or for mobility.
 * @param chosen cardio that is among the plan’s exercises already: it comes first
 */
export function cardioDays(
  count: number,
  allowed: readonly AllowedExercise[],
  { goals, fitnessLevel }: TrainingProfile,
  chosen: readonly BuiltInExercise[],
): BuiltInExercise[] {
  const find = (slug: string) => allowed.find(({ exercise }) => exercise.slug === slug);
  const runs = goals.includes('endurance') && fitnessLevel !== 'beginner' && find('running')?.cautions.length === 0;
  const own = chosen.map(({ slug }) => slug);
  const steady = inTurn(
    [
      ...own.filter((slug) => slug !== FLOW),
      ...(runs ? ['running'] : []),
      'brisk-walking',
      'stationary-cycling',
    ].flatMap((slug) => find(slug) ?? []),
  );
  const flow = find(FLOW);
  // With several cautions little of the flow is left to do.
  const suits = flow !== undefined && (own.includes(FLOW) || flow.cautions.length < 2);
  const isFlow = (i: number) =>
    goals.includes('mobility') ? i % 2 === 0 : i === count - 1 && (count > 1 || !goals.some(isForHeart));
  return Array.from({ length: count }, (_, i) =>
    suits && isFlow(i) ? flow.exercise : (steady[i % steady.length] ?? flow?.exercise),
  ).filter((exercise) => exercise !== undefined);
}

/** What ends a session of strength where minutes are left: what asks for the least caution. */
export function finisherFor(
  allowed: readonly AllowedExercise[],
  { goals }: Pick<TrainingProfile, 'goals'>,
): BuiltInExercise | undefined {
  const slugs = [...(goals.includes('mobility') ? [FLOW] : []), 'brisk-walking', 'stationary-cycling'];
  const able = slugs.flatMap((slug) => allowed.find(({ exercise }) => exercise.slug === slug) ?? []);
  return able.toSorted((a, b) => a.cautions.length - b.cautions.length)[0]?.exercise;
}

const FLOW = 'surya-namaskar';
const isForHeart = (goal: string): boolean => goal === 'weight loss' || goal === 'endurance';

/** Those without a caution, or all where there are none; each once. */
function inTurn(options: readonly AllowedExercise[]): BuiltInExercise[] {
  const free = options.filter(({ cautions }) => cautions.length === 0);
  const slugs = new Map((free.length > 0 ? free : options).map(({ exercise }) => [exercise.slug, exercise]));
  return [...slugs.values()].filter((exercise) => !isStrength(exercise));
}
