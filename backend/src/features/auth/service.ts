import { randomUUID } from 'node:crypto';
import type { changePassword, forgotPassword, logIn, resetPassword, signUp } from '@trainer/contract/auth';
import type { User } from '@trainer/contract/types';
import type { z } from 'zod';
import type { Asker } from '../../http/handle.ts';
import type { Identity, Member } from '../../http/identity.ts';
import type { Limits } from '../../http/limits.ts';
import { found, Refusal } from '../../http/refusal.ts';
import type { Mail } from '../../mail/port.ts';
import type { Account, Store } from '../../storage/port.ts';
import { publicUser } from '../../http/public-user.ts';
import type { PasswordResets } from './password-resets.ts';
import type { Passwords } from './passwords.ts';

interface Deps {
  store: Pick<Store, 'users'>;
  identity: Identity;
  limits: Limits;
  passwords: Passwords;
  resets: PasswordResets;
  mail: Mail;
  clock: () => Date;
}

const AWAY_SECONDS = 2;

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
  forgotPassword(asked: z.output<typeof forgotPassword.body>, asker: Asker): Promise<void>;
  resetPassword(asked: z.output<typeof resetPassword.body>, asker: Asker): Promise<void>;
}

export function authService({ store, identity, limits, passwords, resets, mail, clock }: Deps): AuthService {
  return {
    async signUp({ username, email, password, role, timeZone = 'UTC' }, asker) {
      asker.tell(await limits.take('signUpsOfAddress', asker.address, 'too_many_tries'));
      const passwordHash = await passwords.hash(password);
      const account = await store.users.add({ username, email, role, passwordHash, timeZone }, clock());
      if ('taken' in account)
        throw new Refusal(account.taken === 'email' ? 'email_taken' : 'username_taken', {
          fields: [taken(account.taken)],
        });
      const { _id, email: to, username: name } = account;
      // Beside the token, so that it costs no time of its own; whether it works is no matter of the sign-up.
      const [entered] = await Promise.all([
        enter(account),
        mail.send(`welcome:${_id}`, { kind: 'welcome', to, name, role }),
      ]);
      return entered;
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

    async forgotPassword({ email }, asker) {
      await limits.take('passwordMailsOfAddress', asker.address, 'too_many_tries');
      asker.tell(await limits.take('passwordMailsOfAccount', email.toLowerCase(), 'too_many_tries'));
      // Who has this address is looked up when the mail is sent: whoever asks learns nothing, and waits the same time.
      const isQueued = await mail.send(`newPassword:${randomUUID()}`, { kind: 'newPassword', to: email });
      if (!isQueued) throw new Refusal('unavailable', { retryAfterSeconds: AWAY_SECONDS });
    },

    async resetPassword({ token, password }, asker) {
      asker.tell(await limits.take('newPasswordsOfAddress', asker.address, 'too_many_tries'));
      // Before the hash, which costs a core 60 ms.
      if (!(await resets.holds(token))) throw new Refusal('link_expired');
      const used = await resets.use(token, await passwords.hash(password));
      if (!used) throw new Refusal('link_expired');
      await identity.ended(used.ended);
      // Whoever guessed the old one too often may log in with the new one at once.
      const account = await store.users.byId(used.userId);
      if (account) await limits.forget('failedLogInsOfAccount', account.email.toLowerCase());
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
