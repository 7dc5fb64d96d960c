import { foldEmail } from '../accounts.ts';
import { PLAIN_KINDS, type PlainKind, type PlainKinds } from '../moving.ts';
import { threadOf } from '../threads.ts';
import { documentOf, keptOf, toPlan } from './assigned-plans.ts';
import { toInvite, toLink } from './coaching.ts';
import type { Collections } from './collections.ts';
import { toId } from './ids.ts';
import { toMessage } from './messages.ts';
import { type Shelf, shelf } from './moving-shelf.ts';
import { fieldsOf, toRunning } from './running.ts';
import { wellFormed } from './well-formed.ts';

type Shelves = { [K in PlainKind]: Shelf<PlainKinds[K]> };

export const plainShelves = (collections: Collections): Shelves => ({
  mails: mailShelf(collections),
  resets: shelf(collections.resets, {
    toDocument: ({ tokenHash, userId, expiresAt }) =>
      wellFormed({ _id: tokenHash, userId: toId(userId), expiresAt: new Date(expiresAt) }),
    toRecord: ({ _id, userId, expiresAt }) => ({
      tokenHash: _id,
      userId: userId.toHexString(),
      expiresAt: expiresAt.toISOString(),
    }),
  }),
  running: shelf(collections.running, {
    key: ['user', 'sessionId'],
    toDocument: ({ user, document }) => wellFormed({ user: toId(user), ...fieldsOf(document) }),
    toRecord: (row) => ({ user: row.user.toHexString(), document: toRunning(row) }),
  }),
  invites: shelf(collections.invites, {
    ends: true,
    toDocument: ({ _id, trainerId, expiresAt, createdAt, ...invite }) =>
      wellFormed({
        ...invite,
        _id: toId(_id),
        trainer: toId(trainerId),
        emailFolded: foldEmail(invite.email),
        expiresAt: new Date(expiresAt),
        createdAt: new Date(createdAt),
      }),
    toRecord: (invite) => ({ ...toInvite(invite), codeHash: invite.codeHash }),
  }),
  links: shelf(collections.links, {
    toDocument: ({ memberId, trainerId, since, share, until, note, noteAt }) =>
      wellFormed({
        _id: toId(memberId),
        trainer: toId(trainerId),
        since: new Date(since),
        share,
        until,
        note,
        noteAt: toDate(noteAt),
      }),
    toRecord: (link) => ({ ...toLink(link), note: link.note, noteAt: toText(link.noteAt) }),
  }),
  assignedPlans: shelf(collections.assignedPlans, {
    toDocument: ({ plan, planned, removed }) => ({
      _id: toId(plan._id),
      trainer: toId(plan.trainerId),
      member: toId(plan.memberId),
      clientId: plan.clientId,
      ...documentOf(plan),
      ...keptOf(planned),
      removed,
      createdAt: new Date(plan.createdAt),
      updatedAt: new Date(plan.updatedAt),
    }),
    toRecord: (record) => ({ plan: toPlan(record), planned: record.planned, removed: record.removed }),
  }),
  messages: shelf(collections.messages, {
    toDocument: ({ _id, from, to, clientId, text, createdAt, readAt, told }) =>
      wellFormed({
        _id: toId(_id),
        thread: threadOf(from, to),
        from: toId(from),
        to: toId(to),
        clientId,
        text,
        createdAt: new Date(createdAt),
        readAt: toDate(readAt),
        told,
      }),
    toRecord: (message) => ({ ...toMessage(message), told: message.told }),
  }),
  threads: shelf(collections.threads, {
    key: ['user', 'other'],
    toDocument: ({ user, other, last }) => ({ user: toId(user), other: toId(other), last: toId(last) }),
    toRecord: ({ user, other, last }) => ({
      user: user.toHexString(),
      other: other.toHexString(),
      last: last.toHexString(),
    }),
  }),
});

/** One thing that every shelf can do, by kind. */
export const eachOf = <Part extends keyof Shelf<never>>(shelves: Shelves, part: Part) =>
  Object.fromEntries(PLAIN_KINDS.map((kind) => [kind, shelves[kind][part]])) as {
    [K in PlainKind]: Shelves[K][Part];
  };

const mailShelf = ({ mails }: Collections): Shelves['mails'] =>
  shelf(mails, {
    toDocument: ({ _id, key, letter, attempts, dueAt, failure, settledAt, createdAt }) =>
      wellFormed({
        _id: toId(_id),
        key,
        letter,
        attempts,
        waiting: dueAt !== null,
        // One that is done with keeps a moment here that says nothing.
        dueAt: new Date(dueAt ?? createdAt),
        failure,
        settledAt: toDate(settledAt),
        createdAt: new Date(createdAt),
      }),
    toRecord: ({ _id, key, letter, attempts, waiting, dueAt, failure, settledAt, createdAt }) => ({
      _id: _id.toHexString(),
      key,
      letter,
      attempts,
      dueAt: waiting ? dueAt.toISOString() : null,
      failure,
      settledAt: toText(settledAt),
      createdAt: createdAt.toISOString(),
    }),
  });

const toDate = (text: string | null): Date | null => (text === null ? null : new Date(text));
const toText = (date: Date | null): string | null => date?.toISOString() ?? null;
