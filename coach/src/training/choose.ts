import { type BuiltInExercise, exerciseBySlug } from '../exercises.ts';
import { canDo } from '../equipment.ts';
import type { Finding, TrainingProfile } from '../plans/types.ts';
import { seeded } from '../plans/seeded.ts';
import { type AllowedExercise, isAvoided } from './catalogue.ts';
import { tagsOf } from './conditions.ts';
import { EXERCISES } from './constants.ts';
import { directMuscles, isStrength } from './muscles.ts';
import { patternOf } from './patterns.ts';
import { levelsAbove, pickExercises } from './pick.ts';
import type { ReadDraft } from './read-draft.ts';
import type { Regime } from './regime.ts';

export interface Choice {
  /** 5 to 7, or fewer where the catalogue has no more for this person. */
  exercises: BuiltInExercise[];
  /** The writer’s clean words, by slug. */
  words: ReadonlyMap<string, string>;
  /** What stands for what, by slug; to undefined where it was left out. */
  instead: ReadonlyMap<string, string | undefined>;
  findings: Finding[];
  changes: string[];
}

/** A draft’s exercises, each kept, replaced by the nearest that may be done, or left out; then brought to 5–7. */
export function chooseExercises(
  draft: ReadDraft,
  profile: TrainingProfile,
  regime: Regime,
  allowed: readonly AllowedExercise[],
  seed: number,
): Choice {
  const instead = new Map<string, string | undefined>();
  const words = new Map<string, string>();
  const [findings, changes]: [Finding[], string[]] = [[], []];
  const exercises: BuiltInExercise[] = [];
  const given = draft.exercises.map((one, i) => ({
    ...one,
    exercise: exerciseBySlug(one.slug),
    path: `exercises.${String(i)}.slug`,
  }));
  const wanted = new Set(given.map(({ slug }) => slug));
  for (const { slug, why, exercise, path } of given) {
    if (instead.has(slug)) {
      findings.push({ code: 'duplicate', path, message: `${exercise?.name ?? 'An exercise'} is there twice.` });
      continue;
    }
    const wrong = problemOf(exercise, profile, path);
    if (wrong?.finding) findings.push(wrong.finding);
    const taken = new Set([...exercises.map((one) => one.slug), ...wanted]);
    const stand = !wrong ? exercise : exercise && nearest(exercise, allowed, taken, profile);
    instead.set(slug, stand?.slug);
    if (stand && !exercises.includes(stand)) exercises.push(stand);
    if (!wrong && why !== null) words.set(slug, why);
    if (wrong) changes.push(sentence(exercise, stand, wrong.because));
  }
  return { ...toCount(exercises, profile, regime, allowed, seed, { findings, changes }), words, instead };
}

interface Problem {
  finding: Finding | null;
  /** The end of a sentence, as `for your conditions`. */
  because: string;
}

function problemOf(exercise: BuiltInExercise | undefined, profile: TrainingProfile, path: string): Problem | undefined {
  if (!exercise)
    return {
      finding: { code: 'unknown_id', path, message: 'No exercise of the catalogue has this slug.' },
      because: '',
    };
  const { name } = exercise;
  if (isAvoided(exercise, tagsOf(profile)))
    return {
      finding: { code: 'condition', path, message: `${name} is ruled out by a condition or by age.` },
      because: ', for your health',
    };
  if (!canDo(exercise, profile.equipment))
    return {
      finding: { code: 'equipment', path, message: `${name} needs equipment that the person does not have.` },
      because: ', for your equipment',
    };
  return levelsAbove(exercise, profile) > 1
    ? { finding: null, because: ', until you have trained for longer' }
    : undefined;
}

function sentence(from: BuiltInExercise | undefined, to: BuiltInExercise | undefined, because: string): string {
  if (!from) return 'An exercise that we do not know was left out.';
  return to ? `${from.name} was replaced by ${to.name}${because}.` : `${from.name} was left out${because}.`;
}

/** The allowed one that is most like it: named as easier, of the same pattern, for the same muscles, without a caution. */
function nearest(
  exercise: BuiltInExercise,
  allowed: readonly AllowedExercise[],
  taken: ReadonlySet<string>,
  profile: TrainingProfile,
): BuiltInExercise | undefined {
  const muscles = directMuscles(exercise);
  const pattern = patternOf(exercise);
  const likeness = ({ exercise: other, cautions }: AllowedExercise) => {
    const shared = directMuscles(other).filter((muscle) => muscles.includes(muscle)).length;
    const like =
      (exercise.easier.includes(other.slug) ? 3 : 0) +
      (pattern !== null && patternOf(other) === pattern ? 4 : 0) +
      (shared > 0 ? 2 : 0) +
      (other.muscleGroup === exercise.muscleGroup ? 2 : 0) +
      (isStrength(other) === isStrength(exercise) ? 0 : -6);
    return like <= 0 ? 0 : like - (cautions.length > 0 ? 2.5 : 0) - 3 * Math.max(0, levelsAbove(other, profile));
  };
  const [best] = allowed
    .filter((one) => !taken.has(one.exercise.slug) && likeness(one) > 0)
    .sort((a, b) => likeness(b) - likeness(a));
  return best?.exercise;
}

/** Too many: what repeats a pattern goes first, from the end. Too few: filled up as the built-in planner would. */
function toCount(
  given: BuiltInExercise[],
  profile: TrainingProfile,
  regime: Regime,
  allowed: readonly AllowedExercise[],
  seed: number,
  { findings, changes }: Pick<Choice, 'findings' | 'changes'>,
): Pick<Choice, 'exercises' | 'findings' | 'changes'> {
  const exercises = [...given];
  const [least, most] = EXERCISES;
  if (exercises.length < least || exercises.length > most)
    findings.push({
      code: 'count',
      path: 'exercises',
      message: `A plan has from ${String(least)} to ${String(most)} exercises.`,
    });
  while (exercises.length > most) {
    const out =
      exercises.findLast((one) => exercises.some((other) => other !== one && isAlike(one, other))) ?? exercises.at(-1);
    if (out) changes.push(`${out.name} was left out, because a plan has at most ${String(most)} exercises.`);
    exercises.splice(
      exercises.findIndex((one) => one === out),
      1,
    );
  }
  const fill = pickExercises(profile, regime, allowed, seeded(seed));
  const rest = allowed.map(({ exercise }) => exercise).filter(isStrength);
  for (const exercise of [...fill.filter((one) => !exercises.some((other) => isAlike(one, other))), ...fill, ...rest]) {
    if (exercises.length >= least) break;
    if (exercises.includes(exercise)) continue;
    exercises.push(exercise);
    changes.push(`${exercise.name} was added, so that your week is complete.`);
  }
  return { exercises, findings, changes };
}

const isAlike = (one: BuiltInExercise, other: BuiltInExercise): boolean =>
  isStrength(one) === isStrength(other) &&
  (patternOf(one) === null ? !isStrength(one) : patternOf(one) === patternOf(other));
