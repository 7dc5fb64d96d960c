import type { AssignedPlan, LoggedExercise, Profile, Settings } from '@trainer/contract/types';
import type { WrittenPlan } from './port.ts';
import { versions } from './versions.ts';

/**
 * What is stored as a document carries the version of its shape. A chain leads from every old version to the newest; it
 * is only ever appended to, with a fixture of each version in the tests of each adapter.
 */
export interface AccountDocument {
  v: 1;
  profile: Profile;
  settings: Settings;
}

export interface WorkoutDocument {
  v: 1;
  exercises: LoggedExercise[];
}

export interface PlanDocument {
  v: 1;
  plan: WrittenPlan;
}
export type AssignedPlanDocument = { v: 1 } & Pick<AssignedPlan, 'name' | 'startsOn' | 'weeks' | 'days'>;

/** A document of any version in its newest. @throws Error for a version that this program does not know */
export const upgradeAccount: (stored: { v: number }) => AccountDocument = versions<AccountDocument>().build();
export const upgradeWorkout: (stored: { v: number }) => WorkoutDocument = versions<WorkoutDocument>().build();
export const upgradePlan: (stored: { v: number }) => PlanDocument = versions<PlanDocument>().build();
export const upgradeAssignedPlan: (stored: { v: number }) => AssignedPlanDocument =
  versions<AssignedPlanDocument>().build();
