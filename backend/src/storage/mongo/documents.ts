import type { Glance } from '@trainer/coach/running/glance';
import type {
  Exercise,
  MuscleGroup,
  PlanKind,
  PlanStatus,
  PlanWriterName,
  Role,
  Share,
  Workout,
} from '@trainer/contract/types';
import type { ObjectId } from 'mongodb';
import type { AccountDocument, AssignedPlanDocument, PlanDocument, WorkoutDocument } from '../documents.ts';
import type { Stretch } from '../planned.ts';
import type { Best, Generation } from '../port.ts';
import type { RunningDocument } from '../running.ts';

/** A document of each collection. `v` is the version of the shape that a chain of upgrades reads. */

export interface UserDocument extends AccountDocument {
  _id: ObjectId;
  username: string;
  usernameFolded: string;
  email: string;
  emailFolded: string;
  role: Role;
  passwordHash: string;
  trainerId: ObjectId | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface TokenDocument {
  /** `jti` of the JWT */
  _id: string;
  userId: ObjectId;
  expiresAt: Date;
}

export interface WeightDocument {
  _id: ObjectId;
  user: ObjectId;
  localDate: string;
  /** kg */
  weight: number;
  createdAt: Date;
}

export interface ExerciseDocument {
  _id: ObjectId;
  slug: string | null;
  /** null: it is built in. */
  owner: ObjectId | null;
  nameFolded: string;
  muscleGroup: MuscleGroup;
  /** Among the built-in ones. */
  position: number;
  importId: ObjectId | null;
  /** Of what a person made by themselves; absent in documents from before. */
  clientId?: string | null;
  /** The file in GridFS that is its animation. */
  gif?: ObjectId | null;
  exercise: Exercise;
}

export interface ImportDocument {
  _id: ObjectId;
  user: ObjectId;
  /** false while it is being stored or taken back. */
  whole: boolean;
  /** When its server last did something for it, by the database's clock: a half that stands still was left by a crash. */
  beatAt: Date;
  createdAt: Date;
}

export interface WorkoutRecord
  extends
    WorkoutDocument,
    Pick<
      Workout,
      | 'name'
      | 'localDate'
      | 'totalDuration'
      | 'totalCalories'
      | 'caloriesEstimated'
      | 'intensity'
      | 'mood'
      | 'notes'
      | 'source'
    > {
  _id: ObjectId;
  user: ObjectId;
  clientId: string | null;
  importId: ObjectId | null;
  importKey: string | null;
  date: Date;
  sets: number;
  /** kg × reps */
  volume: number;
  createdAt: Date;
  updatedAt: Date;
}

/** A running or ended workout. */
export interface RunningRecord {
  _id: ObjectId;
  user: ObjectId;
  sessionId: string;
  runs: boolean;
  /** Finished, and its workout is not stored as it stands. */
  unmade: boolean;
  /** When it ended, or was first heard of. */
  since: Date;
  /** What of it is seen at a glance, while it runs. */
  glance: Glance | null;
  document: RunningDocument;
}

export interface InviteDocument {
  _id: ObjectId;
  trainer: ObjectId;
  email: string;
  emailFolded: string;
  code: string;
  codeHash: string;
  clientId: string | null;
  expiresAt: Date;
  createdAt: Date;
}

/** Who coaches a member, whose id it has. `users.trainerId` is kept in the same transaction. */
export interface LinkDocument {
  _id: ObjectId;
  trainer: ObjectId;
  since: Date;
  share: Share;
  until: string | null;
  note: string | null;
  noteAt: Date | null;
}

export interface AssignedPlanRecord extends AssignedPlanDocument {
  _id: ObjectId;
  trainer: ObjectId;
  member: ObjectId;
  clientId: string | null;
  /** The days that it plans, those of what it was before among them. */
  planned: Stretch[];
  lastDay: string;
  /** It was taken back, and is kept for what it had planned. */
  removed: boolean;
  createdAt: Date;
  updatedAt: Date;
}

export interface MessageDocument {
  _id: ObjectId;
  /** Both people, the lower id first. */
  thread: string;
  from: ObjectId;
  to: ObjectId;
  clientId: string | null;
  text: string;
  createdAt: Date;
  readAt: Date | null;
  /** A mail told of it, or it needs none. */
  told: boolean;
}

/** The last message of a thread, once for each of the two. */
export interface ThreadDocument {
  _id: ObjectId;
  user: ObjectId;
  other: ObjectId;
  last: ObjectId;
}

/** A mail that waits, or the key of one that was sent or given up. */
export interface MailDocument {
  _id: ObjectId;
  key: string;
  /** null once it is sent or given up. */
  letter: string | null;
  attempts: number;
  waiting: boolean;
  dueAt: Date;
  failure: string | null;
  settledAt: Date | null;
  createdAt: Date;
}

export interface ResetDocument {
  /** The hash of the token in the link. */
  _id: string;
  userId: ObjectId;
  expiresAt: Date;
}

/** The best set of one exercise in one workout. */
export interface BestDocument extends Best {
  _id: ObjectId;
  user: ObjectId;
  workout: ObjectId;
  localDate: string;
}

/**
 * What is kept up to date with each change of a member's workouts. All kinds lie in one collection, so that the 30 days,
 * the streak and the totals come in one round trip. Minutes, calories and volume are whole hundredths.
 */
export type FigureDocument = { user: ObjectId } & (SummaryFigure | DayFigure | WeekFigure | RunFigure | RecordFigure);

/** Behind every day, so that one range of the index holds the totals and the latest days. */
export const TOTALS_AT = 'total' as const;

export interface SummaryFigure {
  kind: 'summary';
  at: typeof TOTALS_AT;
  version: number;
  workouts: number;
  sets: number;
  volume: number;
  minutes: number;
  calories: number;
  /** Days of the longest run of days. */
  longest: number;
  lastDate: Date | null;
}

export interface DayFigure {
  kind: 'day';
  /** The local day. */
  at: string;
  workouts: number;
  minutes: number;
  calories: number;
}

export interface WeekFigure {
  kind: 'week';
  /** Its Monday. */
  at: string;
  workouts: number;
}

/** Days with a workout, or weeks that met the plan, as an unbroken run. */
export interface RunFigure {
  kind: 'dayRun' | 'weekRun';
  /** The last of the run: those that matter today are found at the end of the index. */
  at: string;
  first: string;
  length: number;
}

export interface RecordFigure {
  kind: 'record';
  /** `weight/` or `reps/`, and the key of the exercise. */
  at: string;
  name: string;
  slug: string | null;
  value: number;
  reps: number | null;
  workout: ObjectId;
  localDate: string;
}

export interface PlanRecord extends PlanDocument {
  _id: ObjectId;
  user: ObjectId;
  kind: PlanKind;
  requestId: string;
  version: number;
  shareToken: string | null;
  createdAt: Date;
  /** What lists show, so that they need not read the plan itself. */
  title: string;
  summary: string;
  writer: PlanWriterName;
  status: PlanStatus;
}

/** The last generation of a kind, or how many began on a day, so that both come in one round trip. */
export type GenerationDocument = { _id: ObjectId; user: ObjectId } & (RunDocument | BegunDocument);

export const LAST = 'last' as const;

export interface RunDocument {
  kind: PlanKind;
  at: typeof LAST;
  requestId: string;
  state: Generation['state'];
  /** null once its server is done with it. */
  claim: string | null;
  until: Date;
}

export interface BegunDocument {
  kind: 'day';
  /** The local day. */
  at: string;
  begun: number;
}
