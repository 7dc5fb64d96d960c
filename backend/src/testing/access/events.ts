import type { ServerEvents } from '@trainer/contract/types';
import { SQUAT, workout } from '../coached.ts';
import type { TestSocket } from '../test-server.ts';
import type { Person, Role } from './people.ts';
import { tokensOf } from './row.ts';
import { planOf, SUGGESTION } from './bodies.ts';
import type { World } from './world.ts';

/** `yes`: this event is heard, and it is the only one of the row that is. Strangers hear none of any kind. */
const TOKENS = ['yes', '-'] as const;

export interface Happening {
  event: keyof ServerEvents;
  title: string;
  cells: Record<Role, (typeof TOKENS)[number]>;
  happen(world: World, screens: Record<Person, TestSocket>): Promise<unknown>;
}

const when = (cells: string, event: keyof ServerEvents, what: string, happen: Happening['happen']): Happening => {
  const title = `${event}, as ${what}`;
  return { event, title, cells: tokensOf(cells, TOKENS, title), happen };
};

/** Everything that the server tells, what makes it tell it, and whose screens hear it. Nobody has no screen. */
export const HAPPENINGS: readonly Happening[] = [
  // nobody
  //  | other member
  //  | | other trainer
  //  | | | former trainer
  //  | | | | a trainer whose invitation of the member is open
  //  | | | | | a member whom the trainer has invited
  //  | | | | | |  the trainer
  //  | | | | | |   |  the member
  when('- - - - - - yes yes', 'progressUpdated', 'the member saves a workout', ({ people: { member } }) =>
    member.call('saveWorkout', workout()),
  ),
  when('- - - - - - -   yes', 'planProgress', 'the member asks for a plan', ({ people: { member } }) =>
    member.call('suggest', { body: SUGGESTION }),
  ),
  when('- - - - - - yes yes', 'sessionUpdated', 'the member ticks a set', ({ phone }) => phone.tick(8)),
  when('- - - - - - yes yes', 'sessionEnded', 'the member finishes', async ({ phone }) => {
    await phone.tick(8);
    await phone.finish();
  }),
  when('- - - - - - yes yes', 'sessionEnded', 'the member discards the workout', ({ phone }) => phone.discard()),
  when('- - - - - - -   yes', 'cueReceived', 'the trainer sends a word', ({ people: { trainer }, memberId }) =>
    trainer.call('cue', { params: { id: memberId }, body: { text: 'Up' } }),
  ),
  when('- - - - - - yes yes', 'messageReceived', 'the trainer writes', ({ people: { trainer }, memberId }) =>
    trainer.call('sendMessage', { params: { userId: memberId }, body: { text: 'Hello' } }),
  ),
  when('- - - - - - yes yes', 'messageReceived', 'the member writes', ({ people: { member }, trainerId }) =>
    member.call('sendMessage', { params: { userId: trainerId }, body: { text: 'Hello' } }),
  ),
  when('- - - - - - yes yes', 'messagesRead', 'the trainer reads', ({ people: { trainer }, memberId }) =>
    trainer.call('readMessages', { params: { userId: memberId } }),
  ),
  when('- - - - - - -   yes', 'typing', 'the trainer types', ({ memberId }, { trainer }) =>
    trainer.emitWithAck('typing', { to: memberId }),
  ),
  when('- - - - - - yes -  ', 'typing', 'the member types', ({ trainerId }, { member }) =>
    member.emitWithAck('typing', { to: trainerId }),
  ),
  when('- - - - - - yes -  ', 'presence', 'the member goes', (_, { member }) => Promise.resolve(member.disconnect())),
  when('- - - - - - -   yes', 'presence', 'the trainer goes', (_, { trainer }) =>
    Promise.resolve(trainer.disconnect()),
  ),
  when('- - - - - - yes -  ', 'clientsChanged', 'the member saves a workout', ({ people: { member } }) =>
    member.call('saveWorkout', workout()),
  ),
  when('- - - - - - yes -  ', 'clientsChanged', 'the member ends the coaching', ({ people: { member } }) =>
    member.call('leaveTrainer'),
  ),
  when('- - - - - - -   yes', 'inviteReceived', 'another trainer invites the member', ({ people }) =>
    people.otherTrainer.call('invite', { body: { email: people.member.user.email } }),
  ),
  when('- - - - - - -   yes', 'inviteReceived', 'the trainer ends the coaching', ({ people: { trainer }, memberId }) =>
    trainer.call('removeClient', { params: { id: memberId } }),
  ),
  when('- - - - - - -   yes', 'plansChanged', 'the trainer gives a plan', ({ people: { trainer }, memberId }) =>
    trainer.call('givePlan', { params: { id: memberId }, body: planOf(SQUAT) }),
  ),
  when('- - - - - - -   yes', 'sessionRevoked', 'the member logs out', ({ people: { member } }) =>
    member.call('logOut'),
  ),
];
