import type { PersonName } from '@trainer/contract/types';

type Named = Omit<PersonName, '_id'>;

/** The name in full, else the one that was chosen at sign-up. */
export const fullName = ({ username, firstName, lastName }: Named): string =>
  [firstName, lastName].filter(Boolean).join(' ') || username;

/** How one is spoken of: Kavya. */
export const shortName = ({ username, firstName }: Omit<Named, 'lastName'>): string => firstName ?? username;

/** `Kavya Raman` → `KR` */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/u)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
