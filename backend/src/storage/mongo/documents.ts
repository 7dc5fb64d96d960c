import type { Exercise, MuscleGroup, Role, Workout } from '@trainer/contract/types';
import type { ObjectId } from 'mongodb';
import type { AccountDocument, WorkoutDocument } from '../documents.ts';
import type { Best } from '../port.ts';

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
