import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Message } from '@trainer/contract/types';
import { newId } from '../ids.ts';
import { byReader, threadOf } from '../threads.ts';
import type { Messages } from '../ports/messages.ts';
import type { Writer } from './writer.ts';

export interface MessageRow {
  id: string;
  from_id: string;
  to_id: string;
  client_id: string | null;
  text: string;
  created_at: string;
  read_at: string | null;
}

export function sqliteMessages(db: DatabaseSyncInstance, writer: Writer): Messages {
  const one = db.prepare('SELECT * FROM messages WHERE id = ?');
  const byClientId = db.prepare('SELECT * FROM messages WHERE from_id = ? AND client_id = ?');
  const insert = db.prepare(`INSERT INTO messages
    (id, thread, from_id, to_id, client_id, text, created_at, told) VALUES (?, ?, ?, ?, ?, ?, ?, 0)`);
  const putThread = db.prepare(`INSERT INTO threads (user_id, other_id, last_id) VALUES (?, ?, ?)
    ON CONFLICT (user_id, other_id) DO UPDATE SET last_id = excluded.last_id`);
  const older = db.prepare(
    'SELECT * FROM messages WHERE thread = ? AND (created_at, id) < (?, ?) ORDER BY created_at DESC, id DESC LIMIT ?',
  );
  const newer = db.prepare(
    'SELECT * FROM messages WHERE thread = ? AND (created_at, id) > (?, ?) ORDER BY created_at, id LIMIT ?',
  );
  const threads = db.prepare('SELECT other_id, last_id FROM threads WHERE user_id = ?');
  const unread = db.prepare(`SELECT from_id, count(*) AS unread FROM messages WHERE to_id = ? AND read_at IS NULL
    AND from_id IN (SELECT value FROM json_each(?)) GROUP BY from_id`);
  const read = db.prepare(
    'UPDATE messages SET read_at = ?, told = 1 WHERE to_id = ? AND from_id = ? AND read_at IS NULL AND created_at <= ?',
  );
  const untold = db.prepare('SELECT * FROM messages WHERE told = 0 AND created_at < ? ORDER BY created_at LIMIT ?');
  const tell = db.prepare('UPDATE messages SET told = 1 WHERE id IN (SELECT value FROM json_each(?))');

  const unreadOf = (to: string, from: readonly string[]) =>
    new Map(
      (unread.all(to, JSON.stringify(from)) as { from_id: string; unread: number }[]).map((row) => [
        row.from_id,
        row.unread,
      ]),
    );

  return {
    add: ({ from, to, text, clientId }, at) =>
      writer.write(() => {
        const known = clientId === null ? undefined : (byClientId.get(from, clientId) as MessageRow | undefined);
        if (known) return { message: toMessage(known), added: false };
        const id = newId(at);
        insert.run(id, threadOf(from, to), from, to, clientId, text, at.toISOString());
        putThread.run(from, to, id);
        putThread.run(to, from, id);
        return { message: toMessage(one.get(id) as MessageRow), added: true };
      }),
    page(person, other, { limit, from, direction }) {
      const [statement, date, id] =
        direction === 'older'
          ? [older, from?.date ?? LAST, from?.id ?? LAST]
          : [newer, from?.date ?? '', from?.id ?? ''];
      const rows = statement.all(threadOf(person, other), date, id, limit + 1) as MessageRow[];
      const items = rows.slice(0, limit).map(toMessage);
      const end = items.at(-1);
      return Promise.resolve({ items, next: rows.length > limit && end ? { date: end.createdAt, id: end._id } : null });
    },
    threads(userId) {
      const rows = threads.all(userId) as { other_id: string; last_id: string }[];
      const counts = unreadOf(
        userId,
        rows.map((row) => row.other_id),
      );
      const all = rows.map(({ other_id: other, last_id: last }) => ({
        with: other,
        last: toMessage(one.get(last) as MessageRow),
        unread: counts.get(other) ?? 0,
      }));
      return Promise.resolve(all.sort((a, b) => (a.last._id < b.last._id ? 1 : -1)));
    },
    read: (to, from, at) => writer.write(() => Number(read.run(at.toISOString(), to, from, at.toISOString()).changes)),
    unread: (to, from) => Promise.resolve(unreadOf(to, from)),
    untold: (before, limit) =>
      Promise.resolve(byReader((untold.all(before.toISOString(), limit) as MessageRow[]).map(toMessage))),
    told: (ids) => writer.write(() => void tell.run(JSON.stringify(ids))),
  };
}

/** Behind every date and id. */
const LAST = '~';

export const toMessage = (row: MessageRow): Message => ({
  _id: row.id,
  clientId: row.client_id,
  from: row.from_id,
  to: row.to_id,
  text: row.text,
  createdAt: row.created_at,
  readAt: row.read_at,
});
