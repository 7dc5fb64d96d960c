import type { BodyWeight } from '@trainer/contract/types';
import type { ClientSession, ObjectId } from 'mongodb';
import { newId } from '../ids.ts';
import type { Weights } from '../port.ts';
import type { Collections } from './collections.ts';
import type { WeightDocument } from './documents.ts';
import { toId } from './ids.ts';
import type { Writes } from './writes.ts';

export function mongoWeights(collections: Collections, writes: Writes): Weights {
  const { weights, users } = collections;

  async function settleProfile(user: ObjectId, session: ClientSession): Promise<void> {
    const weight = await newestWeight(collections, user, session);
    await users.updateOne({ _id: user }, { $set: { 'profile.weight': weight } }, { session });
  }

  return {
    put: (userId, localDate, weight, at) =>
      writes.of(userId, async (session) => {
        const user = toId(userId);
        const put = await putWeight(collections, user, localDate, weight, at, session);
        await settleProfile(user, session);
        return put;
      }),
    of: async (userId) =>
      (
        await weights
          .find({ user: toId(userId) })
          .sort({ localDate: -1 })
          .toArray()
      ).map(toBodyWeight),
    async byId(id) {
      const found = await weights.findOne({ _id: toId(id) });
      return found ? { ...toBodyWeight(found), user: found.user.toHexString() } : undefined;
    },
    remove: (weight) =>
      writes.of(weight.user, async (session) => {
        await weights.deleteOne({ _id: toId(weight._id) }, { session });
        await settleProfile(toId(weight.user), session);
      }),
  };
}

/** Notes the weight of a day, inside a transaction. */
export async function putWeight(
  { weights }: Collections,
  user: ObjectId,
  localDate: string,
  weight: number,
  at: Date,
  session: ClientSession,
): Promise<{ weight: BodyWeight; added: boolean }> {
  const made: WeightDocument = { _id: toId(newId(at)), user, localDate, weight, createdAt: at };
  const before = await weights.findOneAndUpdate({ user, localDate }, { $set: { weight } }, { session });
  if (!before) await weights.insertOne(made, { session });
  return { weight: toBodyWeight(before ? { ...before, weight } : made), added: !before };
}

/** kg of the newest day, or null; inside a transaction. */
export async function newestWeight(
  { weights }: Collections,
  user: ObjectId,
  session: ClientSession,
): Promise<number | null> {
  const newest = await weights.findOne({ user }, { sort: { localDate: -1 }, session });
  return newest?.weight ?? null;
}

const toBodyWeight = ({ _id, localDate, weight, createdAt }: WeightDocument): BodyWeight => ({
  _id: _id.toHexString(),
  localDate,
  weight,
  createdAt: createdAt.toISOString(),
});
