import { coach, someone, SQUAT } from '../coached.ts';
import { ownExercise, planOf } from './bodies.ts';
import type { Client, TestServer } from '../test-server.ts';

/** How somebody stands to the member whose things are asked for: the columns of every table of access. */
export const ROLES = [
  'nobody',
  'otherMember',
  'otherTrainer',
  'formerTrainer',
  'invitingTrainer',
  'invitedMember',
  'trainer',
  'member',
] as const;
export type Role = (typeof ROLES)[number];
/** Nobody has no token, and so no account. */
export type Person = Exclude<Role, 'nobody'>;
export const PEOPLE = ROLES.filter((role): role is Person => role !== 'nobody');
/** Whom nothing of the member’s concerns, now. */
export const STRANGERS = PEOPLE.filter((role) => role !== 'trainer' && role !== 'member');

export type People = Record<Person, Client>;

/** Stands in whatever the member writes, and in nothing else. */
export const PRIVATE_WORD = 'Jasmine';
/** Stands in what the trainer keeps to themselves. */
export const TRAINERS_WORD = 'Marigold';

export interface Coaching {
  people: People;
  /** Of the trainer who invites the member; open. */
  inviteToMember: { _id: string; code: string };
  /** Of the member’s trainer to the one who is invited; open. */
  inviteToInvited: { _id: string; code: string };
  /** What the former trainer gave, and an exercise of theirs. */
  formerPlanId: string;
  formerExerciseId: string;
}

/** Seven people, and how each of them comes to stand to the member. */
export async function introduce(server: TestServer): Promise<Coaching> {
  const signUp = (role: 'member' | 'trainer') => someone(server, role);
  const [otherMember, otherTrainer, formerTrainer, invitingTrainer, invitedMember, trainer, member] = await Promise.all(
    [
      signUp('member'),
      signUp('trainer'),
      signUp('trainer'),
      signUp('trainer'),
      signUp('member'),
      signUp('trainer'),
      signUp('member'),
    ],
  );
  await coach(formerTrainer, member);
  const given = await formerTrainer.call('givePlan', {
    params: { id: member.user._id },
    body: planOf(SQUAT),
  });
  const theirs = await formerTrainer.call('addExercise', { body: ownExercise('Step with a turn') });
  await formerTrainer.call('sendMessage', { params: { userId: member.user._id }, body: { text: 'Welcome' } });
  await member.call('leaveTrainer');
  await coach(trainer, member);
  const [toMember, toInvited] = await Promise.all([
    invitingTrainer.call('invite', { body: { email: member.user.email } }),
    trainer.call('invite', { body: { email: invitedMember.user.email } }),
  ]);
  return {
    people: { otherMember, otherTrainer, formerTrainer, invitingTrainer, invitedMember, trainer, member },
    inviteToMember: toMember.body.data,
    inviteToInvited: toInvited.body.data,
    formerPlanId: given.body.data._id,
    formerExerciseId: theirs.body.data._id,
  };
}
