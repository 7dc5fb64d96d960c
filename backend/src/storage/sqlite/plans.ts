import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { PlanKind, PlanStatus, PlanSummary, PlanWriterName } from '@trainer/contract/types';
import { newId } from '../ids.ts';
import type { Plans, StoredPlan } from '../port.ts';
import { readPlan, writePlan } from './documents.ts';
import type { GenerationRows } from './generations.ts';
import type { Writer } from './writer.ts';

export interface PlanRow {
  id: string;
  user_id: string;
  kind: PlanKind;
  request_id: string;
  version: number;
  share_token: string | null;
  created_at: string;
  document: string;
}

type SummaryRow = Pick<PlanRow, 'id' | 'kind' | 'created_at'> & {
  title: string;
  summary: string;
  writer: PlanWriterName;
  status: PlanStatus;
};

/** Beyond every moment and every id, for a list that begins at its beginning. */
const BEYOND = '~';

export function sqlitePlans(db: DatabaseSyncInstance, writer: Writer, generations: GenerationRows): Plans {
  const byId = db.prepare('SELECT * FROM plans WHERE id = ?');
  const byRequest = db.prepare('SELECT * FROM plans WHERE user_id = ? AND kind = ? AND request_id = ?');
  const byToken = db.prepare('SELECT * FROM plans WHERE share_token = ?');
  const page = db.prepare(`SELECT id, kind, title, summary, writer, status, created_at FROM plans
    WHERE user_id = ? AND kind = ? AND (created_at, id) < (?, ?) ORDER BY created_at DESC, id DESC LIMIT ?`);
  const insert =
    db.prepare(`INSERT INTO plans (id, user_id, kind, request_id, version, created_at, title, summary, writer, status, document)
    VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)`);
  const update =
    db.prepare(`UPDATE plans SET version = version + 1, title = ?, summary = ?, writer = ?, status = ?, document = ?
    WHERE id = ? AND version = ? RETURNING *`);
  const share = db.prepare(
    'UPDATE plans SET share_token = ifnull(share_token, ?) WHERE id = ? RETURNING share_token AS token',
  );
  const unshare = db.prepare('UPDATE plans SET share_token = NULL WHERE id = ?');
  const remove = db.prepare('DELETE FROM plans WHERE id = ?');

  const read = (row: unknown) => (row === undefined ? undefined : toPlan(row as PlanRow));
  return {
    begin: (userId, ask, at) =>
      writer.write(() => {
        const known = read(byRequest.get(userId, ask.kind, ask.requestId));
        if (known) return { plan: known };
        const last = generations.latest(userId, at).find((one) => one.kind === ask.kind);
        if (last?.state === 'running') return { running: last };
        if (generations.begun(userId, ask.localDate) >= ask.dailyLimit) return { isOverLimit: true };
        return { claim: generations.begin(userId, ask) };
      }),
    keep: (claim, requestId, plan, at) =>
      writer.write(() => {
        if (!generations.end(claim)) return undefined;
        const id = newId(at);
        insert.run(id, claim.user, claim.kind, requestId, at.toISOString(), ...columnsOf(plan));
        return read(byId.get(id));
      }),
    giveUp: (claim, { uncount }) =>
      writer.write(() => {
        generations.giveUp(claim, uncount);
      }),
    cancel: (userId, requestId, at) => writer.write(() => generations.cancel(userId, requestId, at)),
    generations: (userId, localDate, at) =>
      Promise.resolve({ latest: generations.latest(userId, at), begun: generations.begun(userId, localDate) }),

    page(userId, kind, { limit, after }) {
      const [date, id] = after ? [after.date, after.id] : [BEYOND, BEYOND];
      // One more than asked tells whether there is a next page.
      const found = page.all(userId, kind, date, id, limit + 1) as SummaryRow[];
      const items = found.slice(0, limit).map(toSummary);
      const last = items.at(-1);
      const next = found.length > limit && last ? { date: last.createdAt, id: last._id } : null;
      return Promise.resolve({ items, next });
    },
    byId: (id) => Promise.resolve(read(byId.get(id))),
    change: (plan, to) => writer.write(() => read(update.get(...columnsOf(to), plan._id, plan.version))),
    share: (plan, token) => writer.write(() => (share.get(token, plan._id) as { token: string } | undefined)?.token),
    unshare: (plan) => writer.write(() => void unshare.run(plan._id)),
    byShareToken: (token) => Promise.resolve(read(byToken.get(token))),
    remove: (plan) => writer.write(() => void remove.run(plan._id)),
  };
}

const columnsOf = (plan: StoredPlan['plan']) =>
  [plan.title, plan.summary, plan.writer, plan.verification.status, writePlan(plan)] as const;

export const toPlan = (row: PlanRow): StoredPlan => ({
  _id: row.id,
  user: row.user_id,
  requestId: row.request_id,
  version: row.version,
  shareToken: row.share_token,
  createdAt: row.created_at,
  plan: readPlan(row.document).plan,
});

const toSummary = (row: SummaryRow): PlanSummary => ({
  _id: row.id,
  kind: row.kind,
  title: row.title,
  summary: row.summary,
  writer: row.writer,
  status: row.status,
  createdAt: row.created_at,
});
