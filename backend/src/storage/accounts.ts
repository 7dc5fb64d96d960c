import type { Profile, Settings } from '@trainer/contract/types';
import type { Account, PersonInShort, UserChange } from './port.ts';

/** The profile of somebody who has told nothing yet. */
export const NOBODY: Profile = {
  firstName: null,
  lastName: null,
  age: null,
  sex: null,
  height: null,
  weight: null,
  fitnessLevel: null,
  goals: [],
  medicalConditions: [],
  dietaryRestrictions: [],
  equipment: [],
  bio: null,
};

export const inShort = ({
  _id,
  username,
  profile,
  settings,
}: Pick<Account, '_id' | 'username' | 'profile' | 'settings'>): PersonInShort => ({
  _id,
  username,
  firstName: profile.firstName,
  lastName: profile.lastName,
  timeZone: settings.timeZone,
});

/** The settings of a beginning. */
export const DEFAULTS: Omit<Settings, 'timeZone'> = { units: 'metric', theme: 'system', language: 'en' };

export const foldEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase().normalize('NFC');

/** Names that look alike are alike: full-width letters, ligatures and case make no difference. */
export const foldUsername = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase().normalize('NFKC');

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
/** What was given of a change: a key that is undefined was not. */
export function given<T extends NonNullable<UserChange['profile'] | UserChange['settings']>>(
  change: T | undefined,
): Given<T> {
  return Object.fromEntries(Object.entries(change ?? {}).filter(([, value]) => value !== undefined)) as Given<T>;
}
