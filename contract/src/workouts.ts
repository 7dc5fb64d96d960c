import { z } from 'zod';
import { data, list, route } from './route.ts';
import {
  ClientId,
  GivenInstant,
  Id,
  Instant,
  Kilocalories,
  Limit,
  LocalDate,
  Meters,
  Minutes,
  Name,
  Note,
  Reps,
  Rpe,
  Seconds,
  SetCount,
  WeightKg,
} from './values.ts';

export const SetType = z.enum(['normal', 'warmup', 'drop', 'failure']);
export const Intensity = z.enum(['low', 'moderate', 'high']);

const SetInput = z.strictObject({
  type: SetType,
  reps: Reps.nullish(),
  weight: WeightKg.nullish(),
  duration: Seconds.nullish(),
  distance: Meters.nullish(),
  rpe: Rpe.nullish(),
  restSeconds: Seconds.nullish(),
  note: Note.nullish(),
});

const ExerciseInput = z
  .strictObject({
    exerciseId: Id.nullish(),
    name: Name,
    sets: SetCount.nullish(),
    reps: Reps.nullish(),
    weight: WeightKg.nullish(),
    duration: Minutes.nullish(),
    note: Note.nullish(),
    superset: z.int().min(0).max(1000).nullish(),
    setLog: z.array(SetInput).max(100, 'At most 100 sets.').optional(),
  })
  .superRefine((exercise, context) => {
    if (exercise.setLog && exercise.setLog.length > 0) return;
    const missing = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (exercise.sets == null) missing('sets', 'How many sets? Give this, or a setLog.');
    if (exercise.reps == null && exercise.duration == null) missing('reps', 'Give reps or a duration, or a setLog.');
  });

const workoutFields = {
  name: Name.nullish(),
  date: GivenInstant.optional(),
  exercises: z.array(ExerciseInput).min(1, 'A workout needs at least one exercise.'),
  /** minutes */
  totalDuration: Minutes,
  /** kcal; computed when left out */
  totalCalories: Kilocalories.nullish(),
  intensity: Intensity.default('moderate'),
  mood: z.string().trim().min(1).max(40, 'At most 40 characters.').nullish(),
  notes: Note.nullish(),
};

export const WorkoutInput = z.strictObject({
  clientId: ClientId.nullish(),
  ...workoutFields,
  exercises: workoutFields.exercises.max(50, 'At most 50 exercises.'),
});

/** The whole workout anew. An imported one may hold more exercises than one that is logged. */
export const WorkoutChange = z.strictObject({
  ...workoutFields,
  exercises: workoutFields.exercises.max(1000, 'At most 1,000 exercises.'),
});

/** `weight` kg of external load, `duration` and `restSeconds` seconds, `distance` m. */
export const LoggedSet = z.object({
  type: SetType,
  reps: z.int().nullable(),
  weight: z.number().nullable(),
  duration: z.number().nullable(),
  distance: z.number().nullable(),
  rpe: z.number().nullable(),
  restSeconds: z.number().nullable(),
  note: z.string().nullable(),
});

/** `weight` kg, the heaviest; `reps` those of the best set at it; `duration` minutes. */
export const LoggedExercise = z.object({
  exerciseId: Id.nullable(),
  name: z.string(),
  sets: z.int(),
  reps: z.int().nullable(),
  weight: z.number().nullable(),
  duration: z.number().nullable(),
  note: z.string().nullable(),
  superset: z.int().nullable(),
  setLog: z.array(LoggedSet),
});

export const Workout = z
  .object({
    _id: Id,
    clientId: z.string().nullable(),
    user: Id,
    name: z.string(),
    date: Instant,
    /** The member’s own day, fixed when the workout was logged. */
    localDate: LocalDate,
    exercises: z.array(LoggedExercise),
    /** minutes */
    totalDuration: z.number(),
    /** kcal */
    totalCalories: z.number(),
    caloriesEstimated: z.boolean(),
    intensity: Intensity,
    mood: z.string().nullable(),
    notes: z.string().nullable(),
    source: z.enum(['app', 'import']),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Workout' });

export const Dialect = z.enum(['strong', 'hevy', 'fitnotes', 'own']);
export const WeightUnit = z.enum(['kg', 'lb']);

/** Every row of the file is accounted for: `rows = sets + restTimers + notes + refused.length`. */
export const ImportReceipt = z
  .object({
    importId: Id.nullable(),
    dialect: Dialect,
    rows: z.int(),
    sets: z.int(),
    restTimers: z.int(),
    notes: z.int(),
    /** `line` is the physical line of the file, its header being 1. */
    refused: z.array(z.object({ line: z.int(), reason: z.string() })),
    workouts: z.object({ added: z.int(), known: z.int() }),
    /** `slug` null: it became an exercise of the member’s own. */
    exercises: z.array(z.object({ name: z.string(), slug: z.string().nullable(), sets: z.int() })),
    unit: WeightUnit,
    unitFrom: z.enum(['file', 'query', 'settings']),
    from: Instant.nullable(),
    to: Instant.nullable(),
  })
  .meta({ id: 'ImportReceipt' });

export const saveWorkout = route('saveWorkout', {
  tag: 'Workouts',
  who: 'person',
  body: WorkoutInput,
  answer: { 201: data(Workout), 200: data(Workout) },
  says: 'Stores a finished workout and updates every screen that shows the member’s numbers. 200: this `clientId` was here before, and nothing was stored.',
});

export const workouts = route('workouts', {
  tag: 'Workouts',
  who: 'person',
  query: z.strictObject({
    limit: Limit,
    cursor: z.string().max(200).optional(),
    from: LocalDate.optional(),
    to: LocalDate.optional(),
  }),
  answer: { 200: list(Workout) },
  says: 'The member’s workouts, newest first; `from` and `to` are local days, both included.',
});

export const workout = route('workout', {
  tag: 'Workouts',
  who: 'person',
  params: z.strictObject({ id: Id }),
  answer: { 200: data(Workout) },
  says: 'One workout.',
});

export const changeWorkout = route('changeWorkout', {
  tag: 'Workouts',
  who: 'person',
  params: z.strictObject({ id: Id }),
  body: WorkoutChange,
  answer: { 200: data(Workout) },
  says: 'Puts a workout in the place of the stored one. Without `date` it keeps its day.',
});

export const removeWorkout = route('removeWorkout', {
  tag: 'Workouts',
  who: 'person',
  params: z.strictObject({ id: Id }),
  answer: { 204: null },
  says: 'Deletes a workout.',
});

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true');

export const importWorkouts = route('importWorkouts', {
  tag: 'Workouts',
  who: 'person',
  csv: true,
  body: z.custom<Uint8Array>((file) => file instanceof Uint8Array),
  query: z.strictObject({ unit: WeightUnit.optional(), dryRun: flag }),
  answer: { 200: data(ImportReceipt) },
  errors: ['unknown_format'],
  says: 'Reads the history that another app exported. All of it is stored, or nothing; the same file twice adds nothing; a row that can’t be read is refused by line and stops nothing else.',
});

export const undoImport = route('undoImport', {
  tag: 'Workouts',
  who: 'person',
  params: z.strictObject({ importId: Id }),
  answer: { 204: null },
  says: 'Takes a whole import back.',
});

export const exportWorkouts = route('exportWorkouts', {
  tag: 'Workouts',
  who: 'person',
  gives: 'csv',
  answer: { 200: z.string() },
  says: 'The whole history as CSV, oldest first, streamed. What is exported imports back the same.',
});
