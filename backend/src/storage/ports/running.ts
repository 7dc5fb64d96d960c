import type { Glance } from '@trainer/coach/running/glance';
import type { Ending, RunningWorkout } from '@trainer/coach/running/session';
import type { GivenOp, OpResult, Session } from '@trainer/contract/types';

/**
 * The running workout of each member as the operations that made it, the newest of each slot (`coach/running/session`).
 * What was ended is kept for `KEPT_DAYS`, so that what another device did meanwhile still finds its place.
 */
export interface Running {
  /**
   * Adds operations, durably, in one step for the member however many arrive at once: `applied` where it is the newest
   * of its slot, `duplicate` where it is there already, `superseded` where something newer is. `refused`: `another_runs`
   * for a `start` while another workout runs, unless its own is over; `too_many` beyond `MOST_OPS` of one workout.
   * What comes before its `start` waits for it; a workout that was ended takes what comes late.
   * The version of a workout grows by one where anything was applied to it.
   */
  append(userId: string, ops: readonly GivenOp[], at: Date): Promise<Appended>;
  /** What runs now. */
  of(userId: string): Promise<{ session: Session; ops: GivenOp[] } | undefined>;
  /** What runs of these people at a glance, in one question that reads no workout. */
  glances(userIds: readonly string[]): Promise<Map<string, Glance>>;
  /** Notes that the workout of a finished one is stored as it stood at this version; null: there is nothing to store. */
  made(userId: string, sessionId: string, version: number, workout: MadeWorkout | null): Promise<void>;
  /** Those that were finished and whose workout is not stored as they stand: after a crash. */
  unmade(limit: number): Promise<EndedWorkout[]>;
  /** Forgets what ended, or never began, before this. */
  removeBefore(before: Date): Promise<void>;
}

export interface Appended {
  /** One for each operation, in their order. */
  results: OpResult[];
  /** The workouts to which something was applied, and those that a duplicate finish asked for again, as they stand now. */
  touched: TouchedWorkout[];
  /** What runs now. */
  running: Session | undefined;
}

export type TouchedWorkout = { applied: GivenOp[] } & ({ ending: null; session: Session } | EndedWorkout);

/** `updatedAt` as it was when it was stored: whoever changed it since then has the last word. */
export interface MadeWorkout {
  _id: string;
  updatedAt: string;
}

/** A workout that was ended. `workout` null: none is stored; `isMade`: what is stored is how it stands. */
export interface EndedWorkout {
  userId: string;
  ending: NonNullable<Ending>;
  session: RunningWorkout & { version: number };
  workout: MadeWorkout | null;
  isMade: boolean;
}

export const KEPT_DAYS = 7;
export const MOST_OPS = 5000;
