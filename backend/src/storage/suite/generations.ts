import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { NO_IDS, NOW, type Open, opened, person, TODAY } from './builders.ts';
import { begun, dietPlan, generation, later, workoutPlan } from './written-plans.ts';

const TOMORROW = '2026-07-17';

export function generationsSuite(open: Open): void {
  describe('generations', () => {
    const store = opened(open);
    const state = async (user: string, at = NOW) =>
      (await store().plans.generations(user, TODAY, at)).latest.map((one) => `${one.kind} ${one.state}`);
    const counted = async (user: string, localDate = TODAY) =>
      (await store().plans.generations(user, localDate, NOW)).begun;

    it('run one at a time of a kind, and of both kinds together', async () => {
      const { _id } = await person(store());
      const [diet, workout] = [generation(), generation({ kind: 'workout' })];
      expect(await store().plans.begin(_id, diet, NOW)).toMatchObject({ claim: { user: _id, kind: 'diet' } });
      expect(await store().plans.begin(_id, workout, NOW)).toMatchObject({ claim: { user: _id, kind: 'workout' } });
      const running = { kind: 'diet', requestId: diet.requestId, state: 'running' };
      expect(await store().plans.begin(_id, generation(), NOW)).toEqual({ running });
      expect(await store().plans.begin(_id, diet, NOW)).toEqual({ running });
      expect(await store().plans.generations(_id, TODAY, NOW)).toEqual({
        latest: [running, { kind: 'workout', requestId: workout.requestId, state: 'running' }],
        begun: 2,
      });
    });

    it('are one where many begin at once, each for itself and all for the day', async () => {
      const { _id } = await person(store());
      const asks = Array.from({ length: 20 }, (_, i) => generation({ kind: i % 2 ? 'diet' : 'workout' }));
      const all = await Promise.all(asks.map((ask) => store().plans.begin(_id, ask, NOW)));
      expect(all.filter((one) => 'claim' in one)).toHaveLength(2);
      expect(all.filter((one) => 'running' in one)).toHaveLength(18);
      expect(await counted(_id)).toBe(2);
    });

    it('end with their plan, which the same request then finds', async () => {
      const { _id } = await person(store());
      const ask = generation();
      const plan = await store().plans.keep(await begun(store(), _id, ask), ask.requestId, dietPlan(), later(5));
      expect(plan).toEqual({
        _id: plan?._id,
        user: _id,
        requestId: ask.requestId,
        version: 1,
        shareToken: null,
        createdAt: later(5).toISOString(),
        plan: dietPlan(),
      });
      expect(await state(_id)).toEqual(['diet kept']);
      expect(await store().plans.begin(_id, ask, NOW)).toEqual({ plan });
      expect(
        await store().plans.begin(_id, generation({ requestId: ask.requestId, kind: 'workout' }), NOW),
      ).toHaveProperty('claim');
    });

    it('are kept once', async () => {
      const { _id } = await person(store());
      const ask = generation();
      const claim = await begun(store(), _id, ask);
      const keep = () => store().plans.keep(claim, ask.requestId, dietPlan(), NOW);
      const all = await Promise.all([keep(), keep(), keep()]);
      expect(all.filter((one) => one !== undefined)).toHaveLength(1);
      expect((await store().plans.page(_id, 'diet', { limit: 9 })).items).toHaveLength(1);
    });

    it('of a server that died stand in nobody’s way once they are over, and are kept no more when another began', async () => {
      const { _id } = await person(store());
      const ask = generation();
      const lost = await begun(store(), _id, ask);
      expect(await state(_id, later(59_999))).toEqual(['diet running']);
      expect(await state(_id, later(60_000))).toEqual(['diet failed']);
      expect(await store().plans.cancel(_id, ask.requestId, later(60_000))).toEqual([]);
      const next = generation({ until: later(120_000) });
      const claim = await begun(store(), _id, next, later(60_000));
      expect(await store().plans.keep(lost, ask.requestId, dietPlan(), NOW)).toBeUndefined();
      await store().plans.giveUp(lost, { uncount: true });
      expect(await state(_id)).toEqual(['diet running']);
      expect(await counted(_id)).toBe(2);
      expect(await store().plans.keep(claim, next.requestId, dietPlan(), NOW)).toBeDefined();
    });

    it('that are over and nobody followed may still be kept', async () => {
      const { _id } = await person(store());
      const ask = generation({ until: later(-1) });
      expect(await store().plans.keep(await begun(store(), _id, ask), ask.requestId, dietPlan(), NOW)).toBeDefined();
    });

    it('that are cancelled are not kept, and leave room for the next', async () => {
      const [{ _id }, other] = [await person(store()), await person(store())];
      const ask = generation();
      const claim = await begun(store(), _id, ask);
      expect(await store().plans.cancel(other._id, ask.requestId, NOW)).toEqual([]);
      expect(await store().plans.cancel(_id, randomUUID(), NOW)).toEqual([]);
      expect(await store().plans.cancel(_id, ask.requestId, NOW)).toEqual(['diet']);
      expect(await store().plans.cancel(_id, ask.requestId, NOW)).toEqual([]);
      expect(await state(_id)).toEqual(['diet cancelled']);
      expect(await store().plans.keep(claim, ask.requestId, dietPlan(), NOW)).toBeUndefined();
      await store().plans.giveUp(claim, { uncount: true });
      await store().plans.giveUp(claim, { uncount: true });
      expect(await state(_id)).toEqual(['diet cancelled']);
      expect(await counted(_id)).toBe(0);
      expect(await store().plans.begin(_id, ask, NOW)).toHaveProperty('claim');
      expect((await store().plans.page(_id, 'diet', { limit: 9 })).items).toEqual([]);
    });

    it('are cancelled or kept, never both', async () => {
      const { _id } = await person(store());
      for (let n = 0; n < 5; n += 1) {
        const ask = generation();
        const claim = await begun(store(), _id, ask);
        const [plan, cancelled] = await Promise.all([
          store().plans.keep(claim, ask.requestId, dietPlan(), NOW),
          store().plans.cancel(_id, ask.requestId, NOW),
        ]);
        expect(plan === undefined).toBe(cancelled.length === 1);
      }
    });

    it('of both kinds under one request are cancelled together', async () => {
      const { _id } = await person(store());
      const ask = generation();
      await begun(store(), _id, { ...ask, kind: 'workout' });
      await begun(store(), _id, ask);
      expect(await store().plans.cancel(_id, ask.requestId, NOW)).toEqual(['diet', 'workout']);
    });

    it('that come to nothing leave room, and count unless they are taken off', async () => {
      const { _id } = await person(store());
      await store().plans.giveUp(await begun(store(), _id, generation()), { uncount: false });
      expect(await state(_id)).toEqual(['diet failed']);
      expect(await counted(_id)).toBe(1);
      await store().plans.giveUp(await begun(store(), _id, generation()), { uncount: true });
      expect(await counted(_id)).toBe(1);
    });

    it('are so many a day, whatever comes at once, and begin anew with the next day', async () => {
      const { _id } = await person(store());
      const ask = generation({ dailyLimit: 3 });
      for (let n = 0; n < 2; n += 1) {
        const one = { ...ask, requestId: randomUUID() };
        await store().plans.keep(await begun(store(), _id, one), one.requestId, dietPlan(), NOW);
      }
      const both = await Promise.all([
        store().plans.begin(_id, { ...ask, requestId: randomUUID() }, NOW),
        store().plans.begin(_id, { ...ask, requestId: randomUUID(), kind: 'workout' }, NOW),
      ]);
      expect(both.filter((one) => 'claim' in one)).toHaveLength(1);
      expect(both.filter((one) => 'isOverLimit' in one)).toHaveLength(1);
      expect(await counted(_id)).toBe(3);
      const free = both[0] && 'claim' in both[0] ? 'workout' : 'diet';
      const tomorrow = { ...ask, kind: free, localDate: TOMORROW, requestId: randomUUID() } as const;
      const claim = await begun(store(), _id, tomorrow);
      expect([await counted(_id), await counted(_id, TOMORROW)]).toEqual([3, 1]);
      await store().plans.giveUp(claim, { uncount: true });
      expect([await counted(_id), await counted(_id, TOMORROW)]).toEqual([3, 0]);
    });

    it('over the limit still find the plan of the same request', async () => {
      const { _id } = await person(store());
      const ask = generation({ dailyLimit: 1, kind: 'workout' });
      const plan = await store().plans.keep(await begun(store(), _id, ask), ask.requestId, workoutPlan(), NOW);
      expect(await store().plans.begin(_id, ask, NOW)).toEqual({ plan });
      expect(await store().plans.begin(_id, { ...ask, requestId: randomUUID() }, NOW)).toEqual({ isOverLimit: true });
    });

    it('are none of nobody', async () => {
      for (const id of NO_IDS) {
        expect(await store().plans.generations(id, TODAY, NOW)).toEqual({ latest: [], begun: 0 });
        expect(await store().plans.cancel(id, 'x', NOW)).toEqual([]);
      }
    });
  });
}
