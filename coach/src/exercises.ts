import type { Exercise, MuscleGroup } from '@trainer/contract/types';
import { kcalPerMinute } from './energy.ts';
import rows from './data/exercises.json' with { type: 'json' };

/**
 * One of the 38 built-in exercises. MET values are those of the 2024 Adult Compendium (Herrmann et al., J Sport Health
 * Sci 2024;13:6–12) under `metCode`; 02180 is from its 2011 edition. The tags of `avoidIf` and `cautionIf` are a
 * careful engineering reading of guidelines, not clinically reviewed.
 */
export interface BuiltInExercise {
  /** The same on every server and for ever. */
  readonly _id: string;
  readonly slug: string;
  readonly name: string;
  readonly muscleGroup: MuscleGroup;
  readonly primaryMuscles: readonly string[];
  readonly secondaryMuscles: readonly string[];
  /** What it takes; a thing such as `bench or wall` names a choice. */
  readonly equipment: readonly string[];
  readonly difficulty: Exercise['difficulty'];
  readonly mechanics: 'compound' | 'isolation' | 'isometric';
  readonly force: 'push' | 'pull' | 'static' | 'cyclic';
  /** Whether one side works at a time: `either` leaves the choice, `alternating` changes with each rep. */
  readonly unilateral: 'no' | 'yes' | 'either' | 'alternating';
  readonly metCode: string;
  readonly met: number;
  readonly tracking: Exercise['tracking'];
  readonly description: string;
  readonly cues: readonly string[];
  readonly mistakes: readonly string[];
  readonly avoidIf: readonly string[];
  readonly cautionIf: readonly string[];
  /** slugs */
  readonly easier: readonly string[];
  readonly harder: readonly string[];
  /** seconds down, pause, up, as `2-1-1`; or a word where there are none */
  readonly tempo: string;
  readonly repRange: string;
  readonly restSeconds: number;
  readonly aliases: readonly string[];
}

export const builtInExercises: readonly BuiltInExercise[] = rows as BuiltInExercise[];

/** In the order in which they are shown. */
export const muscleGroups = [
  'chest',
  'back',
  'shoulders',
  'biceps',
  'triceps',
  'legs',
  'core',
  'cardio',
  'full-body',
] as const satisfies MuscleGroup[];

const bySlug = new Map(builtInExercises.map((exercise) => [exercise.slug, exercise]));
const byId = new Map(builtInExercises.map((exercise) => [exercise._id, exercise]));

export const exerciseBySlug = (slug: string): BuiltInExercise | undefined => bySlug.get(slug);
export const exerciseById = (id: string): BuiltInExercise | undefined => byId.get(id);

/** The day on which the built-in exercises were written. */
const WRITTEN = '2026-11-01T00:00:00.000Z';

/** As the API shows it. */
export function toExercise(built: BuiltInExercise): Exercise {
  return {
    _id: built._id,
    slug: built.slug,
    name: built.name,
    muscleGroup: built.muscleGroup,
    primaryMuscles: [...built.primaryMuscles],
    secondaryMuscles: [...built.secondaryMuscles],
    equipment: [...built.equipment],
    difficulty: built.difficulty,
    description: built.description,
    cues: [...built.cues],
    contraindications: [...built.avoidIf],
    met: built.met,
    caloriesBurned: kcalPerMinute(built.met),
    tracking: built.tracking,
    repRange: built.repRange,
    restSeconds: built.restSeconds,
    easier: [...built.easier],
    harder: [...built.harder],
    owner: null,
    createdAt: WRITTEN,
  };
}
