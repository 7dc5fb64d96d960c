import { describe, expect, it } from 'vitest';
import type { Place } from '../port.ts';
import { everyWorkout, newWorkout, NOW, type Open, opened, owned, person, TODAY } from './builders.ts';

export function pagesSuite(open: Open): void {
  describe('pages of workouts', () => {
    const store = opened(open);
    /** Seven workouts over three days, four of them at one instant. */
    const history = async () => {
      const { _id } = await person(store());
      const days = ['2026-07-03', '2026-07-01', '2026-07-02', '2026-07-02', '2026-07-03', '2026-07-02', '2026-07-02'];
      for (const day of days) await store().workouts.add(_id, newWorkout(day), NOW, TODAY);
      await store().workouts.add((await person(store()))._id, newWorkout('2026-07-02'), NOW, TODAY);
      return _id;
    };
    const pagesOf = async (userId: string, limit: number, span: { from?: string; to?: string } = {}) => {
      const pages: string[][] = [];
      let after: Place | undefined;
      do {
        const { items, next } = await store().workouts.page(userId, { limit, after, ...span });
        pages.push(items.map(({ date, _id }) => `${date} ${_id}`));
        after = next ?? undefined;
      } while (after);
      return pages;
    };

    it('show each once, newest first and the higher id first at one instant, whatever the size of a page', async () => {
      const user = await history();
      const newestFirst = (await everyWorkout(store(), user)).map(({ date, _id }) => `${date} ${_id}`).reverse();
      expect(newestFirst).toHaveLength(7);
      expect([...newestFirst].sort().reverse()).toEqual(newestFirst);
      for (let limit = 1; limit <= 8; limit += 1) {
        const pages = await pagesOf(user, limit);
        expect(pages.flat()).toEqual(newestFirst);
        expect(pages).toHaveLength(Math.ceil(7 / limit));
      }
    });

    it('take in both ends of a span of local days', async () => {
      const user = await history();
      const days = async (span: { from?: string; to?: string }) =>
        (await pagesOf(user, 2, span)).flat().map((one) => Number(one.slice(8, 10)));
      expect(await days({ from: '2026-07-02' })).toEqual([3, 3, 2, 2, 2, 2]);
      expect(await days({ to: '2026-07-02' })).toEqual([2, 2, 2, 2, 1]);
      expect(await days({ from: '2026-07-02', to: '2026-07-02' })).toEqual([2, 2, 2, 2]);
      expect(await days({ from: '2026-07-03', to: '2026-07-02' })).toEqual([]);
      expect(await days({ from: '2026-07-04' })).toEqual([]);
    });

    it('go by local days, not by instants', async () => {
      const { _id } = await person(store());
      // Late on the 15th in Honolulu, when it is the 16th already in London.
      await store().workouts.add(_id, newWorkout('2026-07-15', { date: '2026-07-16T08:00:00.000Z' }), NOW, TODAY);
      expect((await store().workouts.page(_id, { limit: 5, to: '2026-07-15' })).items).toHaveLength(1);
      expect((await store().workouts.page(_id, { limit: 5, from: '2026-07-16' })).items).toHaveLength(0);
    });

    it('stay in step while workouts come and go between two of them', async () => {
      const user = await history();
      const first = await store().workouts.page(user, { limit: 3 });
      await store().workouts.add(user, newWorkout('2026-07-03'), NOW, TODAY);
      const last = first.items.at(-1);
      await store().workouts.remove(owned(user, last), TODAY);
      const rest = await store().workouts.page(user, { limit: 10, after: first.next ?? undefined });
      expect(rest.items.map((one) => one.localDate)).toEqual(['2026-07-02', '2026-07-02', '2026-07-02', '2026-07-01']);
      expect(rest.next).toBeNull();
    });
  });

  describe('all workouts', () => {
    const store = opened(open);

    it('come oldest first and each once, however many there are', async () => {
      const { _id } = await person(store());
      const days = Array.from({ length: 250 }, (_, i) => `2026-0${String((i % 3) + 1)}-${String((i % 7) + 10)}`);
      await Promise.all(days.map((day) => store().workouts.add(_id, newWorkout(day), NOW, TODAY)));
      const all = await everyWorkout(store(), _id);
      const order = all.map((workout) => `${workout.date} ${workout._id}`);
      expect(new Set(order).size).toBe(250);
      expect([...order].sort()).toEqual(order);
    });

    it('may be left off half-way, and read while workouts are added', async () => {
      const { _id } = await person(store());
      for (const day of ['2026-07-01', '2026-07-02', '2026-07-03'])
        await store().workouts.add(_id, newWorkout(day), NOW, TODAY);
      const seen: string[] = [];
      for await (const workout of store().workouts.all(_id)) {
        seen.push(workout.localDate);
        await store().workouts.add(_id, newWorkout('2026-06-01'), NOW, TODAY);
        if (seen.length === 2) break;
      }
      expect(seen).toEqual(['2026-07-01', '2026-07-02']);
      expect(await everyWorkout(store(), _id)).toHaveLength(5);
    });
  });
}
