import type { ClientSession, ObjectId } from 'mongodb';
import type { Tokens } from '../port.ts';
import type { Collections } from './collections.ts';
import { toId } from './ids.ts';
import { wellFormed } from './well-formed.ts';
import type { Writes } from './writes.ts';

export function mongoTokens(collections: Collections, writes: Writes): Tokens {
  const { tokens } = collections;
  return {
    async add({ id, userId, expiresAt }) {
      await tokens.insertOne({ _id: id, userId: toId(userId), expiresAt });
    },
    async holding(id, now) {
      const token = await tokens.findOne(wellFormed({ _id: id, expiresAt: { $gt: now } }));
      return token ? { id: token._id, userId: token.userId.toHexString(), expiresAt: token.expiresAt } : undefined;
    },
    async notHolding(ids, now) {
      const filter = { _id: { $in: wellFormed([...ids]) }, expiresAt: { $gt: now } };
      const holds = new Set(
        await tokens
          .find(filter, { projection: { _id: 1 } })
          .map(({ _id }) => _id)
          .toArray(),
      );
      return ids.filter((id) => !holds.has(id));
    },
    async end(id) {
      await tokens.deleteOne(wellFormed({ _id: id }));
    },
    endAllOf: (userId) => writes.of(userId, (session) => endTokensOf(collections, toId(userId), session)),
    async removeExpired(now) {
      await tokens.deleteMany({ expiresAt: { $lte: now } });
    },
  };
}

/** Ends all of a person's, inside a transaction. → their ids */
export async function endTokensOf(
  { tokens }: Collections,
  userId: ObjectId,
  session: ClientSession,
): Promise<string[]> {
  const theirs = await tokens.find({ userId }, { projection: { _id: 1 }, session }).toArray();
  const ids = theirs.map((token) => token._id);
  if (ids.length > 0) await tokens.deleteMany({ _id: { $in: ids } }, { session });
  return ids;
}
