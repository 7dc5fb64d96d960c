import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Tokens as TokensPort } from '../port.ts';
import type { Writer } from './writer.ts';

interface Row {
  id: string;
  user_id: string;
  expires_at: string;
}

export interface Tokens extends TokensPort {
  /** Ends all of a person's, inside a write that is under way. → their ids */
  removeOf(userId: string): string[];
}

export function sqliteTokens(db: DatabaseSyncInstance, writer: Writer): Tokens {
  const insert = db.prepare('INSERT INTO tokens (id, user_id, expires_at) VALUES (?, ?, ?)');
  const holding = db.prepare('SELECT * FROM tokens WHERE id = ? AND expires_at > ?');
  const holdingOf = db.prepare('SELECT id FROM tokens WHERE id IN (SELECT value FROM json_each(?)) AND expires_at > ?');
  const remove = db.prepare('DELETE FROM tokens WHERE id = ?');
  const removeOf = db.prepare('DELETE FROM tokens WHERE user_id = ? RETURNING id');
  const removeExpired = db.prepare('DELETE FROM tokens WHERE expires_at <= ?');

  const endAll = (userId: string) => (removeOf.all(userId) as { id: string }[]).map((row) => row.id);
  return {
    add: ({ id, userId, expiresAt }) => writer.write(() => void insert.run(id, userId, expiresAt.toISOString())),
    holding(id, now) {
      const row = holding.get(id, now.toISOString()) as Row | undefined;
      return Promise.resolve(row && { id: row.id, userId: row.user_id, expiresAt: new Date(row.expires_at) });
    },
    notHolding(ids, now) {
      const rows = holdingOf.all(JSON.stringify(ids), now.toISOString()) as { id: string }[];
      const holds = new Set(rows.map((row) => row.id));
      return Promise.resolve(ids.filter((id) => !holds.has(id)));
    },
    end: (id) => writer.write(() => void remove.run(id)),
    endAllOf: (userId) => writer.write(() => endAll(userId)),
    removeExpired: (now) => writer.write(() => void removeExpired.run(now.toISOString())),
    removeOf: endAll,
  };
}
