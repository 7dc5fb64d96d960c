import type { Workout } from '@trainer/contract/types';
import type { ObjectId } from 'mongodb';
import { upgradeWorkout } from '../../documents.ts';
import type { NewWorkout } from '../../port.ts';
import type { WorkoutRecord } from '../documents.ts';
import { wellFormed } from '../well-formed.ts';

/** Where an imported workout came from. */
export interface Origin {
  importId: ObjectId | null;
  importKey: string | null;
}

type Content = Omit<WorkoutRecord, '_id' | 'user' | 'clientId' | 'importId' | 'importKey' | 'source' | 'createdAt'>;

/** What of a stored workout a change replaces. */
export function contentOf(workout: NewWorkout, at: Date): Content {
  return wellFormed({
    v: 1 as const,
    name: workout.name,
    date: new Date(workout.date),
    localDate: workout.localDate,
    exercises: workout.exercises,
    totalDuration: workout.totalDuration,
    totalCalories: workout.totalCalories,
    caloriesEstimated: workout.caloriesEstimated,
    intensity: workout.intensity,
    mood: workout.mood,
    notes: workout.notes,
    sets: workout.figures.sets,
    volume: workout.figures.volume,
    updatedAt: at,
  });
}

export const toRecord = (
  _id: ObjectId,
  user: ObjectId,
  workout: NewWorkout,
  at: Date,
  { importId, importKey }: Origin,
): WorkoutRecord => ({
  ...contentOf(workout, at),
  ...wellFormed({ clientId: workout.clientId, importKey, source: workout.source }),
  _id,
  user,
  importId,
  createdAt: at,
});

export const toWorkout = (record: WorkoutRecord): Workout => ({
  _id: record._id.toHexString(),
  clientId: record.clientId,
  user: record.user.toHexString(),
  name: record.name,
  date: record.date.toISOString(),
  localDate: record.localDate,
  exercises: upgradeWorkout(record).exercises,
  totalDuration: record.totalDuration,
  totalCalories: record.totalCalories,
  caloriesEstimated: record.caloriesEstimated,
  intensity: record.intensity,
  mood: record.mood,
  notes: record.notes,
  source: record.source,
  createdAt: record.createdAt.toISOString(),
  updatedAt: record.updatedAt.toISOString(),
});
