import { describe, expect, it } from 'vitest';
import type { NewAssignedPlan } from '../ports/assigned-plans.ts';
import { NO_IDS, NOW, type Open, opened, person } from './builders.ts';

const later = new Date(NOW.getTime() + 60_000);

export function assignedPlansSuite(open: Open): void {
  describe('plans that a trainer gives', () => {
    const store = opened(open);
    const plan = (trainerId: string, memberId: string, more: Partial<NewAssignedPlan> = {}): NewAssignedPlan => ({
      clientId: null,
      trainerId,
      memberId,
      name: 'Lower body',
      startsOn: '2026-07-16',
      weeks: 4,
      days: [
        {
          weekday: 4,
          name: 'Legs',
          exercises: [
            {
              exerciseId: 'a'.repeat(24),
              name: 'Squat',
              sets: 3,
              reps: 8,
              weight: 40.5,
              duration: null,
              restSeconds: 90,
              note: '“slow”',
            },
          ],
        },
      ],
      ...more,
    });
    const two = async () => [(await person(store(), { role: 'trainer' }))._id, (await person(store()))._id] as const;

    it('are kept as they were given', async () => {
      const [arun, kavya] = await two();
      const { plan: made, added } = await store().assignedPlans.add(plan(arun, kavya), NOW);
      expect(added).toBe(true);
      expect(made).toEqual({
        ...plan(arun, kavya),
        _id: made._id,
        createdAt: NOW.toISOString(),
        updatedAt: NOW.toISOString(),
      });
      expect(await store().assignedPlans.byId(made._id)).toEqual(made);
    });

    it('come newest first, of those members that are asked for', async () => {
      const [arun, kavya] = await two();
      const [, other] = await two();
      const first = (await store().assignedPlans.add(plan(arun, kavya), NOW)).plan;
      const second = (await store().assignedPlans.add(plan(arun, kavya), later)).plan;
      await store().assignedPlans.add(plan(arun, other), NOW);
      expect(await store().assignedPlans.of([kavya, ...NO_IDS])).toEqual([second, first]);
      expect(await store().assignedPlans.of([])).toEqual([]);
    });

    it('are one for one clientId of a trainer, however many arrive at once', async () => {
      const [arun, kavya] = await two();
      const clientId = '00000000-0000-7000-8000-0000000000aa';
      const all = await Promise.all(
        [1, 2, 3].map(() => store().assignedPlans.add(plan(arun, kavya, { clientId }), NOW)),
      );
      expect(all.filter((one) => one.added)).toHaveLength(1);
      expect(await store().assignedPlans.of([kavya])).toHaveLength(1);
    });

    it('become what they are changed to, and are gone once removed', async () => {
      const [arun, kavya] = await two();
      const { plan: made } = await store().assignedPlans.add(plan(arun, kavya), NOW);
      const after = await store().assignedPlans.change(
        made._id,
        plan(arun, kavya, { name: 'Upper', days: [] }),
        '2026-07-17',
        later,
      );
      expect(after).toEqual({ ...made, name: 'Upper', days: [], updatedAt: later.toISOString() });
      expect(await store().assignedPlans.remove(made._id, '2026-07-17', NOW)).toBe(true);
      expect(await store().assignedPlans.remove(made._id, '2026-07-17', NOW)).toBe(false);
      expect(await store().assignedPlans.change(made._id, plan(arun, kavya), '2026-07-17', NOW)).toBeUndefined();
      expect(await store().assignedPlans.byId(made._id)).toBeUndefined();
      expect(await store().assignedPlans.of([kavya])).toEqual([]);
    });

    it('tell which days were planned, by what they were at the time', async () => {
      const [arun, kavya] = await two();
      const [mala, other] = await two();
      const onDays = (...weekdays: number[]) => ({
        days: weekdays.map((weekday) => ({ weekday, name: 'A', exercises: [] })),
      });
      const planned = (since: string, trainer = arun) =>
        store().assignedPlans.planned(trainer, [kavya, ...NO_IDS], since);
      const { plan: made } = await store().assignedPlans.add(plan(arun, kavya, { weeks: 2, ...onDays(5, 1) }), NOW);
      await store().assignedPlans.add(plan(arun, other), NOW);
      const whole = { memberId: kavya, weekdays: [1, 5], from: '2026-07-16', to: '2026-07-29' };
      expect(await planned('2026-07-29')).toEqual([whole]);
      expect(await planned('2026-07-30')).toEqual([]);
      expect(await planned('2026-07-16', mala)).toEqual([]);

      await store().assignedPlans.change(made._id, plan(arun, kavya, { weeks: 3, ...onDays(2) }), '2026-07-20', later);
      const [first, then] = [
        { ...whole, to: '2026-07-19' },
        { ...whole, weekdays: [2], from: '2026-07-20', to: '2026-08-05' },
      ];
      expect(await planned('2026-07-16')).toEqual([first, then]);
      expect(await planned('2026-07-20')).toEqual([then]);
      await store().assignedPlans.remove(made._id, '2026-07-23', later);
      expect(await planned('2026-07-16')).toEqual([first, { ...then, to: '2026-07-22' }]);
    });

    it('plan nothing on days before which they were changed or removed', async () => {
      const [arun, kavya] = await two();
      const { plan: made } = await store().assignedPlans.add(plan(arun, kavya, { startsOn: '2026-08-03' }), NOW);
      await store().assignedPlans.change(made._id, plan(arun, kavya, { startsOn: '2026-08-10' }), '2026-07-16', NOW);
      const planned = () => store().assignedPlans.planned(arun, [kavya], '2026-07-01');
      expect(await planned()).toMatchObject([{ from: '2026-08-10', to: '2026-09-06' }]);
      await store().assignedPlans.remove(made._id, '2026-08-10', NOW);
      expect(await planned()).toEqual([]);
    });

    it('are undefined, or none, where there is none', async () => {
      for (const id of NO_IDS) {
        expect(await store().assignedPlans.byId(id)).toBeUndefined();
        expect(await store().assignedPlans.remove(id, '2026-07-17', NOW)).toBe(false);
        expect(await store().assignedPlans.planned(id, [id], '2026-07-17')).toEqual([]);
      }
    });
  });
}
