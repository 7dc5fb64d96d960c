/** Mails that wait to be sent: a mail survives a crash, and one worker has it at a time. */
export interface Mails {
  /** The same `key` again adds nothing: once is once. → whether it was added */
  add(mail: NewMail, at: Date): Promise<boolean>;
  /** Up to `limit` that are due, taken until `leaseUntil`; two workers never get the same one. */
  take(now: Date, leaseUntil: Date, limit: number): Promise<QueuedMail[]>;
  sent(id: string): Promise<void>;
  /** It is due again at `again`, or given up where that is null. */
  failed(id: string, why: string, again: Date | null): Promise<void>;
  waiting(): Promise<number>;
}

export interface NewMail {
  key: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}
export type QueuedMail = NewMail & { _id: string; attempts: number };

/** Links that set a new password: single-use, and only their hash is stored. */
export interface Resets {
  /** A new one ends those before. */
  add(userId: string, tokenHash: string, expiresAt: Date): Promise<void>;
  /** Uses it up and sets the hash of the new password, ending every token of the account, in one step. → the tokens that ended and whose they were */
  use(tokenHash: string, passwordHash: string, at: Date): Promise<{ userId: string; ended: string[] } | undefined>;
}
