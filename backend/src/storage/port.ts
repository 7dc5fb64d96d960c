import type {
  BodyWeight,
  DietPlan,
  Exercise,
  ImportReceipt,
  LoggedExercise,
  MuscleGroup,
  PlanKind,
  PlanSummary,
  Profile,
  ProfileChange,
  Progress,
  Settings,
  SettingsChange,
  Stats,
  SuggestionPlan,
  User,
  Workout,
} from '@trainer/contract/types';

import type { AssignedPlans } from './ports/assigned-plans.ts';
import type { Coaching } from './ports/coaching.ts';
import type { Messages } from './ports/messages.ts';
import type { Mails } from './ports/mails.ts';
import type { Resets } from './ports/resets.ts';
import type { Running } from './ports/running.ts';

/**
 * Where everything durable lives, in the product's words. What must be atomic is one method, so that each adapter can
 * do it in its own way. A promise that resolves says: this survives a power cut.
 *
 * For every method: what is not there is `undefined`; what is returned is a copy; ids are 24 lower-case hex digits made
 * here; `localDate`, `today` and `on` are days of the member's own calendar, `YYYY-MM-DD`; an id that is no id is
 * treated as one that is not there. Texts come back as they were given; U+0000 and halves of a character may come back
 * as U+FFFD. Where the engine can't be reached a method rejects with `StorageAway`. Every sentence below is a case in
 * `suite.ts`.
 */
export interface Store {
  readonly users: Users;
  readonly tokens: Tokens;
  readonly endedTokens: EndedTokens;
  readonly weights: Weights;
  readonly exercises: Exercises;
  readonly workouts: Workouts;
  readonly plans: Plans;
  readonly running: Running;
  readonly mails: Mails;
  readonly resets: Resets;
  readonly coaching: Coaching;
  readonly assignedPlans: AssignedPlans;
  readonly messages: Messages;
  /** Resolves when the storage answers; rejects when it can’t. */
  ping(): Promise<void>;
  /** Finishes what was begun, then closes. Closing twice is fine. */
  close(): Promise<void>;
}

/** The storage can't be reached, or doesn't answer in time. What was asked for may have been stored all the same. */
export class StorageAway extends Error {
  override readonly name = 'StorageAway';
  constructor(cause: unknown) {
    super('The storage does not answer.', { cause });
  }
}

declare const owned: unique symbol;
/** A row of which it was checked that it belongs to the person who asks; only `ownedBy` makes one. */
export type Owned<T> = T & { readonly [owned]: true };

/** The row if it is this person's, else `undefined`, as if it were absent: ids must not leak. */
export function ownedBy<T extends { user: string }>(userId: string, row: T | undefined): Owned<T> | undefined {
  return row?.user === userId ? (row as Owned<T>) : undefined;
}

// --- people ---------------------------------------------------------------------------------------------------------

/** A user as stored: what the product shows of them, and the hash of their password, which it never shows. */
export type Account = User & { passwordHash: string };
export type NewAccount = Pick<Account, 'username' | 'email' | 'role' | 'passwordHash'> & { timeZone: string };
export interface Taken {
  taken: 'email' | 'username';
}

export interface UserChange {
  username?: string | undefined;
  profile?: ProfileChange | undefined;
  settings?: SettingsChange | undefined;
}

/** Who somebody is to others, and the zone in which their days begin. */
export type PersonInShort = Pick<Account, '_id' | 'username'> &
  Pick<Profile, 'firstName' | 'lastName'> &
  Pick<Settings, 'timeZone'>;

export interface Users {
  /** E-mail and username are unique without regard to case, also when two are added at once; where both are taken, `email` is named. */
  add(account: NewAccount, at: Date): Promise<Account | Taken>;
  byId(id: string): Promise<Account | undefined>;
  /** Of these, in short, in no order and in one question. */
  byIds(ids: readonly string[]): Promise<PersonInShort[]>;
  /** The IANA name of the zone in which the account’s days begin. */
  timeZone(id: string): Promise<string | undefined>;
  /** Without regard to case. */
  byEmail(email: string): Promise<Account | undefined>;
  /**
   * Changes what is given (an `undefined` counts as not given) and leaves the rest, atomically.
   * A `profile.weight` is also noted as the weight of the day `on`; if a later day has a weight, that one stays `profile.weight`.
   */
  change(id: string, change: UserChange, at: Date, on: string): Promise<Account | Taken | undefined>;
  /** Replaces the password's hash and ends every token of the account, and every link that sets a new one, in one step. → the ids of those tokens; undefined where there is no such user. */
  changePassword(id: string, passwordHash: string, at: Date): Promise<string[] | undefined>;
}

