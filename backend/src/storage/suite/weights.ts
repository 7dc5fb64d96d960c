import { describe, expect, it } from 'vitest';
import { ownedBy } from '../port.ts';
import { NO_IDS, NOW, type Open, opened, owned, person, TODAY } from './builders.ts';

const YESTERDAY = '2026-07-15';

export function weightsSuite(open: Open): void {
  describe('weights', () => {
    const store = opened(open);
    const profileWeight = async (id: string) => (await store().users.byId(id))?.profile.weight;

    it('are one a day: a second one takes the first one’s place and keeps its id', async () => {
      const { _id } = await person(store());
      const first = await store().weights.put(_id, TODAY, 80.25, NOW);
      expect(first).toEqual({
        weight: { _id: first.weight._id, localDate: TODAY, weight: 80.25, createdAt: NOW.toISOString() },
        added: true,
      });
      const second = await store().weights.put(_id, TODAY, 79.9, new Date(NOW.getTime() + 1000));
      expect(second).toEqual({ weight: { ...first.weight, weight: 79.9 }, added: false });
      expect(await store().weights.of(_id)).toEqual([second.weight]);
      expect(await store().weights.byId(first.weight._id)).toEqual({ ...second.weight, user: _id });
    });

    it('are one where many come at once for one day', async () => {
      const { _id } = await person(store());
      const all = await Promise.all([70, 71, 72, 73].map((weight) => store().weights.put(_id, TODAY, weight, NOW)));
      expect(all.filter((one) => one.added)).toHaveLength(1);
      expect(new Set(all.map((one) => one.weight._id)).size).toBe(1);
      expect(await store().weights.of(_id)).toHaveLength(1);
    });

    it('come newest day first, and the newest is the profile’s', async () => {
      const { _id } = await person(store());
      const put = (day: string, weight: number) => store().weights.put(_id, day, weight, NOW);
      await put(YESTERDAY, 81);
      expect(await profileWeight(_id)).toBe(81);
      await put(TODAY, 80);
      await put('2025-12-31', 90);
      expect(await profileWeight(_id)).toBe(80);
      expect((await store().weights.of(_id)).map((one) => one.weight)).toEqual([80, 81, 90]);
    });

    it('once removed leave the profile the newest day that is left, or nothing', async () => {
      const { _id } = await person(store());
      const [newer, older] = [
        (await store().weights.put(_id, TODAY, 80, NOW)).weight,
        (await store().weights.put(_id, YESTERDAY, 81, NOW)).weight,
      ];
      const remove = async (id: string) => store().weights.remove(owned(_id, await store().weights.byId(id)));
      await remove(newer._id);
      expect(await profileWeight(_id)).toBe(81);
      expect(await store().weights.byId(newer._id)).toBeUndefined();
      const again = owned(_id, await store().weights.byId(older._id));
      await store().weights.remove(again);
      await store().weights.remove(again);
      expect(await profileWeight(_id)).toBeNull();
      expect(await store().weights.of(_id)).toEqual([]);
    });

    it('are copies, and kept apart by person', async () => {
      const [ana, bo] = [await person(store()), await person(store())];
      const { weight } = await store().weights.put(ana._id, TODAY, 60, NOW);
      weight.weight = 1;
      for (const one of await store().weights.of(ana._id)) one.weight = 1;
      const row = await store().weights.byId(weight._id);
      expect(row?.weight).toBe(60);
      expect(ownedBy(bo._id, row)).toBeUndefined();
      expect(ownedBy(ana._id, row)).toBe(row);
      expect(await store().weights.of(bo._id)).toEqual([]);
      expect(await profileWeight(bo._id)).toBeNull();
    });

    it('are undefined, or none, where there is none', async () => {
      for (const id of NO_IDS) {
        expect(await store().weights.byId(id)).toBeUndefined();
        expect(await store().weights.of(id)).toEqual([]);
      }
    });
  });
}
