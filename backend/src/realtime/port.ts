import type { PlanProgress, ProgressUpdated, SessionEnded, SessionUpdated } from '@trainer/contract/types';

/** Tells open screens. Telling never fails a request, and nothing is changed through it. */
export interface Realtime {
  /** To everyone who watches this member’s numbers. */
  progressUpdated(update: ProgressUpdated): void;
  /** To every screen of this person. */
  planProgress(userId: string, progress: PlanProgress): void;
  /** To every screen of these people. */
  sessionUpdated(people: readonly string[], update: SessionUpdated): void;
  sessionEnded(people: readonly string[], end: SessionEnded): void;
}
