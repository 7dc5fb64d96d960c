import type { Goal } from '@trainer/contract/plan-words';
import type { TrainingProfile } from '../plans/types.ts';
import { isGentle } from './conditions.ts';
import {
  BASE_STRENGTH_DAYS,
  GENTLE_STRENGTH_DAYS,
  GOAL_ROWS,
  type GoalName,
  type GoalRow,
  OLDER,
  OLDER_FROM,
  type Range,
  STRENGTH_DAYS,
} from './constants.ts';

/** How a person is to train, by their goals, level, age and conditions. */
export interface Regime {
  readonly goal: GoalName;
  readonly row: GoalRow;
  /** Repetitions left when a set ends, before any caution. */
  readonly reserve: number;
  /** Fewest repetitions in a set that are safe, whatever the exercise’s own range is; 0 where any are. */
  readonly leastReps: number;
  /** Sets a week that a muscle is to get. */
  readonly weekly: Range;
  readonly gentle: boolean;
  readonly older: boolean;
  /** Whether walking and cycling belong to the goal, and not only to health. */
  readonly cardio: boolean;
  /** Days of strength among those asked; the others are for cardio and mobility. */
  readonly strengthDays: number;
}

export function regimeOf(profile: Omit<TrainingProfile, 'history'>): Regime {
  const { goals, age, fitnessLevel, daysPerWeek } = profile;
  const gentle = isGentle(profile);
  const older = age >= OLDER_FROM;
  const goal = gentle ? 'gentle' : rowName(goals);
  const row: GoalRow = GOAL_ROWS[goal];
  return {
    goal,
    row,
    reserve: Math.max(row.reserve[fitnessLevel], older ? OLDER.reserve : 0),
    leastReps: gentle ? row.reps[0] : older ? OLDER.reps : 0,
    weekly: row.weekly[fitnessLevel],
    gentle,
    older,
    cardio: goals.includes('weight loss') || goals.includes('endurance'),
    strengthDays: Math.min(daysPerWeek, mostStrengthDays(profile, gentle || older)),
  };
}

/** Several goals are trained for by the row of the one that asks most of the weights. */
function rowName(goals: readonly Goal[]): GoalName {
  if (goals.includes('strength')) return 'strength';
  if (goals.includes('muscle gain')) return 'hypertrophy';
  if (goals.includes('weight loss')) return 'fat loss';
  return goals.includes('endurance') ? 'endurance' : 'health';
}

const STRENGTH_GOALS: readonly Goal[] = ['strength', 'muscle gain', 'weight loss', 'general fitness'];

function mostStrengthDays({ goals, fitnessLevel, daysPerWeek }: Omit<TrainingProfile, 'history'>, careful: boolean) {
  const byLevel = Math.min(STRENGTH_DAYS[fitnessLevel], careful ? GENTLE_STRENGTH_DAYS : 7);
  if (goals.some((goal) => goal === 'strength' || goal === 'muscle gain')) return byLevel;
  // Endurance and mobility are trained on days of their own once all muscles had their two.
  if (!goals.some((goal) => STRENGTH_GOALS.includes(goal))) return BASE_STRENGTH_DAYS;
  return Math.min(byLevel, daysPerWeek > 4 ? 4 : 3);
}
