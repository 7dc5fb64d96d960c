import type { changePassword, logIn, signUp } from '@trainer/contract/auth';
import type { User } from '@trainer/contract/types';
import type { z } from 'zod';
import type { Asker } from '../../http/handle.ts';
import type { Identity, Member } from '../../http/identity.ts';
import type { Limits } from '../../http/limits.ts';
import { found, Refusal } from '../../http/refusal.ts';
import type { Account, Store } from '../../storage/port.ts';
import { publicUser } from '../../http/public-user.ts';
import type { Passwords } from './passwords.ts';

interface Deps {
  store: Pick<Store, 'users'>;
  identity: Identity;
  limits: Limits;
  passwords: Passwords;
  clock: () => Date;
}

interface LoggedIn {
  token: string;
  user: User;
}

export interface AuthService {
  signUp(asked: z.output<typeof signUp.body>, asker: Asker): Promise<LoggedIn>;
  logIn(asked: z.output<typeof logIn.body>, asker: Asker): Promise<LoggedIn>;
  logOut(member: Member): Promise<void>;
  logOutAll(member: Member): Promise<void>;
  me(member: Member): Promise<User | undefined>;
  changePassword(member: Member, asked: z.output<typeof changePassword.body>, asker: Asker): Promise<LoggedIn>;
}

export function authService({ store, identity, limits, passwords, clock }: Deps): AuthService {
  return {
    async signUp({ username, email, password, role, timeZone = 'UTC' }, asker) {
      asker.tell(await limits.take('signUpsOfAddress', asker.address, 'too_many_tries'));
      const passwordHash = await passwords.hash(password);
      const account = await store.users.add({ username, email, role, passwordHash, timeZone }, clock());
      if ('taken' in account)
        throw new Refusal(account.taken === 'email' ? 'email_taken' : 'username_taken', {
          fields: [taken(account.taken)],
        });
      return enter(account);
    },

    async logIn({ email, password }, asker) {
      const right = await proven(email, asker, async () => {
        const account = await store.users.byEmail(email);
        // An unknown e-mail is compared too, with a hash that fits nothing: both take the same time.
        const same = await passwords.same(password, account?.passwordHash);
        return same ? account : undefined;
      });
      return enter(right);
    },

    async logOut(member) {
      await identity.end(member.tokenId);
    },

    async logOutAll(member) {
      await identity.endAllOf(member.userId);
    },

    async me(member) {
      const account = await store.users.byId(member.userId);
      return account && publicUser(account);
    },

    async changePassword(member, { currentPassword, newPassword }, asker) {
      const account = found(await store.users.byId(member.userId));
      await proven(account.email, asker, async () =>
        (await passwords.same(currentPassword, account.passwordHash)) ? account : undefined,
      );
      const ended = found(await store.users.changePassword(account._id, await passwords.hash(newPassword), clock()));
      await identity.ended(ended);
      return enter(account);
    },
  };

  async function enter(account: Account): Promise<LoggedIn> {
    return { token: await identity.issue(account), user: publicUser(account) };
  }

  /** Counts the try before the password is looked at, so that many at once do not slip through, and takes it back when it was right. */
  async function proven(email: string, asker: Asker, prove: () => Promise<Account | undefined>): Promise<Account> {
    const who = email.toLowerCase();
    await limits.take('failedLogInsOfAddress', asker.address, 'too_many_tries');
    asker.tell(await limits.take('failedLogInsOfAccount', who, 'too_many_tries'));
    const account = await prove();
    if (!account) throw new Refusal('invalid_credentials');
    await limits.giveBack('failedLogInsOfAddress', asker.address);
    await limits.giveBack('failedLogInsOfAccount', who);
    return account;
  }
}

const taken = (what: 'email' | 'username') => ({
  path: what,
  message: what === 'email' ? 'There is already an account with this e-mail.' : 'This name is taken.',
});
