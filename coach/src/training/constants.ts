import type { SuggestionPlan } from '@trainer/contract/types';

/**
 * Every number of the science that workout plans are made and checked by. “ACSM 2026” is the position stand in Med Sci
 * Sports Exerc 58(4):851–872; “table” is the common prescription by goal that follows from it and from NSCA’s.
 */

export type Level = SuggestionPlan['request']['fitnessLevel'];

/** from, to */
export type Range = readonly [from: number, to: number];

/** What one goal takes. `sets` of an exercise and session, `restSeconds` after a set, `weekly` sets of a muscle by level. */
export interface GoalRow {
  readonly percent: Range;
  readonly reps: Range;
  readonly sets: Range;
  readonly restSeconds: Range;
  /** Repetitions left when a set ends, by level. */
  readonly reserve: Readonly<Record<Level, number>>;
  readonly weekly: Readonly<Record<Level, Range>>;
}

export const GOAL_ROWS = {
  // ACSM 2026: ≥ 80 % of 1RM, 2–3 sets, at least twice a week.
  strength: {
    percent: [80, 95],
    reps: [3, 6],
    sets: [2, 4],
    restSeconds: [120, 240],
    reserve: { beginner: 3, intermediate: 2, advanced: 2 },
    weekly: { beginner: [4, 8], intermediate: [6, 10], advanced: [8, 12] },
  },
  // ACSM 2026: ≥ 10 sets a muscle and week; 12–20 in trained men (Baz-Valle 2022); slope flat beyond 2 left (Robinson 2024).
  hypertrophy: {
    percent: [60, 80],
    reps: [6, 15],
    sets: [2, 4],
    restSeconds: [60, 150],
    reserve: { beginner: 3, intermediate: 2, advanced: 1 },
    weekly: { beginner: [6, 10], intermediate: [10, 16], advanced: [12, 20] },
  },
  endurance: {
    percent: [40, 60],
    reps: [15, 25],
    sets: [2, 3],
    restSeconds: [30, 90],
    reserve: { beginner: 4, intermediate: 3, advanced: 2 },
    weekly: { beginner: [4, 8], intermediate: [6, 10], advanced: [8, 12] },
  },
  // As hypertrophy with a fifth less volume, because less is eaten.
  'fat loss': {
    percent: [60, 80],
    reps: [8, 15],
    sets: [2, 3],
    restSeconds: [60, 90],
    reserve: { beginner: 3, intermediate: 3, advanced: 2 },
    weekly: { beginner: [5, 8], intermediate: [8, 13], advanced: [10, 16] },
  },
  health: {
    percent: [60, 75],
    reps: [8, 12],
    sets: [1, 3],
    restSeconds: [60, 120],
    reserve: { beginner: 4, intermediate: 3, advanced: 2 },
    weekly: { beginner: [4, 8], intermediate: [4, 8], advanced: [4, 8] },
  },
  // Hypertension: 40–60 % of 1RM, 10–15 reps, at least 3 left (ACSM). Heart disease after clearance and pregnancy: RPE 11–13 of 20.
  gentle: {
    percent: [40, 60],
    reps: [10, 15],
    sets: [1, 3],
    restSeconds: [60, 120],
    reserve: { beginner: 4, intermediate: 3, advanced: 3 },
    weekly: { beginner: [4, 8], intermediate: [4, 8], advanced: [4, 8] },
  },
} as const satisfies Record<string, GoalRow>;
export type GoalName = keyof typeof GOAL_ROWS;

/** From 65 years on: at least 3 repetitions left, and no fewer than 8 in a set (table; WHO 2020 for the age). */
export const OLDER_FROM = 65;
export const OLDER = { reserve: 3, reps: 8 } as const;

/** No plan from this app below (WHO 2020 asks for 60 minutes of play a day instead). */
export const ADULT_FROM = 18;
/** Underweight begins below, kg/m² (WHO; the same for Indians, Misra 2009). */
export const UNDERWEIGHT_BMI = 18.5;
/** Running and jumping with caution from here: obesity class II, kg/m² (WHO). */
export const HIGH_BMI = 35;

