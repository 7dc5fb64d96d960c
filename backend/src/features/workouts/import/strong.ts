import type { LoggedSet, SetType, WeightUnit } from '@trainer/contract/types';
import { type ColumnNames, columnsOf } from './columns.ts';
import { clean } from './decode.ts';
import type { Dialect, Reader } from './dialects.ts';
import { nameIn, wallClockIn } from './cells.ts';
import { Unreadable, type WorkoutHead } from './rows.ts';
import { type DistanceUnit, kilograms, meters, minutesIn, numberIn, rpeIn, shown, wholeNumberIn } from './units.ts';

type Column =
  | 'date'
  | 'workout'
  | 'duration'
  | 'exercise'
  | 'order'
  | 'weight'
  | 'weightUnit'
  | 'reps'
  | 'distance'
  | 'distanceUnit'
  | 'seconds'
  | 'notes'
  | 'workoutNotes'
  | 'rpe';

/** Every English layout from 2016 on. */
const NAMES: ColumnNames<Column> = {
  date: ['date'],
  workout: ['workout name'],
  duration: ['duration', 'workout duration', 'duration (sec)'],
  exercise: ['exercise name'],
  order: ['set order'],
  weight: ['weight', 'kg', 'lbs', 'weight (kg)', 'weight (lbs)'],
  weightUnit: ['weight unit'],
  reps: ['reps'],
  distance: ['distance', 'km', 'mi.', 'distance (meters)'],
  distanceUnit: ['distance unit'],
  seconds: ['seconds'],
  notes: ['notes'],
  workoutNotes: ['workout notes'],
  rpe: ['rpe'],
};

/** Units that the name of a column says. */
const WEIGHT_IN = new Map<string, WeightUnit>([
  ['kg', 'kg'],
  ['lbs', 'lb'],
  ['weight (kg)', 'kg'],
  ['weight (lbs)', 'lb'],
]);
const DISTANCE_IN = new Map<string, DistanceUnit>([
  ['km', 'km'],
  ['mi.', 'mi'],
  ['distance (meters)', 'm'],
]);

/** Units that a row says. */
const WEIGHT_UNITS = new Map<string, WeightUnit>([
  ['kg', 'kg'],
  ['kgs', 'kg'],
  ['lb', 'lb'],
  ['lbs', 'lb'],
]);
const DISTANCE_UNITS = new Map<string, DistanceUnit>([
  ['km', 'km'],
  ['mi', 'mi'],
  ['mi.', 'mi'],
  ['miles', 'mi'],
  ['m', 'm'],
]);

/** Set orders that are no number. */
const SET_TYPES = new Map<string, SetType>([
  ['w', 'warmup'],
  ['d', 'drop'],
  ['f', 'failure'],
]);

const NEEDED = ['date', 'exercise', 'order', 'weight', 'reps'] as const;
const MAY_BE_BLANK = ['duration', 'weightUnit', 'distanceUnit', 'notes', 'workoutNotes', 'rpe'] as const;

/** Strong: one row is one set; the date is the start of the workout on the member's wall, and the same on each of its rows. */
export const strong: Dialect = {
  name: 'strong',
  looksLike: 'Strong (Date, Workout Name, Exercise Name, Set Order, Weight, Reps)',
  open(header) {
    const columns = columnsOf(header, NAMES, MAY_BE_BLANK);
    if (!NEEDED.every((column) => columns.has(column))) return undefined;
    const unit = WEIGHT_IN.get(columns.nameOf('weight') ?? '') ?? null;
    const distanceUnit = DISTANCE_IN.get(columns.nameOf('distance') ?? '');

    const read: Reader['read'] = (record, fallback) => {
      const cell = columns.cells(record);
      const stated = unit ?? unitIn(cell('weightUnit'), WEIGHT_UNITS, 'unit of the weight');
      const weightUnit = stated ?? fallback;
      const about = {
        workout: workoutOf(cell),
        exercise: { name: nameIn(cell('exercise')), note: null, superset: null },
        unit: stated,
      };
      const order = cell('order').trim().toLowerCase();
      if (order === 'rest timer') return { kind: 'rest', ...about, seconds: numberIn(cell('seconds'), 'rest') };
      if (order === 'note') return { kind: 'note', ...about, text: clean(cell('notes')) || null };
      const type = SET_TYPES.get(order);
      if (!type && !/^\d+(?:\.0+)?$/.test(order)) {
        throw new Unreadable(`The set order “${shown(order)}” is neither a number nor W, D, F, Rest Timer or Note.`);
      }
      return {
        kind: 'set',
        ...about,
        order: type ? null : Number(order),
        set: withoutZeros({
          type: type ?? 'normal',
          reps: wholeNumberIn(cell('reps'), 'number of reps'),
          weight: kilogramsIn(cell('weight'), weightUnit),
          duration: numberIn(cell('seconds'), 'number of seconds'),
          distance: metersIn(
            cell('distance'),
            // Without a word on it, distance follows the choice made for weights.
            distanceUnit ??
              unitIn(cell('distanceUnit'), DISTANCE_UNITS, 'unit of the distance') ??
              (weightUnit === 'kg' ? 'km' : 'mi'),
          ),
          rpe: rpeIn(cell('rpe')),
          restSeconds: null,
          note: clean(cell('notes')) || null,
        }),
      };
    };
    return { unit, read };
  },
};

function workoutOf(cell: (column: Column) => string): WorkoutHead {
  const local = wallClockIn(cell('date'));
  const name = clean(cell('workout'));
  return {
    key: `strong|${local}|${name}`,
    name,
    start: { local },
    minutes: minutesIn(cell('duration')),
    notes: clean(cell('workoutNotes')) || null,
  };
}

/** Zero stands for “does not apply”, save for reps under a load that did not go up. */
function withoutZeros(set: LoggedSet): LoggedSet {
  const [weight, duration, distance] = [set.weight || null, set.duration || null, set.distance || null];
  const failed = set.reps === 0 && weight !== null && duration === null && distance === null;
  return { ...set, weight, duration, distance, reps: failed ? 0 : set.reps || null };
}

function kilogramsIn(cell: string, unit: WeightUnit): number | null {
  const value = numberIn(cell, 'weight');
  return value === null ? null : kilograms(value, unit);
}

function metersIn(cell: string, unit: DistanceUnit): number | null {
  const value = numberIn(cell, 'distance');
  return value === null ? null : meters(value, unit);
}

function unitIn<Unit>(cell: string, units: ReadonlyMap<string, Unit>, what: string): Unit | null {
  const text = cell.trim().toLowerCase();
  if (text === '') return null;
  const unit = units.get(text);
  if (unit === undefined) throw new Unreadable(`The ${what} “${shown(cell)}” is not one that we know.`);
  return unit;
}
