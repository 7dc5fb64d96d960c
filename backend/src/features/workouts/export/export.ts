import { exerciseById } from '@trainer/coach/exercises';
import type { Exercise, LoggedExercise, LoggedSet, Workout } from '@trainer/contract/types';
import type { Account, Store } from '../../../storage/port.ts';
import { guarded, OWN_COLUMNS, OWN_EXERCISE, type OwnColumn } from './columns.ts';

type Row = Partial<Record<OwnColumn, Cell>>;
type Cell = string | number | boolean | null;

const COLUMNS = Object.keys(OWN_COLUMNS) as OwnColumn[];

/** Columns of words that people wrote; the others can't hold a formula. */
const WRITTEN: ReadonlySet<OwnColumn> = new Set(['name', 'mood', 'notes', 'exercise', 'exerciseNotes', 'setNotes']);

/**
 * The whole history as CSV (RFC 4180, UTF-8, CRLF), oldest first, a workout at a time; one row is one set.
 * Importing it gives the same history.
 */
export async function* exportCsv(
  store: Pick<Store, 'workouts' | 'exercises'>,
  account: Account,
): AsyncGenerator<string> {
  const own = new Map((await store.exercises.ownedBy([account._id])).map((exercise) => [exercise._id, exercise]));
  yield lineOf(COLUMNS.map((column) => OWN_COLUMNS[column]));
  for await (const workout of store.workouts.all(account._id)) {
    yield rowsOf(workout, own)
      .map((row) => lineOf(COLUMNS.map((column) => textOf(row[column] ?? null, WRITTEN.has(column)))))
      .join('');
  }
}

function rowsOf(workout: Workout, own: ReadonlyMap<string, Exercise>): Row[] {
  const rows: Row[] = [];
  workout.exercises.forEach((exercise, at) => {
    const sets: readonly (LoggedSet | null)[] = exercise.setLog.length > 0 ? exercise.setLog : [null];
    sets.forEach((set, setAt) => {
      const first = setAt === 0;
      rows.push({
        ...columnsOfWorkout(workout, rows.length === 0),
        number: at + 1,
        ...columnsOfExercise(exercise, own, first),
        ...(set && columnsOfSet(set)),
      });
    });
  });
  return rows;
}

const columnsOfWorkout = (workout: Workout, first: boolean): Row => ({
  workout: workout._id,
  date: workout.date,
  localDate: workout.localDate,
  name: workout.name,
  minutes: workout.totalDuration,
  calories: workout.totalCalories,
  caloriesEstimated: workout.caloriesEstimated,
  intensity: workout.intensity,
  mood: workout.mood,
  notes: first ? workout.notes : null,
});

function columnsOfExercise(logged: LoggedExercise, own: ReadonlyMap<string, Exercise>, first: boolean): Row {
  const id = logged.exerciseId ?? '';
  const exercise = exerciseById(id) ?? own.get(id);
  return {
    exercise: logged.name,
    known: exercise ? (exercise.slug ?? OWN_EXERCISE) : null,
    muscleGroup: exercise?.muscleGroup ?? null,
    tracking: exercise?.tracking ?? null,
    superset: logged.superset,
    exerciseNotes: first ? logged.note : null,
    exerciseSets: logged.sets,
    exerciseReps: logged.reps,
    exerciseWeight: logged.weight,
    exerciseMinutes: logged.duration,
  };
}

const columnsOfSet = (set: LoggedSet): Row => ({
  type: set.type,
  reps: set.reps,
  weight: set.weight,
  seconds: set.duration,
  distance: set.distance,
  rpe: set.rpe,
  rest: set.restSeconds,
  setNotes: set.note,
});

function textOf(cell: Cell, written: boolean): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return written ? guarded(String(cell)) : String(cell);
}

const lineOf = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** Quotes where RFC 4180 asks for them, and where spaces would be lost on the way. */
const quoted = (text: string): string => (/[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
