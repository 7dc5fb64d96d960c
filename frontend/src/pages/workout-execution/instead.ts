import { canDoWithNamed } from '@trainer/coach/equipment';
import type { Exercise } from '@trainer/contract/types';
import type { SessionExercise } from '@trainer/coach/running/session';

/**
 * What may stand in for an exercise: the same muscles first, then the rest of the group, then all others; among them
 * what can be done with one's own equipment before what can't.
 * @param equipment none named: all there is
 */
export function instead(
  old: Pick<SessionExercise, 'exerciseId' | 'name'>,
  all: readonly Exercise[],
  equipment: readonly string[] = [],
): Exercise[] {
  const known = all.find((exercise) => exercise._id === old.exerciseId);
  const score = (exercise: Exercise): number => {
    if (!known) return canDoWithNamed(exercise, equipment) ? 1 : 0;
    const shared = exercise.primaryMuscles.filter((muscle) => known.primaryMuscles.includes(muscle)).length;
    const named = known.slug !== null && (exercise.easier.includes(known.slug) || exercise.harder.includes(known.slug));
    // Nothing but an exercise for the same muscle that cannot be done here stands behind one that can.
    const near = shared * 4 + (named ? 3 : 0) + (exercise.muscleGroup === known.muscleGroup ? 2 : 0);
    return near > 0 && canDoWithNamed(exercise, equipment) ? near + 100 : near;
  };
  return all
    .filter((exercise) => exercise._id !== old.exerciseId)
    .sort((a, b) => score(b) - score(a) || a.name.localeCompare(b.name));
}
