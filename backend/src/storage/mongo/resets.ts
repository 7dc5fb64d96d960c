import type { Resets } from '../ports/resets.ts';
import type { Collections } from './collections.ts';
import { toId } from './ids.ts';
import { endTokensOf } from './tokens.ts';
import { wellFormed } from './well-formed.ts';
import type { Writes } from './writes.ts';

export function mongoResets(collections: Collections, writes: Writes): Resets {
  const { resets, users } = collections;
  async function holding(tokenHash: string, now: Date): Promise<string | undefined> {
    const reset = await resets.findOne(wellFormed({ _id: tokenHash, expiresAt: { $gt: now } }));
    return reset?.userId.toHexString();
  }

  return {
    async add(userId, tokenHash, expiresAt) {
      const user = await users.findOne({ _id: toId(userId) }, { projection: { _id: 1 } });
      if (user) await resets.insertOne({ _id: tokenHash, userId: user._id, expiresAt });
    },
    holding,
    async use(tokenHash, passwordHash, at) {
      const userId = await holding(tokenHash, at);
      if (userId === undefined) return undefined;
      const _id = toId(userId);
      return writes.of(userId, async (session) => {
        const { deletedCount } = await resets.deleteOne(wellFormed({ _id: tokenHash }), { session });
        if (deletedCount === 0) return undefined;
        const { matchedCount } = await users.updateOne({ _id }, { $set: { passwordHash, updatedAt: at } }, { session });
        if (matchedCount === 0) return undefined;
        await resets.deleteMany({ userId: _id }, { session });
        return { userId, ended: await endTokensOf(collections, _id, session) };
      });
    },
    async removeExpired(now) {
      await resets.deleteMany({ expiresAt: { $lte: now } });
    },
  };
}
