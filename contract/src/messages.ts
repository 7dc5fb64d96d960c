import { z } from 'zod';
import { PersonName } from './coaching.ts';
import { data, list, route } from './route.ts';
import { ClientId, Id, Instant, Limit } from './values.ts';

export const Message = z
  .object({
    _id: Id,
    clientId: z.string().nullable(),
    from: Id,
    to: Id,
    text: z.string(),
    createdAt: Instant,
    readAt: Instant.nullable(),
  })
  .meta({ id: 'Message' });

/** A thread stays readable after coaching ended; `open` says whether something may still be written. */
export const Thread = z
  .object({
    with: PersonName.extend({ online: z.boolean() }),
    last: Message.nullable(),
    unread: z.int(),
    open: z.boolean(),
  })
  .meta({ id: 'Thread' });

const person = z.strictObject({ userId: Id });

export const threads = route('threads', {
  tag: 'Messages',
  who: 'person',
  answer: { 200: data(z.array(Thread)) },
  says: 'The threads with one’s trainer or clients, that with the newest message first, those without one last.',
});

export const messages = route('messages', {
  tag: 'Messages',
  who: 'person',
  params: person,
  query: z.strictObject({
    limit: Limit,
    cursor: z.string().max(200).optional(),
    /** `older` goes back in time (newest first), `newer` comes forward again from the cursor (oldest first). */
    direction: z.enum(['older', 'newer']).default('older'),
  }),
  answer: {
    200: list(Message).extend({
      page: z.object({
        limit: z.int(),
        nextCursor: z.string().nullable(),
        /** From the first message of this page the other way. */
        backCursor: z.string().nullable(),
      }),
    }),
  },
  says: 'A thread, newest first, paged both ways. It stays readable after coaching ended.',
});

export const sendMessage = route('sendMessage', {
  tag: 'Messages',
  who: 'person',
  params: person,
  body: z.strictObject({
    text: z.string().trim().min(1, 'Write something.').max(2000, 'At most 2,000 characters.'),
    clientId: ClientId.nullish(),
  }),
  answer: { 201: data(Message), 200: data(Message) },
  errors: ['too_many_requests'],
  says: 'Sends a message, between a trainer and their client only. The same `clientId` again is the same message (200).',
});

export const readMessages = route('readMessages', {
  tag: 'Messages',
  who: 'person',
  params: person,
  answer: { 204: null },
  says: 'Everything from this person up to now is read.',
});