// --- tokens ---------------------------------------------------------------------------------------------------------

export interface Token {
  /** `jti` of the JWT */
  id: string;
  userId: string;
  expiresAt: Date;
}

/** The tokens that hold. One that is not here, or has expired, is refused, whatever its signature says. */
export interface Tokens {
  add(token: Token): Promise<void>;
  /** The token if it holds at `now`. */
  holding(id: string, now: Date): Promise<Token | undefined>;
  /** Which of these do not hold at `now`. */
  notHolding(ids: readonly string[], now: Date): Promise<string[]>;
  /** Ending one that is not there is fine. */
  end(id: string): Promise<void>;
  /** → the ids of those that were ended. */
  endAllOf(userId: string): Promise<string[]>;
  /** Forgets what expired before `now`. */
  removeExpired(now: Date): Promise<void>;
}

/** News of tokens, from the storage itself: no other part has to be up for that. */
export interface EndedTokens {
  /** Whether every token that ends, through whichever server, is told here now. A store of one server has nothing to tell and nothing to miss. */
  readonly hears: boolean;
  listen(listener: EndedTokensListener): void;
}

export interface EndedTokensListener {
  ended(ids: readonly string[]): void;
  /** Tokens may have ended unheard; from now on they are told again. */
  missed(): void;
}

// --- body weight ----------------------------------------------------------------------------------------------------

export type StoredWeight = BodyWeight & { user: string };

export interface Weights {
  /** One a day: a second one for the same day takes the first one's place and keeps its id. The newest day's weight becomes `profile.weight`. */
  put(userId: string, localDate: string, weight: number, at: Date): Promise<{ weight: BodyWeight; added: boolean }>;
  /** Newest day first. */
  of(userId: string): Promise<BodyWeight[]>;
  byId(id: string): Promise<StoredWeight | undefined>;
  /** `profile.weight` becomes that of the newest day left, or null. */
  remove(weight: Owned<StoredWeight>): Promise<void>;
}

// --- exercises ------------------------------------------------------------------------------------------------------

export interface Exercises {
  /** Makes the built-in exercises these, by slug; ids are those given. Said twice, it changes nothing. → whether anything changed. */
  seed(builtIn: readonly Exercise[]): Promise<boolean>;
  /** In the order in which they were seeded. */
  builtIn(): Promise<Exercise[]>;
  builtInOf(group: MuscleGroup): Promise<Exercise[]>;
  /** Own exercises of these people, by name. */
  ownedBy(userIds: readonly string[]): Promise<Exercise[]>;
  byId(id: string): Promise<Exercise | undefined>;
  /**
   * Makes an own exercise, with its animation where it has one. A `clientId` that this person used before makes nothing
   * and returns the first one, however many arrive at once. A name that they have already, by `foldName`, makes nothing.
   */
  add(
    userId: string,
    exercise: NewOwnExercise,
    more: { clientId?: string | undefined; gif?: NewGif | undefined },
    at: Date,
  ): Promise<{ exercise: Exercise; added: boolean } | NameTaken>;
  /** Everything but `_id`, `owner` and `createdAt` becomes what is given; `gif` undefined leaves the animation, null removes it. undefined: it was removed meanwhile. */
  change(
    own: OwnExercise,
    to: NewOwnExercise,
    gif: NewGif | null | undefined,
    at: Date,
  ): Promise<Exercise | NameTaken | undefined>;
  /** With its animation. Removing one that is not there is fine. */
  remove(own: OwnExercise): Promise<void>;
  /** The animation of an own exercise. */
  gif(id: string): Promise<StoredGif | undefined>;
}

/** An animation that was checked. `address` says where it will be had, of the exercise of this id; it becomes `gifUrl`. */
export interface NewGif {
  bytes: Uint8Array;
  hash: string;
  address(id: string): string;
}

/** An animation as it is stored, a piece at a time. */
export interface StoredGif {
  length: number;
  hash: string;
  bytes: AsyncIterable<Uint8Array>;
}

export interface NameTaken {
  taken: 'name';
}

/** An exercise of which it was checked that the person who asks made it; only `ownedExercise` makes one. */
export type OwnExercise = Exercise & { owner: string } & { readonly [owned]: true };

