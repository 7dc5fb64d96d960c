import type { LoggedSet, Session, SessionExercise, SessionSet } from '@trainer/contract/types';
import { type LastTime, type LastTimes, lastTimesOf } from '../../last-times.ts';

/** What a trainer reads from a running workout. All of it follows from the session and from earlier workouts. */

export interface FeedLine {
  /** Of the set; of warm-up sets, that of the last one. */
  id: string;
  at: string;
  exercise: string;
  /** null: these many sets to warm up, which are not counted. */
  set: SessionSet | null;
  warmups: number;
  /** The same set of the last time. */
  before: LoggedBefore | undefined;
}
type LoggedBefore = Pick<LoggedSet, 'type' | 'reps' | 'weight' | 'duration' | 'distance'>;

const isWorking = ({ type }: Pick<LoggedSet, 'type'>): boolean => type !== 'warmup';
const working = ({ sets }: SessionExercise): SessionSet[] => sets.filter(isWorking);
const doneOf = (exercise: SessionExercise): SessionSet[] => working(exercise).filter((set) => set.done);

/** Set by set, the newest first; the sets to warm up of an exercise are one line. */
export function feedOf({ exercises }: Session, times: LastTimes): FeedLine[] {
  const lines = exercises.flatMap((exercise): FeedLine[] => {
    const last = workingSetsOf(lastTimesOf(times, exercise)[0]);
    const warmups = exercise.sets.filter((set) => !isWorking(set) && set.done);
    const latest = warmups.reduce<SessionSet | null>((found, set) => (found && found.at > set.at ? found : set), null);
    const common = { exercise: exercise.name, warmups: 0 };
    return [
      ...working(exercise).flatMap((set, i) =>
        set.done ? [{ ...common, id: set.setId, at: set.at, set, before: last[i] }] : [],
      ),
      ...(latest
        ? [{ ...common, id: latest.setId, at: latest.at, set: null, warmups: warmups.length, before: undefined }]
        : []),
    ];
  });
  return lines.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** kg × reps of the sets that are done and count. */
export const liftedOf = ({ exercises }: Session): number =>
  exercises.flatMap(doneOf).reduce((sum, set) => sum + (set.weight ?? 0) * (set.reps ?? 0), 0);

export interface ExerciseInWork {
  exercise: SessionExercise;
  /** From 1; beyond `of` where all are done. */
  set: number;
  of: number;
  next: SessionSet | undefined;
}

/** @param name as the glance has it */
export function inWork({ exercises }: Session, name: string | null): ExerciseInWork | null {
  const named = exercises.filter((exercise) => exercise.name === name);
  const exercise = named.find((one) => working(one).some((set) => !set.done)) ?? named[0];
  if (!exercise) return null;
  const done = doneOf(exercise).length;
  const of = Math.max(exercise.plannedSets ?? 0, working(exercise).length);
  return { exercise, set: Math.min(done + 1, of), of, next: working(exercise).find((set) => !set.done) };
}

export interface Planned {
  key: string;
  name: string;
  done: number;
  of: number;
  /** `skipped`: passed over by now; `missing`: planned for today and not in the workout. */
  is: 'done' | 'open' | 'skipped' | 'missing';
}

/**
 * Planned and done, in the order of the workout, then what the plans of the day have beside it.
 * @param planned what the trainer gave for today, all plans together
 */
export function plannedAndDone(
  { exercises }: Session,
  planned: readonly { exerciseId: string; name: string; sets: number }[],
): Planned[] {
  const reached = exercises.findLastIndex((exercise) => doneOf(exercise).length > 0);
  const rows = exercises.map((exercise, i): Planned => {
    const done = doneOf(exercise).length;
    const of = Math.max(exercise.plannedSets ?? 0, working(exercise).length);
    const is = done >= of && of > 0 ? 'done' : done === 0 && i < reached ? 'skipped' : 'open';
    return { key: exercise.key, name: exercise.name, done, of, is };
  });
  const there = new Set(exercises.map((exercise) => exercise.exerciseId));
  const missing = new Map<string, Planned>();
  for (const { exerciseId, name, sets } of planned) {
    const of = (missing.get(exerciseId)?.of ?? 0) + sets;
    if (!there.has(exerciseId)) missing.set(exerciseId, { key: exerciseId, name, done: 0, of, is: 'missing' });
  }
  return [...rows, ...missing.values()];
}

export interface Comparison {
  name: string;
  /** The day of the last time. */
  localDate: string;
  before: LoggedBefore[];
  today: SessionSet[];
}

/** To this set: what is done, beside as many sets of the last time. */
export function againstLastTime({ exercises }: Session, times: LastTimes): { rows: Comparison[]; aheadKg: number } {
  const rows = exercises.flatMap((exercise): Comparison[] => {
    const today = doneOf(exercise);
    const last = lastTimesOf(times, exercise)[0];
    if (!last || today.length === 0) return [];
    const before = workingSetsOf(last).slice(0, today.length);
    return [{ name: exercise.name, localDate: last.localDate, before, today }];
  });
  const volume = (sets: readonly Pick<LoggedBefore, 'reps' | 'weight'>[]) =>
    sets.reduce((sum, set) => sum + (set.weight ?? 0) * (set.reps ?? 0), 0);
  const aheadKg = rows.reduce((sum, row) => sum + volume(row.today) - volume(row.before), 0);
  return { rows, aheadKg: Math.round(aheadKg) };
}

const workingSetsOf = (time: LastTime | undefined): LoggedBefore[] => time?.sets.filter(isWorking) ?? [];
