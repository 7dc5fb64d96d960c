import { z } from 'zod';
import { Id, Instant, LocalDate } from './values.ts';

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

export const Message = z
  .object({
    _id: Id,
    clientId: z.string().nullable(),
    from: Id,
    to: Id,
    text: z.string(),
    createdAt: Instant,
    readAt: Instant.nullable(),
  })
  .meta({ id: 'Message' });
