import type { BuiltInExercise } from '../exercises.ts';
import { INDIRECT_SET } from './constants.ts';

/** Muscles that weekly sets are counted for. */
export const MUSCLES = [
  'chest',
  'back',
  'shoulders',
  'biceps',
  'triceps',
  'quadriceps',
  'hamstrings',
  'glutes',
  'calves',
  'core',
] as const;
export type Muscle = (typeof MUSCLES)[number];
/** Those that a week is built on; the others follow along. */
export const MAJOR_MUSCLES = [
  'chest',
  'back',
  'shoulders',
  'quadriceps',
  'hamstrings',
  'glutes',
] as const satisfies Muscle[];

export const isMajor = (muscle: string): boolean => MAJOR_MUSCLES.some((major) => major === muscle);

/** `lower back` rests between days like the others, and has no band of its own. */
type Trained = Muscle | 'lower back';

/** The names that the catalogue gives them; what is not here is no muscle that is counted. */
const OF_NAME: Readonly<Record<string, Trained>> = {
  pectorals: 'chest',
  'latissimus dorsi': 'back',
  'middle trapezius': 'back',
  trapezius: 'back',
  'front deltoids': 'shoulders',
  'side deltoids': 'shoulders',
  'rear deltoids': 'shoulders',
  shoulders: 'shoulders',
  'rotator cuff': 'shoulders',
  biceps: 'biceps',
  triceps: 'triceps',
  quadriceps: 'quadriceps',
  hamstrings: 'hamstrings',
  glutes: 'glutes',
  'gluteus medius': 'glutes',
  calves: 'calves',
  abdominals: 'core',
  'transverse abdominis': 'core',
  obliques: 'core',
  'quadratus lumborum': 'core',
  'spinal erectors': 'lower back',
};

/** What one set of an exercise counts for each muscle: 1 directly, a half indirectly; nothing for cardio and flows. */
export const setShares = once((exercise): ReadonlyMap<Muscle, number> => {
  const shares = new Map<Muscle, number>();
  if (!isStrength(exercise)) return shares;
  // What only helps to hold a position still does no set.
  const helping = exercise.mechanics === 'isometric' ? [] : exercise.secondaryMuscles;
  for (const [names, share] of [
    [helping, INDIRECT_SET],
    [exercise.primaryMuscles, 1],
  ] as const) {
    for (const name of names) {
      const muscle = muscleOf(name);
      if (muscle && muscle !== 'lower back') shares.set(muscle, share);
    }
  }
  return shares;
});

/** What has to rest until it is trained directly again. */
export const directMuscles = once((exercise): readonly Trained[] =>
  isStrength(exercise) ? [...new Set(exercise.primaryMuscles.flatMap((name) => muscleOf(name) ?? []))] : [],
);

/** Walking, running, cycling and Surya Namaskar go on for minutes; all others are done in sets. */
export const isStrength = (exercise: Pick<BuiltInExercise, 'force'>): boolean => exercise.force !== 'cyclic';

const muscleOf = (name: string): Trained | undefined => (Object.hasOwn(OF_NAME, name) ? OF_NAME[name] : undefined);

/** The catalogue does not change, and a planner asks for the same exercise thousands of times. */
function once<T>(work: (exercise: BuiltInExercise) => T): (exercise: BuiltInExercise) => T {
  const known = new WeakMap<BuiltInExercise, { value: T }>();
  return (exercise) => {
    const found = known.get(exercise) ?? { value: work(exercise) };
    known.set(exercise, found);
    return found.value;
  };
}
