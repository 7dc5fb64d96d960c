import type { Exercise } from '@trainer/contract/types';
import type { SessionExercise } from '../../offline/session.ts';

/** What may stand in for an exercise: the same muscles with other equipment first, then the rest of the group, then all others. */
export function instead(old: Pick<SessionExercise, 'exerciseId' | 'name'>, all: readonly Exercise[]): Exercise[] {
  const known = all.find((exercise) => exercise._id === old.exerciseId);
  const score = (exercise: Exercise): number => {
    if (!known) return 0;
    const shared = exercise.primaryMuscles.filter((muscle) => known.primaryMuscles.includes(muscle)).length;
    const named = known.slug !== null && (exercise.easier.includes(known.slug) || exercise.harder.includes(known.slug));
    return shared * 4 + (named ? 3 : 0) + (exercise.muscleGroup === known.muscleGroup ? 2 : 0);
  };
  return all
    .filter((exercise) => exercise._id !== old.exerciseId)
    .sort((a, b) => score(b) - score(a) || a.name.localeCompare(b.name));
}
