import type { ClientSession } from 'mongodb';
import { DEFAULTS, foldEmail, foldUsername, given, inShort, NOBODY } from '../accounts.ts';
import { upgradeAccount } from '../documents.ts';
import { newId } from '../ids.ts';
import type { Account, Taken, UserChange, Users } from '../port.ts';
import type { Collections } from './collections.ts';
import type { UserDocument } from './documents.ts';
import { toId } from './ids.ts';
import { endTokensOf } from './tokens.ts';
import { isDuplicate } from './trouble.ts';
import { newestWeight, putWeight } from './weights.ts';
import { wellFormed } from './well-formed.ts';
import type { Writes } from './writes.ts';

export function mongoUsers(collections: Collections, writes: Writes): Users {
  const { resets, users } = collections;

  /** A trainer's clients are those who name them; nobody else is asked for. */
  async function read(user: UserDocument | null, session?: ClientSession): Promise<Account | undefined> {
    if (!user) return undefined;
    if (user.role !== 'trainer') return toAccount(user, []);
    const options = { projection: { _id: 1 }, ...(session && { session }) };
    const clients = await users.find({ trainerId: user._id }, options).sort({ _id: 1 }).toArray();
    return toAccount(
      user,
      clients.map((client) => client._id.toHexString()),
    );
  }

  return {
    async add(account, at) {
      const { username, email, role, passwordHash, timeZone } = account;
      const user: UserDocument = wellFormed({
        _id: toId(newId(at)),
        v: 1,
        username,
        usernameFolded: foldUsername(username),
        email,
        emailFolded: foldEmail(email),
        role,
        passwordHash,
        profile: NOBODY,
        settings: { ...DEFAULTS, timeZone },
        trainerId: null,
        createdAt: at,
        updatedAt: at,
      });
      try {
        await users.insertOne(user);
      } catch (error) {
        const taken = takenBy(error);
        if (taken?.taken !== 'username') return taken ?? rethrow(error);
        // Where both are taken it is the e-mail that is named.
        return (await users.findOne({ emailFolded: user.emailFolded })) ? { taken: 'email' } : taken;
      }
      return toAccount(user, []);
    },

    byId: async (id) => read(await users.findOne({ _id: toId(id) })),
    async byIds(ids) {
      const found = await users.find({ _id: { $in: ids.map(toId) } }).toArray();
      return found.map((user) => inShort(toAccount(user, [])));
    },
    async timeZone(id) {
      const user = await users.findOne({ _id: toId(id) }, { projection: { 'settings.timeZone': 1 } });
      return user?.settings.timeZone;
    },
    byEmail: async (email) => read(await users.findOne(wellFormed({ emailFolded: foldEmail(email) }))),

    async change(id, change, at, on) {
      const _id = toId(id);
      try {
        return await writes.of(id, async (session) => {
          const fields = fieldsOf(change);
          const { weight } = change.profile ?? {};
          if (weight !== undefined) {
            // Nobody's weight is not to be noted.
            if (!(await users.findOne({ _id }, { projection: { _id: 1 }, session }))) return undefined;
            await putWeight(collections, _id, on, weight, at, session);
            fields['profile.weight'] = await newestWeight(collections, _id, session);
          }
          const after = await users.findOneAndUpdate(
            { _id },
            { $set: { ...fields, updatedAt: at } },
            { returnDocument: 'after', session },
          );
          return read(after, session);
        });
      } catch (error) {
        return takenBy(error) ?? rethrow(error);
      }
    },

    changePassword: (id, passwordHash, at) =>
      writes.of(id, async (session) => {
        const _id = toId(id);
        const { matchedCount } = await users.updateOne({ _id }, { $set: { passwordHash, updatedAt: at } }, { session });
        if (matchedCount === 0) return undefined;
        await resets.deleteMany({ userId: _id }, { session });
        return endTokensOf(collections, _id, session);
      }),
  };
}

/** What a change sets, field by field, so that two changes at once keep both. */
function fieldsOf({ username, profile, settings }: UserChange): Record<string, unknown> {
  const under = (prefix: string, change: object) =>
    Object.entries(change).map(([name, value]) => [`${prefix}.${name}`, value] as const);
  return wellFormed(
    Object.fromEntries([
      ...(username === undefined ? [] : Object.entries({ username, usernameFolded: foldUsername(username) })),
      ...under('profile', given(profile)),
      ...under('settings', given(settings)),
    ]),
  );
}

function takenBy(error: unknown): Taken | undefined {
  if (isDuplicate(error, 'emailFolded')) return { taken: 'email' };
  if (isDuplicate(error, 'usernameFolded')) return { taken: 'username' };
  return undefined;
}

function rethrow(error: unknown): never {
  throw error;
}

function toAccount(user: UserDocument, assignedClients: string[]): Account {
  const { profile, settings } = upgradeAccount(user);
  return {
    _id: user._id.toHexString(),
    username: user.username,
    email: user.email,
    role: user.role,
    passwordHash: user.passwordHash,
    profile: structuredClone(profile),
    settings: structuredClone(settings),
    trainerId: user.trainerId?.toHexString() ?? null,
    assignedClients,
    createdAt: user.createdAt.toISOString(),
    updatedAt: user.updatedAt.toISOString(),
  };
}
