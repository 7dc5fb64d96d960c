import type { User } from '@trainer/contract/types';
import type { Account } from '../storage/port.ts';

/** What may be shown of an account: everything but the hash of its password. */
export function publicUser({ passwordHash: _, ...user }: Account): User {
  return user;
}
