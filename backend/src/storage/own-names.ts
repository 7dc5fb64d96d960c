import { joinBests } from '@trainer/coach/sets';
import { foldName, type NewWorkout } from './port.ts';

/**
 * Exercises of an imported workout that only have a name get the id of the member's own exercise of that name; their
 * bests go with them.
 * @param ids folded name → id
 */
export function withOwnExercises<T extends NewWorkout>(workout: T, ids: ReadonlyMap<string, string>): T {
  const idOf = (name: string) => ids.get(foldName(name)) ?? null;
  const { figures } = workout;
  return {
    ...workout,
    exercises: workout.exercises.map((one) => (one.exerciseId === null ? { ...one, exerciseId: idOf(one.name) } : one)),
    figures: {
      ...figures,
      bests: joinBests(
        figures.bests.map((best) =>
          best.key === foldName(best.name) ? { ...best, key: idOf(best.name) ?? best.key } : best,
        ),
      ),
    },
  };
}
