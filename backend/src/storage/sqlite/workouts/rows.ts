import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Workout } from '@trainer/contract/types';
import type { NewWorkout } from '../../port.ts';
import { readWorkout, writeWorkout } from '../documents.ts';

export interface WorkoutRow {
  id: string;
  user_id: string;
  client_id: string | null;
  import_id: string | null;
  name: string;
  date: string;
  local_date: string;
  document: string;
  total_duration: number;
  total_calories: number;
  calories_estimated: number;
  intensity: Workout['intensity'];
  mood: string | null;
  notes: string | null;
  source: Workout['source'];
  sets: number;
  volume: number;
  created_at: string;
  updated_at: string;
}

/** Where an imported workout came from. */
export interface Origin {
  importId: string | null;
  importKey: string | null;
}

/** Reading and writing the rows of `workouts`, each statement prepared once. */
export interface WorkoutRows {
  find(id: string): WorkoutRow | undefined;
  findByClientId(userId: string, clientId: string): WorkoutRow | undefined;
  insert(id: string, userId: string, workout: NewWorkout, at: Date, origin: Origin): void;
  update(id: string, workout: NewWorkout, at: Date): void;
  remove(id: string): void;
}

const FIELDS = [
  'name',
  'date',
  'local_date',
  'document',
  'total_duration',
  'total_calories',
  'calories_estimated',
  'intensity',
  'mood',
  'notes',
  'sets',
  'volume',
  'updated_at',
];

export function workoutRows(db: DatabaseSyncInstance): WorkoutRows {
  const find = db.prepare('SELECT * FROM workouts WHERE id = ?');
  const findByClientId = db.prepare('SELECT * FROM workouts WHERE user_id = ? AND client_id = ?');
  const insert =
    db.prepare(`INSERT INTO workouts (${FIELDS.join(', ')}, id, user_id, client_id, import_id, import_key, source, created_at)
    VALUES (${FIELDS.map(() => '?').join(', ')}, ?, ?, ?, ?, ?, ?, ?)`);
  const update = db.prepare(`UPDATE workouts SET ${FIELDS.map((field) => `${field} = ?`).join(', ')} WHERE id = ?`);
  const remove = db.prepare('DELETE FROM workouts WHERE id = ?');
  return {
    find: (id) => find.get(id) as WorkoutRow | undefined,
    findByClientId: (userId, clientId) => findByClientId.get(userId, clientId) as WorkoutRow | undefined,
    insert(id, userId, workout, at, { importId, importKey }) {
      insert.run(
        ...values(workout, at),
        id,
        userId,
        workout.clientId,
        importId,
        importKey,
        workout.source,
        at.toISOString(),
      );
    },
    update: (id, workout, at) => void update.run(...values(workout, at), id),
    remove: (id) => void remove.run(id),
  };
}

/** In the order of FIELDS. */
function values(workout: NewWorkout, at: Date): (string | number | null)[] {
  return [
    workout.name,
    workout.date,
    workout.localDate,
    writeWorkout(workout.exercises),
    workout.totalDuration,
    workout.totalCalories,
    workout.caloriesEstimated ? 1 : 0,
    workout.intensity,
    workout.mood,
    workout.notes,
    workout.figures.sets,
    workout.figures.volume,
    at.toISOString(),
  ];
}

export function toWorkout(row: WorkoutRow): Workout {
  return {
    _id: row.id,
    clientId: row.client_id,
    user: row.user_id,
    name: row.name,
    date: row.date,
    localDate: row.local_date,
    exercises: readWorkout(row.document).exercises,
    totalDuration: row.total_duration,
    totalCalories: row.total_calories,
    caloriesEstimated: row.calories_estimated === 1,
    intensity: row.intensity,
    mood: row.mood,
    notes: row.notes,
    source: row.source,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
