import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { foldEmail } from '../accounts.ts';
import { newId } from '../ids.ts';
import { type Coaching, type Invitation, type Link, SHARED_BY_DEFAULT } from '../ports/coaching.ts';
import type { Writer } from './writer.ts';

export interface InviteRow {
  id: string;
  trainer_id: string;
  email: string;
  code: string;
  client_id: string | null;
  expires_at: string;
  created_at: string;
}

export interface LinkRow {
  member_id: string;
  trainer_id: string;
  since: string;
  live: number;
  history: number;
  health: number;
  until: string | null;
  note: string | null;
  note_at: string | null;
}

export function sqliteCoaching(db: DatabaseSyncInstance, writer: Writer): Coaching {
  const invites = inviteStatements(db);
  const links = linkStatements(db);
  const setTrainer = db.prepare('UPDATE users SET trainer_id = ?, updated_at = ? WHERE id = ?');
  const isThere = db.prepare('SELECT 1 FROM users WHERE id = ?');
  const linkOf = (memberId: string) => linked(links.one.get(memberId) as LinkRow | undefined);

  return {
    invite: (given, at) =>
      writer.write(() => {
        const { trainerId, email, code, codeHash, clientId, expiresAt } = given;
        const known =
          clientId === null ? undefined : (invites.byClientId.get(trainerId, clientId) as InviteRow | undefined);
        if (known && known.expires_at > at.toISOString()) return { invite: toInvite(known), added: false };
        if (known) invites.remove.run(known.id);
        invites.removeOf.run(trainerId, foldEmail(email));
        const id = newId(at);
        invites.insert.run(
          id,
          trainerId,
          email,
          foldEmail(email),
          code,
          codeHash,
          clientId,
          expiresAt.toISOString(),
          at.toISOString(),
        );
        return { invite: toInvite(invites.one.get(id) as InviteRow), added: true };
      }),
    invitesBy: (trainerId, now) =>
      Promise.resolve((invites.by.all(trainerId, now.toISOString()) as InviteRow[]).map(toInvite)),
    invitesTo: (email, now) =>
      Promise.resolve((invites.to.all(foldEmail(email), now.toISOString()) as InviteRow[]).map(toInvite)),
    inviteById: (id) => Promise.resolve(invited(invites.one.get(id))),
    inviteByCode: (codeHash, now) => Promise.resolve(invited(invites.byCode.get(codeHash, now.toISOString()))),
    removeInvite: (id) => writer.write(() => invites.remove.run(id).changes > 0),

    accept: (inviteId, memberId, at) =>
      writer.write((): Link | 'gone' | 'has_trainer' => {
        const invite = invited(invites.one.get(inviteId));
        if (!invite || invite.expiresAt <= at.toISOString() || !isThere.get(memberId)) return 'gone';
        if (linkOf(memberId)) return 'has_trainer';
        const { live, history, health } = SHARED_BY_DEFAULT;
        invites.remove.run(inviteId);
        links.insert.run(memberId, invite.trainerId, at.toISOString(), Number(live), Number(history), Number(health));
        setTrainer.run(invite.trainerId, at.toISOString(), memberId);
        return linkOf(memberId) as Link;
      }),
    end: (trainerId, memberId, at) =>
      writer.write(() => {
        const link = linkOf(memberId);
        if (link?.trainerId !== trainerId) return undefined;
        links.remove.run(memberId);
        setTrainer.run(null, at.toISOString(), memberId);
        return link;
      }),
    linkOf: (memberId) => Promise.resolve(linkOf(memberId)),
    linksOf: (trainerId) => Promise.resolve((links.of.all(trainerId) as LinkRow[]).map(toLink)),
    changeLink: (memberId, { share, until }) =>
      writer.write(() => {
        const link = linkOf(memberId);
        if (!link) return undefined;
        const { live = link.share.live, history = link.share.history, health = link.share.health } = share ?? {};
        const last = until === undefined ? link.until : until;
        links.change.run(Number(live), Number(history), Number(health), last, memberId);
        return linkOf(memberId);
      }),
    linksEndedBefore: (day) => Promise.resolve((links.endedBefore.all(day) as LinkRow[]).map(toLink)),

    note(trainerId, memberId) {
      const row = links.one.get(memberId) as LinkRow | undefined;
      const isTheirs = row?.trainer_id === trainerId && row.note !== null && row.note_at !== null;
      return Promise.resolve(isTheirs ? { text: row.note ?? '', updatedAt: row.note_at ?? '' } : undefined);
    },
    writeNote: (trainerId, memberId, text, at) =>
      writer.write(() => {
        const written = links.note.run(text, at.toISOString(), memberId, trainerId).changes > 0;
        return written ? { text, updatedAt: at.toISOString() } : undefined;
      }),
  };
}

const inviteStatements = (db: DatabaseSyncInstance) => ({
  one: db.prepare('SELECT * FROM invites WHERE id = ?'),
  by: db.prepare('SELECT * FROM invites WHERE trainer_id = ? AND expires_at > ? ORDER BY created_at DESC, id DESC'),
  to: db.prepare('SELECT * FROM invites WHERE email_folded = ? AND expires_at > ? ORDER BY created_at DESC, id DESC'),
  byCode: db.prepare('SELECT * FROM invites WHERE code_hash = ? AND expires_at > ?'),
  byClientId: db.prepare('SELECT * FROM invites WHERE trainer_id = ? AND client_id = ?'),
  insert: db.prepare(`INSERT INTO invites
    (id, trainer_id, email, email_folded, code, code_hash, client_id, expires_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`),
  remove: db.prepare('DELETE FROM invites WHERE id = ?'),
  removeOf: db.prepare('DELETE FROM invites WHERE trainer_id = ? AND email_folded = ?'),
});

const linkStatements = (db: DatabaseSyncInstance) => ({
  one: db.prepare('SELECT * FROM links WHERE member_id = ?'),
  of: db.prepare('SELECT * FROM links WHERE trainer_id = ? ORDER BY since, member_id'),
  endedBefore: db.prepare('SELECT * FROM links WHERE until < ?'),
  insert: db.prepare(
    'INSERT INTO links (member_id, trainer_id, since, live, history, health) VALUES (?, ?, ?, ?, ?, ?)',
  ),
  change: db.prepare('UPDATE links SET live = ?, history = ?, health = ?, until = ? WHERE member_id = ?'),
  note: db.prepare('UPDATE links SET note = ?, note_at = ? WHERE member_id = ? AND trainer_id = ?'),
  remove: db.prepare('DELETE FROM links WHERE member_id = ?'),
});

const invited = (row: unknown): Invitation | undefined => (row ? toInvite(row as InviteRow) : undefined);

export const toInvite = (row: InviteRow): Invitation => ({
  _id: row.id,
  trainerId: row.trainer_id,
  email: row.email,
  code: row.code,
  clientId: row.client_id,
  expiresAt: row.expires_at,
  createdAt: row.created_at,
});

const linked = (row: LinkRow | undefined): Link | undefined => row && toLink(row);

export const toLink = (row: LinkRow): Link => ({
  trainerId: row.trainer_id,
  memberId: row.member_id,
  since: row.since,
  share: { live: row.live === 1, history: row.history === 1, health: row.health === 1 },
  until: row.until,
});
