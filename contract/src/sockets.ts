import { z } from 'zod';
import { Message } from './messages.ts';
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
  /** A trainer’s word into the running workout. */
  cueReceived: z.object({ from: Id, name: z.string(), text: z.string(), at: Instant }),
  /** To every screen of both; the same one may come twice. */
  messageReceived: Message,
  /** `by` has read everything that `from` sent up to `at`; to every screen of both. */
  messagesRead: z.object({ by: Id, from: Id, at: Instant }),
  typing: z.object({ from: Id }),
  /** Whether one’s trainer, or a client, has a screen open. */
  presence: z.object({ userId: Id, online: z.boolean() }),
  /** Something about a trainer’s clients changed; `userId` names the one, absent: look at all. */
  clientsChanged: z.object({ userId: Id.optional() }),
  /** An invitation came or was withdrawn, or the coaching or what is shared changed. */
  inviteReceived: z.object({}),
  /** A trainer gave, changed or took back a plan of this person. */
  plansChanged: z.object({}),
  /** The token of this socket has ended; the socket is closed right after. */
  sessionRevoked: z.object({}),
} as const;

/** What a client may ask; each is acknowledged. */
export const clientEvents = {
  joinProgressRoom: Id,
  leaveProgressRoom: Id,
  /** Tells the other one, at most once a second. */
  typing: z.strictObject({ to: Id }),
} as const;

export const Acknowledgement = z.object({
  success: z.boolean(),
  error: z.enum(['forbidden', 'invalid_values', 'too_many_requests', 'unavailable']).optional(),
});

/** Everything that one person’s screens are told; each socket is in the room of its person. */
export const personRoom = (userId: string): string => `person:${userId}`;
export const progressRoom = (userId: string): string => `progress:${userId}`;
/** The screens on which somebody else watches a person’s numbers: told only while that one may see them. */
export const watchRoom = (userId: string, watcherId: string): string => `${progressRoom(userId)}:${watcherId}`;
