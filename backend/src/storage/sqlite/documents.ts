import type { LoggedExercise } from '@trainer/contract/types';
import { type AccountDocument, upgradeAccount, upgradeWorkout, type WorkoutDocument } from '../documents.ts';

/** Documents as the JSON text of a row. */
export const writeAccount = ({ profile, settings }: Omit<AccountDocument, 'v'>): string =>
  written<AccountDocument>({ v: 1, profile, settings });
export const readAccount = (text: string): AccountDocument => upgradeAccount(read(text));
export const writeWorkout = (exercises: LoggedExercise[]): string => written<WorkoutDocument>({ v: 1, exercises });
export const readWorkout = (text: string): WorkoutDocument => upgradeWorkout(read(text));

const written = <T>(document: T): string => JSON.stringify(document);
const read = (text: string) => JSON.parse(text) as { v: number };
