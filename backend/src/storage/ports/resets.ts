/**
 * Links that set a new password, of which only the hash is stored. Several may hold at once, for mails overtake each other
 * and a person asks again while the first is on its way; all of an account end with a new password, whichever way it came.
 */
export interface Resets {
  /** Of somebody who is not there nothing is stored. */
  add(userId: string, tokenHash: string, expiresAt: Date): Promise<void>;
  /** Whose it is, if it holds at `now`. */
  holding(tokenHash: string, now: Date): Promise<string | undefined>;
  /**
   * Sets the hash of the new password, ends every token and every other link of the account, in one step; of two at once
   * one is too late. → whose it was, and the ids of the tokens that ended; undefined where it does not hold at `at`
   */
  use(tokenHash: string, passwordHash: string, at: Date): Promise<{ userId: string; ended: string[] } | undefined>;
  /** Forgets what expired before `now`. */
  removeExpired(now: Date): Promise<void>;
}
