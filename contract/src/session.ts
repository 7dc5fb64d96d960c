import { z } from 'zod';
import { data, route } from './route.ts';
import { GivenInstant, Id, Instant, Meters, Name, Note, Reps, Rpe, Seconds, SetCount, WeightKg } from './values.ts';
import { Intensity, SetType, Workout } from './workouts.ts';

const Uuid = z.uuid('This has to be a UUID.').toLowerCase();

const base = {
  opId: Uuid,
  /** Becomes the workout’s `clientId`. */
  sessionId: Uuid,
  /** When it was done, by the device’s clock; of two about the same thing the newest wins. */
  at: GivenInstant,
};
const op = <const K extends string, T extends z.ZodRawShape>(name: K, fields: T) =>
  z.strictObject({ ...base, op: z.literal(name), ...fields });

const named = { exerciseId: Id.nullish(), name: Name };
const planned = {
  plannedSets: SetCount.nullish(),
  plannedReps: Reps.nullish(),
  /** kg */
  plannedWeight: WeightKg.nullish(),
};

/** Of one set: kg, seconds, m. */
const values = {
  type: SetType,
  reps: Reps.nullish(),
  weight: WeightKg.nullish(),
  duration: Seconds.nullish(),
  distance: Meters.nullish(),
  rpe: Rpe.nullish(),
  done: z.boolean(),
};

/** One thing that was done to the running workout. Sent twice, late or in another order it comes to the same. */
export const Op = z
  .discriminatedUnion('op', [
    op('start', {
      startedAt: GivenInstant,
      name: Name.nullish(),
      exercises: z
        .array(z.strictObject({ key: Uuid, ...named, ...planned }))
        .max(50, 'At most 50 exercises.')
        .optional(),
    }),
    op('addExercise', { key: Uuid, ...named, ...planned, after: Uuid.nullish() }),
    op('swapExercise', { key: Uuid, newKey: Uuid, ...named }),
    op('removeExercise', { key: Uuid }),
    op('moveExercise', { key: Uuid, after: Uuid.nullable() }),
    op('set', { key: Uuid, setId: Uuid, ...values }),
    op('removeSet', { key: Uuid, setId: Uuid }),
    op('note', { text: Note, key: Uuid.optional() }),
    op('rest', {
      /** The deadline; null: it is over, or stands still with `left` seconds to go. */
      until: GivenInstant.nullable(),
      /** How long it is as a whole. */
      seconds: Seconds.optional(),
      left: Seconds.optional(),
      /** The set that it follows. */
      after: Uuid.optional(),
    }),
    op('finish', {
      endedAt: GivenInstant,
      intensity: Intensity.default('moderate'),
      mood: z.string().trim().min(1).max(40, 'At most 40 characters.').nullish(),
      notes: Note.nullish(),
    }),
    op('discard', {}),
  ])
  .meta({ id: 'Op' });

export const SessionSet = z.object({
  setId: z.string(),
  type: SetType,
  reps: z.int().nullable(),
  weight: z.number().nullable(),
  duration: z.number().nullable(),
  distance: z.number().nullable(),
  rpe: z.number().nullable(),
  done: z.boolean(),
  at: Instant,
  /** seconds; null: not known */
  restSeconds: z.number().nullable(),
});

export const SessionExercise = z.object({
  key: z.string(),
  exerciseId: Id.nullable(),
  name: z.string(),
  plannedSets: z.int().nullable(),
  plannedReps: z.int().nullable(),
  plannedWeight: z.number().nullable(),
  note: z.string(),
  sets: z.array(SessionSet),
});

/** `until` null: it stands still with `left` seconds to go. */
export const Rest = z.object({
  until: Instant.nullable(),
  seconds: z.number(),
  left: z.number().optional(),
  after: z.string().optional(),
});

export const Session = z
  .object({
    sessionId: z.string(),
    userId: Id,
    /** Grows with every operation that changed something. */
    version: z.int(),
    name: z.string(),
    startedAt: Instant,
    exercises: z.array(SessionExercise),
    rest: Rest.nullable(),
    note: z.string(),
  })
  .meta({ id: 'Session' });

/**
 * `applied`: it counts. `duplicate`: it was here before. `superseded`: something newer about the same thing is here.
 * `refused`: it can’t count, and `reason` says why.
 */
export const OpResult = z.object({
  opId: z.string().nullable(),
  status: z.enum(['applied', 'duplicate', 'superseded', 'refused']),
  /** `another_runs`: a workout with another id does; this one can begin once that is over, or come here whole when it is. */
  reason: z.enum(['invalid', 'another_runs', 'too_many']).optional(),
  message: z.string().optional(),
});

export const sessionOps = route('sessionOps', {
  tag: 'Running workout',
  who: 'person',
  body: z.strictObject({
    // Each is checked by itself, so that a bad one never holds up the others.
    ops: z
      .array(z.union([Op, z.unknown()]))
      .min(1, 'At least one.')
      .max(500, 'At most 500 at once.'),
  }),
  answer: {
    200: data(
      z.object({
        /** What runs now; null: nothing does. */
        session: Session.nullable(),
        results: z.array(OpResult),
        /** Once it is finished; operations that come late change it. */
        workout: Workout.optional(),
      }),
    ),
  },
  says: 'Adds to the running workout what was done, durably. Each operation has its own verdict; none is lost by another.',
});

export const runningSession = route('runningSession', {
  tag: 'Running workout',
  who: 'person',
  query: z.strictObject({ ops: z.enum(['true', 'false']).default('false') }),
  answer: { 200: data(Session.extend({ ops: z.array(Op).optional() }).nullable()) },
  says: 'The running workout, or 404. `?ops=true` is for a device that goes on with it: it brings the operations that made it, and null where nothing runs.',
});
