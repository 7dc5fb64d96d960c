import { availableParallelism } from 'node:os';
import bcrypt from 'bcrypt';
import pLimit from 'p-limit';

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Whether they are the same; without a hash it takes as long, and says no. */
  same(password: string, hash: string | undefined): Promise<boolean>;
}

/** 2^10 rounds, about 60 ms of one core in 2026. */
const COST = 10;

/**
 * bcrypt, off the event loop, and on all cores but one: more at once finish no sooner, and take the core that answers
 * everybody else’s requests meanwhile.
 */
export function bcryptPasswords(cost = COST): Passwords {
  const inTurn = pLimit(Math.max(1, availableParallelism() - 1));
  const nobodys = bcrypt.hash('nobody has this password', cost);
  return {
    hash: (password) => inTurn(() => bcrypt.hash(password, cost)),
    same: async (password, hash) => {
      const against = hash ?? (await nobodys);
      const same = await inTurn(() => bcrypt.compare(password, against));
      return same && hash !== undefined;
    },
  };
}
