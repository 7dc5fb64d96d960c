import type { Filter } from 'mongodb';
import { newId } from '../ids.ts';
import type { Mails, TakenMail } from '../ports/mails.ts';
import type { Collections } from './collections.ts';
import type { MailDocument } from './documents.ts';
import { toId } from './ids.ts';
import { isDuplicate } from './trouble.ts';
import { wellFormed } from './well-formed.ts';

export function mongoMails({ mails }: Collections): Mails {
  /** The one that is due longest. Two servers that ask at once get two. */
  async function takeOne(now: Date, until: Date): Promise<TakenMail | undefined> {
    const taken = await mails.findOneAndUpdate(
      { waiting: true, dueAt: { $lte: now } },
      { $set: { dueAt: until }, $inc: { attempts: 1 } },
      { sort: { dueAt: 1, _id: 1 }, returnDocument: 'after' },
    );
    return taken
      ? { _id: taken._id.toHexString(), key: taken.key, letter: taken.letter ?? '', attempts: taken.attempts }
      : undefined;
  }

  async function settle(which: Filter<MailDocument>, failure: string | null, at: Date): Promise<void> {
    await mails.updateOne(which, { $set: { waiting: false, letter: null, failure, settledAt: at } });
  }

  return {
    async add(mail, at) {
      const document: MailDocument = {
        _id: toId(newId(at)),
        key: mail.key,
        letter: mail.letter,
        attempts: 0,
        waiting: true,
        dueAt: at,
        failure: null,
        settledAt: null,
        createdAt: at,
      };
      try {
        await mails.insertOne(wellFormed(document));
        return true;
      } catch (error) {
        if (isDuplicate(error, 'key')) return false;
        throw error;
      }
    },
    async take(now, until, limit) {
      const taken: TakenMail[] = [];
      while (taken.length < limit) {
        const one = await takeOne(now, until);
        if (!one) break;
        taken.push(one);
      }
      return taken;
    },
    sent: (id, at) => settle({ _id: toId(id) }, null, at),
    async failed({ _id, attempts }, why, again, at) {
      const mine = { _id: toId(_id), attempts, waiting: true };
      if (again) await mails.updateOne(mine, { $set: wellFormed({ dueAt: again, failure: why }) });
      else await settle(mine, wellFormed(why), at);
    },
    waiting: () => mails.countDocuments({ waiting: true }),
    async removeBefore(before) {
      await mails.deleteMany({ waiting: false, settledAt: { $lt: before } });
    },
  };
}
