import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { weekOf } from '@trainer/coach/days';
import { PLANNED_A_WEEK } from '@trainer/coach/streak';
import type { Progress, Stats } from '@trainer/contract/types';
import {
  CALENDAR_DAYS,
  type Counted,
  countedOf,
  type Day,
  firstDay,
  NO_TOTALS,
  PROGRESS_DAYS,
  progressOf,
  statsOf,
  type Totals,
} from '../../figures.ts';
import { recordRows, type Records } from './records.ts';
import { runRows } from './runs.ts';

/** The rows that are kept with each change, so that no question scans a history. All of it runs inside a write. */
export interface FigureRows {
  readonly records: Records;
  add(userId: string, workout: Counted): void;
  takeAway(userId: string, workout: Counted): void;
  /** Once for each change that a screen may show. */
  nextVersion(userId: string): void;
  progress(userId: string, today: string): Progress;
  stats(userId: string, today: string): Stats;
  /** Works days, weeks, runs, totals and records out anew. */
  rebuild(userId: string): void;
}

export function figureRows(db: DatabaseSyncInstance): FigureRows {
  const days = runRows(db, 'day', 1);
  const weeks = runRows(db, 'week', 7);
  const records = recordRows(db);

  const changeDay =
    db.prepare(`INSERT INTO days (user_id, local_date, workouts, calories, minutes) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (user_id, local_date) DO UPDATE SET workouts = workouts + excluded.workouts, calories = calories + excluded.calories,
      minutes = minutes + excluded.minutes RETURNING workouts`);
  const changeWeek = db.prepare(`INSERT INTO weeks (user_id, week, workouts) VALUES (?, ?, ?)
    ON CONFLICT (user_id, week) DO UPDATE SET workouts = workouts + excluded.workouts RETURNING workouts`);
  const changeSummary =
    db.prepare(`INSERT INTO summaries (user_id, version, workouts, sets, volume, minutes, calories) VALUES (?, 0, ?, ?, ?, ?, ?)
    ON CONFLICT (user_id) DO UPDATE SET workouts = workouts + excluded.workouts, sets = sets + excluded.sets, volume = volume + excluded.volume,
      minutes = minutes + excluded.minutes, calories = calories + excluded.calories`);
  const raiseVersion =
    db.prepare(`INSERT INTO summaries (user_id, version, workouts, sets, volume, minutes, calories) VALUES (?, 1, 0, 0, 0, 0, 0)
    ON CONFLICT (user_id) DO UPDATE SET version = version + 1`);
  const removeDay = db.prepare('DELETE FROM days WHERE user_id = ? AND local_date = ?');
  const removeWeek = db.prepare('DELETE FROM weeks WHERE user_id = ? AND week = ?');
  const daysBetween = db.prepare(
    'SELECT local_date AS date, workouts, calories, minutes FROM days WHERE user_id = ? AND local_date BETWEEN ? AND ? ORDER BY local_date',
  );
  const summary = db.prepare('SELECT * FROM summaries WHERE user_id = ?');
  const lastDate = db.prepare('SELECT date FROM workouts WHERE user_id = ? ORDER BY date DESC LIMIT 1');
  const all = db.prepare(
    'SELECT local_date, total_duration, total_calories, sets, volume FROM workouts WHERE user_id = ?',
  );
  const clear = ['days', 'weeks', 'runs'].map((table) => db.prepare(`DELETE FROM ${table} WHERE user_id = ?`));
  const clearSummary = db.prepare(
    'UPDATE summaries SET workouts = 0, sets = 0, volume = 0, minutes = 0, calories = 0 WHERE user_id = ?',
  );

  function count(userId: string, workout: Counted, sign: 1 | -1): void {
    const { localDate, minutes, calories, volume, sets } = workout;
    const week = weekOf(localDate);
    const onDay = workoutsOf(changeDay.get(userId, localDate, sign, sign * calories, sign * minutes));
    const inWeek = workoutsOf(changeWeek.get(userId, week, sign));
    changeSummary.run(userId, sign, sign * sets, sign * volume, sign * minutes, sign * calories);
    if (sign > 0) {
      if (onDay === 1) days.add(userId, localDate);
      if (inWeek === PLANNED_A_WEEK) weeks.add(userId, week);
      return;
    }
    if (onDay === 0) {
      days.remove(userId, localDate);
      removeDay.run(userId, localDate);
    }
    if (inWeek === PLANNED_A_WEEK - 1) weeks.remove(userId, week);
    if (inWeek === 0) removeWeek.run(userId, week);
  }

  const trained = (userId: string, length: number, today: string) =>
    daysBetween.all(userId, firstDay(today, length), today) as Day[];

  const totals = (userId: string) => (summary.get(userId) as Totals | undefined) ?? NO_TOTALS;

  return {
    records,
    add: (userId, workout) => {
      count(userId, workout, 1);
    },
    takeAway: (userId, workout) => {
      count(userId, workout, -1);
    },
    nextVersion: (userId) => void raiseVersion.run(userId),

    progress: (userId, today) =>
      progressOf(
        {
          version: totals(userId).version,
          streak: days.upTo(userId, today),
          longestStreak: days.longest(userId),
          lastWorkoutAt: (lastDate.get(userId) as { date: string } | undefined)?.date ?? null,
        },
        trained(userId, PROGRESS_DAYS, today),
        today,
      ),

    stats: (userId, today) =>
      statsOf(
        totals(userId),
        {
          daily: days.upTo(userId, today),
          longest: days.longest(userId),
          weekly: weeks.upTo(userId, weekOf(today)),
        },
        trained(userId, CALENDAR_DAYS, today),
        records.of(userId),
        today,
      ),

    rebuild(userId) {
      for (const statement of clear) statement.run(userId);
      clearSummary.run(userId);
      for (const row of all.all(userId) as WorkoutRow[]) count(userId, countedOfRow(row), 1);
      records.rebuild(userId);
    },
  };
}

interface WorkoutRow {
  local_date: string;
  total_duration: number;
  total_calories: number;
  sets: number;
  volume: number;
}

/** A stored workout as the kept rows count it. */
export const countedOfRow = ({ local_date, total_duration, total_calories, sets, volume }: WorkoutRow): Counted =>
  countedOf({
    localDate: local_date,
    totalDuration: total_duration,
    totalCalories: total_calories,
    figures: { sets, volume },
  });

const workoutsOf = (row: unknown): number => (row as { workouts: number }).workouts;
