import { z } from 'zod';
import { data, route } from './route.ts';
import { Id, Instant } from './values.ts';

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
  tracking: z.enum(['weight_reps', 'reps', 'duration', 'distance_duration']),
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

/** `gifUrl` is absent where nothing is drawn yet. */
export const Exercise = z.object({ ...card, gifUrl: z.string().optional() }).meta({ id: 'Exercise' });

const view = z.strictObject({ view: z.enum(['full', 'card']).default('full') });

export const exercises = route('exercises', {
  tag: 'Exercises',
  who: 'person',
  query: view,
  answer: { 200: data(z.array(Exercise)) },
  says: 'The 38 that are built in, then the person’s own. `?view=card` leaves out `gifUrl`.',
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
