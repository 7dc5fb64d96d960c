import type { PlanSummary } from '@trainer/contract/types';
import type { Filter } from 'mongodb';
import { upgradePlan } from '../documents.ts';
import { newId } from '../ids.ts';
import type { Plans, StoredPlan, WrittenPlan } from '../port.ts';
import type { Collections } from './collections.ts';
import type { PlanRecord } from './documents.ts';
import { beginGeneration, cancelGenerations, endGeneration, generationsOf, giveUpGeneration } from './generations.ts';
import { toId } from './ids.ts';
import { wellFormed } from './well-formed.ts';
import type { Writes } from './writes.ts';

const IN_SHORT = { kind: 1, title: 1, summary: 1, writer: 1, status: 1, createdAt: 1 } as const;

export function mongoPlans(collections: Collections, writes: Writes): Plans {
  const { plans } = collections;
  return {
    begin: (userId, ask, at) =>
      writes.of(userId, async (session) => {
        const user = toId(userId);
        const { kind, requestId, localDate, dailyLimit } = ask;
        const known = await plans.findOne(wellFormed({ user, kind, requestId }), { session });
        if (known) return { plan: toPlan(known) };
        const { latest, begun } = await generationsOf(collections, user, localDate, at, session);
        const last = latest.find((one) => one.kind === kind);
        if (last?.state === 'running') return { running: last };
        if (begun >= dailyLimit) return { isOverLimit: true };
        return { claim: await beginGeneration(collections, userId, ask, session) };
      }),

    keep: (claim, requestId, plan, at) =>
      writes.of(claim.user, async (session) => {
        if (!(await endGeneration(collections, claim, session))) return undefined;
        const made = toRecord({
          _id: newId(at),
          user: claim.user,
          requestId,
          version: 1,
          shareToken: null,
          createdAt: at.toISOString(),
          plan,
        });
        await plans.insertOne(made, { session });
        return toPlan(made);
      }),

    giveUp: (claim, { uncount }) =>
      writes.of(claim.user, (session) => giveUpGeneration(collections, claim, uncount, session)),
    cancel: (userId, requestId, at) =>
      writes.of(userId, (session) => cancelGenerations(collections, toId(userId), requestId, at, session)),
    generations: (userId, localDate, at) => generationsOf(collections, toId(userId), localDate, at),

    async page(userId, kind, { limit, after }) {
      const createdAt = after && new Date(after.date);
      if (createdAt && Number.isNaN(createdAt.getTime())) return { items: [], next: null };
      const filter: Filter<PlanRecord> = {
        user: toId(userId),
        kind,
        // The bound on the moment alone lets the index begin there.
        ...(after &&
          createdAt && {
            createdAt: { $lte: createdAt },
            $or: [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: toId(after.id) } }],
          }),
      };
      // One more than asked tells whether there is a next page.
      const found = await plans
        .find(filter, { projection: IN_SHORT })
        .sort({ createdAt: -1, _id: -1 })
        .limit(limit + 1)
        .map(toSummary)
        .toArray();
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return { items, next: found.length > limit && last ? { date: last.createdAt, id: last._id } : null };
    },

    byId: async (id) => read(await plans.findOne({ _id: toId(id) })),

    change: async ({ _id, user, version }, to) =>
      read(
        await plans.findOneAndUpdate(
          { _id: toId(_id), user: toId(user), version },
          { $set: wellFormed(contentOf(to)), $inc: { version: 1 } },
          { returnDocument: 'after' },
        ),
      ),

    async share({ _id, user }, token) {
      const own = { _id: toId(_id), user: toId(user) };
      await plans.updateOne({ ...own, shareToken: null }, { $set: { shareToken: wellFormed(token) } });
      return (await plans.findOne(own, { projection: { shareToken: 1 } }))?.shareToken ?? undefined;
    },
    async unshare({ _id, user }) {
      await plans.updateOne({ _id: toId(_id), user: toId(user) }, { $set: { shareToken: null } });
    },
    byShareToken: async (token) => read(await plans.findOne(wellFormed({ shareToken: token }))),
    async remove({ _id, user }) {
      await plans.deleteOne({ _id: toId(_id), user: toId(user) });
    },
  };
}

export const toRecord = ({ _id, user, requestId, version, shareToken, createdAt, plan }: StoredPlan): PlanRecord =>
  wellFormed({
    _id: toId(_id),
    user: toId(user),
    kind: plan.kind,
    requestId,
    version,
    shareToken,
    createdAt: new Date(createdAt),
    ...contentOf(plan),
  });

/** What of a stored plan a change replaces. */
const contentOf = (plan: WrittenPlan) => ({
  v: 1 as const,
  title: plan.title,
  summary: plan.summary,
  writer: plan.writer,
  status: plan.verification.status,
  plan,
});

const read = (record: PlanRecord | null): StoredPlan | undefined => (record ? toPlan(record) : undefined);

const toPlan = (record: PlanRecord): StoredPlan => ({
  _id: record._id.toHexString(),
  user: record.user.toHexString(),
  requestId: record.requestId,
  version: record.version,
  shareToken: record.shareToken,
  createdAt: record.createdAt.toISOString(),
  plan: structuredClone(upgradePlan(record).plan),
});

const toSummary = ({ _id, kind, title, summary, writer, status, createdAt }: PlanRecord): PlanSummary => ({
  _id: _id.toHexString(),
  kind,
  title,
  summary,
  writer,
  status,
  createdAt: createdAt.toISOString(),
});
