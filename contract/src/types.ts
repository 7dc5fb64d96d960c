/** The contract's shapes as plain types, without zod: what pages and `coach` import. */
import type { z } from 'zod';
import type * as auth from './auth.ts';
import type * as exercises from './exercises.ts';
import type * as members from './members.ts';
import type { CallName } from './paths.ts';
import type { Routes } from './routes.ts';
import type * as sockets from './sockets.ts';
import type * as workouts from './workouts.ts';

export type User = z.output<typeof auth.User>;
export type Profile = z.output<typeof auth.Profile>;
export type ProfileChange = z.output<typeof auth.ProfileChange>;
export type Settings = z.output<typeof auth.Settings>;
export type SettingsChange = z.output<typeof auth.SettingsChange>;
export type Role = z.output<typeof auth.Role>;
export type Units = z.output<typeof auth.Units>;
export type Theme = z.output<typeof auth.Theme>;

export type Progress = z.output<typeof members.Progress>;
export type Day = z.output<typeof members.Day>;
export type Stats = z.output<typeof members.Stats>;
export type PersonalRecord = z.output<typeof members.PersonalRecord>;
export type BodyWeight = z.output<typeof members.BodyWeight>;

export type Workout = z.output<typeof workouts.Workout>;
export type WorkoutInput = z.input<typeof workouts.WorkoutInput>;
/** A WorkoutInput that has passed validation: trimmed, in UTC, defaults filled in. */
export type GivenWorkout = z.output<typeof workouts.WorkoutInput>;
export type GivenWorkoutChange = z.output<typeof workouts.WorkoutChange>;
export type LoggedExercise = z.output<typeof workouts.LoggedExercise>;
export type LoggedSet = z.output<typeof workouts.LoggedSet>;
export type SetType = z.output<typeof workouts.SetType>;
export type Intensity = z.output<typeof workouts.Intensity>;
export type ImportReceipt = z.output<typeof workouts.ImportReceipt>;
export type Dialect = z.output<typeof workouts.Dialect>;
export type WeightUnit = z.output<typeof workouts.WeightUnit>;

export type Exercise = z.output<typeof exercises.Exercise>;
export type MuscleGroup = z.output<typeof exercises.MuscleGroup>;
export type ExerciseInput = z.input<typeof exercises.ExerciseInput>;
/** An ExerciseInput, or a change of one, that has passed validation. */
export type GivenExercise = z.output<typeof exercises.ExerciseInput>;
export type GivenExerciseChange = z.output<typeof exercises.ExerciseChange>;

/** What a client puts into a call: only the parts that the call takes. */
export type CallInput<N extends CallName> = Part<'params', z.input<Routes[N]['params']>> &
  Part<'query', z.input<Routes[N]['query']>> &
  Part<'body', z.input<Routes[N]['body']>>;
type Part<K extends string, T> = keyof T extends never
  ? unknown
  : Record<never, never> extends T
    ? Partial<Record<K, T>>
    : Record<K, T>;

type Body<S> = S extends z.ZodType ? z.output<S> : undefined;
/** The body of any successful answer to a call. */
export type CallAnswer<N extends CallName> = {
  [S in keyof Routes[N]['answer']]: Body<Routes[N]['answer'][S]>;
}[keyof Routes[N]['answer']];

export type ServerEvents = {
  [E in keyof typeof sockets.serverEvents]: (told: z.output<(typeof sockets.serverEvents)[E]>) => void;
};
export type Acknowledgement = z.output<typeof sockets.Acknowledgement>;
export type ClientEvents = {
  [E in keyof typeof sockets.clientEvents]: (
    asked: z.output<(typeof sockets.clientEvents)[E]>,
    acknowledge?: (answer: Acknowledgement) => void,
  ) => void;
};
export type ProgressUpdated = z.output<typeof sockets.serverEvents.progressUpdated>;
