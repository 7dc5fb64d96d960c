import type { Message } from '@trainer/contract/types';
import type { Stretch } from './planned.ts';
import type { Account, Exercise, Figures, Store, StoredPlan, StoredWeight, Token, Workout } from './port.ts';
import type { StoredPlan as AssignedPlan } from './ports/assigned-plans.ts';
import type { Invitation, Link } from './ports/coaching.ts';
import type { RunningDocument } from './running.ts';

/** The records of a store as they lie, so that a store on another engine can take them in. */
export interface Kinds extends PlainKinds {
  users: Omit<Account, 'assignedClients'>;
  tokens: Token;
  weights: StoredWeight;
  /** Own ones; the built-in ones come with the program. */
  exercises: { exercise: Exercise; importId: string | null; clientId: string | null };
  /** Animations of own exercises. */
  gifs: { exerciseId: string; hash: string; bytes: Uint8Array };
  imports: { _id: string; user: string; createdAt: string };
  workouts: { workout: Workout; figures: Figures; importId: string | null; importKey: string | null };
  plans: StoredPlan;
  /** What is counted of a member is worked out anew; only the version of it goes along. */
  versions: { user: string; version: number };
}
export type Kind = keyof Kinds;

/** Kinds of which the port does not tell everything; what is on either side is compared field by field. */
export interface PlainKinds {
  /** Those that wait, and the keys of those that are done with: none is sent twice. */
  mails: {
    _id: string;
    key: string;
    letter: string | null;
    attempts: number;
    dueAt: string | null;
    failure: string | null;
    settledAt: string | null;
    createdAt: string;
  };
  resets: { tokenHash: string; userId: string; expiresAt: string };
  /** Running and ended workouts with their operations. */
  running: { user: string; document: RunningDocument };
  invites: Invitation & { codeHash: string };
  /** Who coaches whom, what of it is seen, and the trainer’s private note. */
  links: Link & { note: string | null; noteAt: string | null };
  /** Those that were taken back among them, for what they had planned. */
  assignedPlans: { plan: AssignedPlan; planned: Stretch[]; removed: boolean };
  messages: Message & { told: boolean };
  threads: { user: string; other: string; last: string };
}
export type PlainKind = keyof PlainKinds;

export const PLAIN_KINDS: readonly PlainKind[] = [
  'mails',
  'resets',
  'running',
  'invites',
  'links',
  'assignedPlans',
  'messages',
  'threads',
];

/** In an order in which nothing comes before what it names. */
export const KINDS: readonly Kind[] = [
  'users',
  'tokens',
  'weights',
  'exercises',
  'gifs',
  'imports',
  'workouts',
  'plans',
  'versions',
  ...PLAIN_KINDS,
];

export interface Moved<K extends Kind> {
  /** Its place in the order of its kind. */
  at: string;
  is: Kinds[K];
}

/** The store that is left. Nobody else has it open. */
export interface MovingOut {
  readonly store: Store;
  /** Another text after every change. */
  readonly fingerprint: string;
  /** @param lasting of what ends by itself only what does so later than this */
  count(kind: Kind, lasting?: Date): number;
  /** At most `limit` records behind the place `after`, in their order. `''` is before the first. */
  some<K extends Kind>(kind: K, after: string, limit: number): Moved<K>[];
}

/** The store that is moved into. */
export interface MovingIn {
  readonly store: Store;
  /**
   * → the place behind which each kind goes on: where an earlier move of the same records was broken off. Of a move of
   * others it removes what it left.
   * @throws NotEmpty
   */
  begin(fingerprint: string): Promise<(kind: Kind) => string>;
  /** Takes these in, and notes the place of the last of them. One that is there already is replaced. */
  put<K extends Kind>(kind: K, records: readonly Moved<K>[]): Promise<void>;
  /** @param lasting of what ends by itself only what does so later than this */
  count(kind: Kind, lasting?: Date): Promise<number>;
  /** What is here of these records, in their order; undefined: nothing. */
  read<K extends PlainKind>(kind: K, records: readonly PlainKinds[K][]): Promise<(PlainKinds[K] | undefined)[]>;
  /** Everything is here and compared: from now on it is a store like any other. */
  finish(): Promise<void>;
}

/** Somebody uses the store already; moving into it would mix two. */
export class NotEmpty extends Error {
  override readonly name = 'NotEmpty';
}
