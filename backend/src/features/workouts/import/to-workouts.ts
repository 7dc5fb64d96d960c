import { energyOfWorkout, minutesOf } from '@trainer/coach/energy';
import { figuresOf, fromSetLog } from '@trainer/coach/sets';
import { nameOfWorkout } from '@trainer/coach/workout-name';
import type { LoggedExercise, Profile } from '@trainer/contract/types';
import type { NewWorkout } from '../../../storage/port.ts';
import type { Block, Draft } from './drafts.ts';
import type { Known } from './known.ts';
import { turns } from './turns.ts';

export type ImportedWorkout = NewWorkout & { key: string };

/** A clock that ran longer was forgotten: it says nothing of the energy. */
const LONGEST_MINUTES = 24 * 60;

/** Makes workouts of what was read: numbers that follow from the sets, energy, and the exercises that they are of. */
export async function toWorkouts(drafts: readonly Draft[], known: Known, person: Profile): Promise<ImportedWorkout[]> {
  const turn = turns();
  const workouts: ImportedWorkout[] = [];
  for (const draft of drafts) {
    const exercises: LoggedExercise[] = [];
    for (const block of draft.blocks) {
      exercises.push(exerciseOf(block, known));
      await turn();
    }
    workouts.push(workoutOf(draft, exercises, known, person));
    await turn();
  }
  return workouts;
}

function exerciseOf(block: Block, known: Known): LoggedExercise {
  const { exercise, setLog, notes } = block;
  return {
    exerciseId: known.idOf(block),
    name: exercise.name,
    ...(exercise.stated?.summary ?? fromSetLog(setLog)),
    note: [exercise.note, ...notes].filter(Boolean).join('\n') || null,
    superset: exercise.superset,
    setLog,
  };
}

function workoutOf(
  { head, begun, minutes, notes }: Draft,
  exercises: LoggedExercise[],
  known: Known,
  person: Profile,
): ImportedWorkout {
  const estimate = () => minutesOf(exercises, known.exerciseOf);
  const totalDuration = minutes ?? estimate();
  const minutesTrained = totalDuration > LONGEST_MINUTES ? estimate() : totalDuration;
  const { calories = null, caloriesEstimated = true, intensity = 'moderate', mood = null } = head.stated ?? {};
  return {
    key: head.key,
    clientId: null,
    name: head.name || nameOfWorkout(exercises.map((exercise) => known.exerciseOf(exercise)?.muscleGroup ?? 'other')),
    ...begun,
    exercises,
    totalDuration,
    totalCalories:
      calories ??
      energyOfWorkout({ exercises, totalDuration: minutesTrained }, known.exerciseOf, person.weight, person.age).kcal,
    caloriesEstimated: calories === null || caloriesEstimated,
    intensity,
    mood,
    notes,
    source: 'import',
    figures: figuresOf(exercises, known.slugOf),
  };
}
