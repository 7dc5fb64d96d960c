import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { BodyWeight } from '@trainer/contract/types';
import { newId } from '../ids.ts';
import type { StoredWeight, Weights } from '../port.ts';
import type { Writer } from './writer.ts';

interface Row {
  id: string;
  user_id: string;
  local_date: string;
  weight: number;
  created_at: string;
}

/** The rows themselves, for use inside a write that is under way. */
export interface WeightRows {
  put(userId: string, localDate: string, weight: number, at: Date): { weight: BodyWeight; added: boolean };
  /** kg of the newest day, or null. */
  newest(userId: string): number | null;
}

export function weightRows(db: DatabaseSyncInstance): WeightRows {
  const onDay = db.prepare('SELECT id FROM weights WHERE user_id = ? AND local_date = ?');
  const upsert = db.prepare(`INSERT INTO weights (id, user_id, local_date, weight, created_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (user_id, local_date) DO UPDATE SET weight = excluded.weight RETURNING *`);
  const newest = db.prepare('SELECT weight FROM weights WHERE user_id = ? ORDER BY local_date DESC LIMIT 1');
  return {
    put(userId, localDate, weight, at) {
      const added = onDay.get(userId, localDate) === undefined;
      const [row] = upsert.all(newId(at), userId, localDate, weight, at.toISOString()) as [Row];
      return { weight: toBodyWeight(row), added };
    },
    newest: (userId) => (newest.get(userId) as { weight: number } | undefined)?.weight ?? null,
  };
}

export function sqliteWeights(
  db: DatabaseSyncInstance,
  writer: Writer,
  rows: WeightRows,
  setProfileWeight: (userId: string, weight: number | null) => void,
): Weights {
  const all = db.prepare('SELECT * FROM weights WHERE user_id = ? ORDER BY local_date DESC');
  const byId = db.prepare('SELECT * FROM weights WHERE id = ?');
  const remove = db.prepare('DELETE FROM weights WHERE id = ?');
  return {
    put: (userId, localDate, weight, at) =>
      writer.write(() => {
        const result = rows.put(userId, localDate, weight, at);
        setProfileWeight(userId, rows.newest(userId));
        return result;
      }),
    of: (userId) => Promise.resolve((all.all(userId) as Row[]).map(toBodyWeight)),
    byId(id) {
      const row = byId.get(id) as Row | undefined;
      return Promise.resolve<StoredWeight | undefined>(row && { ...toBodyWeight(row), user: row.user_id });
    },
    remove: (weight) =>
      writer.write(() => {
        remove.run(weight._id);
        setProfileWeight(weight.user, rows.newest(weight.user));
      }),
  };
}

const toBodyWeight = (row: Row): BodyWeight => ({
  _id: row.id,
  localDate: row.local_date,
  weight: row.weight,
  createdAt: row.created_at,
});
