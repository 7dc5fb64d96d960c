import type { AssignedPlan, Share } from '@trainer/contract/types';
import type { Owned } from '../port.ts';

/**
 * Who coaches whom. `users.trainerId` and `users.assignedClients` are kept in the same step as the link, so that they
 * never disagree, whatever races or dies in between.
 */
export interface Coaching {
  /**
   * Opens an invitation, one for each trainer and e-mail: a new one takes the place of the one before.
   * The same `clientId` of this trainer again is the first one. `codeHash`, not the code, is stored.
   */
  invite(given: NewInvite, at: Date): Promise<{ invite: StoredInvite; added: boolean }>;
  /** Open at `now`, newest first. */
  invitesBy(trainerId: string, now: Date): Promise<StoredInvite[]>;
  /** Open at `now` and to this e-mail, without regard to case. */
  invitesTo(email: string, now: Date): Promise<StoredInvite[]>;
  inviteById(id: string): Promise<StoredInvite | undefined>;
  inviteByCode(codeHash: string, now: Date): Promise<StoredInvite | undefined>;
  removeInvite(id: string): Promise<boolean>;
  /**
   * The member accepts: the invitation is used up, the link begins, both accounts say so, in one step.
   * `gone` where the invitation does not hold any more, `has_trainer` where the member has one; nothing changed then.
   */
  accept(inviteId: string, memberId: string, at: Date): Promise<StoredLink | 'gone' | 'has_trainer'>;
  /** Ends the link between these two, in one step. → the link that ended */
  end(trainerId: string, memberId: string): Promise<StoredLink | undefined>;
  linkOf(memberId: string): Promise<StoredLink | undefined>;
  /** Of this trainer, by member; in one question. */
  linksOf(trainerId: string): Promise<StoredLink[]>;
  changeLink(
    memberId: string,
    change: { share?: Partial<Share>; until?: string | null },
  ): Promise<StoredLink | undefined>;
  /** Links whose last day is before `today` of their member, for ending them; `now` in UTC, a day of slack is the caller’s. */
  linksUntilBefore(day: string): Promise<StoredLink[]>;
  note(trainerId: string, memberId: string): Promise<{ text: string; updatedAt: string } | undefined>;
  writeNote(trainerId: string, memberId: string, text: string, at: Date): Promise<void>;

  /** The same `clientId` of this trainer again is the first plan. */
  givePlan(plan: NewAssignedPlan, at: Date): Promise<{ plan: AssignedPlan; added: boolean }>;
  planById(id: string): Promise<AssignedPlan | undefined>;
  /** Newest first. */
  plansFor(memberIds: readonly string[]): Promise<AssignedPlan[]>;
  changePlan(
    plan: Owned<AssignedPlan & { user: string }>,
    to: NewAssignedPlan,
    at: Date,
  ): Promise<AssignedPlan | undefined>;
  removePlan(id: string): Promise<boolean>;
}

export interface NewInvite {
  trainerId: string;
  email: string;
  codeHash: string;
  /** Kept so that the trainer can read it again while the invitation is open. */
  code: string;
  clientId: string | null;
  expiresAt: Date;
}
export type StoredInvite = Omit<NewInvite, 'codeHash' | 'expiresAt'> & {
  _id: string;
  expiresAt: string;
  createdAt: string;
};

export interface StoredLink {
  trainerId: string;
  memberId: string;
  since: string;
  share: Share;
  until: string | null;
}

export type NewAssignedPlan = Omit<AssignedPlan, '_id' | 'createdAt' | 'updatedAt'>;
