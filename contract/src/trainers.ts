import { z } from 'zod';
import { Email } from './auth.ts';
import { BodyWeight, Progress, Stats } from './members.ts';
import { data, list, route } from './route.ts';
import {
  ClientId,
  GivenLocalDate,
  Id,
  Instant,
  Limit,
  LocalDate,
  Name,
  Note,
  Reps,
  Seconds,
  SetCount,
  WeightKg,
} from './values.ts';
import { Workout } from './workouts.ts';

const client = z.strictObject({ id: Id });

/** What a member lets their trainer see; a part that is not shared is absent, and its rooms are closed. */
export const Share = z.object({
  /** Numbers and the running workout. */
  live: z.boolean(),
  /** Workouts with notes, body weight, statistics. */
  history: z.boolean(),
  /** Conditions and restrictions of the profile. */
  health: z.boolean(),
});

export const Compliance = z
  .object({
    /** Per cent of the planned workouts that were done in the last 7, 30 and 90 days; null: none was planned. */
    d7: z.int().nullable(),
    d30: z.int().nullable(),
    d90: z.int().nullable(),
  })
  .meta({ id: 'Compliance' });

export const ClientStatus = z.enum(['training', 'needs_look', 'on_track']);

export const ClientRow = z
  .object({
    _id: Id,
    username: z.string(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    status: ClientStatus,
    /** Why it needs a look, in words. */
    reason: z.string().nullable(),
    /** 30 days; absent while live numbers are not shared. */
    progress: z
      .object({ totalWorkouts: z.int(), totalCalories: z.number(), totalDuration: z.number(), streak: z.int() })
      .optional(),
    /** Absent while the history is not shared. */
    lastWorkout: z.object({ _id: Id, name: z.string(), date: Instant, localDate: LocalDate }).nullable().optional(),
    compliance: Compliance.nullable(),
    unread: z.int(),
    online: z.boolean(),
    session: z
      .object({
        startedAt: Instant,
        exercise: z.string().nullable(),
        setsDone: z.int(),
        setsPlanned: z.int(),
        restUntil: Instant.nullable(),
      })
      .nullable(),
    since: Instant,
  })
  .meta({ id: 'ClientRow' });

export const clients = route('clients', {
  tag: 'Trainers',
  who: 'trainer',
  answer: { 200: data(z.array(ClientRow)) },
  says: 'The trainer’s clients: training now, needing a look, on track. Cached 5 minutes; any change of a client clears it.',
});

/** One client; what is not shared is absent. */
export const ClientDetail = z
  .object({
    _id: Id,
    username: z.string(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    since: Instant,
    share: Share,
    until: LocalDate.nullable(),
    online: z.boolean(),
    progress: Progress.optional(),
    compliance: Compliance.nullable(),
    weights: z.array(BodyWeight).optional(),
    health: z.object({ medicalConditions: z.array(z.string()), dietaryRestrictions: z.array(z.string()) }).optional(),
  })
  .meta({ id: 'ClientDetail' });

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

const NoteText = z.object({ text: z.string(), updatedAt: Instant.nullable() });
export const clientNote = route('clientNote', {
  tag: 'Trainers',
  who: 'trainer',
  params: client,
  answer: { 200: data(NoteText) },
  says: 'The trainer’s private note; the member never sees it.',
});
export const writeClientNote = route('writeClientNote', {
  tag: 'Trainers',
  who: 'trainer',
  params: client,
  body: z.strictObject({ text: Note }),
  answer: { 200: data(NoteText) },
  says: 'Replaces the private note.',
});

export const Invite = z
  .object({ _id: Id, email: z.string(), code: z.string(), expiresAt: Instant, createdAt: Instant })
  .meta({ id: 'Invite' });

export const invite = route('invite', {
  tag: 'Trainers',
  who: 'trainer',
  body: z.strictObject({ email: Email, clientId: ClientId.nullish() }),
  answer: { 201: data(Invite), 200: data(Invite) },
  errors: ['too_many_tries'],
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
const planFields = {
  name: Name,
  /** Today without it. */
  startsOn: GivenLocalDate.optional(),
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

export const AssignedPlan = z
  .object({
    _id: Id,
    clientId: z.string().nullable(),
    trainerId: Id,
    memberId: Id,
    name: z.string(),
    startsOn: LocalDate,
    weeks: z.int(),
    days: z.array(
      z.object({
        weekday: z.int(),
        name: z.string(),
        exercises: z.array(
          z.object({
            exerciseId: Id,
            name: z.string(),
            sets: z.int(),
            reps: z.int().nullable(),
            weight: z.number().nullable(),
            duration: z.number().nullable(),
            restSeconds: z.number().nullable(),
            note: z.string().nullable(),
          }),
        ),
      }),
    ),
    /** What does not go with a condition that the member shares. */
    warnings: z.array(z.object({ exerciseId: Id, condition: z.string(), message: z.string() })),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'AssignedPlan' });

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
  errors: ['not_training'],
  says: 'A word into the running workout of a client.',
});

// --- the member’s side ----------------------------------------------------------------------------------------------

const PublicTrainer = z.object({
  _id: Id,
  username: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
});

export const myPlans = route('myPlans', {
  tag: 'Members',
  who: 'person',
  answer: { 200: data(z.array(AssignedPlan.extend({ today: z.int().nullable() }))) },
  says: 'The workout plans that the trainer gave; `today` is the index of the day that is due, today’s plans first.',
});

export const myInvites = route('myInvites', {
  tag: 'Members',
  who: 'person',
  answer: { 200: data(z.array(z.object({ _id: Id, trainer: PublicTrainer, expiresAt: Instant }))) },
  says: 'Invitations to this person’s e-mail that are open.',
});
export const acceptInvite = route('acceptInvite', {
  tag: 'Members',
  who: 'person',
  params: client,
  answer: { 200: data(PublicTrainer) },
  errors: ['has_trainer', 'own_invite'],
  says: 'Accepts: the trainer sees what `GET /members/trainer` says from now on.',
});
export const declineInvite = route('declineInvite', {
  tag: 'Members',
  who: 'person',
  params: client,
  answer: { 204: null },
  says: 'Declines an invitation.',
});
export const acceptCode = route('acceptCode', {
  tag: 'Members',
  who: 'person',
  body: z.strictObject({ code: z.string().trim().min(1, 'Please type the code.').max(40) }),
  answer: { 200: data(PublicTrainer) },
  errors: ['wrong_code', 'has_trainer', 'own_invite', 'too_many_tries'],
  says: 'Accepts by the code of an invitation; each holds once.',
});

const MyTrainer = z.object({
  trainer: PublicTrainer,
  since: Instant,
  online: z.boolean(),
  share: Share,
  /** The last day on which the trainer sees anything; null: no end. */
  until: LocalDate.nullable(),
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
    share: z
      .strictObject({ live: z.boolean().optional(), history: z.boolean().optional(), health: z.boolean().optional() })
      .optional(),
    until: z.iso.date('This has to be a day like 2026-07-16.').nullable().optional(),
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
