/** The contract's shapes as plain types, without zod: what pages and `coach` import. */
import type { z } from 'zod';
import type * as auth from './auth.ts';
import type * as coaching from './coaching.ts';
import type * as exercises from './exercises.ts';
import type * as members from './members.ts';
import type * as messages from './messages.ts';
import type { CallName } from './paths.ts';
import type * as plans from './plans.ts';
import type { Routes } from './routes.ts';
import type * as session from './session.ts';
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

export type SuggestionRequest = z.input<typeof plans.SuggestionRequest>;
export type GivenSuggestionRequest = z.output<typeof plans.SuggestionRequest>;
export type DietRequest = z.input<typeof plans.DietRequest>;
export type GivenDietRequest = z.output<typeof plans.DietRequest>;
export type SuggestionPlan = z.output<typeof plans.SuggestionPlan>;
export type SuggestedExercise = z.output<typeof plans.SuggestedExercise>;
export type ScheduledDay = z.output<typeof plans.ScheduledDay>;
export type PrescriptionSubject = z.output<typeof plans.PrescriptionSubject>;
export type DietPlan = z.output<typeof plans.DietPlan>;
export type PlannedDay = z.output<typeof plans.PlannedDay>;
export type PlannedMeal = z.output<typeof plans.PlannedMeal>;
export type MealItem = z.output<typeof plans.MealItem>;
export type Totals = z.output<typeof plans.Totals>;
export type DietTarget = z.output<typeof plans.DietTarget>;
export type Swap = z.output<typeof plans.Swap>;
export type ShoppingShelf = z.output<typeof plans.ShoppingShelf>;
export type SharedPlan = z.output<typeof plans.SharedPlan>;
export type PlanSummary = z.output<typeof plans.PlanSummary>;
export type PlanKind = z.output<typeof plans.PlanKind>;
export type PlanWriterName = z.output<typeof plans.Writer>;
export type PlanStatus = z.output<typeof plans.PlanStatus>;
export type Verification = z.output<typeof plans.Verification>;
export type CheckStatus = z.output<typeof plans.CheckStatus>;
export type Share = z.output<typeof coaching.Share>;
export type AssignedPlan = z.output<typeof coaching.AssignedPlan>;
export type Compliance = z.output<typeof coaching.Compliance>;
export type ClientRow = z.output<typeof coaching.ClientRow>;
export type ClientStatus = z.output<typeof coaching.ClientStatus>;
export type ClientDetail = z.output<typeof coaching.ClientDetail>;
export type PersonName = z.output<typeof coaching.PersonName>;
export type Invite = z.output<typeof coaching.Invite>;
export type MyTrainer = z.output<typeof coaching.MyTrainer>;
export type Message = z.output<typeof messages.Message>;
export type Thread = z.output<typeof messages.Thread>;

/** What a device sends; checked, it is a `GivenOp`. */
export type Op = z.input<typeof session.Op>;
export type GivenOp = z.output<typeof session.Op>;
export type OpResult = z.output<typeof session.OpResult>;
export type Session = z.output<typeof session.Session>;
export type SessionExercise = z.output<typeof session.SessionExercise>;
export type SessionSet = z.output<typeof session.SessionSet>;
export type Rest = z.output<typeof session.Rest>;

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
export type PlanProgress = z.output<typeof sockets.serverEvents.planProgress>;
export type CueReceived = z.output<typeof sockets.serverEvents.cueReceived>;
export type MessagesRead = z.output<typeof sockets.serverEvents.messagesRead>;
export type SessionUpdated = z.output<typeof sockets.serverEvents.sessionUpdated>;
export type SessionEnded = z.output<typeof sockets.serverEvents.sessionEnded>;
export type ProgressUpdated = z.output<typeof sockets.serverEvents.progressUpdated>;
