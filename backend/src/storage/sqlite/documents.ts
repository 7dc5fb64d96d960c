import type { LoggedExercise, Profile, Settings } from '@trainer/contract/types';
import { versions } from './versions.ts';

/**
 * What is stored as JSON inside a row carries the version of its shape. A chain leads from every old version to the
 * newest; it is only ever appended to, with a fixture of each version in the tests.
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

const upgradeAccount: (stored: { v: number }) => AccountDocument = versions<AccountDocument>().build();
const upgradeWorkout: (stored: { v: number }) => WorkoutDocument = versions<WorkoutDocument>().build();

export const writeAccount = ({ profile, settings }: Omit<AccountDocument, 'v'>): string =>
  written<AccountDocument>({ v: 1, profile, settings });
export const readAccount = (text: string): AccountDocument => upgradeAccount(read(text));
export const writeWorkout = (exercises: LoggedExercise[]): string => written<WorkoutDocument>({ v: 1, exercises });
export const readWorkout = (text: string): WorkoutDocument => upgradeWorkout(read(text));

const written = <T>(document: T): string => JSON.stringify(document);
const read = (text: string) => JSON.parse(text) as { v: number };
