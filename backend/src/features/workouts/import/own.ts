import { Exercise } from '@trainer/contract/exercises';
import type { LoggedSet } from '@trainer/contract/types';
import { SetType, Intensity } from '@trainer/contract/workouts';
import type { z } from 'zod';
import { OWN_COLUMNS, OWN_EXERCISE, type OwnColumn, unguarded } from '../export/columns.ts';
import { type ColumnNames, columnsOf } from './columns.ts';
import type { Dialect, Reader } from './dialects.ts';
import { type ExerciseHead, Unreadable, type WorkoutHead } from './rows.ts';
import { exactNumberIn, shown, wholeNumberIn } from './units.ts';

/** What the key of a workout begins with; its id follows. */
export const OWN_KEY = 'own|';

type Cell = (column: OwnColumn) => string;

const COLUMNS = Object.keys(OWN_COLUMNS) as OwnColumn[];
const NAMES = Object.fromEntries(
  COLUMNS.map((column) => [column, [OWN_COLUMNS[column].toLowerCase()]]),
) as unknown as ColumnNames<OwnColumn>;

/** What `export/` wrote. Everything is read as it stands there: nothing is trimmed, rounded or guessed. */
export const own: Dialect = {
  name: 'own',
  looksLike: `our own export (${COLUMNS.slice(0, 4)
    .map((column) => OWN_COLUMNS[column])
    .join(', ')}, and so on)`,
  open(header) {
    const columns = columnsOf(header, NAMES, ['setNotes']);
    if (!COLUMNS.every((column) => columns.has(column))) return undefined;
    const read: Reader['read'] = (record) => {
      const cell = columns.cells(record);
      return {
        kind: 'set',
        workout: workoutOf(cell),
        exercise: exerciseOf(cell),
        unit: 'kg',
        order: null,
        set: setOf(cell),
      };
    };
    return { unit: 'kg', read };
  },
};

function workoutOf(cell: Cell): WorkoutHead {
  return {
    key: `${OWN_KEY}${needed(cell('workout'), 'ID of the workout')}`,
    name: needed(cell('name'), 'name of the workout'),
    start: { instant: instantIn(cell('date')), localDate: dayIn(cell('localDate')) },
    minutes: exactNumberIn(cell('minutes'), 'duration of the workout'),
    notes: textIn(cell('notes')),
    stated: {
      calories: exactNumberIn(cell('calories'), 'energy'),
      caloriesEstimated: cell('caloriesEstimated') === 'yes',
      intensity: oneOf(Intensity, cell('intensity'), 'intensity'),
      mood: textIn(cell('mood')),
    },
  };
}

function exerciseOf(cell: Cell): ExerciseHead {
  const known = cell('known');
  return {
    name: needed(cell('exercise'), 'name of the exercise'),
    note: textIn(cell('exerciseNotes')),
    superset: wholeNumberIn(cell('superset'), 'superset'),
    stated: {
      number: wholeNumberIn(cell('number'), 'number of the exercise') ?? 0,
      slug: known === OWN_EXERCISE ? null : known || null,
      own:
        known === OWN_EXERCISE
          ? {
              muscleGroup: oneOf(Exercise.shape.muscleGroup, cell('muscleGroup'), 'muscle group'),
              tracking: oneOf(Exercise.shape.tracking, cell('tracking'), 'word for what is counted'),
            }
          : null,
      summary: {
        sets: setCountIn(cell('exerciseSets')),
        reps: wholeNumberIn(cell('exerciseReps'), 'number of reps'),
        weight: exactNumberIn(cell('exerciseWeight'), 'weight'),
        duration: exactNumberIn(cell('exerciseMinutes'), 'number of minutes'),
      },
    },
  };
}

function setOf(cell: Cell): LoggedSet | null {
  if (cell('type') === '') return null;
  return {
    type: oneOf(SetType, cell('type'), 'type of the set'),
    reps: wholeNumberIn(cell('reps'), 'number of reps'),
    weight: exactNumberIn(cell('weight'), 'weight'),
    duration: exactNumberIn(cell('seconds'), 'number of seconds'),
    distance: exactNumberIn(cell('distance'), 'distance'),
    rpe: exactNumberIn(cell('rpe'), 'RPE'),
    restSeconds: exactNumberIn(cell('rest'), 'rest'),
    note: textIn(cell('setNotes')),
  };
}

/** More than anybody does of one exercise; whoever reads the workout may go through them one by one. */
const MOST_SETS = 10_000;

function setCountIn(cell: string): number {
  const count = wholeNumberIn(cell, 'number of sets') ?? 0;
  if (count > MOST_SETS) throw new Unreadable(`The number of sets “${shown(cell)}” is too large.`);
  return count;
}

const textIn = (cell: string): string | null => unguarded(cell) || null;

function needed(cell: string, what: string): string {
  const text = unguarded(cell);
  if (text.trim() === '') throw new Unreadable(`The ${what} is missing.`);
  if (text.length > 120) throw new Unreadable(`The ${what} has more than 120 characters.`);
  return text;
}

function oneOf<T extends string>(choices: z.ZodType<T>, cell: string, what: string): T {
  const choice = choices.safeParse(cell);
  if (!choice.success) throw new Unreadable(`The ${what} “${shown(cell)}” is not one that we know.`);
  return choice.data;
}

function instantIn(cell: string): string {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/.test(cell) ? Date.parse(cell) : Number.NaN;
  if (Number.isNaN(time)) throw new Unreadable(`The start “${shown(cell)}” is not one like 2024-03-05T07:10:00Z.`);
  if (time < 0) throw new Unreadable(`The start “${shown(cell)}” lies before 1970.`);
  return new Date(time).toISOString();
}

function dayIn(cell: string): string {
  const time = /^\d{4}-\d\d-\d\d$/.test(cell) ? Date.parse(cell) : Number.NaN;
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(cell)) {
    throw new Unreadable(`The day “${shown(cell)}” is not one like 2024-03-05.`);
  }
  return cell;
}
