import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { DEFAULTS, foldEmail, foldUsername, given, inShort, NOBODY } from '../accounts.ts';
import { newId } from '../ids.ts';
import type { Account, Taken, Users } from '../port.ts';
import { readAccount, writeAccount } from './documents.ts';
import type { Resets } from './resets.ts';
import type { Tokens } from './tokens.ts';
import type { WeightRows } from './weights.ts';
import type { Writer } from './writer.ts';

export interface UserRow {
  id: string;
  username: string;
  email: string;
  role: Account['role'];
  password_hash: string;
  document: string;
  trainer_id: string | null;
  created_at: string;
  updated_at: string;
}

export function sqliteUsers(
  db: DatabaseSyncInstance,
  writer: Writer,
  rows: { tokens: Pick<Tokens, 'removeOf'>; resets: Pick<Resets, 'removeOf'>; weights: WeightRows },
): Users {
  const byId = db.prepare('SELECT * FROM users WHERE id = ?');
  const byIds = db.prepare('SELECT * FROM users WHERE id IN (SELECT value FROM json_each(?))');
  const byEmail = db.prepare('SELECT * FROM users WHERE email_folded = ?');
  const byUsername = db.prepare('SELECT id FROM users WHERE username_folded = ?');
  const clientsOf = db.prepare('SELECT id FROM users WHERE trainer_id = ? ORDER BY id');
  const insert =
    db.prepare(`INSERT INTO users (id, username, username_folded, email, email_folded, role, password_hash, document, created_at, updated_at)
    VALUES (:id, :username, :usernameFolded, :email, :emailFolded, :role, :passwordHash, :document, :at, :at)`);
  const update = db.prepare(
    'UPDATE users SET username = :username, username_folded = :usernameFolded, document = :document, updated_at = :at WHERE id = :id',
  );
  const updatePassword = db.prepare('UPDATE users SET password_hash = ?, updated_at = ? WHERE id = ?');

  const read = (row: UserRow | undefined): Account | undefined =>
    row &&
    toAccount(
      row,
      (clientsOf.all(row.id) as { id: string }[]).map((client) => client.id),
    );
  const find = (id: string) => read(byId.get(id) as UserRow | undefined);

  return {
    add: (account, at) =>
      writer.write((): Account | Taken => {
        const [usernameFolded, emailFolded] = [foldUsername(account.username), foldEmail(account.email)];
        if (byEmail.get(emailFolded)) return { taken: 'email' };
        if (byUsername.get(usernameFolded)) return { taken: 'username' };
        const { username, email, role, passwordHash, timeZone } = account;
        const id = newId(at);
        const document = writeAccount({ profile: NOBODY, settings: { ...DEFAULTS, timeZone } });
        insert.run({
          id,
          username,
          usernameFolded,
          email,
          emailFolded,
          role,
          passwordHash,
          document,
          at: at.toISOString(),
        });
        return find(id) as Account;
      }),

    byId: (id) => Promise.resolve(find(id)),
    byIds: (ids) =>
      Promise.resolve((byIds.all(JSON.stringify(ids)) as UserRow[]).map((row) => inShort(toAccount(row, [])))),
    timeZone: (id) => Promise.resolve(find(id)?.settings.timeZone),
    byEmail: (email) => Promise.resolve(read(byEmail.get(foldEmail(email)) as UserRow | undefined)),

    change: (id, change, at, on) =>
      writer.write((): Account | Taken | undefined => {
        const account = find(id);
        if (!account) return undefined;
        const username = change.username ?? account.username;
        const usernameFolded = foldUsername(username);
        const holder = byUsername.get(usernameFolded) as { id: string } | undefined;
        if (holder && holder.id !== id) return { taken: 'username' };
        const profile = { ...account.profile, ...given(change.profile) };
        if (change.profile?.weight !== undefined) {
          rows.weights.put(id, on, change.profile.weight, at);
          profile.weight = rows.weights.newest(id);
        }
        const document = writeAccount({ profile, settings: { ...account.settings, ...given(change.settings) } });
        update.run({ id, username, usernameFolded, document, at: at.toISOString() });
        return find(id);
      }),

    changePassword: (id, passwordHash, at) =>
      writer.write(() => {
        if (updatePassword.run(passwordHash, at.toISOString(), id).changes === 0) return undefined;
        rows.resets.removeOf(id);
        return rows.tokens.removeOf(id);
      }),
  };
}

/** Sets `profile.weight`, inside a write that is under way. */
export function profileWeightSetter(db: DatabaseSyncInstance): (userId: string, weight: number | null) => void {
  const document = db.prepare('SELECT document FROM users WHERE id = ?');
  const update = db.prepare('UPDATE users SET document = ? WHERE id = ?');
  return (userId, weight) => {
    const row = document.get(userId) as { document: string } | undefined;
    if (!row) return;
    const { profile, settings } = readAccount(row.document);
    update.run(writeAccount({ profile: { ...profile, weight }, settings }), userId);
  };
}

export function toAccount(row: UserRow, assignedClients: string[]): Account {
  const { profile, settings } = readAccount(row.document);
  return {
    _id: row.id,
    username: row.username,
    email: row.email,
    role: row.role,
    passwordHash: row.password_hash,
    profile,
    settings,
    trainerId: row.trainer_id,
    assignedClients,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
