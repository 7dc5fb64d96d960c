import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Moved, PlainKind } from '../moving.ts';
import { type AssignedPlanRow, plannedOf, toPlan } from './assigned-plans.ts';
import { type InviteRow, type LinkRow, toInvite, toLink } from './coaching.ts';
import { type MessageRow, toMessage } from './messages.ts';
import { type RunningRow, toRunning } from './running.ts';

interface MailRow {
  id: string;
  key: string;
  letter: string | null;
  attempts: number;
  due_at: string | null;
  failure: string | null;
  settled_at: string | null;
  created_at: string;
}

type Readers = { [K in PlainKind]: (after: string, limit: number) => Moved<K>[] };

/** Reads of these kinds, in pieces and in the order of their keys. */
export function plainReaders(db: DatabaseSyncInstance): Readers {
  return {
    mails: reader(db, 'mails', ['id'], (row: MailRow) => ({
      _id: row.id,
      key: row.key,
      letter: row.letter,
      attempts: row.attempts,
      dueAt: row.due_at,
      failure: row.failure,
      settledAt: row.settled_at,
      createdAt: row.created_at,
    })),
    resets: reader(
      db,
      'resets',
      ['token_hash'],
      (row: { token_hash: string; user_id: string; expires_at: string }) => ({
        tokenHash: row.token_hash,
        userId: row.user_id,
        expiresAt: row.expires_at,
      }),
    ),
    running: reader(db, 'running', ['user_id', 'session_id'], (row: RunningRow) => ({
      user: row.user_id,
      document: toRunning(row),
    })),
    invites: reader(db, 'invites', ['id'], (row: InviteRow & { code_hash: string }) => ({
      ...toInvite(row),
      codeHash: row.code_hash,
    })),
    links: reader(db, 'links', ['member_id'], (row: LinkRow) => ({
      ...toLink(row),
      note: row.note,
      noteAt: row.note_at,
    })),
    assignedPlans: reader(db, 'assigned_plans', ['id'], (row: AssignedPlanRow & { removed: number }) => ({
      plan: toPlan(row),
      planned: plannedOf(row),
      removed: row.removed === 1,
    })),
    messages: reader(db, 'messages', ['id'], (row: MessageRow & { told: number }) => ({
      ...toMessage(row),
      told: row.told === 1,
    })),
    threads: reader(
      db,
      'threads',
      ['user_id', 'other_id'],
      (row: { user_id: string; other_id: string; last_id: string }) => ({
        user: row.user_id,
        other: row.other_id,
        last: row.last_id,
      }),
    ),
  };
}

/** @param key the columns of the table’s key, of which none but the last holds a blank: blanks part them in a place */
function reader<Row, Is>(
  db: DatabaseSyncInstance,
  table: string,
  key: readonly string[],
  toRecord: (row: Row) => Is,
): (after: string, limit: number) => { at: string; is: Is }[] {
  const columns = key.join(', ');
  const rows = db.prepare(
    `SELECT *, ${key.join(" || ' ' || ")} AS place FROM ${table}
    WHERE (${columns}) > (${key.map(() => '?').join(', ')}) ORDER BY ${columns} LIMIT ?`,
  );
  return (after, limit) =>
    (rows.all(...parted(after, key.length), limit) as (Row & { place: string })[]).map((row) => ({
      at: row.place,
      is: toRecord(row),
    }));
}

/** A place as the values of a key; of the first place every value is empty, which is before all there is. */
function parted(place: string, length: number): string[] {
  const parts = place.split(' ');
  const last = parts.slice(length - 1).join(' ');
  return [...Array.from({ length: length - 1 }, (_, i) => parts[i] ?? ''), last];
}
