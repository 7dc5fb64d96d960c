import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cache, Entry, Loaded } from './port.ts';

/** What every cache must do. `open` gives a fresh, empty one. */
export function cacheSuite(open: () => Promise<Cache>): void {
  describe('a cache', () => {
    let cache: Cache;
    const entry: Entry = { key: 'user:1:progress', ttlSeconds: 300 };
    const value = (text: string) => () => Promise.resolve<Loaded>({ value: text });

    beforeEach(async () => {
      cache = await open();
    });
    afterEach(() => cache.close());

    it('loads what it does not have, and says that it came from the database', async () => {
      expect(await cache.cached(entry, value('1'))).toEqual({ value: '1', source: 'database' });
    });

    it('keeps what was loaded, and says that it came from the cache', async () => {
      await cache.cached(entry, value('1'));
      expect(await cache.cached(entry, value('2'))).toEqual({ value: '1', source: 'cache' });
    });

    it('keeps keys apart', async () => {
      await cache.cached(entry, value('1'));
      const other = { ...entry, key: 'user:2:progress' };
      expect((await cache.cached(other, value('2'))).value).toBe('2');
      expect((await cache.cached(entry, value('3'))).value).toBe('1');
    });

    it('keeps an empty text and every character as they are', async () => {
      for (const text of ['', '{"name":"தோசை 🥞 \\u0000"}', '\u2028\n"']) {
        const own = { ...entry, key: `text:${String(text.length)}` };
        await cache.cached(own, value(text));
        expect(await cache.cached(own, value('another'))).toEqual({ value: text, source: 'cache' });
      }
    });

    it('makes one load for many misses at once', async () => {
      const gate = new Gate();
      let loads = 0;
      const load = async () => {
        loads += 1;
        await gate.opened;
        return { value: 'once' };
      };
      const asked = Array.from({ length: 50 }, () => cache.cached(entry, load));
      gate.open();
      expect(new Set((await Promise.all(asked)).map((one) => one.value))).toEqual(new Set(['once']));
      expect(loads).toBe(1);
    });

    it('loads anew after an invalidation', async () => {
      await cache.cached(entry, value('old'));
      await cache.invalidate([entry]);
      expect(await cache.cached(entry, value('new'))).toEqual({ value: 'new', source: 'database' });
    });

    it('never keeps what a load brings that began before an invalidation', async () => {
      const gate = new Gate();
      const slow = cache.cached(entry, async () => {
        await gate.opened;
        return { value: 'old' };
      });
      await cache.invalidate([entry]);
      gate.open();
      expect((await slow).value).toBe('old');
      expect(await cache.cached(entry, value('new'))).toEqual({ value: 'new', source: 'database' });
    });

    it('gives a new load to whoever asks after the invalidation, and that one stays', async () => {
      const [before, after] = [new Gate(), new Gate()];
      const slow = cache.cached(entry, async () => {
        await before.opened;
        return { value: 'old' };
      });
      await cache.invalidate([entry]);
      const asked = cache.cached(entry, async () => {
        await after.opened;
        return { value: 'new' };
      });
      after.open();
      expect((await asked).value).toBe('new');
      before.open();
      expect((await slow).value).toBe('old');
      expect(await cache.cached(entry, value('newest'))).toEqual({ value: 'new', source: 'cache' });
    });

    it('forgets all keys of one invalidation, and no other', async () => {
      const [a, b, c] = ['a', 'b', 'c'].map((key) => ({ key, ttlSeconds: 60 })) as [Entry, Entry, Entry];
      for (const one of [a, b, c]) await cache.cached(one, value('old'));
      await cache.invalidate([a, b]);
      expect((await cache.cached(a, value('new'))).value).toBe('new');
      expect((await cache.cached(b, value('new'))).value).toBe('new');
      expect((await cache.cached(c, value('new'))).value).toBe('old');
    });

    it('takes an invalidation of what it never held', async () => {
      await expect(cache.invalidate([{ key: 'nothing', ttlSeconds: 1 }])).resolves.toBeUndefined();
      await expect(cache.invalidate([])).resolves.toBeUndefined();
    });

    it('rejects for all who wait when the load fails, keeps nothing, and loads again', async () => {
      const gate = new Gate();
      const failing = async (): Promise<Loaded> => {
        await gate.opened;
        throw new Error('no database');
      };
      const asked = [cache.cached(entry, failing), cache.cached(entry, failing)];
      gate.open();
      for (const one of await Promise.allSettled(asked)) expect(one.status).toBe('rejected');
      expect(await cache.cached(entry, value('back'))).toEqual({ value: 'back', source: 'database' });
    });

    it('rejects where the load throws before it returns', async () => {
      const throwing = () => {
        throw new Error('at once');
      };
      await expect(cache.cached(entry, throwing)).rejects.toThrow('at once');
    });

    it('does not keep what is fresh for no time at all', async () => {
      await cache.cached(entry, () => Promise.resolve({ value: 'stale', freshForSeconds: 0 }));
      expect((await cache.cached(entry, value('new'))).source).toBe('database');
    });

    it('lets go of a value once its time is over', async () => {
      await cache.cached(entry, () => Promise.resolve({ value: 'short', freshForSeconds: 0.05 }));
      await expect.poll(async () => (await cache.cached(entry, value('next'))).value, { timeout: 10_000 }).toBe('next');
    });

    it('can be closed twice', async () => {
      await cache.close();
      await expect(cache.close()).resolves.toBeUndefined();
    });
  });
}

/** Holds a load back until the test lets it go. */
class Gate {
  open!: () => void;
  readonly opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });
}
