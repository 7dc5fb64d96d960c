import type { Share } from '@trainer/contract/types';

/**
 * Who coaches whom. `trainerId` and `assignedClients` of the accounts change in the same step as the link, so that they
 * never disagree, whatever races or dies in between.
 */
export interface Coaching {
  /**
   * Opens an invitation, one for each trainer and e-mail: a new one takes the place of the one before.
   * A `clientId` that this trainer used before gives the invitation of then, while it is open.
   */
  invite(given: NewInvite, at: Date): Promise<{ invite: Invitation; added: boolean }>;
  /** Of this trainer, open at `now`, newest first. */
  invitesBy(trainerId: string, now: Date): Promise<Invitation[]>;
  /** To this e-mail without regard to case, open at `now`, newest first. */
  invitesTo(email: string, now: Date): Promise<Invitation[]>;
  inviteById(id: string): Promise<Invitation | undefined>;
  /** Open at `now`. */
  inviteByCode(codeHash: string, now: Date): Promise<Invitation | undefined>;
  /** → whether it was there */
  removeInvite(id: string): Promise<boolean>;
  /**
   * The member accepts: the invitation is used up, the link begins with what is shared by default, both accounts say so,
   * in one step. `gone`: it is not open any more; `has_trainer`: the member has one already. Nothing changed then.
   */
  accept(inviteId: string, memberId: string, at: Date): Promise<Link | 'gone' | 'has_trainer'>;
  /** Ends the link of these two, the trainer’s note with it, in one step. → what ended; undefined where there was none */
  end(trainerId: string, memberId: string, at: Date): Promise<Link | undefined>;
  linkOf(memberId: string): Promise<Link | undefined>;
  /** Of this trainer, in the order in which they began; in one question. */
  linksOf(trainerId: string): Promise<Link[]>;
  /** Changes what is given and leaves the rest. */
  changeLink(memberId: string, change: LinkChange): Promise<Link | undefined>;
  /** Those whose last day is before this one. */
  linksEndedBefore(day: string): Promise<Link[]>;
  /** The trainer’s private note. */
  note(trainerId: string, memberId: string): Promise<PrivateNote | undefined>;
  /** undefined: there is no link between them. */
  writeNote(trainerId: string, memberId: string, text: string, at: Date): Promise<PrivateNote | undefined>;
}

export interface NewInvite {
  trainerId: string;
  email: string;
  /** Kept, so that the trainer can read it out again while the invitation is open. */
  code: string;
  /** What it is found by. */
  codeHash: string;
  clientId: string | null;
  expiresAt: Date;
}

export interface Invitation {
  _id: string;
  trainerId: string;
  email: string;
  code: string;
  clientId: string | null;
  expiresAt: string;
  createdAt: string;
}

export interface Link {
  trainerId: string;
  memberId: string;
  since: string;
  share: Share;
  /** The last day on which anything is seen, of the member’s calendar; null: no end. */
  until: string | null;
}

export interface LinkChange {
  share?: { [K in keyof Share]?: boolean | undefined } | undefined;
  until?: string | null | undefined;
}

export interface PrivateNote {
  text: string;
  updatedAt: string;
}

export const SHARED_BY_DEFAULT: Share = { live: true, history: true, health: false };
