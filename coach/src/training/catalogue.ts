import { canDo } from '../equipment.ts';
import { builtInExercises, type BuiltInExercise } from '../exercises.ts';
import type { TrainingProfile } from '../plans/types.ts';
import { type Eased, cautionSentence } from './cautions.ts';
import { type Tags, tagsOf } from './conditions.ts';
import { takesWeight } from './loads.ts';
import { isStrength } from './muscles.ts';

/** An exercise that a person may do with what they have. */
export interface AllowedExercise {
  readonly exercise: BuiltInExercise;
  /** Tags of `cautionIf` that are active. */
  readonly cautions: readonly string[];
  /** What is done differently for them, as a sentence. */
  readonly caution: string | null;
  /** Slugs of easier ones that may be done without any caution. */
  readonly easier: readonly string[];
}

/** The part of a profile that decides which exercises there are. */
export type Asker = Pick<
  TrainingProfile,
  'age' | 'weight' | 'height' | 'fitnessLevel' | 'medicalConditions' | 'equipment'
>;

/** Everything of the catalogue that is neither ruled out by a condition nor by missing equipment, in its order. */
export function exercisesFor(profile: Asker): AllowedExercise[] {
  const tags = tagsOf(profile);
  const allowed = builtInExercises.filter(
    (exercise) => !isAvoided(exercise, tags) && canDo(exercise, profile.equipment),
  );
  const unconcerned = new Set(allowed.filter((one) => activeCautions(one, tags).length === 0).map(({ slug }) => slug));
  return allowed.map((exercise) => {
    const cautions = activeCautions(exercise, tags);
    return {
      exercise,
      cautions,
      caution: cautionSentence(cautions, easedOf(exercise, profile.equipment)),
      easier: exercise.easier.filter((slug) => unconcerned.has(slug)),
    };
  });
}

export const isAvoided = (exercise: BuiltInExercise, tags: Tags): boolean =>
  tags.without.has(exercise.slug) || exercise.avoidIf.some((tag) => tags.avoid.has(tag));

export const activeCautions = (exercise: BuiltInExercise, tags: Tags): readonly string[] =>
  exercise.cautionIf.filter((tag) => tags.caution.has(tag));

/** What of a dose is eased where an exercise asks for caution. */
export function easedOf(exercise: BuiltInExercise, equipment: readonly string[]): Eased {
  if (!isStrength(exercise)) return 'pace';
  if (exercise.tracking === 'duration') return 'hold';
  return takesWeight(exercise, equipment) ? 'load' : 'reps';
}
