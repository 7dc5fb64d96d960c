import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { AssignedPlan } from '@trainer/contract/types';
import { type AssignedPlanDocument, upgradeAssignedPlan } from '../documents.ts';
import { newId } from '../ids.ts';
import type { AssignedPlans, NewAssignedPlan } from '../ports/assigned-plans.ts';
import type { Writer } from './writer.ts';

interface Row {
  id: string;
  trainer_id: string;
  member_id: string;
  client_id: string | null;
  document: string;
  created_at: string;
  updated_at: string;
}

export function sqliteAssignedPlans(db: DatabaseSyncInstance, writer: Writer): AssignedPlans {
  const one = db.prepare('SELECT * FROM assigned_plans WHERE id = ?');
  const byClientId = db.prepare('SELECT * FROM assigned_plans WHERE trainer_id = ? AND client_id = ?');
  const of = db.prepare(
    'SELECT * FROM assigned_plans WHERE member_id IN (SELECT value FROM json_each(?)) ORDER BY id DESC',
  );
  const insert = db.prepare(`INSERT INTO assigned_plans
    (id, trainer_id, member_id, client_id, document, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const update = db.prepare('UPDATE assigned_plans SET document = ?, updated_at = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM assigned_plans WHERE id = ?');
  const find = (id: string) => {
    const row = one.get(id) as Row | undefined;
    return row && toPlan(row);
  };

  return {
    add: (plan, at) =>
      writer.write(() => {
        const { trainerId, memberId, clientId } = plan;
        const known = clientId === null ? undefined : (byClientId.get(trainerId, clientId) as Row | undefined);
        if (known) return { plan: toPlan(known), added: false };
        const [id, now] = [newId(at), at.toISOString()];
        insert.run(id, trainerId, memberId, clientId, written(plan), now, now);
        return { plan: find(id) as AssignedPlan, added: true };
      }),
    byId: (id) => Promise.resolve(find(id)),
    of: (memberIds) => Promise.resolve((of.all(JSON.stringify(memberIds)) as Row[]).map(toPlan)),
    change: (id, to, at) =>
      writer.write(() => {
        update.run(written(to), at.toISOString(), id);
        return find(id);
      }),
    remove: (id) => writer.write(() => remove.run(id).changes > 0),
  };
}

const written = ({ name, startsOn, weeks, days, warnings }: NewAssignedPlan): string =>
  JSON.stringify({ v: 1, name, startsOn, weeks, days, warnings } satisfies AssignedPlanDocument);

function toPlan(row: Row): AssignedPlan {
  const { name, startsOn, weeks, days, warnings } = upgradeAssignedPlan(JSON.parse(row.document) as { v: number });
  return {
    _id: row.id,
    clientId: row.client_id,
    trainerId: row.trainer_id,
    memberId: row.member_id,
    name,
    startsOn,
    weeks,
    days,
    warnings,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
