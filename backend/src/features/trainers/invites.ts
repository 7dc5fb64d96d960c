import type { Invite, PersonName } from '@trainer/contract/types';
import type { Asker } from '../../http/handle.ts';
import type { Limits } from '../../http/limits.ts';
import { found, Refusal } from '../../http/refusal.ts';
import type { Log } from '../../log.ts';
import type { Realtime } from '../../realtime/port.ts';
import type { Invitation } from '../../storage/ports/coaching.ts';
import type { Store } from '../../storage/port.ts';
import type { Access } from './access.ts';
import { hashOfCode, newCode } from './codes.ts';
import type { Consent } from './consent.ts';
import { calledName, nameOf } from '../../http/names.ts';

/** An invitation as a mail tells it. */
export interface InvitationMail {
  inviteId: string;
  to: string;
  /** As the trainer is called. */
  trainer: string;
  code: string;
  holdsDays: number;
}

export interface Deps {
  store: Pick<Store, 'coaching' | 'users'>;
  access: Access;
  consent: Consent;
  limits: Limits;
  realtime: Pick<Realtime, 'inviteReceived' | 'clientsChanged'>;
  mail: (invitation: InvitationMail) => Promise<unknown>;
  clock: () => Date;
  log: Log;
}

const HOLDS_DAYS = 7;
const DAY_MS = 86_400_000;

export interface InviteService {
  /** `added` false: this `clientId` was here before. */
  invite(
    trainerId: string,
    given: { email: string; clientId?: string | null | undefined },
    asker: Asker,
  ): Promise<{ invite: Invite; added: boolean }>;
  open(trainerId: string): Promise<Invite[]>;
  withdraw(trainerId: string, inviteId: string): Promise<void>;
  /** To this member’s e-mail. */
  received(memberId: string): Promise<{ _id: string; trainer: PersonName; expiresAt: string }[]>;
  /** → whose client the member is now */
  accept(memberId: string, inviteId: string): Promise<PersonName>;
  acceptCode(memberId: string, code: string, asker: Asker): Promise<PersonName>;
  decline(memberId: string, inviteId: string): Promise<void>;
}

export function inviteService(deps: Deps): InviteService {
  const { store, access, consent, limits, realtime, mail, clock, log } = deps;
  const { coaching, users } = store;

  async function tellInvited(email: string): Promise<void> {
    const account = await users.byEmail(email);
    if (account) realtime.inviteReceived(account._id);
  }

  async function toMember(memberId: string): Promise<Invitation[]> {
    const { email } = found(await users.byId(memberId));
    return coaching.invitesTo(email, clock());
  }

  async function receivedOne(memberId: string, inviteId: string): Promise<Invitation> {
    return found((await toMember(memberId)).find((invite) => invite._id === inviteId));
  }

  /** @throws Refusal, `gone` where it is used up or over */
  async function begin(invite: Invitation, memberId: string, gone: () => Refusal): Promise<PersonName> {
    if (invite.trainerId === memberId) throw new Refusal('own_invite');
    const trainer = await users.byId(invite.trainerId);
    // What was over and not yet ended stands in nobody’s way.
    await access.ofMember(memberId);
    const link = trainer ? await coaching.accept(invite._id, memberId, clock()) : 'gone';
    if (!trainer || typeof link === 'string') {
      // Accepted twice, from the list and by its code, or by two taps: it is what was wanted.
      if (trainer && (await access.ofTrainer(trainer._id, memberId))) return nameOf(trainer);
      throw link === 'has_trainer' ? new Refusal('has_trainer') : gone();
    }
    await consent.changed(link);
    return nameOf(trainer);
  }

  return {
    async invite(trainerId, { email, clientId = null }, asker) {
      asker.tell(await limits.take('invitesOfTrainer', trainerId, 'too_many_tries'));
      const trainer = found(await users.byId(trainerId));
      if ((await users.byEmail(email))?._id === trainerId) throw new Refusal('own_invite');
      const code = newCode();
      const expiresAt = new Date(clock().getTime() + HOLDS_DAYS * DAY_MS);
      const given = { trainerId, email, code, codeHash: hashOfCode(code), clientId, expiresAt };
      const { invite, added } = await coaching.invite(given, clock());
      // Also where it was here before: whoever stored it may have died before it was mailed. A mail goes out once.
      await mail({
        inviteId: invite._id,
        to: email,
        trainer: calledName(nameOf(trainer)),
        code: invite.code,
        holdsDays: HOLDS_DAYS,
      });
      await tellInvited(email);
      return { invite: shown(invite), added };
    },

    open: async (trainerId) => (await coaching.invitesBy(trainerId, clock())).map(shown),

    async withdraw(trainerId, inviteId) {
      const invite = await coaching.inviteById(inviteId);
      if (invite?.trainerId !== trainerId || !(await coaching.removeInvite(inviteId))) throw new Refusal('not_found');
      await tellInvited(invite.email);
    },

    async received(memberId) {
      const invites = await toMember(memberId);
      const trainers = await users.byIds(invites.map((invite) => invite.trainerId));
      const byId = new Map(trainers.map((trainer) => [trainer._id, nameOf(trainer)]));
      return invites.flatMap(({ _id, trainerId, expiresAt }) => {
        const trainer = byId.get(trainerId);
        return trainer ? [{ _id, trainer, expiresAt }] : [];
      });
    },

    async accept(memberId, inviteId) {
      return begin(await receivedOne(memberId, inviteId), memberId, () => new Refusal('not_found'));
    },

    async acceptCode(memberId, code, asker) {
      // Counted before the code is looked at, so that many at once do not slip through, and given back when it was right.
      await limits.take('wrongCodesOfAddress', asker.address, 'too_many_tries');
      asker.tell(await limits.take('wrongCodesOfAccount', memberId, 'too_many_tries'));
      const wrong = () => {
        log.warn({ userId: memberId, address: asker.address }, 'A code of no invitation was tried');
        return new Refusal('wrong_code', { fields: [{ path: 'code', message: 'This code does not hold.' }] });
      };
      const invite = await coaching.inviteByCode(hashOfCode(code), clock());
      if (!invite) throw wrong();
      const trainer = await begin(invite, memberId, wrong);
      await limits.giveBack('wrongCodesOfAddress', asker.address);
      await limits.giveBack('wrongCodesOfAccount', memberId);
      return trainer;
    },

    async decline(memberId, inviteId) {
      const invite = await receivedOne(memberId, inviteId);
      if (!(await coaching.removeInvite(invite._id))) throw new Refusal('not_found');
      realtime.clientsChanged(invite.trainerId);
      realtime.inviteReceived(memberId);
    },
  };
}

const shown = ({ _id, email, code, expiresAt, createdAt }: Invitation): Invite => ({
  _id,
  email,
  code,
  expiresAt,
  createdAt,
});
