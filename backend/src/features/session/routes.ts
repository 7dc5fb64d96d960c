import * as calls from '@trainer/contract/session';
import { handle, type Handled, ok } from '../../http/handle.ts';
import type { SessionService } from './service.ts';

export const sessionRoutes = (session: SessionService): Handled[] => [
  handle(calls.sessionOps, async ({ member, body }) => ok(await session.take(member.userId, body.ops))),
  handle(calls.runningSession, async ({ member: { userId }, query }) =>
    ok(query.ops === 'true' ? await session.runningWithOps(userId) : await session.running(userId)),
  ),
];
