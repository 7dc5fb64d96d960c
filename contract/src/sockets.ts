import { z } from 'zod';
import { Op, Session } from './session.ts';
import { Id, Instant, LocalDate } from './values.ts';

/** What the server tells. Nothing is ever changed through a socket: there is one way in, and that is HTTP. */
export const serverEvents = {
  /** The numbers of Progress, to the room `progress:{userId}`. Drop it when `version` is not newer than what is shown. */
  progressUpdated: z.object({
    userId: Id,
    version: z.int(),
    totalWorkouts: z.int(),
    totalCalories: z.number(),
    totalDuration: z.number(),
    streak: z.int(),
    /** The workout that was saved or changed; absent when one was deleted, or many came at once. */
    workout: z
      .object({
        _id: Id,
        name: z.string(),
        date: Instant,
        localDate: LocalDate,
        totalDuration: z.number(),
        totalCalories: z.number(),
      })
      .optional(),
  }),
  /** How far a plan is, to every screen of the person who asked for it. `detail` is a sentence about the stage that begins. */
  planProgress: z.object({
    kind: z.enum(['workout', 'diet']),
    requestId: z.string(),
    stage: z.enum(['reading', 'writing', 'checking', 'repairing', 'done', 'failed', 'cancelled']),
    percent: z.int().optional(),
    detail: z.string().optional(),
    /** With `done`. */
    planId: Id.optional(),
  }),
  /** The running workout changed: to the member’s screens, and to the trainer’s as far as it is shared. `ops` are those that changed it. */
  sessionUpdated: z.object({ userId: Id, session: Session, ops: z.array(Op) }),
  /** It was finished (`workoutId` where a workout came of it) or discarded. */
  sessionEnded: z.object({
    userId: Id,
    sessionId: z.string(),
    how: z.enum(['finished', 'discarded']),
    workoutId: Id.optional(),
  }),
  /** The token of this socket has ended; the socket is closed right after. */
  sessionRevoked: z.object({}),
} as const;

/** What a client may ask; each is acknowledged. */
export const clientEvents = {
  joinProgressRoom: Id,
  leaveProgressRoom: Id,
} as const;

export const Acknowledgement = z.object({
  success: z.boolean(),
  error: z.enum(['forbidden', 'invalid_values', 'unavailable']).optional(),
});

/** Everything that one person’s screens are told; each socket is in the room of its person. */
export const personRoom = (userId: string): string => `person:${userId}`;
export const progressRoom = (userId: string): string => `progress:${userId}`;