/** The exercise if this person made it. */
export function ownedExercise(userId: string, exercise: Exercise | undefined): OwnExercise | undefined {
  return exercise?.owner === userId ? (exercise as OwnExercise) : undefined;
}

/** Bytes that are written or read at once of a file. */
export const PIECE = 256 * 1024;

// --- workouts -------------------------------------------------------------------------------------------------------

/** The best set of one exercise in one workout. Null where there is none that counts. */
export interface Best {
  /** What joins the same exercise across workouts: its id, or the folded name where it has none. */
  key: string;
  name: string;
  slug: string | null;
  /** kg of the heaviest set, and the most reps at it */
  weight: number | null;
  weightReps: number | null;
  /** the most reps of one set */
  reps: number | null;
}

/** What statistics keep of a workout, worked out by `coach`. `volume` kg × reps. */
export interface Figures {
  sets: number;
  volume: number;
  bests: Best[];
}

/** `figures` is about `exercises`; whoever changes one gives both. Minutes, kilocalories and volume count to a hundredth. */
export type NewWorkout = Omit<Workout, '_id' | 'user' | 'createdAt' | 'updatedAt'> & { figures: Figures };

/** An exercise that a person makes, or that an import brought along and the product does not know. */
export type NewOwnExercise = Omit<Exercise, '_id' | 'slug' | 'owner' | 'createdAt' | 'gifUrl'>;

/**
 * `key` tells the same workout of the same file again. Exercises whose `exerciseId` is null and whose name, folded by
 * `foldName`, is that of an own exercise (new or already there) get its id.
 */
export interface Import {
  workouts: readonly (NewWorkout & { key: string })[];
  exercises: readonly NewOwnExercise[];
}

/** Where a page ended: the next one begins after it. */
export interface Place {
  date: string;
  id: string;
}

export interface Page<T> {
  items: T[];
  next: Place | null;
}

/** What of a history a list of people shows. */
export interface HistoryAtAGlance {
  /** Of the last 30 local days, as `progress` has them. */
  totals: Pick<Progress, 'totalWorkouts' | 'totalCalories' | 'totalDuration' | 'streak'>;
  /** The newest; null: there is none. */
  last: Pick<Workout, '_id' | 'name' | 'date' | 'localDate'> | null;
  /** Those with a workout among the last `GLANCE_DAYS` local days, oldest first. */
  days: string[];
}
export const GLANCE_DAYS = 91;

export interface Workouts {
  /**
   * Stores a workout and keeps days, runs of days and weeks, totals and records up to date, all in one step.
   * A `clientId` that this member used before stores nothing and returns the first one, however many arrive at once.
   */
  add(
    userId: string,
    workout: NewWorkout,
    at: Date,
    today: string,
  ): Promise<{ workout: Workout; added: boolean; progress: Progress }>;
  /** Newest first; at the same instant the higher id first. `from` and `to` are local days, both included. */
  page(
    userId: string,
    ask: { limit: number; after?: Place | undefined; from?: string | undefined; to?: string | undefined },
  ): Promise<Page<Workout>>;
  byId(id: string): Promise<Workout | undefined>;
  /** Everything but `_id`, `user`, `clientId`, `source` and `createdAt` becomes what is given. undefined: it was removed meanwhile. */
  change(
    workout: Owned<Workout>,
    to: NewWorkout,
    at: Date,
    today: string,
  ): Promise<{ workout: Workout; progress: Progress } | undefined>;
  /** undefined: it was removed meanwhile. */
  remove(workout: Owned<Workout>, today: string): Promise<{ progress: Progress } | undefined>;
  /** The last 30 local days up to `today`, from rows kept with each change: a long history costs no more than a short one. */
  progress(userId: string, today: string): Promise<Progress>;
  /** The histories of many people at a glance, each up to their own `today`, in one question to each collection. Somebody without a workout has one, too. */
  glances(of: readonly { userId: string; today: string }[]): Promise<Map<string, HistoryAtAGlance>>;
  /** A record is the highest value; of equal ones that with the most reps, then of the earliest day, then of the lowest id. */
  stats(userId: string, today: string): Promise<Stats>;
  /**
   * Stores all of an import, or nothing. Workouts whose `key` this member imported before, or has in the same import
   * already, are `known` and left as they are. importId is null where nothing was added. Until it resolves, readers may
   * see a part of it; where it fails after that, `version` grows.
   */
  import(
    userId: string,
    load: Import,
    at: Date,
    today: string,
  ): Promise<{ importId: string | null; added: number; known: number; progress: Progress }>;
  /** Which of these keys are here already. */
  knownKeys(userId: string, keys: readonly string[]): Promise<Set<string>>;
  /** Takes a whole import back, with the own exercises that it made and nothing else uses. undefined: no such import of theirs. */
  undoImport(userId: string, importId: string, today: string): Promise<{ progress: Progress } | undefined>;
  /** All, oldest first, a few at a time; what is added meanwhile may or may not come. */
  all(userId: string): AsyncIterable<Workout>;
  /** Works the kept rows out anew from the workouts. The numbers stay the same; `version` grows. */
  rebuild(userId: string): Promise<void>;
}

