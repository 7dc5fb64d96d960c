import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { addDays, daysBetween } from '@trainer/coach/days';

/** Unbroken runs of days, or of weeks named by their Mondays. */
export interface Runs {
  add(userId: string, date: string): void;
  remove(userId: string, date: string): void;
  /** Length of the run up to `today`, or up to the one before while `today` is not in one. */
  upTo(userId: string, today: string): number;
  longest(userId: string): number;
}

interface Run {
  first: string;
  last: string;
}

/**
 * Runs as rows `first … last`: a day more or less touches at most three of them, however long the history.
 * @param step days from one to the next: 1 or 7
 */
export function runRows(db: DatabaseSyncInstance, kind: 'day' | 'week', step: 1 | 7): Runs {
  const begunBy = db.prepare(
    `SELECT first, last FROM runs WHERE user_id = ? AND kind = '${kind}' AND first <= ? ORDER BY first DESC LIMIT 1`,
  );
  const beginsAt = db.prepare(`SELECT first, last FROM runs WHERE user_id = ? AND kind = '${kind}' AND first = ?`);
  const insert = db.prepare(`INSERT INTO runs (user_id, kind, first, last, length) VALUES (?, '${kind}', ?, ?, ?)`);
  const remove = db.prepare(`DELETE FROM runs WHERE user_id = ? AND kind = '${kind}' AND first = ?`);
  const longest = db.prepare(
    `SELECT length FROM runs WHERE user_id = ? AND kind = '${kind}' ORDER BY length DESC LIMIT 1`,
  );

  const lengthOf = (first: string, last: string) => daysBetween(first, last) / step + 1;
  const before = (date: string) => addDays(date, -step);
  const after = (date: string) => addDays(date, step);
  const put = (userId: string, first: string, last: string) => {
    if (first <= last) insert.run(userId, first, last, lengthOf(first, last));
  };

  return {
    add(userId, date) {
      const left = begunBy.get(userId, date) as Run | undefined;
      if (left && left.last >= date) return;
      const right = beginsAt.get(userId, after(date)) as Run | undefined;
      const joinsLeft = left?.last === before(date);
      if (joinsLeft) remove.run(userId, left.first);
      if (right) remove.run(userId, right.first);
      put(userId, joinsLeft ? left.first : date, right?.last ?? date);
    },

    remove(userId, date) {
      const run = begunBy.get(userId, date) as Run | undefined;
      if (!run || run.last < date) return;
      remove.run(userId, run.first);
      put(userId, run.first, before(date));
      put(userId, after(date), run.last);
    },

    upTo(userId, today) {
      const run = begunBy.get(userId, today) as Run | undefined;
      if (!run || run.last < before(today)) return 0;
      return lengthOf(run.first, run.last < today ? run.last : today);
    },

    longest: (userId) => (longest.get(userId) as { length: number } | undefined)?.length ?? 0,
  };
}
