import { type BuiltInExercise, exerciseById, exerciseBySlug } from '@trainer/coach/exercises';
import { matchName } from '@trainer/coach/matching';
import type { Dialect, ImportReceipt, MuscleGroup } from '@trainer/contract/types';
import { foldName, type NewOwnExercise } from '../../../storage/port.ts';
import type { Block, Draft } from './drafts.ts';
import { remembered } from './remembered.ts';
import { turns } from './turns.ts';

/** Which exercises a file's names stand for: built-in ones, or some of the member's own. */
export interface Known {
  /** Those that are not built in, to be the member's own. Their ids are made when they are stored. */
  readonly own: NewOwnExercise[];
  /** By name as first written, with the rows of sets that they have. */
  readonly named: ImportReceipt['exercises'];
  /** Null for what is not built in. */
  idOf(block: Block): string | null;
  slugOf(exerciseId: string): string | null;
  exerciseOf(logged: { exerciseId?: string | null; name: string }): BuiltInExercise | NewOwnExercise | undefined;
}

/** MET of resistance training at 8 to 15 reps, 2024 Adult Compendium 02054: what an unknown exercise is taken for. */
const USUAL_MET = 3.5;
/** kcal a minute for 70 kg, as every exercise states it */
const USUAL_CALORIES = 4.3;

interface Entry {
  name: string;
  exercise: BuiltInExercise | undefined;
  /** undefined: our own file says that it was a bare name, and so it stays. */
  own: { muscleGroup: MuscleGroup; tracking?: NewOwnExercise['tracking'] } | undefined;
  setRows: number;
  /** What its sets hold. */
  holds: { weight: boolean; reps: boolean; duration: boolean; distance: boolean };
}

export async function knownIn(drafts: readonly Draft[], dialect: Dialect): Promise<Known> {
  const match = remembered((name: string) => matched(name, dialect));
  const entries = new Map<string, Entry>();
  const turn = turns();
  for (const draft of drafts) {
    for (const block of draft.blocks) {
      note(block);
      await turn();
    }
  }
  const own = new Map(
    [...entries.values()].flatMap((entry) => ownOf(entry)).map((exercise) => [foldName(exercise.name), exercise]),
  );

  return {
    own: [...own.values()],
    named: [...entries.values()].map(({ name, exercise, setRows }) => ({
      name,
      slug: exercise?.slug ?? null,
      sets: setRows,
    })),
    idOf: (block) => identityOf(block).exercise?._id ?? null,
    slugOf: (exerciseId) => exerciseById(exerciseId)?.slug ?? null,
    exerciseOf: ({ exerciseId, name }) => (exerciseId == null ? own.get(foldName(name)) : exerciseById(exerciseId)),
  };

  function identityOf({ exercise: { name, stated } }: Block): Pick<Entry, 'exercise' | 'own'> {
    if (!stated) return match(name);
    const exercise = stated.slug ? exerciseBySlug(stated.slug) : undefined;
    return { exercise, own: stated.own ?? (stated.slug && !exercise ? { muscleGroup: 'other' } : undefined) };
  }

  function note(block: Block): void {
    const identity = identityOf(block);
    const key = `${identity.exercise?._id ?? ''}|${block.folded}`;
    const entry = entries.get(key) ?? {
      name: block.exercise.name,
      ...identity,
      setRows: 0,
      holds: { weight: false, reps: false, duration: false, distance: false },
    };
    entries.set(key, entry);
    entry.setRows += block.setRows;
    for (const set of block.setLog) {
      entry.holds.weight ||= set.weight !== null;
      entry.holds.reps ||= set.reps !== null;
      entry.holds.duration ||= set.duration !== null;
      entry.holds.distance ||= set.distance !== null;
    }
  }
}

/** The same movement with the same equipment is the exercise; a relative of it only tells the muscles. */
function matched(name: string, app: Dialect): Pick<Entry, 'exercise' | 'own'> {
  const found = app === 'own' ? undefined : matchName(name, app);
  const exercise = found && exerciseBySlug(found.slug);
  if (exercise && found.match === 'exact') return { exercise, own: undefined };
  return { exercise: undefined, own: { muscleGroup: exercise?.muscleGroup ?? 'other' } };
}

function ownOf({ name, own, holds }: Entry): NewOwnExercise[] {
  if (!own) return [];
  const tracking = own.tracking ?? guessedTracking(holds);
  return [
    {
      name,
      muscleGroup: own.muscleGroup,
      primaryMuscles: [],
      secondaryMuscles: [],
      equipment: [],
      difficulty: 'beginner',
      description: '',
      cues: [],
      contraindications: [],
      met: USUAL_MET,
      caloriesBurned: USUAL_CALORIES,
      tracking,
      repRange: tracking === 'duration' || tracking === 'distance_duration' ? '20-60 s' : '8-12',
      restSeconds: 90,
      easier: [],
      harder: [],
    },
  ];
}

function guessedTracking({ weight, reps, duration, distance }: Entry['holds']): NewOwnExercise['tracking'] {
  if (distance && !reps) return 'distance_duration';
  if (duration && !reps) return 'duration';
  return weight || !reps ? 'weight_reps' : 'reps';
}
