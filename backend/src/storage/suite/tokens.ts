import { describe, expect, it } from 'vitest';
import { NO_IDS, NOW, type Open, opened, person } from './builders.ts';

const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

export function tokensSuite(open: Open): void {
  describe('tokens', () => {
    const store = opened(open);
    const issue = async (id: string, seconds = 60) => {
      const { _id: userId } = await person(store());
      const token = { id, userId, expiresAt: at(seconds) };
      await store().tokens.add(token);
      return token;
    };

    it('hold until they expire, and at that moment no longer', async () => {
      const token = await issue('until');
      expect(await store().tokens.holding('until', NOW)).toEqual(token);
      expect(await store().tokens.holding('until', new Date(at(60).getTime() - 1))).toEqual(token);
      expect(await store().tokens.holding('until', at(60))).toBeUndefined();
      expect(await store().tokens.holding('until', at(61))).toBeUndefined();
    });

    it('are undefined where there is none', async () => {
      for (const id of [...NO_IDS, 'until\u0000', 'UNTIL'])
        expect(await store().tokens.holding(id, NOW)).toBeUndefined();
    });

    it('that do not hold are told apart from those that do, many at once', async () => {
      await issue('holds');
      await issue('short', 10);
      const asked = ['holds', 'short', 'nobody’s', 'Holds', ...NO_IDS];
      expect(await store().tokens.notHolding(asked, NOW)).toEqual(asked.slice(2));
      expect(await store().tokens.notHolding(['short', 'holds'], at(10))).toEqual(['short']);
      expect(await store().tokens.notHolding([], NOW)).toEqual([]);
    });

    it('are copies', async () => {
      const token = await issue('copy');
      token.expiresAt.setTime(0);
      (await store().tokens.holding('copy', NOW))?.expiresAt.setTime(0);
      expect((await store().tokens.holding('copy', NOW))?.expiresAt).toEqual(at(60));
    });

    it('end once, and ending one that is not there is fine', async () => {
      await issue('ended');
      await issue('left');
      await Promise.all([store().tokens.end('ended'), store().tokens.end('ended')]);
      for (const id of NO_IDS) await store().tokens.end(id);
      expect(await store().tokens.holding('ended', NOW)).toBeUndefined();
      expect(await store().tokens.holding('left', NOW)).toBeDefined();
    });

    it('of one person all end at once, and their ids are told', async () => {
      const { userId } = await issue('first');
      await store().tokens.add({ id: 'second', userId, expiresAt: at(60) });
      await issue('somebody else’s');
      expect((await store().tokens.endAllOf(userId)).sort()).toEqual(['first', 'second']);
      expect(await store().tokens.endAllOf(userId)).toEqual([]);
      expect(await store().tokens.holding('second', NOW)).toBeUndefined();
      expect(await store().tokens.holding('somebody else’s', NOW)).toBeDefined();
      for (const id of NO_IDS) expect(await store().tokens.endAllOf(id)).toEqual([]);
    });

    it('are forgotten once they expired, and only then', async () => {
      const { userId } = await issue('old', 10);
      await store().tokens.add({ id: 'new', userId, expiresAt: at(100) });
      await store().tokens.removeExpired(at(50));
      expect(await store().tokens.holding('new', at(50))).toBeDefined();
      expect(await store().tokens.endAllOf(userId)).toEqual(['new']);
    });
  });
}
