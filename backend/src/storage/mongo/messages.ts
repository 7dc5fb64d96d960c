import type { Message } from '@trainer/contract/types';
import type { Filter } from 'mongodb';
import { newId } from '../ids.ts';
import type { Messages } from '../ports/messages.ts';
import { byReader, threadOf } from '../threads.ts';
import type { Collections } from './collections.ts';
import type { MessageDocument } from './documents.ts';
import { toId } from './ids.ts';
import { wellFormed } from './well-formed.ts';
import { colliding, type Writes } from './writes.ts';

export function mongoMessages({ messages, threads }: Collections, writes: Writes): Messages {
  async function unread(to: string, from: readonly string[]): Promise<Map<string, number>> {
    const counts = messages.aggregate<{ _id: { toHexString(): string }; unread: number }>([
      { $match: { to: toId(to), from: { $in: from.map(toId) }, readAt: null } },
      { $group: { _id: '$from', unread: { $sum: 1 } } },
    ]);
    return new Map((await counts.toArray()).map((one) => [one._id.toHexString(), one.unread]));
  }

  return {
    add: ({ from, to, text, clientId }, at) =>
      writes.of(from, async (session) => {
        const [sender, reader] = [toId(from), toId(to)];
        const known = clientId === null ? null : await messages.findOne({ from: sender, clientId }, { session });
        if (known) return { message: toMessage(known), added: false };
        const made: MessageDocument = wellFormed({
          _id: toId(newId(at)),
          thread: threadOf(from, to),
          from: sender,
          to: reader,
          clientId,
          text,
          createdAt: at,
          readAt: null,
          told: false,
        });
        await colliding(messages.insertOne(made, { session }));
        for (const [user, other] of [
          [sender, reader],
          [reader, sender],
        ] as const) {
          const last = { $set: { last: made._id } };
          await colliding(threads.updateOne({ user, other }, last, { session, upsert: true }));
        }
        return { message: toMessage(made), added: true };
      }),

    async page(one, other, { limit, from, direction }) {
      const isOlder = direction === 'older';
      const [beyond, order] = isOlder ? (['$lt', -1] as const) : (['$gt', 1] as const);
      const filter: Filter<MessageDocument> = { thread: threadOf(one, other) };
      if (from) {
        const date = new Date(from.date);
        filter.$or = [{ createdAt: { [beyond]: date } }, { createdAt: date, _id: { [beyond]: toId(from.id) } }];
      }
      const found = messages.find(filter).sort({ createdAt: order, _id: order });
      const documents = await found.limit(limit + 1).toArray();
      const items = documents.slice(0, limit).map(toMessage);
      const end = items.at(-1);
      return { items, next: documents.length > limit && end ? { date: end.createdAt, id: end._id } : null };
    },

    async threads(userId) {
      const rows = await threads.find({ user: toId(userId) }).toArray();
      const last = await messages.find({ _id: { $in: rows.map((row) => row.last) } }).toArray();
      const byId = new Map(last.map((document) => [document._id.toHexString(), toMessage(document)]));
      const counts = await unread(
        userId,
        rows.map((row) => row.other.toHexString()),
      );
      return rows
        .flatMap((row) => {
          const message = byId.get(row.last.toHexString());
          const other = row.other.toHexString();
          return message ? [{ with: other, last: message, unread: counts.get(other) ?? 0 }] : [];
        })
        .sort((a, b) => (a.last._id < b.last._id ? 1 : -1));
    },

    read: (to, from, at) =>
      writes.of(to, async (session) => {
        const theirs = { to: toId(to), from: toId(from), readAt: null, createdAt: { $lte: at } };
        return (await messages.updateMany(theirs, { $set: { readAt: at, told: true } }, { session })).modifiedCount;
      }),
    unread,

    async untold(before, limit) {
      const found = messages.find({ told: false, createdAt: { $lt: before } }).sort({ createdAt: 1 });
      return byReader((await found.limit(limit).toArray()).map(toMessage));
    },
    async told(ids) {
      await messages.updateMany({ _id: { $in: ids.map(toId) } }, { $set: { told: true } });
    },
  };
}

export const toMessage = (document: MessageDocument): Message => ({
  _id: document._id.toHexString(),
  clientId: document.clientId,
  from: document.from.toHexString(),
  to: document.to.toHexString(),
  text: document.text,
  createdAt: document.createdAt.toISOString(),
  readAt: document.readAt?.toISOString() ?? null,
});
