import * as calls from '@trainer/contract/members';
import { created, gone, handle, type Handled, ok, sourcedText } from '../../http/handle.ts';
import type { MemberService } from './service.ts';

export const memberRoutes = (members: MemberService): Handled[] => [
  handle(
    calls.progress,
    async ({ member }) => {
      const { value, source } = await members.progress(member.userId);
      return sourcedText(source, value);
    },
    { early: true },
  ),
  handle(
    calls.stats,
    async ({ member }) => {
      const { value, source } = await members.stats(member.userId);
      return sourcedText(source, value);
    },
    { early: true },
  ),
  handle(calls.changeMe, async ({ member, body }) => ok(await members.change(member.userId, body))),
  handle(calls.weights, async ({ member }) => ok(await members.weights(member.userId))),
  handle(calls.addWeight, async ({ member, body }) => {
    const { weight, added } = await members.addWeight(member.userId, body);
    return added ? created(weight) : ok(weight);
  }),
  handle(calls.removeWeight, async ({ member, params }) => {
    await members.removeWeight(member.userId, params.id);
    return gone;
  }),
];
