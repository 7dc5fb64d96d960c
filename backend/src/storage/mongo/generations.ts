import { randomUUID } from 'node:crypto';
import type { PlanKind } from '@trainer/contract/types';
import type { ClientSession, Filter, ObjectId } from 'mongodb';
import { firstKeptDay } from '../generations.ts';
import type { Claim, Generation, NewGeneration } from '../port.ts';
import type { Collections } from './collections.ts';
import { type GenerationDocument, LAST, type RunDocument } from './documents.ts';
import { toId } from './ids.ts';
import { wellFormed } from './well-formed.ts';

/** The last generation of each kind, and how many were counted for a day, in one question. */
export async function generationsOf(
  { generations }: Collections,
  user: ObjectId,
  localDate: string,
  at: Date,
  session?: ClientSession,
): Promise<{ latest: Generation[]; begun: number }> {
  const found = await generations
    .find(
      wellFormed({ user, kind: { $in: ['diet', 'workout', 'day'] as const }, at: { $in: [LAST, localDate] } }),
      session && { session },
    )
    .sort({ kind: 1 })
    .toArray();
  const latest = found.flatMap((one) => (one.kind === 'day' ? [] : [toGeneration(one, at)]));
  const begun = found.find((one) => one.kind === 'day');
  return { latest, begun: begun?.kind === 'day' ? begun.begun : 0 };
}

const toGeneration = ({ kind, requestId, state, until }: RunDocument, at: Date): Generation => ({
  kind,
  requestId,
  state: state === 'running' && until <= at ? 'failed' : state,
});

/** Begins one and counts it, inside a transaction. */
export async function beginGeneration(
  { generations }: Collections,
  userId: string,
  { kind, requestId, until, localDate }: NewGeneration,
  session: ClientSession,
): Promise<Claim> {
  const [user, claim] = [toId(userId), randomUUID()];
  const begun = wellFormed({ requestId, state: 'running' as const, claim, until });
  await generations.updateOne({ user, kind, at: LAST }, { $set: begun }, { upsert: true, session });
  await generations.updateOne({ user, kind: 'day', at: localDate }, { $inc: { begun: 1 } }, { upsert: true, session });
  await generations.deleteMany({ user, kind: 'day', at: { $lt: firstKeptDay(localDate) } }, { session });
  return { id: claim, user: userId, kind, localDate };
}

/** Ends the one that runs under this claim, inside a transaction. → whether there is one */
export async function endGeneration(
  { generations }: Collections,
  claim: Claim,
  session: ClientSession,
): Promise<boolean> {
  const running: Filter<GenerationDocument> = { ...underClaim(claim), state: 'running' };
  const { matchedCount } = await generations.updateOne(running, { $set: { state: 'kept', claim: null } }, { session });
  return matchedCount > 0;
}

/** Ends one that came to nothing, inside a transaction. */
export async function giveUpGeneration(
  { generations }: Collections,
  claim: Claim,
  isUncounted: boolean,
  session: ClientSession,
): Promise<void> {
  const before = await generations.findOne(underClaim(claim), { session });
  if (!before || before.kind === 'day') return;
  const state = before.state === 'running' ? 'failed' : before.state;
  await generations.updateOne({ _id: before._id }, { $set: { state, claim: null } }, { session });
  if (!isUncounted) return;
  const day = { user: toId(claim.user), kind: 'day' as const, at: claim.localDate };
  await generations.updateOne({ ...day, begun: { $gt: 0 } }, { $inc: { begun: -1 } }, { session });
}

const underClaim = ({ id, user, kind }: Claim) => ({ user: toId(user), kind, at: LAST, claim: id });

/** Cancels what runs under this request, inside a transaction. → its kinds */
export async function cancelGenerations(
  { generations }: Collections,
  user: ObjectId,
  requestId: string,
  at: Date,
  session: ClientSession,
): Promise<PlanKind[]> {
  const running = await generations
    .find(
      wellFormed({
        user,
        kind: { $in: ['diet', 'workout'] as const },
        at: LAST,
        requestId,
        state: 'running' as const,
        until: { $gt: at },
      }),
      { session },
    )
    .sort({ kind: 1 })
    .toArray();
  for (const { _id } of running) await generations.updateOne({ _id }, { $set: { state: 'cancelled' } }, { session });
  return running.flatMap(({ kind }) => (kind === 'day' ? [] : [kind]));
}
