import { upgradeAssignedPlan } from '../documents.ts';
import { newId } from '../ids.ts';
import { lastOf, plannedAfter, plannedBefore, plannedBy, type Stretch } from '../planned.ts';
import type { AssignedPlans, NewAssignedPlan, StoredPlan } from '../ports/assigned-plans.ts';
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
          ...keptOf(plannedBy(plan)),
          removed: false,
          createdAt: at,
          updatedAt: at,
        };
        await colliding(assignedPlans.insertOne(made, { session }));
        return { plan: toPlan(made), added: true };
      }),
    async byId(id) {
      const found = await assignedPlans.findOne({ _id: toId(id), removed: false });
      return found ? toPlan(found) : undefined;
    },
    async of(memberIds) {
      const theirs = assignedPlans.find({ member: { $in: memberIds.map(toId) }, removed: false }).sort({ _id: -1 });
      return (await theirs.toArray()).map(toPlan);
    },
    change: (id, to, on, at) =>
      writes.of(to.memberId, async (session) => {
        const before = await assignedPlans.findOne({ _id: toId(id), removed: false }, { session });
        if (!before) return undefined;
        const set = { ...documentOf(to), ...keptOf(plannedAfter(before.planned, to, on)), updatedAt: at };
        await assignedPlans.updateOne({ _id: before._id }, { $set: set }, { session });
        return toPlan({ ...before, ...set });
      }),
    remove: (id, on, at) =>
      writes.of(id, async (session) => {
        const before = await assignedPlans.findOne({ _id: toId(id), removed: false }, { session });
        if (!before) return false;
        const set = { ...keptOf(plannedBefore(before.planned, on)), removed: true, updatedAt: at };
        await assignedPlans.updateOne({ _id: before._id }, { $set: set }, { session });
        return true;
      }),
    async planned(trainerId, memberIds, since) {
      const theirs = assignedPlans.find(
        { member: { $in: memberIds.map(toId) }, trainer: toId(trainerId), lastDay: { $gte: since } },
        { projection: { member: 1, planned: 1 } },
      );
      return (await theirs.toArray()).flatMap(({ member, planned }) =>
        planned
          .filter(({ to }) => to >= since)
          .map(({ weekdays, from, to }) => ({ memberId: member.toHexString(), weekdays: [...weekdays], from, to })),
      );
    },
  };
}

export const keptOf = (planned: Stretch[]) => ({ planned, lastDay: lastOf(planned) });

export const documentOf = ({ name, startsOn, weeks, days }: NewAssignedPlan) =>
  wellFormed({ v: 1 as const, name, startsOn, weeks, days });

export function toPlan(record: AssignedPlanRecord): StoredPlan {
  const { name, startsOn, weeks, days } = upgradeAssignedPlan(record);
  return {
    _id: record._id.toHexString(),
    clientId: record.clientId,
    trainerId: record.trainer.toHexString(),
    memberId: record.member.toHexString(),
    name,
    startsOn,
    weeks,
    days: structuredClone(days),
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
  };
}
