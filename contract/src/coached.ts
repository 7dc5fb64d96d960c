import { z } from 'zod';
import { AssignedPlan, MyTrainer, PersonName, Share } from './coaching.ts';
import { data, route } from './route.ts';
import { Id, Instant, LocalDate } from './values.ts';

/** The member’s side of coaching. */
const invitation = z.strictObject({ id: Id });

export const myPlans = route('myPlans', {
  tag: 'Members',
  who: 'person',
  answer: { 200: data(z.array(AssignedPlan.extend({ today: z.int().nullable() }))) },
  says: 'The workout plans that the trainer gave; `today` is the index of the day that is due, today’s plans first.',
});

export const myInvites = route('myInvites', {
  tag: 'Members',
  who: 'person',
  answer: { 200: data(z.array(z.object({ _id: Id, trainer: PersonName, expiresAt: Instant }))) },
  says: 'Invitations to this person’s e-mail that are open.',
});
export const acceptInvite = route('acceptInvite', {
  tag: 'Members',
  who: 'person',
  params: invitation,
  answer: { 200: data(PersonName) },
  errors: ['has_trainer', 'own_invite'],
  says: 'Accepts: the trainer sees what `GET /members/trainer` says from now on.',
});
export const declineInvite = route('declineInvite', {
  tag: 'Members',
  who: 'person',
  params: invitation,
  answer: { 204: null },
  says: 'Declines an invitation.',
});
export const acceptCode = route('acceptCode', {
  tag: 'Members',
  who: 'person',
  body: z.strictObject({ code: z.string().trim().min(1, 'Please type the code.').max(40) }),
  answer: { 200: data(PersonName) },
  errors: ['wrong_code', 'has_trainer', 'own_invite', 'too_many_tries'],
  says: 'Accepts by the code of an invitation; each holds once.',
});

export const myTrainer = route('myTrainer', {
  tag: 'Members',
  who: 'person',
  answer: { 200: data(MyTrainer) },
  says: 'The trainer and what they see, or 404.',
});
export const changeSharing = route('changeSharing', {
  tag: 'Members',
  who: 'person',
  body: z.strictObject({
    share: z.strictObject(Share.shape).partial().optional(),
    /** The last day, from today on; null: no end. */
    until: LocalDate.nullable().optional(),
  }),
  answer: { 200: data(MyTrainer) },
  says: 'Narrows or widens what the trainer sees, or gives it an end; it holds in the same second.',
});
export const leaveTrainer = route('leaveTrainer', {
  tag: 'Members',
  who: 'person',
  answer: { 204: null },
  says: 'Ends it; the trainer sees nothing any more in the same second.',
});
