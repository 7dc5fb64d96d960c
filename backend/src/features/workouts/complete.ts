import { energyOfWorkout } from '@trainer/coach/energy';
import { fromSetLog, figuresOf } from '@trainer/coach/sets';
import { nameOfWorkout } from '@trainer/coach/workout-name';
import type { Exercise, GivenWorkoutChange, LoggedExercise, Profile } from '@trainer/contract/types';
import { Refusal } from '../../http/refusal.ts';
import { foldName, type NewWorkout } from '../../storage/port.ts';

/** A workout whose gaps are filled in, less what the caller decides: the day, the client’s id and the source. */
type Completed = Omit<NewWorkout, 'clientId' | 'date' | 'localDate' | 'source'>;

/**
 * Fills in what a client may leave out: numbers that follow from the set log, the name, the energy.
 * @param known the exercises that this member sees
 * @throws Refusal `invalid_values` that lists every exerciseId that is not among them
 */
export function complete(given: GivenWorkoutChange, known: readonly Exercise[], person: Profile): Completed {
  const byId = new Map(known.map((exercise) => [exercise._id, exercise]));
  const byName = new Map(known.map((exercise) => [foldName(exercise.name), exercise]));
  refuseUnknown(given, byId);

  const exercises = given.exercises.map(logged);
  const exerciseOf = (one: { exerciseId?: string | null; name: string }) =>
    one.exerciseId ? byId.get(one.exerciseId) : byName.get(foldName(one.name));
  const estimated = given.totalCalories == null;
  return {
    name: given.name ?? nameOfWorkout(exercises.map((one) => exerciseOf(one)?.muscleGroup ?? 'other')),
    exercises,
    totalDuration: given.totalDuration,
    totalCalories:
      given.totalCalories ??
      energyOfWorkout({ exercises, totalDuration: given.totalDuration }, exerciseOf, person.weight, person.age).kcal,
    caloriesEstimated: estimated,
    intensity: given.intensity,
    mood: given.mood ?? null,
    notes: given.notes || null,
    figures: figuresOf(exercises, (id) => byId.get(id)?.slug ?? null),
  };
}

type GivenExercise = GivenWorkoutChange['exercises'][number];

function logged(given: GivenExercise): LoggedExercise {
  const setLog = (given.setLog ?? []).map((set) => ({
    type: set.type,
    reps: set.reps ?? null,
    weight: set.weight ?? null,
    duration: set.duration ?? null,
    distance: set.distance ?? null,
    rpe: set.rpe ?? null,
    restSeconds: set.restSeconds ?? null,
    note: set.note || null,
  }));
  const counted = setLog.length > 0 ? fromSetLog(setLog) : undefined;
  return {
    exerciseId: given.exerciseId ?? null,
    name: given.name,
    // The schema lets a workout through without `sets` only where there is a log to count them in.
    sets: given.sets ?? counted?.sets ?? 0,
    reps: given.reps ?? counted?.reps ?? null,
    weight: given.weight ?? counted?.weight ?? null,
    duration: given.duration ?? counted?.duration ?? null,
    note: given.note || null,
    superset: given.superset ?? null,
    setLog,
  };
}

function refuseUnknown(given: GivenWorkoutChange, byId: ReadonlyMap<string, Exercise>): void {
  const fields = given.exercises.flatMap(({ exerciseId }, i) =>
    exerciseId && !byId.has(exerciseId)
      ? [{ path: `exercises.${String(i)}.exerciseId`, message: 'There is no such exercise.' }]
      : [],
  );
  if (fields.length > 0) throw new Refusal('invalid_values', { fields });
}
