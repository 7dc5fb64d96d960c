import type { AssignedPlan } from '@trainer/contract/types';
import { upgradeAssignedPlan } from '../documents.ts';
import { newId } from '../ids.ts';
import type { AssignedPlans, NewAssignedPlan } from '../ports/assigned-plans.ts';
import type { Collections } from './collections.ts';
import type { AssignedPlanRecord } from './documents.ts';
import { toId } from './ids.ts';
import { wellFormed } from './well-formed.ts';
import { colliding, type Writes } from './writes.ts';

export function mongoAssignedPlans({ assignedPlans }: Collections, writes: Writes): AssignedPlans {
  return {
    add: (plan, at) =>
      writes.of(plan.memberId, async (session) => {
        const [trainer, member] = [toId(plan.trainerId), toId(plan.memberId)];
        const { clientId } = plan;
        const known = clientId === null ? null : await assignedPlans.findOne({ trainer, clientId }, { session });
        if (known) return { plan: toPlan(known), added: false };
        const made: AssignedPlanRecord = {
          _id: toId(newId(at)),
          trainer,
          member,
          clientId,
          ...documentOf(plan),
          createdAt: at,
          updatedAt: at,
        };
        await colliding(assignedPlans.insertOne(made, { session }));
        return { plan: toPlan(made), added: true };
      }),
    async byId(id) {
      const found = await assignedPlans.findOne({ _id: toId(id) });
      return found ? toPlan(found) : undefined;
    },
    async of(memberIds) {
      const theirs = assignedPlans.find({ member: { $in: memberIds.map(toId) } }).sort({ _id: -1 });
      return (await theirs.toArray()).map(toPlan);
    },
    async change(id, to, at) {
      const set = { $set: { ...documentOf(to), updatedAt: at } };
      const after = await assignedPlans.findOneAndUpdate({ _id: toId(id) }, set, { returnDocument: 'after' });
      return after ? toPlan(after) : undefined;
    },
    remove: async (id) => (await assignedPlans.deleteOne({ _id: toId(id) })).deletedCount > 0,
  };
}

const documentOf = ({ name, startsOn, weeks, days, warnings }: NewAssignedPlan) =>
  wellFormed({ v: 1 as const, name, startsOn, weeks, days, warnings });

function toPlan(record: AssignedPlanRecord): AssignedPlan {
  const { name, startsOn, weeks, days, warnings } = upgradeAssignedPlan(record);
  return {
    _id: record._id.toHexString(),
    clientId: record.clientId,
    trainerId: record.trainer.toHexString(),
    memberId: record.member.toHexString(),
    name,
    startsOn,
    weeks,
    days: structuredClone(days),
    warnings: structuredClone(warnings),
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
  };
}
