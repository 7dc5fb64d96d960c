/**
 * Mails that wait to be sent: a mail survives a crash, and one worker has it at a time. Who sends takes it for a while;
 * where they die, it is due again once that while is over.
 */
export interface Mails {
  /** The same `key` again adds nothing, also after the first one was sent. → whether it was added */
  add(mail: NewMail, at: Date): Promise<boolean>;
  /** Up to `limit` that are due at `now`, those that are due longest first, taken until `until`; two never get the same one. */
  take(now: Date, until: Date, limit: number): Promise<TakenMail[]>;
  /** It is done with, and what it said is forgotten; its key is kept. */
  sent(id: string, at: Date): Promise<void>;
  /**
   * It is due again at `again`, or given up at `at` where that is null; what was given up is forgotten as what was sent.
   * Whoever has had it taken from them meanwhile, because their while was over, changes nothing.
   */
  failed(taken: Pick<TakenMail, '_id' | 'attempts'>, why: string, again: Date | null, at: Date): Promise<void>;
  /** How many are neither sent nor given up. */
  waiting(): Promise<number>;
  /** Forgets the keys of what was sent or given up before this. */
  removeBefore(before: Date): Promise<void>;
}

export interface NewMail {
  key: string;
  /** What it is about, as `mail/` writes and reads it. It is worded when it is sent: what a mail gives away never lies here. */
  letter: string;
}

export interface TakenMail extends NewMail {
  _id: string;
  /** How often it was taken, this time included. */
  attempts: number;
}
