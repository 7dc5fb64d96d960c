import { describe, expect, it } from 'vitest';
import { ownedBy, type Place } from '../port.ts';
import { NO_IDS, NOW, type Open, opened, owned, person } from './builders.ts';
import { dietPlan, kept, later, planOf, workoutPlan } from './written-plans.ts';

export function plansSuite(open: Open): void {
  describe('plans', () => {
    const store = opened(open);

    it('come back as they were kept, of both kinds', async () => {
      const { _id } = await person(store());
      for (const plan of [workoutPlan(), dietPlan()]) {
        const stored = await kept(store(), _id, plan);
        expect(stored.plan).toEqual(plan);
        expect(await store().plans.byId(stored._id)).toEqual(stored);
      }
    });

    it('are listed by kind, newest first and the higher id first at one moment, whatever the size of a page', async () => {
      const [{ _id }, other] = [await person(store()), await person(store())];
      await kept(store(), other._id);
      await kept(store(), _id, workoutPlan());
      const made = [];
      for (const ms of [5, 3, 9, 5, 5]) made.push(await kept(store(), _id, dietPlan(`at ${String(ms)}`), later(ms)));
      const newestFirst = made
        .map((one) => `${one.createdAt} ${one._id}`)
        .sort()
        .reverse();
      for (let limit = 1; limit <= 6; limit += 1) {
        const seen: string[] = [];
        let after: Place | undefined;
        do {
          const { items, next } = await store().plans.page(_id, 'diet', { limit, after });
          expect(items.length).toBeLessThanOrEqual(limit);
          seen.push(...items.map((one) => `${one.createdAt} ${one._id}`));
          after = next ?? undefined;
        } while (after);
        expect(seen).toEqual(newestFirst);
      }
      expect((await store().plans.page(_id, 'workout', { limit: 9 })).items).toEqual([
        {
          _id: expect.any(String) as string,
          kind: 'workout',
          title: 'Strong and steady',
          summary: 'Three days a week for the whole body.',
          writer: 'built-in',
          status: 'verified',
          createdAt: NOW.toISOString(),
        },
      ]);
    });

    it('are changed only as they were read: of two changes at once one has to look again', async () => {
      const { _id } = await person(store());
      const plan = owned(_id, await kept(store(), _id));
      const all = await Promise.all(['a', 'b', 'c'].map((title) => store().plans.change(plan, dietPlan(title))));
      const [changed, ...others] = all.filter((one) => one !== undefined);
      expect(others).toEqual([]);
      expect(changed).toMatchObject({ _id: plan._id, version: 2, createdAt: plan.createdAt });
      expect(await store().plans.byId(plan._id)).toEqual(changed);
      const [listed] = (await store().plans.page(_id, 'diet', { limit: 1 })).items;
      expect(listed?.title).toBe(changed?.plan.title);
      const again = await store().plans.change(owned(_id, changed), dietPlan('again'));
      expect(again).toMatchObject({ version: 3, plan: { title: 'again' } });
    });

    it('are shared under the first token they get, until they are shared no more', async () => {
      const { _id } = await person(store());
      const plan = owned(_id, await kept(store(), _id));
      const tokens = await Promise.all(['x', 'y', 'z'].map((one) => store().plans.share(plan, `${one} ${plan._id}`)));
      const [token = ''] = tokens;
      expect(new Set(tokens).size).toBe(1);
      expect(await store().plans.byShareToken(token)).toEqual({ ...plan, shareToken: token });
      expect((await store().plans.byId(plan._id))?.shareToken).toBe(token);
      const changed = await store().plans.change(plan, dietPlan('changed'));
      expect(changed?.shareToken).toBe(token);
      await store().plans.unshare(plan);
      await store().plans.unshare(plan);
      expect(await store().plans.byShareToken(token)).toBeUndefined();
      expect(await store().plans.share(plan, 'another token')).toBe('another token');
    });

    it('that are removed are gone, with their token and their request', async () => {
      const { _id } = await person(store());
      const plan = owned(_id, await kept(store(), _id));
      const token = (await store().plans.share(plan, `gone ${plan._id}`)) ?? '';
      await store().plans.remove(plan);
      await store().plans.remove(plan);
      expect(await store().plans.byId(plan._id)).toBeUndefined();
      expect(await store().plans.byShareToken(token)).toBeUndefined();
      expect(await store().plans.change(plan, dietPlan())).toBeUndefined();
      expect(await store().plans.share(plan, 'x')).toBeUndefined();
      expect((await store().plans.page(_id, 'diet', { limit: 9 })).items).toEqual([]);
    });

    it('are copies, and kept apart by person', async () => {
      const [ana, bo] = [await person(store()), await person(store())];
      const given = dietPlan();
      const plan = await kept(store(), ana._id, given);
      given.notes.push('changed');
      plan.plan.notes.push('changed');
      const row = await store().plans.byId(plan._id);
      expect(row?.plan).toEqual(dietPlan());
      expect(ownedBy(bo._id, row)).toBeUndefined();
      expect((await store().plans.page(bo._id, 'diet', { limit: 9 })).items).toEqual([]);
    });

    it('are undefined, or none, where there is none', async () => {
      for (const id of NO_IDS) {
        expect(await store().plans.byId(id)).toBeUndefined();
        expect(await store().plans.byShareToken(id)).toBeUndefined();
        expect(await store().plans.page(id, 'diet', { limit: 1 })).toEqual({ items: [], next: null });
      }
      const { _id } = await person(store());
      await kept(store(), _id, planOf('workout'));
      const after = { date: 'nonsense', id: 'nonsense' };
      expect((await store().plans.page(_id, 'diet', { limit: 1, after })).next).toBeNull();
    });
  });
}
