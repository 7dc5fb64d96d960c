import { z } from 'zod';
import { BodyWeight, Progress } from './members.ts';
import { Id, Instant, LocalDate } from './values.ts';

/** What a trainer and their client are to each other. */
export const PersonName = z.object({
  _id: Id,
  username: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
});

/** What a member lets their trainer see; a part that is not shared is absent, and its rooms are closed. */
export const Share = z.object({
  /** Numbers and the running workout. */
  live: z.boolean(),
  /** Workouts with notes, body weight, statistics. */
  history: z.boolean(),
  /** Conditions and restrictions of the profile. */
  health: z.boolean(),
});

/** An exercise of a plan that a trainer gave; kg and seconds of one set. */
export const AssignedExercise = z.object({
  exerciseId: Id,
  name: z.string(),
  sets: z.int(),
  reps: z.int().nullable(),
  weight: z.number().nullable(),
  duration: z.number().nullable(),
  restSeconds: z.number().nullable(),
  note: z.string().nullable(),
});

export const AssignedPlan = z
  .object({
    _id: Id,
    clientId: z.string().nullable(),
    trainerId: Id,
    memberId: Id,
    name: z.string(),
    startsOn: LocalDate,
    weeks: z.int(),
    days: z.array(
      z.object({
        /** 1 is Monday. */
        weekday: z.int(),
        name: z.string(),
        exercises: z.array(AssignedExercise),
      }),
    ),
    /** What does not go with a condition that the member shares. */
    warnings: z.array(z.object({ exerciseId: Id, condition: z.string(), message: z.string() })),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'AssignedPlan' });

/** Planned workouts that were done, per cent of those that were planned in the last 7, 30 and 90 days; null: none was. */
export const Compliance = z
  .object({ d7: z.int().nullable(), d30: z.int().nullable(), d90: z.int().nullable() })
  .meta({ id: 'Compliance' });

const Counted = z.object({ done: z.int(), planned: z.int() });

export const ClientStatus = z.enum(['training', 'needs_look', 'on_track']);

/** One line of a trainer’s list. What the client does not share is absent, or null. */
export const ClientRow = PersonName.extend({
  status: ClientStatus,
  /** Why it needs a look, in words. */
  reason: z.string().nullable(),
  /** 30 days; absent while the numbers are not shared. */
  progress: Progress.pick({ totalWorkouts: true, totalCalories: true, totalDuration: true, streak: true }).optional(),
  /** Absent while the history is not shared; null: there is none yet. */
  lastWorkout: z.object({ _id: Id, name: z.string(), date: Instant, localDate: LocalDate }).nullable().optional(),
  compliance: Compliance.nullable(),
  unread: z.int(),
  online: z.boolean(),
  /** What runs now. */
  session: z
    .object({
      sessionId: z.string(),
      startedAt: Instant,
      name: z.string(),
      exercise: z.string().nullable(),
      /** Working sets; those that warm up are not counted. */
      setsDone: z.int(),
      setsPlanned: z.int(),
      restUntil: Instant.nullable(),
    })
    .nullable(),
  since: Instant,
}).meta({ id: 'ClientRow' });

/** One client, as far as they share. */
export const ClientDetail = PersonName.extend({
  since: Instant,
  share: Share,
  /** The last day on which anything is seen; null: no end. */
  until: LocalDate.nullable(),
  online: z.boolean(),
  /** The day that it is for the client. */
  today: LocalDate,
  progress: Progress.optional(),
  compliance: Compliance.nullable(),
  /** What the percentages are made of. */
  planned: z.object({ d7: Counted, d30: Counted, d90: Counted }).optional(),
  weights: z.array(BodyWeight).optional(),
  health: z.object({ medicalConditions: z.array(z.string()), dietaryRestrictions: z.array(z.string()) }).optional(),
}).meta({ id: 'ClientDetail' });

export const PrivateNote = z.object({ text: z.string(), updatedAt: Instant.nullable() });

export const Invite = z
  .object({ _id: Id, email: z.string(), code: z.string(), expiresAt: Instant, createdAt: Instant })
  .meta({ id: 'Invite' });

export const MyTrainer = z
  .object({
    trainer: PersonName,
    since: Instant,
    online: z.boolean(),
    share: Share,
    /** The last day on which the trainer sees anything; null: no end. */
    until: LocalDate.nullable(),
  })
  .meta({ id: 'MyTrainer' });
