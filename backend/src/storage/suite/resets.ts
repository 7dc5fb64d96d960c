import { describe, expect, it } from 'vitest';
import { NO_IDS, NOW, type Open, opened, person } from './builders.ts';

const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

export function resetsSuite(open: Open): void {
  describe('links for a new password', () => {
    const store = opened(open);
    const someone = async () => (await person(store()))._id;
    const linkFor = async (hash: string, userId?: string, seconds = 60) => {
      const user = userId ?? (await someone());
      await store().resets.add(user, hash, at(seconds));
      return user;
    };

    it('hold until they expire, and at that moment no longer', async () => {
      const user = await linkFor('until');
      expect(await store().resets.holding('until', at(59))).toBe(user);
      expect(await store().resets.holding('until', at(60))).toBeUndefined();
      expect(await store().resets.use('until', 'new hash', at(60))).toBeUndefined();
      expect(await store().resets.use('until', 'new hash', at(59))).toEqual({ userId: user, ended: [] });
    });

    it('are undefined where there is none', async () => {
      await linkFor('there');
      for (const hash of [...NO_IDS, 'THERE', 'there\u0000']) {
        expect(await store().resets.holding(hash, NOW)).toBeUndefined();
        expect(await store().resets.use(hash, 'hash', NOW)).toBeUndefined();
      }
    });

    it('of somebody who is not there are not stored', async () => {
      for (const id of NO_IDS) await store().resets.add(id, `of ${id}`, at(60));
      for (const id of NO_IDS) expect(await store().resets.holding(`of ${id}`, NOW)).toBeUndefined();
    });

    it('set the password and end every token of the account, and nobody else’s', async () => {
      const [user, other] = [await linkFor('used'), await linkFor('not used')];
      await store().tokens.add({ id: 'phone', userId: user, expiresAt: at(60) });
      await store().tokens.add({ id: 'laptop', userId: user, expiresAt: at(60) });
      await store().tokens.add({ id: 'theirs', userId: other, expiresAt: at(60) });
      const used = await store().resets.use('used', 'new hash', at(1));
      expect({ ...used, ended: used?.ended.sort() }).toEqual({ userId: user, ended: ['laptop', 'phone'] });
      expect(await store().users.byId(user)).toMatchObject({
        passwordHash: 'new hash',
        updatedAt: at(1).toISOString(),
      });
      expect(await store().tokens.notHolding(['phone', 'laptop', 'theirs'], NOW)).toEqual(['phone', 'laptop']);
      expect((await store().users.byId(other))?.passwordHash).not.toBe('new hash');
      expect(await store().resets.holding('not used', NOW)).toBe(other);
    });

    it('work once, also when they are used many times at once', async () => {
      await linkFor('once');
      const used = await Promise.all(
        Array.from({ length: 6 }, (_, i) => store().resets.use('once', `hash ${String(i)}`, NOW)),
      );
      expect(used.filter(Boolean)).toHaveLength(1);
      expect(await store().resets.use('once', 'hash', NOW)).toBeUndefined();
    });

    it('hold beside each other, and end together with the first that is used', async () => {
      const user = await linkFor('first mail');
      await linkFor('second mail', user);
      expect(await store().resets.holding('first mail', NOW)).toBe(user);
      const used = await Promise.all([
        store().resets.use('first mail', 'one', NOW),
        store().resets.use('second mail', 'two', NOW),
      ]);
      expect(used.filter(Boolean)).toHaveLength(1);
      for (const hash of ['first mail', 'second mail']) expect(await store().resets.holding(hash, NOW)).toBeUndefined();
    });

    it('end with a password that was changed in another way, and nobody else’s do', async () => {
      const [user, other] = [await linkFor('open'), await linkFor('somebody else’s')];
      await store().users.changePassword(user, 'changed', NOW);
      expect(await store().resets.use('open', 'new hash', NOW)).toBeUndefined();
      expect((await store().users.byId(user))?.passwordHash).toBe('changed');
      expect(await store().resets.holding('somebody else’s', NOW)).toBe(other);
    });

    it('are forgotten once they expired, and only then', async () => {
      const user = await linkFor('old', undefined, 10);
      await linkFor('new', user, 100);
      await store().resets.removeExpired(at(10));
      expect(await store().resets.holding('old', NOW)).toBeUndefined();
      expect(await store().resets.holding('new', NOW)).toBe(user);
    });
  });
}
