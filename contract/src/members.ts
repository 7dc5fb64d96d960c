import { z } from 'zod';
import { ProfileChange, SettingsChange, User, Username } from './auth.ts';
import { data, route, sourced } from './route.ts';
import { BodyWeightKg, ClientId, GivenLocalDate, Id, Instant, LocalDate } from './values.ts';

/** One local day. `calories` kcal, `duration` minutes. */
export const Day = z.object({ date: LocalDate, workouts: z.int(), calories: z.number(), duration: z.number() });

/** The last 30 local days, oldest first; totals are those of these days, streaks those of the whole history. */
export const Progress = z
  .object({
    /** Grows with every change of the member’s workouts; a late event never overwrites a newer one. */
    version: z.int(),
    totalWorkouts: z.int(),
    /** kcal */
    totalCalories: z.number(),
    /** minutes */
    totalDuration: z.number(),
    streak: z.int(),
    longestStreak: z.int(),
    lastWorkoutAt: Instant.nullable(),
    days: z.array(Day).length(30),
  })
  .meta({ id: 'Progress' });

/** `weight` in kg with the reps it was lifted for; `reps` counts those of one set without load, or with any. */
export const PersonalRecord = z.object({
  exercise: z.string(),
  slug: z.string().nullable(),
  kind: z.enum(['weight', 'reps']),
  value: z.number(),
  reps: z.int().nullable(),
  workoutId: Id,
  localDate: LocalDate,
});

export const Stats = z
  .object({
    version: z.int(),
    /** `volume` kg × reps, `minutes`, `calories` kcal */
    totals: z.object({
      workouts: z.int(),
      sets: z.int(),
      volume: z.number(),
      minutes: z.number(),
      calories: z.number(),
    }),
    /** `daily` and `longest` in days, `weekly` in weeks (Monday to Sunday) of at least two workouts. */
    streak: z.object({ daily: z.int(), longest: z.int(), weekly: z.int() }),
    /** 371 days up to today, oldest first, those without a workout too. */
    calendar: z.array(z.object({ date: LocalDate, workouts: z.int(), minutes: z.number() })).length(371),
    /** Newest first. */
    records: z.array(PersonalRecord),
  })
  .meta({ id: 'Stats' });

export const BodyWeight = z
  .object({ _id: Id, localDate: LocalDate, weight: z.number(), createdAt: Instant })
  .meta({ id: 'BodyWeight' });

export const progress = route('progress', {
  tag: 'Members',
  who: 'person',
  answer: { 200: sourced(Progress) },
  says: 'The last 30 local days. Cached 5 minutes; any change of the workouts clears it.',
});

export const stats = route('stats', {
  tag: 'Members',
  who: 'person',
  answer: { 200: sourced(Stats) },
  says: 'The whole history in numbers. Cached 10 minutes; any change of the workouts clears it.',
});

export const changeMe = route('changeMe', {
  tag: 'Members',
  who: 'person',
  body: z.strictObject({
    username: Username.optional(),
    profile: ProfileChange.optional(),
    settings: SettingsChange.optional(),
  }),
  answer: { 200: data(User) },
  errors: ['username_taken'],
  says: 'Changes what is given and leaves the rest.',
});

export const weights = route('weights', {
  tag: 'Members',
  who: 'person',
  answer: { 200: data(z.array(BodyWeight)) },
  says: 'Body weight over time, newest first; one a day.',
});

export const addWeight = route('addWeight', {
  tag: 'Members',
  who: 'person',
  // One a day: the day itself tells the same weight sent twice, so that the `clientId` has nothing left to do.
  body: z.strictObject({ clientId: ClientId.nullish(), localDate: GivenLocalDate, weight: BodyWeightKg }),
  answer: { 201: data(BodyWeight), 200: data(BodyWeight) },
  says: 'Notes the weight of a day. A second one for the same day takes the first one’s place (200).',
});

export const removeWeight = route('removeWeight', {
  tag: 'Members',
  who: 'person',
  params: z.strictObject({ id: Id }),
  answer: { 204: null },
  says: 'Removes one weight.',
});
