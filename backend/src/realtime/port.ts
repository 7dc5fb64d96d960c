import type {
  CueReceived,
  Message,
  MessagesRead,
  PlanProgress,
  ProgressUpdated,
  SessionEnded,
  SessionUpdated,
} from '@trainer/contract/types';

/** Tells open screens. Telling never fails a request, and nothing is changed through it. */
export interface Realtime {
  /** To the member’s screens, and to those of these people that watch the member’s numbers. */
  progressUpdated(update: ProgressUpdated, watchers: readonly string[]): void;
  /** To every screen of this person. */
  planProgress(userId: string, progress: PlanProgress): void;
  /** To every screen of these people. */
  sessionUpdated(people: readonly string[], update: SessionUpdated): void;
  sessionEnded(people: readonly string[], end: SessionEnded): void;
  /** To every screen of this person, like what follows. */
  cueReceived(userId: string, cue: CueReceived): void;
  clientsChanged(trainerId: string, userId?: string): void;
  inviteReceived(userId: string): void;
  plansChanged(userId: string): void;
  /** To every screen of both. */
  messageReceived(message: Message): void;
  messagesRead(read: MessagesRead): void;
  /** No screen of this watcher watches that member’s numbers any more. */
  closeRoom(watcherId: string, userId: string): void;
}

/** Who has a screen open, on whichever instance. */
export interface Presence {
  isOnline(userId: string): boolean;
}
