import type { Role } from '@trainer/contract/types';

/** Tells people by mail. */
export interface Mail {
  /**
   * Puts a letter into the queue, from where it is sent once, also where this server dies; the same `key` again is the
   * same letter, within a month. Costs one small write, waits for no mail server, and never rejects.
   * @returns whether it is in the queue; where the storage is away it is not, and the log says so
   */
  send(key: string, letter: Letter): Promise<boolean>;
}

/** What a mail is about. It is worded when it is sent. What comes from people may be any text. `path`s lead into the pages. */
export type Letter =
  | { kind: 'welcome'; to: string; name: string; role: Role }
  /** The link is made when it is sent, and only where there is such an account: nobody learns that by asking for one. */
  | { kind: 'newPassword'; to: string }
  | { kind: 'invitation'; to: string; trainer: string; code: string; path: `/${string}`; holdsDays: number }
  /** Sent only where something is unread still: `reader` and `senders` are ids. */
  | {
      kind: 'unreadMessages';
      to: string;
      name: string;
      reader: string;
      senders: readonly string[];
      threads: readonly UnreadThread[];
      path: `/${string}`;
    };

export interface UnreadThread {
  from: string;
  unread: number;
  /** As they were written; a mail shows the beginning. */
  firstWords: string;
}

/** A letter in words. */
export interface WrittenMail {
  /** The same one again has the same, so that a mailbox can tell. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Brings a mail out of the house. */
export interface Carrier {
  /** Where to, for the log. */
  readonly name: string;
  /**
   * Resolves once somebody else answers for it: a mail server, or the disk.
   * @param signal ends it where it takes too long; whether it went out is not known then
   * @throws NotCarried
   */
  carry(mail: WrittenMail, signal: AbortSignal): Promise<void>;
}

/** A mail did not go out. The message names no address and no secret. */
export class NotCarried extends Error {
  override readonly name = 'NotCarried';
  /** Trying again is no use: this mail, or its address, is refused. */
  readonly isFinal: boolean;

  constructor(why: string, { isFinal = false }: { isFinal?: boolean } = {}) {
    super(why);
    this.isFinal = isFinal;
  }
}
