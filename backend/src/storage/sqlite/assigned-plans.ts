import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { type AssignedPlanDocument, upgradeAssignedPlan } from '../documents.ts';
import { newId } from '../ids.ts';
import { lastOf, plannedAfter, plannedBefore, plannedBy, type Stretch } from '../planned.ts';
import type { AssignedPlans, NewAssignedPlan, StoredPlan } from '../ports/assigned-plans.ts';
import type { Writer } from './writer.ts';

export interface AssignedPlanRow {
  id: string;
  trainer_id: string;
  member_id: string;
  client_id: string | null;
  document: string;
  planned: string;
  created_at: string;
  updated_at: string;
}

export function sqliteAssignedPlans(db: DatabaseSyncInstance, writer: Writer): AssignedPlans {
  const one = db.prepare('SELECT * FROM assigned_plans WHERE id = ? AND removed = 0');
  const byClientId = db.prepare('SELECT * FROM assigned_plans WHERE trainer_id = ? AND client_id = ?');
  const of = db.prepare(
    'SELECT * FROM assigned_plans WHERE member_id IN (SELECT value FROM json_each(?)) AND removed = 0 ORDER BY id DESC',
  );
  const planned = db.prepare(`SELECT member_id, planned FROM assigned_plans
    WHERE member_id IN (SELECT value FROM json_each(?)) AND trainer_id = ? AND last_day >= ?`);
  const insert = db.prepare(`INSERT INTO assigned_plans
    (id, trainer_id, member_id, client_id, document, planned, last_day, removed, created_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)`);
  const update = db.prepare(
    'UPDATE assigned_plans SET document = ?, planned = ?, last_day = ?, removed = ?, updated_at = ? WHERE id = ?',
  );
  const find = (id: string) => one.get(id) as AssignedPlanRow | undefined;

  return {
    add: (plan, at) =>
      writer.write(() => {
        const { trainerId, memberId, clientId } = plan;
        const known =
          clientId === null ? undefined : (byClientId.get(trainerId, clientId) as AssignedPlanRow | undefined);
        if (known) return { plan: toPlan(known), added: false };
        const [id, now] = [newId(at), at.toISOString()];
        const days = plannedBy(plan);
        insert.run(id, trainerId, memberId, clientId, written(plan), JSON.stringify(days), lastOf(days), now, now);
        return { plan: toPlan(find(id) as AssignedPlanRow), added: true };
      }),
    byId(id) {
      const row = find(id);
      return Promise.resolve(row && toPlan(row));
    },
    of: (memberIds) => Promise.resolve((of.all(JSON.stringify(memberIds)) as AssignedPlanRow[]).map(toPlan)),
    change: (id, to, on, at) =>
      writer.write(() => {
        const before = find(id);
        if (!before) return undefined;
        const days = plannedAfter(plannedOf(before), to, on);
        update.run(written(to), JSON.stringify(days), lastOf(days), 0, at.toISOString(), id);
        return toPlan(find(id) as AssignedPlanRow);
      }),
    remove: (id, on, at) =>
      writer.write(() => {
        const before = find(id);
        if (!before) return false;
        const days = plannedBefore(plannedOf(before), on);
        update.run(before.document, JSON.stringify(days), lastOf(days), 1, at.toISOString(), id);
        return true;
      }),
    planned: (trainerId, memberIds, since) =>
      Promise.resolve(
        (planned.all(JSON.stringify(memberIds), trainerId, since) as AssignedPlanRow[]).flatMap((row) =>
          plannedOf(row)
            .filter(({ to }) => to >= since)
            .map((stretch) => ({ memberId: row.member_id, ...stretch })),
        ),
      ),
  };
}

export const plannedOf = (row: Pick<AssignedPlanRow, 'planned'>): Stretch[] => JSON.parse(row.planned) as Stretch[];

const written = ({ name, startsOn, weeks, days }: NewAssignedPlan): string =>
  JSON.stringify({ v: 1, name, startsOn, weeks, days } satisfies AssignedPlanDocument);

export function toPlan(row: AssignedPlanRow): StoredPlan {
  const { name, startsOn, weeks, days } = upgradeAssignedPlan(JSON.parse(row.document) as { v: number });
  return {
    _id: row.id,
    clientId: row.client_id,
    trainerId: row.trainer_id,
    memberId: row.member_id,
    name,
    startsOn,
    weeks,
    days,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
