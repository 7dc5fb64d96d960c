import { z } from 'zod';
import { Email } from './auth.ts';
import { AssignedPlan, ClientDetail, ClientRow, Invite, PrivateNote } from './coaching.ts';
import { Stats } from './members.ts';
import { data, list, route } from './route.ts';
import { Session } from './session.ts';
import { ClientId, EARLIEST, Id, Limit, Name, Note, Reps, Seconds, SetCount, WeightKg } from './values.ts';
import { Workout } from './workouts.ts';

const client = z.strictObject({ id: Id });

export const clients = route('clients', {
  tag: 'Trainers',
  who: 'trainer',
  answer: { 200: data(z.array(ClientRow)) },
  says: 'The trainer’s clients: training now, needing a look, on track. Cached 5 minutes; any change of a client clears it.',
});

export const clientDetail = route('client', {
  tag: 'Trainers',
  who: 'trainer',
  params: client,
  answer: { 200: data(ClientDetail) },
  says: 'One client, as far as they share.',
});

export const clientWorkouts = route('clientWorkouts', {
  tag: 'Trainers',
  who: 'trainer',
  params: client,
  query: z.strictObject({ limit: Limit, cursor: z.string().max(200).optional() }),
  answer: { 200: list(Workout) },
  says: 'A client’s whole history, newest first; 404 while it is not shared.',
});

export const clientStats = route('clientStats', {
  tag: 'Trainers',
  who: 'trainer',
  params: client,
  answer: { 200: data(Stats) },
  says: 'A client’s statistics; 404 while the history is not shared.',
});

export const clientSession = route('clientSession', {
  tag: 'Trainers',
  who: 'trainer',
  params: client,
  answer: { 200: data(Session) },
  says: 'What a client trains now, set by set, or 404. `sessionUpdated` tells what follows; the higher `version` is the newer one.',
});

export const clientNote = route('clientNote', {
  tag: 'Trainers',
  who: 'trainer',
  params: client,
  answer: { 200: data(PrivateNote) },
  says: 'The trainer’s private note; the member never sees it.',
});
export const writeClientNote = route('writeClientNote', {
  tag: 'Trainers',
  who: 'trainer',
  params: client,
  body: z.strictObject({ text: Note }),
  answer: { 200: data(PrivateNote) },
  says: 'Replaces the private note.',
});

export const invite = route('invite', {
  tag: 'Trainers',
  who: 'trainer',
  body: z.strictObject({ email: Email, clientId: ClientId.nullish() }),
  answer: { 201: data(Invite), 200: data(Invite) },
  errors: ['own_invite', 'too_many_tries'],
  says: 'Invites a member by mail, and as a one-time code that they may type. Accepting is the consent.',
});
export const invites = route('invites', {
  tag: 'Trainers',
  who: 'trainer',
  answer: { 200: data(z.array(Invite)) },
  says: 'Invitations that are open.',
});
export const withdrawInvite = route('withdrawInvite', {
  tag: 'Trainers',
  who: 'trainer',
  params: client,
  answer: { 204: null },
  says: 'Withdraws an invitation.',
});
export const removeClient = route('removeClient', {
  tag: 'Trainers',
  who: 'trainer',
  params: client,
  answer: { 204: null },
  says: 'Ends coaching a client; in the same second nothing of theirs is seen any more.',
});

const PlannedExercise = z.strictObject({
  exerciseId: Id,
  sets: SetCount,
  reps: Reps.nullish(),
  weight: WeightKg.nullish(),
  /** seconds of one set */
  duration: Seconds.nullish(),
  restSeconds: Seconds.nullish(),
  note: Note.nullish(),
});
const YEAR_MS = 366 * 86_400_000;
const planFields = {
  name: Name,
  /** Without it a new plan begins on the client’s today, and a changed one keeps its beginning. */
  startsOn: z.iso
    .date('This has to be a day like 2026-07-16.')
    .refine((day) => day >= EARLIEST, 'Days start in 1970.')
    .refine((day) => Date.parse(day) <= Date.now() + YEAR_MS, 'A plan begins within a year.')
    .optional(),
  weeks: z.int().min(1, 'From 1 to 52 weeks.').max(52, 'From 1 to 52 weeks.').default(4),
  days: z
    .array(
      z.strictObject({
        /** 1 is Monday. */
        weekday: z.int().min(1, 'Weekdays go from 1 to 7.').max(7, 'Weekdays go from 1 to 7.'),
        name: Name.nullish(),
        exercises: z.array(PlannedExercise).min(1, 'At least one exercise.').max(50, 'At most 50 exercises.'),
      }),
    )
    .min(1, 'At least one day.')
    .max(7, 'At most 7 days.')
    .refine((days) => new Set(days.map((day) => day.weekday)).size === days.length, 'Each weekday only once.'),
};

const ofPlan = z.strictObject({ id: Id, planId: Id });
export const clientPlans = route('clientPlans', {
  tag: 'Trainers',
  who: 'trainer',
  params: client,
  answer: { 200: data(z.array(AssignedPlan)) },
  says: 'The plans that a client was given, newest first.',
});
export const givePlan = route('givePlan', {
  tag: 'Trainers',
  who: 'trainer',
  params: client,
  body: z.strictObject({ ...planFields, clientId: ClientId.nullish() }),
  answer: { 201: data(AssignedPlan), 200: data(AssignedPlan) },
  says: 'Gives a client a workout plan for weekdays; today’s appears on their dashboard.',
});
export const changePlan = route('changePlan', {
  tag: 'Trainers',
  who: 'trainer',
  params: ofPlan,
  body: z.strictObject(planFields),
  answer: { 200: data(AssignedPlan) },
  says: 'The whole plan anew.',
});
export const removePlan = route('removePlan', {
  tag: 'Trainers',
  who: 'trainer',
  params: ofPlan,
  answer: { 204: null },
  says: 'Takes a plan back.',
});

export const cue = route('cue', {
  tag: 'Trainers',
  who: 'trainer',
  params: client,
  body: z.strictObject({ text: z.string().trim().min(1, 'Write a word.').max(120, 'At most 120 characters.') }),
  answer: { 204: null },
  errors: ['not_training', 'too_many_requests'],
  says: 'A word into the running workout of a client.',
});
