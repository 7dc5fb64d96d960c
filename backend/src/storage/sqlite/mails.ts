import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { newId } from '../ids.ts';
import type { Mails, TakenMail } from '../ports/mails.ts';
import type { Writer } from './writer.ts';

interface Row {
  id: string;
  key: string;
  letter: string;
  attempts: number;
}

export function sqliteMails(db: DatabaseSyncInstance, writer: Writer): Mails {
  const insert = db.prepare(`INSERT INTO mails (id, key, letter, attempts, due_at, created_at)
    VALUES (:id, :key, :letter, 0, :at, :at) ON CONFLICT (key) DO NOTHING`);
  const due = db.prepare('SELECT id, key, letter, attempts FROM mails WHERE due_at <= ? ORDER BY due_at, id LIMIT ?');
  const take = db.prepare('UPDATE mails SET due_at = ?, attempts = attempts + 1 WHERE id = ?');
  const sent = db.prepare('UPDATE mails SET due_at = NULL, letter = NULL, failure = NULL, settled_at = ? WHERE id = ?');
  const putOff = db.prepare(
    'UPDATE mails SET due_at = ?, failure = ? WHERE id = ? AND attempts = ? AND due_at IS NOT NULL',
  );
  const giveUp = db.prepare(`UPDATE mails SET due_at = NULL, letter = NULL, failure = ?, settled_at = ?
    WHERE id = ? AND attempts = ? AND due_at IS NOT NULL`);
  const waiting = db.prepare("SELECT count(*) AS count FROM mails WHERE due_at >= ''");
  const removeBefore = db.prepare('DELETE FROM mails WHERE settled_at < ?');

  return {
    add: ({ key, letter }, at) =>
      writer.write(() => insert.run({ id: newId(at), key, letter, at: at.toISOString() }).changes > 0),
    take: (now, until, limit) =>
      writer.write(() =>
        (due.all(now.toISOString(), limit) as Row[]).map(({ id, key, letter, attempts }): TakenMail => {
          take.run(until.toISOString(), id);
          return { _id: id, key, letter, attempts: attempts + 1 };
        }),
      ),
    sent: (id, at) => writer.write(() => void sent.run(at.toISOString(), id)),
    failed: ({ _id, attempts }, why, again, at) =>
      writer.write(() => {
        if (again) putOff.run(again.toISOString(), why, _id, attempts);
        else giveUp.run(why, at.toISOString(), _id, attempts);
      }),
    waiting: () => Promise.resolve((waiting.get() as { count: number }).count),
    removeBefore: (before) => writer.write(() => void removeBefore.run(before.toISOString())),
  };
}
