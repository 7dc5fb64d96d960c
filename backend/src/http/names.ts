import type { PersonName, User } from '@trainer/contract/types';
import type { PersonInShort } from '../storage/port.ts';

/** What a trainer and their client see of each other’s account. */
export function nameOf(person: PersonInShort | Pick<User, '_id' | 'username' | 'profile'>): PersonName {
  const { firstName, lastName } = 'profile' in person ? person.profile : person;
  return { _id: person._id, username: person.username, firstName, lastName };
}

/** As a person is called. */
export const calledName = ({ firstName, lastName, username }: PersonName): string =>
  [firstName, lastName].filter(Boolean).join(' ') || username;
