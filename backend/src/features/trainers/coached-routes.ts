import * as calls from '@trainer/contract/coached';
import { gone, handle, type Handled, ok } from '../../http/handle.ts';
import type { InviteService } from './invites.ts';
import type { PlanService } from './plans.ts';
import type { SharingService } from './sharing.ts';

interface Services {
  invites: InviteService;
  plans: PlanService;
  sharing: SharingService;
}

/** The member’s side. */
export const coachedRoutes = ({ invites, plans, sharing }: Services): Handled[] => [
  handle(calls.myPlans, async ({ member }) => ok(await plans.mine(member.userId))),

  handle(calls.myInvites, async ({ member }) => ok(await invites.received(member.userId))),
  handle(calls.acceptInvite, async ({ member, params }) => ok(await invites.accept(member.userId, params.id))),
  handle(calls.declineInvite, async ({ member, params }) => {
    await invites.decline(member.userId, params.id);
    return gone;
  }),
  handle(calls.acceptCode, async ({ member, body, asker }) =>
    ok(await invites.acceptCode(member.userId, body.code, asker)),
  ),

  handle(calls.myTrainer, async ({ member }) => ok(await sharing.trainer(member.userId))),
  handle(calls.changeSharing, async ({ member, body }) => ok(await sharing.change(member.userId, body))),
  handle(calls.leaveTrainer, async ({ member }) => {
    await sharing.leave(member.userId);
    return gone;
  }),
];
