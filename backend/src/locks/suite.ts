import { describe, expect, it } from 'vitest';
import { type Locks, StillBusy } from './port.ts';

/** What all locks must do. `open` gives some whose users wait so long for their turn. */
export function locksSuite(open: (patienceMs: number) => Locks): void {
  describe('locks', () => {
    const held = () => {
      let free!: () => void;
      const work = new Promise<void>((resolve) => (free = resolve));
      return { free, work: () => work };
    };

    it('let one do its work at a time, in the order in which they asked', async () => {
      const locks = open(60_000);
      const seen: string[] = [];
      const work = (name: string) => async () => {
        seen.push(`${name} begins`);
        await new Promise(setImmediate);
        seen.push(`${name} ends`);
        return name;
      };
      const answers = await Promise.all(['a', 'b', 'c'].map((name) => locks.oneAtATime('import', work(name))));
      expect(answers).toEqual(['a', 'b', 'c']);
      expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    });

    it('keep work of different names apart', async () => {
      const locks = open(60_000);
      const first = held();
      const long = locks.oneAtATime('one', first.work);
      expect(await locks.oneAtATime('another', () => Promise.resolve(7))).toBe(7);
      first.free();
      await long;
    });

    it('are free again after work that failed', async () => {
      const locks = open(60_000);
      await expect(locks.oneAtATime('x', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
      expect(await locks.oneAtATime('x', () => Promise.resolve('again'))).toBe('again');
    });

    it('tell who waits too long that somebody is still busy, and let nobody in early', async () => {
      const locks = open(50);
      const first = held();
      const long = locks.oneAtATime('x', first.work);
      let began = false;
      const second = locks.oneAtATime('x', () => {
        began = true;
        return Promise.resolve();
      });
      await expect(second).rejects.toThrow(StillBusy);
      expect(began).toBe(false);
      first.free();
      await long;
      expect(await locks.oneAtATime('x', () => Promise.resolve('free'))).toBe('free');
    });
  });
}