// --- plans ----------------------------------------------------------------------------------------------------------

/** What is added where a plan is kept or shown. */
type AddedToPlan = '_id' | 'requestId' | 'createdAt' | 'markdown' | 'sharedAt';
/** A plan as it was written and checked. */
export type WrittenPlan = Omit<SuggestionPlan, AddedToPlan> | Omit<DietPlan, AddedToPlan>;

export interface StoredPlan {
  _id: string;
  user: string;
  requestId: string;
  /** Grows with each change of `plan`. */
  version: number;
  /** The secret of its public address. As plain as the plan beside it: whoever reads one here reads the other. */
  shareToken: string | null;
  createdAt: string;
  plan: WrittenPlan;
}

/** One plan that is being written, or the last one of its kind that was. */
export interface Generation {
  kind: PlanKind;
  requestId: string;
  /** `failed` until the next one, also where its server died and its time is over. */
  state: 'running' | 'kept' | 'cancelled' | 'failed';
}

export interface NewGeneration {
  kind: PlanKind;
  requestId: string;
  /** When it is over by itself: its server has died then. */
  until: Date;
  localDate: string;
  /** How many may begin on one local day. */
  dailyLimit: number;
}

/** What came of asking to begin: a claim to go on with, or why not. */
export type Begun =
  | { claim: Claim }
  /** This request was answered before. */
  | { plan: StoredPlan }
  /** Another one of this kind runs, or this very one elsewhere. */
  | { running: Generation }
  /** No more may begin on this local day. */
  | { isOverLimit: true };

/** The right of one generation to be kept. */
export interface Claim {
  readonly id: string;
  readonly user: string;
  readonly kind: PlanKind;
  readonly localDate: string;
}

export interface Plans {
  /**
   * Begins a generation and counts it for its day, in one step: of a person and a kind one runs at a time, however many
   * begin at once on however many servers. One that is over by its `until` stands in nobody’s way.
   */
  begin(userId: string, ask: NewGeneration, at: Date): Promise<Begun>;
  /** Stores the plan and ends its generation, in one step. undefined: it was cancelled or is over, and nothing is stored. */
  keep(claim: Claim, requestId: string, plan: WrittenPlan, at: Date): Promise<StoredPlan | undefined>;
  /** Ends a generation that came to nothing; one that was cancelled stays so. `uncount` takes it off its day. Ending twice is fine. */
  giveUp(claim: Claim, options: { uncount: boolean }): Promise<void>;
  /** Cancels what runs at `at` under this request. → its kinds */
  cancel(userId: string, requestId: string, at: Date): Promise<PlanKind[]>;
  /** The last generation of each kind as it is at `at`, and how many were counted for this day. */
  generations(userId: string, localDate: string, at: Date): Promise<{ latest: Generation[]; begun: number }>;
  /** Newest first; at the same instant the higher id first. */
  page(userId: string, kind: PlanKind, ask: { limit: number; after?: Place | undefined }): Promise<Page<PlanSummary>>;
  byId(id: string): Promise<StoredPlan | undefined>;
  /** Puts another content in its place. undefined: it was changed or removed since it was read. */
  change(plan: Owned<StoredPlan>, to: WrittenPlan): Promise<StoredPlan | undefined>;
  /** Gives it this token if it has none. → the token that it has; undefined: it was removed meanwhile. */
  share(plan: Owned<StoredPlan>, token: string): Promise<string | undefined>;
  unshare(plan: Owned<StoredPlan>): Promise<void>;
  byShareToken(token: string): Promise<StoredPlan | undefined>;
  remove(plan: Owned<StoredPlan>): Promise<void>;
}

/** How names of exercises are compared. */
export { fold as foldName } from '@trainer/coach/sets';

export type { Exercise, ImportReceipt, LoggedExercise, Progress, Stats, User, Workout };
