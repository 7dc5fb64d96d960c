import { foldEmail } from '../accounts.ts';
import { newId } from '../ids.ts';
import { type Coaching, type Invitation, type Link, type LinkChange, SHARED_BY_DEFAULT } from '../ports/coaching.ts';
import type { Collections } from './collections.ts';
import type { InviteDocument, LinkDocument } from './documents.ts';
import { toId } from './ids.ts';
import { wellFormed } from './well-formed.ts';
import { colliding, type Writes } from './writes.ts';

export function mongoCoaching({ invites, links, users }: Collections, writes: Writes): Coaching {
  const newest = { createdAt: -1, _id: -1 } as const;
  const linkOf = async (memberId: string) => linked(await links.findOne({ _id: toId(memberId) }));

  return {
    invite: (given, at) =>
      writes.of(given.trainerId, async (session) => {
        const trainer = toId(given.trainerId);
        const { email, code, codeHash, clientId, expiresAt } = given;
        const known = clientId === null ? null : await invites.findOne({ trainer, clientId }, { session });
        if (known && known.expiresAt > at) return { invite: toInvite(known), added: false };
        const made: InviteDocument = wellFormed({
          _id: toId(newId(at)),
          trainer,
          email,
          emailFolded: foldEmail(email),
          code,
          codeHash,
          clientId,
          expiresAt,
          createdAt: at,
        });
        if (known) await invites.deleteOne({ _id: known._id }, { session });
        await invites.deleteOne({ trainer, emailFolded: made.emailFolded }, { session });
        await colliding(invites.insertOne(made, { session }));
        return { invite: toInvite(made), added: true };
      }),
    async invitesBy(trainerId, now) {
      const open = invites.find({ trainer: toId(trainerId), expiresAt: { $gt: now } }).sort(newest);
      return (await open.toArray()).map(toInvite);
    },
    async invitesTo(email, now) {
      const open = invites.find(wellFormed({ emailFolded: foldEmail(email), expiresAt: { $gt: now } })).sort(newest);
      return (await open.toArray()).map(toInvite);
    },
    inviteById: async (id) => invited(await invites.findOne({ _id: toId(id) })),
    inviteByCode: async (codeHash, now) => invited(await invites.findOne({ codeHash, expiresAt: { $gt: now } })),
    removeInvite: async (id) => (await invites.deleteOne({ _id: toId(id) })).deletedCount > 0,

    accept: (inviteId, memberId, at) =>
      writes.of(memberId, async (session): Promise<Link | 'gone' | 'has_trainer'> => {
        const [_id, member] = [toId(inviteId), toId(memberId)];
        const invite = await invites.findOne({ _id }, { session });
        const isThere = await users.findOne({ _id: member }, { projection: { _id: 1 }, session });
        if (!invite || invite.expiresAt <= at || !isThere) return 'gone';
        if (await links.findOne({ _id: member }, { session })) return 'has_trainer';
        const link: LinkDocument = {
          _id: member,
          trainer: invite.trainer,
          since: at,
          share: SHARED_BY_DEFAULT,
          until: null,
          note: null,
          noteAt: null,
        };
        // Whoever else has the same invitation collides here, and finds it gone at the next try.
        await invites.deleteOne({ _id }, { session });
        await colliding(links.insertOne(link, { session }));
        await users.updateOne({ _id: member }, { $set: { trainerId: invite.trainer, updatedAt: at } }, { session });
        return toLink(link);
      }),
    end: (trainerId, memberId, at) =>
      writes.of(memberId, async (session) => {
        const [trainer, member] = [toId(trainerId), toId(memberId)];
        const link = await links.findOneAndDelete({ _id: member, trainer }, { session });
        if (link) await users.updateOne({ _id: member }, { $set: { trainerId: null, updatedAt: at } }, { session });
        return linked(link);
      }),
    linkOf,
    async linksOf(trainerId) {
      return (
        await links
          .find({ trainer: toId(trainerId) })
          .sort({ since: 1, _id: 1 })
          .toArray()
      ).map(toLink);
    },
    async changeLink(memberId, change) {
      const set = fieldsOf(change);
      if (Object.keys(set).length === 0) return linkOf(memberId);
      return linked(await links.findOneAndUpdate({ _id: toId(memberId) }, { $set: set }, { returnDocument: 'after' }));
    },
    linksEndedBefore: async (day) => (await links.find({ until: { $gte: '', $lt: day } }).toArray()).map(toLink),

    async note(trainerId, memberId) {
      const link = await links.findOne({ _id: toId(memberId), trainer: toId(trainerId) });
      return link?.noteAt && link.note !== null ? { text: link.note, updatedAt: link.noteAt.toISOString() } : undefined;
    },
    async writeNote(trainerId, memberId, text, at) {
      const { matchedCount } = await links.updateOne(
        { _id: toId(memberId), trainer: toId(trainerId) },
        { $set: wellFormed({ note: text, noteAt: at }) },
      );
      return matchedCount > 0 ? { text, updatedAt: at.toISOString() } : undefined;
    },
  };
}

/** Part by part, so that two changes at once keep both. */
function fieldsOf({ share = {}, until }: LinkChange): Record<string, boolean | string | null> {
  const parts = Object.entries(share).flatMap(([part, on]) =>
    on === undefined ? [] : [[`share.${part}`, on] as const],
  );
  return { ...Object.fromEntries(parts), ...(until === undefined ? {} : { until }) };
}

const invited = (document: InviteDocument | null): Invitation | undefined =>
  document ? toInvite(document) : undefined;

export const toInvite = (document: InviteDocument): Invitation => ({
  _id: document._id.toHexString(),
  trainerId: document.trainer.toHexString(),
  email: document.email,
  code: document.code,
  clientId: document.clientId,
  expiresAt: document.expiresAt.toISOString(),
  createdAt: document.createdAt.toISOString(),
});

const linked = (document: LinkDocument | null): Link | undefined => (document ? toLink(document) : undefined);

export const toLink = ({ _id, trainer, since, share, until }: LinkDocument): Link => ({
  trainerId: trainer.toHexString(),
  memberId: _id.toHexString(),
  since: since.toISOString(),
  share: { ...share },
  until,
});
