import { addDays } from '@trainer/coach/days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GLANCE_DAYS, type HistoryAtAGlance } from '../port.ts';
import { everyWorkout, NO_IDS, newWorkout, NOW, type Open, opened, owned, person, TODAY } from './builders.ts';

const NOTHING: HistoryAtAGlance = {
  totals: { totalWorkouts: 0, totalCalories: 0, totalDuration: 0, streak: 0 },
  last: null,
  days: [],
};

export function glancesSuite(open: Open): void {
  describe('histories at a glance', () => {
    const store = opened(open);
    const trained = async (...days: string[]) => {
      const { _id } = await person(store());
      for (const day of days) await store().workouts.add(_id, newWorkout(day), NOW, TODAY);
      return _id;
    };
    /** What the other methods say of the same history. */
    async function expected(userId: string, today: string): Promise<HistoryAtAGlance> {
      const { totalWorkouts, totalCalories, totalDuration, streak } = await store().workouts.progress(userId, today);
      const first = addDays(today, 1 - GLANCE_DAYS);
      const days = (await everyWorkout(store(), userId)).map((workout) => workout.localDate);
      const [newest] = (await store().workouts.page(userId, { limit: 1 })).items;
      const { _id = '', name = '', date = '', localDate = '' } = newest ?? {};
      return {
        totals: { totalWorkouts, totalCalories, totalDuration, streak },
        last: newest ? { _id, name, date, localDate } : null,
        days: [...new Set(days)].filter((day) => day >= first && day <= today).sort(),
      };
    }

    it('are there for each who is asked for, also where there is nothing', async () => {
      const [ana, bo] = [await trained(), await trained(TODAY, '2026-07-15', '2026-04-17', '2026-04-16')];
      const of = [ana, bo, ...NO_IDS].map((userId) => ({ userId, today: TODAY }));
      const glances = await store().workouts.glances(of);
      expect(glances.get(ana)).toEqual(NOTHING);
      expect(glances.get('f'.repeat(24))).toEqual(NOTHING);
      expect(glances.get(bo)).toMatchObject({
        totals: { totalWorkouts: 2, streak: 2 },
        last: { name: 'Morning', localDate: TODAY },
        days: ['2026-04-17', '2026-07-15', TODAY],
      });
      expect(await store().workouts.glances([])).toEqual(new Map());
    });

    it('are each up to the day of that person', async () => {
      const [east, west] = [await trained(TODAY, '2026-07-15'), await trained(TODAY, '2026-07-15')];
      const [tomorrow, yesterday] = [addDays(TODAY, 1), addDays(TODAY, -1)];
      const glances = await store().workouts.glances([
        { userId: east, today: tomorrow },
        { userId: west, today: yesterday },
      ]);
      expect(glances.get(east)).toEqual(await expected(east, tomorrow));
      expect(glances.get(west)).toEqual(await expected(west, yesterday));
      expect(glances.get(west)?.days).toEqual([yesterday]);
    });

    it('say the same as the numbers of each alone, whatever was trained, and taken back', async () => {
      const day = fc.oneof(fc.integer({ min: -3, max: 1 }), fc.integer({ min: -110, max: 1 }));
      await fc.assert(
        fc.asyncProperty(
          fc.array(day, { maxLength: 14 }),
          fc.nat(3),
          fc.constantFrom(-1, 0, 1),
          async (some, gone, on) => {
            const user = await trained(...some.map((ago) => addDays(TODAY, ago)));
            for (const workout of (await everyWorkout(store(), user)).slice(0, gone))
              await store().workouts.remove(owned(user, workout), TODAY);
            const today = addDays(TODAY, on);
            const glances = await store().workouts.glances([{ userId: user, today }]);
            expect(glances.get(user)).toEqual(await expected(user, today));
          },
        ),
        { numRuns: 15 },
      );
    });
  });
}
