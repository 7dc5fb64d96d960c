import { z } from 'zod';
import { data, route } from './route.ts';
import { ClientId, Id, Instant, Name, Note } from './values.ts';

/** `other` holds what an import brought along and nobody has sorted yet. */
export const MuscleGroup = z.enum([
  'chest',
  'back',
  'shoulders',
  'biceps',
  'triceps',
  'legs',
  'core',
  'cardio',
  'full-body',
  'other',
]);
export const Difficulty = z.enum(['beginner', 'intermediate', 'advanced']);

const Tracking = z.enum(['weight_reps', 'reps', 'duration', 'distance_duration']);

const card = {
  _id: Id,
  /** Null for an exercise of somebody’s own. */
  slug: z.string().nullable(),
  name: z.string(),
  muscleGroup: MuscleGroup,
  primaryMuscles: z.array(z.string()),
  secondaryMuscles: z.array(z.string()),
  equipment: z.array(z.string()),
  difficulty: Difficulty,
  description: z.string(),
  cues: z.array(z.string()),
  contraindications: z.array(z.string()),
  /** MET of the 2024 Adult Compendium */
  met: z.number(),
  /** kcal a minute for a person of 70 kg */
  caloriesBurned: z.number(),
  /** What a set of it is counted in. */
  tracking: Tracking,
  /** As `8-12`, `8-12 each side` or `20-60 s`. */
  repRange: z.string(),
  /** seconds */
  restSeconds: z.int(),
  /** Slugs of what to do instead where this is too hard, or too easy. */
  easier: z.array(z.string()),
  harder: z.array(z.string()),
  owner: Id.nullable(),
  createdAt: Instant,
};

/** `gifUrl` is the animation itself as a data URL for what is built in, for an own exercise the address of it; absent where there is none. */
export const Exercise = z.object({ ...card, gifUrl: z.string().optional() }).meta({ id: 'Exercise' });

const view = z.strictObject({ view: z.enum(['full', 'card']).default('full') });

export const exercises = route('exercises', {
  tag: 'Exercises',
  who: 'person',
  query: view,
  answer: { 200: data(z.array(Exercise)) },
  says: 'The 38 that are built in, then the person’s own and their trainer’s. `?view=card` leaves out the `gifUrl` of what is built in.',
});

export const exercisesByMuscle = route('exercisesByMuscle', {
  tag: 'Exercises',
  who: 'person',
  params: z.strictObject({ muscleGroup: z.string().max(60) }),
  query: view,
  answer: { 200: data(z.array(Exercise)) },
  says: 'Those of one muscle group; an unknown group is a 404 that lists the known ones.',
});

export const exercise = route('exercise', {
  tag: 'Exercises',
  who: 'person',
  params: z.strictObject({ id: Id }),
  answer: { 200: data(Exercise) },
  says: 'One exercise.',
});

const Few = z.array(Name).max(20, 'At most 20.').default([]);

/** MET of resistance training, multiple exercises (02054 of the 2024 Adult Compendium). */
export const USUAL_MET = 3.5;
export const GIF_PREFIX = 'data:image/gif;base64,';

const given = {
  name: Name,
  muscleGroup: MuscleGroup,
  primaryMuscles: Few,
  secondaryMuscles: Few,
  equipment: Few,
  difficulty: Difficulty.default('beginner'),
  description: Note.default(''),
  cues: z
    .array(z.string().trim().min(1, 'This can’t be empty.').max(300, 'At most 300 characters.'))
    .max(20, 'At most 20.')
    .default([]),
  met: z.number().min(1, 'This has to be from 1 to 25.').max(25, 'This has to be from 1 to 25.').default(USUAL_MET),
  tracking: Tracking.default('weight_reps'),
  repRange: z
    .string()
    .trim()
    .regex(/^\d{1,4}-\d{1,4}( [a-z ]{1,20})?$/, 'This has to be a range like 8-12.')
    .default('8-12'),
  restSeconds: z.int('This has to be a whole number.').min(0).max(3600).default(90),
};
const gif = z.string().startsWith(GIF_PREFIX, 'This is not a GIF as a data URL (data:image/gif;base64,…).');

/** An exercise of one’s own. `gifUrl`: a GIF as a data URL. */
export const ExerciseInput = z
  .strictObject({ clientId: ClientId.optional(), ...given, gifUrl: gif.nullable().optional() })
  .meta({ id: 'ExerciseInput' });

/** The whole exercise anew. Without `gifUrl` its animation stays, null removes it. */
export const ExerciseChange = z
  .strictObject({ ...given, gifUrl: gif.nullable().optional() })
  .meta({ id: 'ExerciseChange' });

export const exerciseAnimation = route('exerciseAnimation', {
  tag: 'Exercises',
  who: 'anyone',
  params: z.strictObject({ id: Id }),
  query: z.strictObject({ v: z.string().max(64).optional() }),
  gives: 'gif',
  answer: { 200: z.string().meta({ description: 'The bytes of a GIF.' }) },
  errors: ['not_found'],
  says: 'The animation of an exercise, to be kept for ever (`immutable`, with an ETag). What is built in needs no token. `v` is there to make the address another where the animation is.',
});

export const addExercise = route('addExercise', {
  tag: 'Exercises',
  who: 'person',
  body: ExerciseInput,
  file: 'gifUrl',
  answer: { 200: data(Exercise), 201: data(Exercise) },
  errors: ['exercise_exists'],
  says: 'Makes an exercise of one’s own. A trainer’s are seen by their clients, a member’s by nobody else. 200: this `clientId` was here before. A GIF may have up to 50 MB as it is sent.',
});

export const changeExercise = route('changeExercise', {
  tag: 'Exercises',
  who: 'person',
  params: z.strictObject({ id: Id }),
  body: ExerciseChange,
  file: 'gifUrl',
  answer: { 200: data(Exercise) },
  errors: ['exercise_exists', 'forbidden'],
  says: 'Replaces an exercise of one’s own; those that are built in are nobody’s to change (403).',
});

export const removeExercise = route('removeExercise', {
  tag: 'Exercises',
  who: 'person',
  params: z.strictObject({ id: Id }),
  answer: { 204: null },
  errors: ['forbidden'],
  says: 'Removes an exercise of one’s own. Workouts keep what was done under its name.',
});
