import { describe, expect, it } from 'vitest';
import { NO_IDS, NOW, type Open, opened, person } from './builders.ts';

const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

export function messagesSuite(open: Open): void {
  describe('messages', () => {
    const store = opened(open);
    const two = async () => [(await person(store()))._id, (await person(store()))._id] as const;
    const send = async (from: string, to: string, text: string, seconds = 0) =>
      (await store().messages.add({ from, to, text, clientId: null }, after(seconds))).message;

    it('are kept to the letter, unread', async () => {
      const [ana, bo] = await two();
      const { message, added } = await store().messages.add(
        { from: ana, to: bo, text: 'வணக்கம் 🥞 <b>', clientId: null },
        NOW,
      );
      expect(added).toBe(true);
      expect(message).toEqual({
        _id: message._id,
        clientId: null,
        from: ana,
        to: bo,
        text: 'வணக்கம் 🥞 <b>',
        createdAt: NOW.toISOString(),
        readAt: null,
      });
    });

    it('are one for one clientId of a sender, however many arrive at once', async () => {
      const [ana, bo] = await two();
      const clientId = '00000000-0000-7000-8000-0000000000bb';
      const all = await Promise.all(
        [1, 2, 3, 4].map((n) => store().messages.add({ from: ana, to: bo, text: `n ${String(n)}`, clientId }, NOW)),
      );
      expect(all.filter((one) => one.added)).toHaveLength(1);
      expect(new Set(all.map((one) => one.message._id)).size).toBe(1);
      expect((await store().messages.add({ from: bo, to: ana, text: 'mine', clientId }, NOW)).added).toBe(true);
    });

    it('come page by page, both ways, and each once', async () => {
      const [ana, bo] = await two();
      for (let i = 0; i < 7; i += 1) await send(i % 2 ? ana : bo, i % 2 ? bo : ana, String(i), Math.floor(i / 2));
      const { messages } = store();
      const first = await messages.page(ana, bo, { limit: 3, direction: 'older' });
      expect(first.items.map((one) => one.text)).toEqual(['6', '5', '4']);
      const second = await messages.page(bo, ana, { limit: 10, direction: 'older', from: first.next ?? undefined });
      expect(second.items.map((one) => one.text)).toEqual(['3', '2', '1', '0']);
      expect(second.next).toBeNull();
      const forth = await messages.page(ana, bo, { limit: 2, direction: 'newer', from: first.next ?? undefined });
      expect(forth.items.map((one) => one.text)).toEqual(['5', '6']);
      expect(forth.next).toBeNull();
      const begin = await messages.page(ana, bo, { limit: 2, direction: 'newer' });
      expect(begin.items.map((one) => one.text)).toEqual(['0', '1']);
      expect(begin.next).not.toBeNull();
    });

    it('are in threads, that with the newest message first', async () => {
      const [ana, bo] = await two();
      const [cara] = await two();
      await send(bo, ana, 'one', 1);
      await send(bo, ana, 'two', 2);
      const last = await send(ana, cara, 'three', 3);
      expect(await store().messages.threads(ana)).toMatchObject([
        { with: cara, last, unread: 0 },
        { with: bo, last: { text: 'two' }, unread: 2 },
      ]);
      expect(await store().messages.threads(cara)).toMatchObject([{ with: ana, unread: 1 }]);
      for (const id of NO_IDS) expect(await store().messages.threads(id)).toEqual([]);
    });

    it('are read up to a moment, of one sender, by whom they are to', async () => {
      const [ana, bo] = await two();
      const [cara] = await two();
      await send(bo, ana, 'one', 1);
      await send(cara, ana, 'other', 1);
      await send(ana, bo, 'mine', 1);
      await send(bo, ana, 'later', 9);
      expect(await store().messages.read(ana, bo, after(5))).toBe(1);
      expect(await store().messages.read(ana, bo, after(5))).toBe(0);
      expect(await store().messages.unread(ana, [bo, cara, ...NO_IDS])).toEqual(
        new Map([
          [bo, 1],
          [cara, 1],
        ]),
      );
      expect(await store().messages.unread(bo, [ana])).toEqual(new Map([[ana, 1]]));
      const { items } = await store().messages.page(ana, bo, { limit: 9, direction: 'newer' });
      expect(items.find((one) => one.text === 'one')?.readAt).toBe(after(5).toISOString());
      expect(items.find((one) => one.text === 'later')?.readAt).toBeNull();
    });

    it('that nobody read are told of once', async () => {
      const [ana, bo] = await two();
      const mine = async () => (await store().messages.untold(after(100), 1000)).filter((one) => one.to === ana);
      await send(bo, ana, 'read soon', 1);
      await store().messages.read(ana, bo, after(2));
      await send(bo, ana, 'one', 3);
      await send(bo, ana, 'two', 4);
      await send(bo, ana, 'too new', 200);
      const [digest] = await mine();
      expect(digest?.messages.map((one) => one.text)).toEqual(['one', 'two']);
      await store().messages.told(digest?.messages.map((one) => one._id) ?? []);
      expect(await mine()).toEqual([]);
      expect(await store().messages.unread(ana, [bo])).toEqual(new Map([[bo, 3]]));
    });
  });
}
