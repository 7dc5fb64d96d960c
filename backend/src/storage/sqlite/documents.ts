import type { LoggedExercise } from '@trainer/contract/types';
import {
  type AccountDocument,
  type PlanDocument,
  upgradeAccount,
  upgradePlan,
  upgradeWorkout,
  type WorkoutDocument,
} from '../documents.ts';
import type { WrittenPlan } from '../port.ts';

/** Documents as the JSON text of a row. */
export const writeAccount = ({ profile, settings }: Omit<AccountDocument, 'v'>): string =>
  written<AccountDocument>({ v: 1, profile, settings });
export const readAccount = (text: string): AccountDocument => upgradeAccount(read(text));
export const writeWorkout = (exercises: LoggedExercise[]): string => written<WorkoutDocument>({ v: 1, exercises });
export const readWorkout = (text: string): WorkoutDocument => upgradeWorkout(read(text));
export const writePlan = (plan: WrittenPlan): string => written<PlanDocument>({ v: 1, plan });
export const readPlan = (text: string): PlanDocument => upgradePlan(read(text));

const written = <T>(document: T): string => JSON.stringify(document);
const read = (text: string) => JSON.parse(text) as { v: number };
