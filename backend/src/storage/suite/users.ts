import { describe, expect, it } from 'vitest';
import { account, newAccount, NO_IDS, NOW, type Open, opened, person, TODAY } from './builders.ts';

const LATER = new Date('2026-07-17T09:00:00.000Z');

export function usersSuite(open: Open): void {
  describe('users', () => {
    const store = opened(open);

    it('are stored as given, with an empty profile and the settings of a beginning', async () => {
      const given = newAccount({ role: 'trainer', timeZone: 'Asia/Kolkata' });
      const added = account(await store().users.add(given, NOW));
      expect(added).toEqual({
        _id: added._id,
        username: given.username,
        email: given.email,
        role: 'trainer',
        passwordHash: given.passwordHash,
        profile: {
          firstName: null,
          lastName: null,
          age: null,
          sex: null,
          height: null,
          weight: null,
          fitnessLevel: null,
          goals: [],
          medicalConditions: [],
          dietaryRestrictions: [],
          equipment: [],
          bio: null,
        },
        settings: { units: 'metric', theme: 'system', language: 'en', timeZone: 'Asia/Kolkata' },
        trainerId: null,
        assignedClients: [],
        createdAt: NOW.toISOString(),
        updatedAt: NOW.toISOString(),
      });
      expect(added._id).toMatch(/^[0-9a-f]{24}$/);
      expect(await store().users.byId(added._id)).toEqual(added);
      expect(await store().users.timeZone(added._id)).toBe('Asia/Kolkata');
    });

    it('are undefined where there is none, whatever the id looks like', async () => {
      const { _id, email } = await person(store());
      for (const id of [...NO_IDS, _id.toUpperCase(), `${_id}\u0000`, ` ${_id}`]) {
        if (id === _id) continue;
        expect(await store().users.byId(id), id).toBeUndefined();
        expect(await store().users.timeZone(id), id).toBeUndefined();
        expect(await store().users.change(id, { username: 'Nobody' }, LATER, TODAY), id).toBeUndefined();
        expect(await store().users.changePassword(id, 'hash', LATER), id).toBeUndefined();
      }
      expect(await store().users.byEmail('nobody@example.org')).toBeUndefined();
      expect(await store().users.byEmail('')).toBeUndefined();
      expect(await store().users.byEmail(`${email}\u0000`)).toBeUndefined();
    });

    it('are told in short, many in one question', async () => {
      const [ana, bo] = [await person(store(), { timeZone: 'Asia/Kolkata' }), await person(store())];
      await store().users.change(ana._id, { profile: { firstName: 'Ana', lastName: 'Ñu' } }, NOW, TODAY);
      const found = await store().users.byIds([ana._id, bo._id, ...NO_IDS, ana._id]);
      expect(found.sort((a, b) => (a._id < b._id ? -1 : 1))).toEqual([
        { _id: ana._id, username: ana.username, firstName: 'Ana', lastName: 'Ñu', timeZone: 'Asia/Kolkata' },
        { _id: bo._id, username: bo.username, firstName: null, lastName: null, timeZone: 'UTC' },
      ]);
      expect(await store().users.byIds([])).toEqual([]);
    });

    it('are found by e-mail without regard to case, and keep it as it was typed', async () => {
      const { _id } = await person(store(), { email: 'Ana.María@Example.org' });
      expect(await store().users.byEmail('aNA.MARÍA@eXAMPLE.ORG')).toMatchObject({
        _id,
        email: 'Ana.María@Example.org',
      });
      expect((await store().users.byEmail('ana.maría@example.org'.normalize('NFD')))?._id).toBe(_id);
    });

    it('have an e-mail and a name that nobody else has, and the e-mail is named first', async () => {
      await person(store(), { email: 'bo@example.org', username: 'Bo' });
      const add = (email: string, username: string) => store().users.add(newAccount({ email, username }), NOW);
      expect(await add('BO@example.org', 'Somebody')).toEqual({ taken: 'email' });
      expect(await add('bo2@example.org', 'bO')).toEqual({ taken: 'username' });
      expect(await add('BO@EXAMPLE.ORG', 'BO')).toEqual({ taken: 'email' });
      expect(await store().users.byEmail('bo2@example.org')).toBeUndefined();
    });

    it.each([
      ['İpek', 'i̇pek'],
      ['Groẞ', 'groß'],
      ['ǰan', 'J̌AN'],
      ['Zoë', 'ZOE\u0308'],
      ['தோசை 🥞', 'தோசை 🥞'],
    ])('%j and %j are one name', async (one, other) => {
      const { _id } = await person(store(), { username: one });
      expect((await store().users.byId(_id))?.username).toBe(one);
      expect(await store().users.add(newAccount({ username: other }), NOW)).toEqual({ taken: 'username' });
    });

    it('are one where two sign up at once with one e-mail, or with one name', async () => {
      const both = await Promise.all(
        ['Cy@example.org', 'cY@example.org'].map((email) => store().users.add(newAccount({ email }), NOW)),
      );
      expect(both.filter((one) => 'taken' in one)).toEqual([{ taken: 'email' }]);
      const named = await Promise.all(
        ['Cyra', 'CYRA'].map((username) => store().users.add(newAccount({ username }), NOW)),
      );
      expect(named.filter((one) => 'taken' in one)).toEqual([{ taken: 'username' }]);
    });

    it('are copies: changing what was given or returned changes nothing stored', async () => {
      const given = newAccount();
      const added = account(await store().users.add(given, NOW));
      const before = structuredClone(added);
      given.username = 'changed';
      added.profile.goals.push('changed');
      added.settings.theme = 'dark';
      const goals = ['strength'];
      account(await store().users.change(before._id, { profile: { goals } }, NOW, TODAY)).profile.goals.push('changed');
      goals.push('changed');
      expect(await store().users.byId(before._id)).toEqual({
        ...before,
        profile: { ...before.profile, goals: ['strength'] },
      });
    });

    it('change in what is given and keep the rest', async () => {
      const { _id, createdAt, username, settings } = await person(store());
      const profile = { firstName: 'Dee', age: 40, goals: ['strength', 'sleep'], bio: '🏋️‍♀️ e\u0301 \u{1F957}\r\n"\\' };
      await store().users.change(_id, { profile, settings: { units: 'imperial' } }, NOW, TODAY);
      const changed = await store().users.change(
        _id,
        {
          username: undefined,
          profile: { age: null, firstName: undefined },
          settings: { theme: 'dark', units: undefined },
        },
        LATER,
        TODAY,
      );
      expect(changed).toMatchObject({
        username,
        profile: { ...profile, age: null },
        settings: { ...settings, units: 'imperial', theme: 'dark' },
        createdAt,
        updatedAt: LATER.toISOString(),
      });
      expect(await store().users.byId(_id)).toEqual(changed);
    });

    it('keep both of two changes that come at once', async () => {
      const { _id } = await person(store());
      const changes = [{ age: 40 }, { height: 171 }, { bio: 'runs' }, { goals: ['sleep'] }, { weight: 70 }];
      await Promise.all([
        ...changes.map((profile) => store().users.change(_id, { profile }, LATER, TODAY)),
        store().users.change(_id, { settings: { theme: 'dark' } }, LATER, TODAY),
        store().users.changePassword(_id, 'another hash', LATER),
        store().weights.put(_id, '2026-07-01', 75, LATER),
      ]);
      expect(await store().users.byId(_id)).toMatchObject({
        profile: { age: 40, height: 171, bio: 'runs', goals: ['sleep'], weight: 70 },
        settings: { theme: 'dark' },
        passwordHash: 'another hash',
      });
    });

    it('may write their own name in another way, but not take somebody else’s, and then nothing is changed', async () => {
      await person(store(), { username: 'Eve' });
      const { _id } = await person(store(), { username: 'Finn' });
      expect(await store().users.change(_id, { username: 'FINN' }, LATER, TODAY)).toMatchObject({ username: 'FINN' });
      const change = { username: 'eVe', profile: { weight: 80 }, settings: { theme: 'dark' as const } };
      expect(await store().users.change(_id, change, LATER, TODAY)).toEqual({ taken: 'username' });
      expect(await store().users.byId(_id)).toMatchObject({
        username: 'FINN',
        profile: { weight: null },
        settings: { theme: 'system' },
      });
      expect(await store().weights.of(_id)).toEqual([]);
      const { _id: other } = await person(store(), { username: 'Gil' });
      const both = await Promise.all(
        [_id, other].map((id) => store().users.change(id, { username: 'Hy' }, LATER, TODAY)),
      );
      expect(both.filter((one) => one && 'taken' in one)).toHaveLength(1);
    });

    it('note a changed weight as that of the day, while a later day’s stays the newest', async () => {
      const { _id } = await person(store());
      const change = async (weight: number, on: string) =>
        account(await store().users.change(_id, { profile: { weight } }, NOW, on)).profile.weight;
      expect(await change(80, TODAY)).toBe(80);
      expect(await change(79.5, TODAY)).toBe(79.5);
      expect(await change(82, '2026-07-01')).toBe(79.5);
      expect((await store().weights.of(_id)).map(({ localDate, weight }) => [localDate, weight])).toEqual([
        [TODAY, 79.5],
        ['2026-07-01', 82],
      ]);
      const undefinedWeight = { profile: { weight: undefined, age: 30 } };
      await store().users.change(_id, undefinedWeight, NOW, '2026-07-20');
      expect(await store().weights.of(_id)).toHaveLength(2);
    });

    it('end all their tokens with a new password, and nobody else’s', async () => {
      const [{ _id }, other] = [await person(store()), await person(store())];
      const expiresAt = new Date(NOW.getTime() + 1000);
      for (const id of ['one', 'two']) await store().tokens.add({ id: `${_id} ${id}`, userId: _id, expiresAt });
      await store().tokens.add({ id: other._id, userId: other._id, expiresAt });
      const ended = await store().users.changePassword(_id, 'another hash', LATER);
      expect(ended?.sort()).toEqual([`${_id} one`, `${_id} two`]);
      expect(await store().tokens.holding(`${_id} one`, NOW)).toBeUndefined();
      expect(await store().tokens.holding(other._id, NOW)).toBeDefined();
      expect(await store().users.byId(_id)).toMatchObject({
        passwordHash: 'another hash',
        updatedAt: LATER.toISOString(),
      });
      expect(await store().users.changePassword(_id, 'a third hash', LATER)).toEqual([]);
    });
  });
}
