import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Resets as ResetsPort } from '../ports/resets.ts';
import type { Tokens } from './tokens.ts';
import type { Writer } from './writer.ts';

export interface Resets extends ResetsPort {
  /** Ends all of a person's, inside a write that is under way. */
  removeOf(userId: string): void;
}

export function sqliteResets(db: DatabaseSyncInstance, writer: Writer, tokens: Pick<Tokens, 'removeOf'>): Resets {
  const insert = db.prepare(
    'INSERT INTO resets (token_hash, user_id, expires_at) SELECT ?, id, ? FROM users WHERE id = ?',
  );
  const holding = db.prepare('SELECT user_id FROM resets WHERE token_hash = ? AND expires_at > ?');
  const removeOf = db.prepare('DELETE FROM resets WHERE user_id = ?');
  const removeExpired = db.prepare('DELETE FROM resets WHERE expires_at <= ?');
  const setPassword = db.prepare('UPDATE users SET password_hash = ?, updated_at = ? WHERE id = ?');

  const holderOf = (tokenHash: string, now: Date) =>
    (holding.get(tokenHash, now.toISOString()) as { user_id: string } | undefined)?.user_id;
  return {
    add: (userId, tokenHash, expiresAt) =>
      writer.write(() => void insert.run(tokenHash, expiresAt.toISOString(), userId)),
    holding: (tokenHash, now) => Promise.resolve(holderOf(tokenHash, now)),
    use: (tokenHash, passwordHash, at) =>
      writer.write(() => {
        const userId = holderOf(tokenHash, at);
        if (userId === undefined) return undefined;
        setPassword.run(passwordHash, at.toISOString(), userId);
        removeOf.run(userId);
        return { userId, ended: tokens.removeOf(userId) };
      }),
    removeExpired: (now) => writer.write(() => void removeExpired.run(now.toISOString())),
    removeOf: (userId) => void removeOf.run(userId),
  };
}
