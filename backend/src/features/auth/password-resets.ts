import { createHash, randomBytes } from 'node:crypto';
import type { Store } from '../../storage/port.ts';

/** Links that set a new password: whoever holds one has read the mail that it came with. */
export interface PasswordResets {
  /** A link for the account with this e-mail, and where to send it: to the address of the account, as it was signed up. */
  linkFor(email: string): Promise<PasswordLink | undefined>;
  /** Whether a link with this token holds. */
  holds(token: string): Promise<boolean>;
  /** Uses it up. → whose it was, and their tokens, which have ended; undefined where it does not hold any more */
  use(token: string, passwordHash: string): Promise<{ userId: string; ended: string[] } | undefined>;
}

export interface PasswordLink {
  to: string;
  name: string;
  path: `/${string}`;
  holdsMinutes: number;
}

const HOLDS_MINUTES = 30;
const TOKEN_BYTES = 32;

interface Deps {
  store: Pick<Store, 'users' | 'resets'>;
  clock: () => Date;
}

export const passwordResets = ({ store: { users, resets }, clock }: Deps): PasswordResets => ({
  async linkFor(email) {
    const account = await users.byEmail(email);
    if (!account) return undefined;
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await resets.add(account._id, hashOf(token), new Date(clock().getTime() + HOLDS_MINUTES * 60_000));
    return {
      to: account.email,
      name: account.profile.firstName ?? account.username,
      path: `/pages/reset-password.html?token=${token}`,
      holdsMinutes: HOLDS_MINUTES,
    };
  },
  holds: async (token) => (await resets.holding(hashOf(token), clock())) !== undefined,
  use: (token, passwordHash) => resets.use(hashOf(token), passwordHash, clock()),
});

/** A token is random and long: one round is enough, and finds it by an index. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
