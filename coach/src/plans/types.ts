import type { FieldError } from '@trainer/contract/errors';
import type { DietPlan, SuggestionPlan, Verification, Workout } from '@trainer/contract/types';

/**
 * How a plan comes about, the same for both kinds and for every writer:
 * request → `read…Request` (words onto closed lists) → `screen…` (may we?) → a writer’s draft (any JSON)
 * → `compose…` (our numbers; what does not fit is replaced) → `verify…` (everything is worked out and checked anew).
 */

/** The person as a diet is planned for. `without` names ingredients; `withoutKeys` are their keys in the table. */
export type DietProfile = DietPlan['request'] & { withoutKeys: readonly string[] };

/** The person as workouts are planned for. `history` newest first. */
export type TrainingProfile = SuggestionPlan['request'] & { history: readonly PastWorkout[] };
export type PastWorkout = Pick<Workout, 'localDate' | 'exercises'>;

/** What a request of words comes to: a profile; or why there is no plan; or everything that was not understood, each by its path. */
export type ReadRequest<Profile> = { profile: Profile } | { stop: Stop } | { wrong: FieldError[] };

/** Why no plan is written, in words for the person, and what to do instead. */
export interface Stop {
  reason: string;
  instead: string;
}

/** One thing that is not as it should be. `path` as in `days.0.meals.2`. */
export interface Finding {
  code: FindingCode;
  path: string;
  message: string;
}

/** The same list for both kinds. */
export type FindingCode =
  | 'shape'
  | 'unknown_id'
  | 'duplicate'
  | 'count'
  | 'day_energy'
  | 'energy_floor'
  | 'protein'
  | 'fat'
  | 'allergen'
  | 'diet'
  | 'condition'
  | 'repeated'
  | 'sum'
  | 'equipment'
  | 'session_time'
  | 'days'
  | 'recovery'
  | 'volume'
  | 'load'
  | 'missing_part'
  | 'text';

/** The parts of a plan that `coach` works out; ids, times and who wrote it are added where it is kept. */
type Content<Plan, Own extends keyof Plan> = Pick<
  Plan,
  Own | ('title' & keyof Plan) | ('summary' & keyof Plan) | ('notes' & keyof Plan)
>;
export type DietContent = Content<DietPlan, 'kind' | 'startsOn' | 'targets' | 'working' | 'days' | 'recipes'>;
export type WorkoutContent = Content<
  SuggestionPlan,
  'kind' | 'exercises' | 'schedule' | 'warmUp' | 'coolDown' | 'progression' | 'prescription' | 'volume'
>;

/**
 * A draft made into a plan. `findings` is what was wrong with the draft; `changes` are sentences for the person about
 * what was replaced. `plan` is null where too little of the draft can be used.
 */
export interface Composed<C> {
  plan: C | null;
  findings: Finding[];
  changes: string[];
}

/** What a verifier says: a plan with anything `broken` is never shown. */
export interface Verdict {
  checks: Verification['checks'];
  broken: Finding[];
}

/**
 * What a writer gives for a diet: dishes by slug and words, never a number. Days go from 1 to 7, each with four meals.
 * A draft comes from outside and is read as any JSON.
 */
export interface DietDraft {
  title: string;
  summary: string;
  meals: { day: number; meal: string; dishes: string[]; why: string }[];
  notes: string[];
}

/** What a writer gives for workouts: exercises by slug, who trains what on which weekday (1 is Monday), and words. */
export interface WorkoutDraft {
  title: string;
  summary: string;
  exercises: { slug: string; why: string }[];
  days: { day: number; focus: string; exercises: string[] }[];
  notes: string[];
}
