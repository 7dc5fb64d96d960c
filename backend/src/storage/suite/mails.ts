import { beforeEach, describe, expect, it } from 'vitest';
import { NO_IDS, NOW, type Open, opened } from './builders.ts';

const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const EVER = new Date('2100-01-01T00:00:00.000Z');

export function mailsSuite(open: Open): void {
  describe('mails', () => {
    const store = opened(open);
    const add = (key: string, seconds = 0, letter = `{"of":"${key}"}`) =>
      store().mails.add({ key, letter }, after(seconds));
    const take = (seconds: number, limit = 10) => store().mails.take(after(seconds), after(seconds + 60), limit);
    const keysOf = (mails: readonly { key: string }[]) => mails.map((mail) => mail.key);
    const takeOne = async (seconds = 0) => {
      const [mail, ...others] = await take(seconds);
      if (!mail || others.length > 0) throw new Error(`There are ${String(others.length)} more, or none.`);
      return mail;
    };

    // What one case leaves waiting would be taken in the next one.
    beforeEach(async () => {
      for (const { _id } of await store().mails.take(EVER, EVER, 1000)) await store().mails.sent(_id, NOW);
    });

    it('come back as they were given, however they are written', async () => {
      const letter = JSON.stringify({ name: 'அனு 🥞', text: 'line\r\nline\u0000', lone: '\uD800' });
      expect(await add('given', 0, letter)).toBe(true);
      const taken = await takeOne();
      expect(taken).toEqual({ _id: taken._id, key: 'given', letter, attempts: 1 });
      expect(taken._id).toMatch(/^[0-9a-f]{24}$/);
    });

    it('are added once by their key, however many arrive at once', async () => {
      const added = await Promise.all(Array.from({ length: 8 }, (_, i) => add('once', i)));
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await take(60)).toHaveLength(1);
    });

    it('are added once by their key, also after the first one was sent or given up', async () => {
      await add('sent');
      await store().mails.sent((await takeOne())._id, NOW);
      expect(await add('sent')).toBe(false);
      await add('given up');
      await store().mails.failed(await takeOne(), 'no such person', null, NOW);
      expect(await add('given up')).toBe(false);
      expect(await take(1_000_000)).toEqual([]);
    });

    it('are taken when they are due, those that are due longest first, as many as are asked for', async () => {
      await add('third', 3);
      await add('first', 1);
      await add('second', 2);
      expect(await take(0)).toEqual([]);
      expect(keysOf(await take(1))).toEqual(['first']);
      expect(keysOf(await take(3, 1))).toEqual(['second']);
      expect(keysOf(await take(3))).toEqual(['third']);
    });

    it('of which several were added at the same moment are taken in the order of adding', async () => {
      for (const key of ['a', 'b', 'c', 'd']) await add(key);
      expect(keysOf(await take(0))).toEqual(['a', 'b', 'c', 'd']);
    });

    it('are taken by one alone, however many ask at once', async () => {
      const keys = Array.from({ length: 30 }, (_, i) => `shared ${String(i)}`);
      for (const key of keys) await add(key);
      const taken = await Promise.all(Array.from({ length: 12 }, () => take(0, 4)));
      expect(keysOf(taken.flat()).sort()).toEqual([...keys].sort());
      for (const some of taken) expect(some.length).toBeLessThanOrEqual(4);
    });

    it('are due again once whoever took them had them for their while, and count how often', async () => {
      await add('left');
      const first = await takeOne(0);
      expect(await take(59)).toEqual([]);
      expect(await takeOne(60)).toEqual({ ...first, attempts: 2 });
      expect(await take(119)).toEqual([]);
    });

    it('that were sent are not taken again', async () => {
      await add('done');
      const { _id } = await takeOne();
      await Promise.all([store().mails.sent(_id, NOW), store().mails.sent(_id, NOW)]);
      expect(await take(1_000_000)).toEqual([]);
    });

    it('that failed are due again when they were told to be', async () => {
      await add('later');
      const taken = await takeOne();
      await store().mails.failed(taken, 'busy ✉', after(500), NOW);
      expect(await take(499)).toEqual([]);
      expect(await takeOne(500)).toEqual({ ...taken, attempts: 2 });
    });

    it('that were given up are not taken again', async () => {
      await add('hopeless');
      await store().mails.failed(await takeOne(), 'no such person', null, NOW);
      expect(await take(1_000_000)).toEqual([]);
    });

    it('stay with whoever took them last: a failure that comes late changes nothing', async () => {
      await add('overtaken');
      const slow = await takeOne(0);
      const quick = await takeOne(60);
      await store().mails.failed(slow, 'too slow', after(61), NOW);
      await store().mails.failed(slow, 'too slow', null, NOW);
      expect(await take(100)).toEqual([]);
      await store().mails.sent(quick._id, NOW);
      await store().mails.failed(quick, 'after all', after(61), NOW);
      expect(await take(1_000_000)).toEqual([]);
    });

    it('that were sent by somebody who had them too long are sent all the same', async () => {
      await add('slow but sure');
      const slow = await takeOne(0);
      await takeOne(60);
      await store().mails.sent(slow._id, NOW);
      expect(await take(1_000_000)).toEqual([]);
      expect(await store().mails.waiting()).toBe(0);
    });

    it('are counted while they wait, whether somebody has them or not', async () => {
      expect(await store().mails.waiting()).toBe(0);
      for (const key of ['w1', 'w2', 'w3', 'w4']) await add(key);
      const [sent, failed, givenUp] = await take(0, 3);
      if (!sent || !failed || !givenUp) throw new Error('Three were due.');
      expect(await store().mails.waiting()).toBe(4);
      await store().mails.sent(sent._id, NOW);
      await store().mails.failed(failed, 'busy', after(9), NOW);
      await store().mails.failed(givenUp, 'no', null, NOW);
      expect(await store().mails.waiting()).toBe(2);
    });

    it('are forgotten, keys and all, once they were sent or given up long ago, and only then', async () => {
      await add('old');
      await store().mails.sent((await takeOne())._id, after(10));
      await add('older');
      await store().mails.failed(await takeOne(), 'no', null, after(5));
      await add('waits');
      await store().mails.removeBefore(after(10));
      expect([await add('old'), await add('older'), await add('waits')]).toEqual([false, true, false]);
      await store().mails.removeBefore(after(11));
      expect(await add('old')).toBe(true);
    });

    it('that are not there can’t be told of', async () => {
      for (const _id of NO_IDS) {
        await store().mails.sent(_id, NOW);
        await store().mails.failed({ _id, attempts: 1 }, 'nothing', after(1), NOW);
        await store().mails.failed({ _id, attempts: 1 }, 'nothing', null, NOW);
      }
      expect(await store().mails.waiting()).toBe(0);
    });
  });
}