/** A generated plan has from 5 to 7 exercises of the catalogue; cardio comes on top. */
export const EXERCISES: Range = [5, 7];
/** No better beyond (Baz-Valle 2022), and no plan goes there. */
export const MOST_WEEKLY_SETS = 20;
export const MOST_SESSION_SETS = 25;
/** What is trained indirectly counts a half (Pelland 2026). */
export const INDIRECT_SET = 0.5;
/** Hours before the same muscle is trained hard again; on a calendar of days: never on two days running. */
export const RECOVERY_HOURS = 48;

/** A condition that asks for caution: a fifth lighter, one repetition more left, a hold a fifth shorter. */
export const CAUTION = { loadShare: 0.8, reserve: 1, holdShare: 0.8 } as const;
/** Seconds that a hold lasts, by level; with high blood pressure at most 20. */
export const HOLD_SECONDS: Readonly<Record<Level, number>> = { beginner: 20, intermediate: 30, advanced: 45 };
export const GENTLE_HOLD_SECONDS = 20;

/** Days a week of strength that a level bears (table: beginner 2–3, intermediate 3–4, advanced 4–6). */
export const STRENGTH_DAYS: Readonly<Record<Level, number>> = { beginner: 3, intermediate: 4, advanced: 6 };
/** With a condition that asks for a gentle start, and from 65 years on: 2–3. */
export const GENTLE_STRENGTH_DAYS = 3;
/** For a goal that is no strength goal: all major muscles twice a week (WHO 2020). */
export const BASE_STRENGTH_DAYS = 2;
/** Where nobody said how many days. */
export const DAYS_BY_LEVEL: Readonly<Record<Level, number>> = { beginner: 3, intermediate: 4, advanced: 5 };
export const USUAL_MINUTES = 45;

/** Rests in a circuit, where there is no time for more: other muscles work meanwhile. */
export const CIRCUIT_REST_SECONDS = 30;
export const LEAST_REST_SECONDS = 15;

/** Moderate minutes a week that the WHO advises (2020); a vigorous one counts two. */
export const WEEKLY_CARDIO: Range = [150, 300];
export const VIGOROUS_MET = 6;
/** Minutes of one cardio session that a level begins with, and what Surya Namaskar takes. */
export const CARDIO_MINUTES: Readonly<Record<Level, number>> = { beginner: 30, intermediate: 45, advanced: 60 };
export const MOBILITY_MINUTES = 20;
/** At the end of a strength session, where minutes are left. */
export const FINISHER_MINUTES: Range = [5, 20];

/** Progression: ACSM 2009 (2–10 %); “2-for-2”. Never more than a fifth more sets or a tenth more minutes a week. */
export const STEP_PERCENT = { upper: '2.5–5', lower: '5–10' } as const;
export const MOST_MORE_SETS_PERCENT = 20;
export const MOST_MORE_MINUTES_PERCENT = 10;
export const PLAN_WEEKS = 12;
/** Every 4–8 weeks: half the sets, a tenth lighter. */
export const DELOAD_WEEK: Readonly<Record<Level, number>> = { beginner: 8, intermediate: 6, advanced: 5 };

/** What is left of a load after days away: 1–2 weeks −10 %, 3–4 weeks −20 %, longer: begin again at 55 %. */
export const BREAKS: readonly { readonly fromDays: number; readonly share: number }[] = [
  { fromDays: 29, share: 0.55 },
  { fromDays: 21, share: 0.8 },
  { fromDays: 8, share: 0.9 },
];
/** Only sets of the weeks up to an exercise’s last day say what a person can lift. */
export const EVIDENCE_DAYS = 42;
/** No one-repetition maximum is worked out from more (Reynolds 2006). */
export const MOST_E1RM_REPS = 10;
/** Of a bar or a stack; of dumbbells up to 10 kg and beyond. */
export const STEPS_KG = { plates: 2.5, lightDumbbell: 1, dumbbell: 2, lightUpTo: 10 } as const;
