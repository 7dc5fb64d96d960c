import * as calls from '@trainer/contract/trainers';
import { placeOf } from '../../http/cursor.ts';
import { created, gone, handle, type Handled, ok, okText } from '../../http/handle.ts';
import { Refusal } from '../../http/refusal.ts';
import type { ClientService } from './client.ts';
import type { ClientList } from './clients.ts';
import type { Consent } from './consent.ts';
import type { InviteService } from './invites.ts';
import type { PlanService } from './plans.ts';

interface Services {
  list: ClientList;
  client: ClientService;
  consent: Consent;
  invites: InviteService;
  plans: PlanService;
}

export const trainerRoutes = ({ list, client, consent, invites, plans }: Services): Handled[] => [
  handle(calls.clients, async ({ member }) => okText(await list.list(member.userId)), { early: true }),
  handle(calls.clientDetail, async ({ member, params }) => ok(await client.detail(member.userId, params.id))),
  handle(calls.removeClient, async ({ member, params }) => {
    if (!(await consent.end({ trainerId: member.userId, memberId: params.id }))) throw new Refusal('not_found');
    return gone;
  }),
  handle(calls.clientWorkouts, async ({ member, params, query: { limit, cursor } }) => ({
    status: 200,
    text: await client.workouts(member.userId, params.id, { limit, after: placeOf(cursor) }),
  })),
  handle(calls.clientStats, async ({ member, params }) => okText(await client.stats(member.userId, params.id))),
  handle(calls.clientSession, async ({ member, params }) => ok(await client.session(member.userId, params.id))),
  handle(calls.clientNote, async ({ member, params }) => ok(await client.note(member.userId, params.id))),
  handle(calls.writeClientNote, async ({ member, params, body }) =>
    ok(await client.writeNote(member.userId, params.id, body.text)),
  ),
  handle(calls.cue, async ({ member, params, body }) => {
    await client.cue(member.userId, params.id, body.text);
    return gone;
  }),

  handle(calls.clientPlans, async ({ member, params }) => ok(await plans.of(member.userId, params.id))),
  handle(calls.givePlan, async ({ member, params, body }) => {
    const { plan, added } = await plans.give(member.userId, params.id, body);
    return added ? created(plan) : ok(plan);
  }),
  handle(calls.changePlan, async ({ member, params, body }) =>
    ok(await plans.change(member.userId, params.id, params.planId, body)),
  ),
  handle(calls.removePlan, async ({ member, params }) => {
    await plans.remove(member.userId, params.id, params.planId);
    return gone;
  }),

  handle(calls.invite, async ({ member, body, asker }) => {
    const { invite, added } = await invites.invite(member.userId, body, asker);
    return added ? created(invite) : ok(invite);
  }),
  handle(calls.invites, async ({ member }) => ok(await invites.open(member.userId))),
  handle(calls.withdrawInvite, async ({ member, params }) => {
    await invites.withdraw(member.userId, params.id);
    return gone;
  }),
];
