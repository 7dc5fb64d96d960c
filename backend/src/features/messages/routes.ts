import * as calls from '@trainer/contract/messages';
import { cursorOf, placeOf } from '../../http/cursor.ts';
import { created, gone, handle, type Handled, ok } from '../../http/handle.ts';
import type { MessageService } from './service.ts';

export const messageRoutes = (messages: MessageService): Handled[] => [
  handle(calls.threads, async ({ member }) => ok(await messages.threads(member.userId))),
  handle(calls.messages, async ({ member, params, query: { limit, cursor, direction } }) => {
    const ask = { limit, from: placeOf(cursor), direction };
    const { items, next } = await messages.page(member.userId, params.userId, ask);
    const [first] = items;
    const page = {
      limit,
      nextCursor: next && cursorOf(next),
      backCursor: first ? cursorOf({ date: first.createdAt, id: first._id }) : null,
    };
    return { status: 200, body: { success: true as const, data: items, page } };
  }),
  handle(calls.sendMessage, async ({ member, params, body }) => {
    const { message, added } = await messages.send(member.userId, params.userId, body);
    return added ? created(message) : ok(message);
  }),
  handle(calls.readMessages, async ({ member, params }) => {
    await messages.read(member.userId, params.userId);
    return gone;
  }),
];
