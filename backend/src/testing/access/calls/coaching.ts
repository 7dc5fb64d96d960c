import { randomUUID } from 'node:crypto';
import { SQUAT } from '../../coached.ts';
import { type Row, row } from '../row.ts';
import { planOf } from '../bodies.ts';
import type { World } from '../world.ts';

const toMember = ({ memberId }: World) => ({ params: { id: memberId } });

export const COACHING_CALLS: readonly Row[] = [
  // nobody
  //  |  other member
  //  |   |  other trainer
  //  |   |   |  former trainer
  //  |   |   |   |  a trainer whose invitation of the member is open
  //  |   |   |   |   |  a member whom the trainer has invited
  //  |   |   |   |   |   |  the trainer
  //  |   |   |   |   |   |   |  the member
  row('401 own own own own own own ok ', 'myPlans'),
  row('401 own own own own own own ok ', 'myInvites'),
  row('401 404 404 404 404 404 404 409', 'acceptInvite', 'to the member, who has a trainer', ({ inviteToMember }) => ({
    params: { id: inviteToMember._id },
  })),
  row('401 404 404 404 404 own 404 404', 'acceptInvite', 'to the invited one', ({ inviteToInvited }) => ({
    params: { id: inviteToInvited._id },
  })),
  row('401 404 404 404 404 404 404 ok ', 'declineInvite', 'to the member', ({ inviteToMember }) => ({
    params: { id: inviteToMember._id },
  })),
  row('401 404 404 404 404 own 404 404', 'declineInvite', 'to the invited one', ({ inviteToInvited }) => ({
    params: { id: inviteToInvited._id },
  })),
  // A code is for whoever was told it. Whose trainer it is already gets what they have.
  row(
    '401 own own own own own 409 ok ',
    'acceptCode',
    'to the invited one',
    ({ inviteToInvited: { code } }) => ({ body: { code } }),
    'in its own world',
  ),
  row(
    '401 own own own 409 own own 409',
    'acceptCode',
    'to the member, who has a trainer',
    ({ inviteToMember: { code } }) => ({ body: { code } }),
    'in its own world',
  ),
  row('401 422 422 422 422 422 422 422', 'acceptCode', 'a guess', () => ({ body: { code: 'AAAAA-AAAAA' } })),
  row('401 404 404 404 404 404 404 ok ', 'myTrainer'),
  row('401 404 404 404 404 404 404 ok ', 'changeSharing', 'health', () => ({ body: { share: { health: true } } })),
  row('401 404 404 404 404 404 404 ok ', 'leaveTrainer'),

  row('401 403 own own own 403 ok  403', 'clients'),
  row('401 403 404 404 404 403 ok  403', 'client', 'the member', toMember),
  row('401 403 404 404 404 403 ok  403', 'removeClient', 'the member', toMember),
  row('401 403 404 404 404 403 ok  403', 'clientWorkouts', 'the member’s', toMember),
  row('401 403 404 404 404 403 ok  403', 'clientStats', 'the member’s', toMember),
  row('401 403 404 404 404 403 ok  403', 'clientSession', 'the member’s', toMember),
  row('401 403 404 404 404 403 ok  403', 'clientNote', 'about the member', toMember),
  row('401 403 404 404 404 403 ok  403', 'writeClientNote', 'about the member', (world) => ({
    ...toMember(world),
    body: { text: 'Mind the knee' },
  })),
  row('401 403 404 404 404 403 ok  403', 'clientPlans', 'the member’s', toMember),
  row('401 403 404 404 404 403 ok  403', 'givePlan', 'to the member', (world) => ({
    ...toMember(world),
    body: planOf(SQUAT),
  })),
  row('401 403 404 404 404 403 ok  403', 'changePlan', 'the member’s', ({ memberId, planId }) => ({
    params: { id: memberId, planId },
    body: planOf(SQUAT),
  })),
  row('401 403 404 404 404 403 ok  403', 'removePlan', 'the member’s', ({ memberId, planId }) => ({
    params: { id: memberId, planId },
  })),
  row('401 403 404 404 404 403 404 403', 'changePlan', 'of the former trainer', ({ memberId, formerPlanId }) => ({
    params: { id: memberId, planId: formerPlanId },
    body: planOf(SQUAT),
  })),
  row('401 403 404 404 404 403 404 403', 'removePlan', 'of the former trainer', ({ memberId, formerPlanId }) => ({
    params: { id: memberId, planId: formerPlanId },
  })),
  row('401 403 404 404 404 403 ok  403', 'cue', 'into the member’s workout', (world) => ({
    ...toMember(world),
    body: { text: 'Stop at 8' },
  })),
  row('401 403 own own own 403 own 403', 'invite', 'somebody new', () => ({
    body: { email: `${randomUUID()}@example.org` },
  })),
  row('401 403 own own own 403 own 403', 'invite', 'the member', ({ people }) => ({
    body: { email: people.member.user.email },
  })),
  row('401 403 own own own 403 own 403', 'invites'),
  row('401 403 404 404 own 403 404 403', 'withdrawInvite', 'of the inviting trainer', ({ inviteToMember }) => ({
    params: { id: inviteToMember._id },
  })),
  row('401 403 404 404 404 403 own 403', 'withdrawInvite', 'of the trainer', ({ inviteToInvited }) => ({
    params: { id: inviteToInvited._id },
  })),

  // What a former trainer and the member wrote to each other stays theirs to read, and that is all.
  row('401 own own ok  own own ok  ok ', 'threads'),
  row('401 404 404 ok  404 404 ok  404', 'messages', 'with the member', ({ memberId }) => ({
    params: { userId: memberId },
  })),
  row('401 404 404 404 404 404 404 ok ', 'messages', 'with the trainer', ({ trainerId }) => ({
    params: { userId: trainerId },
  })),
  row('401 404 404 404 404 404 404 ok ', 'messages', 'with the former trainer', ({ people }) => ({
    params: { userId: people.formerTrainer.user._id },
  })),
  row('401 404 404 404 404 404 404 404', 'sendMessage', 'to the former trainer', ({ people }) => ({
    params: { userId: people.formerTrainer.user._id },
    body: { text: 'Hello' },
  })),
  row('401 404 404 404 404 404 ok  404', 'sendMessage', 'to the member', ({ memberId }) => ({
    params: { userId: memberId },
    body: { text: 'Hello' },
  })),
  row('401 404 404 404 404 404 404 ok ', 'sendMessage', 'to the trainer', ({ trainerId }) => ({
    params: { userId: trainerId },
    body: { text: 'Hello' },
  })),
  row('401 404 404 own 404 404 own 404', 'readMessages', 'of the member', ({ memberId }) => ({
    params: { userId: memberId },
  })),
  row('401 404 404 404 404 404 404 own', 'readMessages', 'of the trainer', ({ trainerId }) => ({
    params: { userId: trainerId },
  })),
];
