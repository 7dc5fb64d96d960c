import { addDays } from '@trainer/coach/days';
import { builtInExercises } from '@trainer/coach/exercises';
import { describe, expect, it } from 'vitest';
import { everyWorkout, lifted, logged, newWorkout, NOW, type Open, opened, owned, person, TODAY } from './builders.ts';
import { expectedProgress, expectedStats, inOneOrder } from './expected.ts';

const TOMORROW = addDays(TODAY, 1);
const DUST = [0.1, 0.2, 0.7, 33.37, 100 / 3, 1.15];

export function statisticsSuite(open: Open): void {
  describe('the numbers', () => {
    const store = opened(open);
    /** Stores a workout on each of these days. */
    const trained = async (...days: string[]) => {
      const { _id } = await person(store());
      for (const day of days) await store().workouts.add(_id, newWorkout(day), NOW, TODAY);
      return _id;
    };
    const progress = (userId: string, today = TODAY) => store().workouts.progress(userId, today);
    const stats = (userId: string, today = TODAY) => store().workouts.stats(userId, today);

    it('of nobody yet are noughts, over 30 and 371 days', async () => {
      const user = await trained();
      const { days, ...rest } = await progress(user);
      expect(rest).toEqual({
        version: 0,
        totalWorkouts: 0,
        totalCalories: 0,
        totalDuration: 0,
        streak: 0,
        longestStreak: 0,
        lastWorkoutAt: null,
      });
      expect(days).toHaveLength(30);
      expect(days[0]).toEqual({ date: '2026-06-17', workouts: 0, calories: 0, duration: 0 });
      expect(days.at(-1)?.date).toBe(TODAY);
      const { calendar, ...others } = await stats(user);
      expect(others).toEqual({
        version: 0,
        totals: { workouts: 0, sets: 0, volume: 0, minutes: 0, calories: 0 },
        streak: { daily: 0, longest: 0, weekly: 0 },
        records: [],
      });
      expect(calendar).toHaveLength(371);
      expect([calendar[0]?.date, calendar.at(-1)?.date]).toEqual(['2025-07-11', TODAY]);
    });

    it('are those of the last 30 days, while totals are those of all', async () => {
      const user = await trained(TODAY, TODAY, '2026-06-17', '2026-06-16', '2025-07-11', '2025-07-10');
      const { totalWorkouts, totalCalories, days } = await progress(user);
      expect({ totalWorkouts, totalCalories }).toEqual({ totalWorkouts: 3, totalCalories: 360 });
      expect(days.at(-1)).toEqual({ date: TODAY, workouts: 2, calories: 240, duration: 60 });
      const { totals, calendar } = await stats(user);
      expect(totals).toEqual({ workouts: 6, sets: 12, volume: 6 * 720, minutes: 180, calories: 720 });
      expect(calendar.reduce((sum, day) => sum + day.workouts, 0)).toBe(5);
    });

    it('show the latest workout by its instant, not by when it was stored', async () => {
      const user = await trained('2026-07-10', '2026-07-14', '2026-07-12');
      expect((await progress(user)).lastWorkoutAt).toBe('2026-07-14T12:00:00.000Z');
    });

    it.each([
      ['a run up to today', ['2026-07-16', '2026-07-14', '2026-07-15'], 3, 3],
      ['a run up to yesterday, for today is not over', ['2026-07-14', '2026-07-15'], 2, 2],
      ['nothing after a day without', ['2026-07-13', '2026-07-14'], 0, 2],
      ['two workouts of one day once', ['2026-07-16', '2026-07-16'], 1, 1],
      ['the longest run of any time', ['2026-07-16', '2026-02-28', '2026-03-01', '2026-03-02'], 1, 3],
      ['runs over months and years', ['2025-12-31', '2026-01-01', '2026-01-02'], 0, 3],
      ['a gap that is filled later', ['2026-07-16', '2026-07-14', '2026-07-15', '2026-07-13'], 4, 4],
      ['a workout dated tomorrow without breaking the run', ['2026-07-15', '2026-07-16', TOMORROW], 2, 3],
      ['one of tomorrow while today has none', ['2026-07-14', '2026-07-15', TOMORROW], 2, 2],
    ])('count %s', async (_what, days, streak, longest) => {
      const user = await trained(...days);
      expect(await progress(user)).toMatchObject({ streak, longestStreak: longest });
      expect((await stats(user)).streak).toMatchObject({ daily: streak, longest });
    });

    it('count tomorrow’s workout once it is tomorrow', async () => {
      const user = await trained(TODAY, TOMORROW);
      expect(await progress(user)).toMatchObject({ totalWorkouts: 1, streak: 1 });
      expect(await progress(user, TOMORROW)).toMatchObject({ totalWorkouts: 2, streak: 2 });
      expect((await stats(user)).totals.workouts).toBe(2);
    });

    it('count weeks with two workouts, this one only once it has them', async () => {
      const lastWeek = ['2026-07-06', '2026-07-12'];
      const user = await trained('2026-06-29', '2026-06-29', ...lastWeek, '2026-07-13');
      expect((await stats(user)).streak.weekly).toBe(2);
      const { workout } = await store().workouts.add(user, newWorkout('2026-07-13'), NOW, TODAY);
      expect((await stats(user)).streak.weekly).toBe(3);
      await store().workouts.remove(owned(user, workout), TODAY);
      expect((await stats(user)).streak.weekly).toBe(2);
      expect((await stats(user, '2026-07-20')).streak.weekly).toBe(0);
    });

    it('part a run where its middle is removed, and join it where it comes back', async () => {
      const user = await trained('2026-07-13', '2026-07-14', '2026-07-15', '2026-07-16');
      const { items } = await store().workouts.page(user, { limit: 1, from: '2026-07-14', to: '2026-07-14' });
      const mine = owned(user, items[0]);
      const away = await store().workouts.change(mine, newWorkout('2026-01-01'), NOW, TODAY);
      expect(away?.progress).toMatchObject({ streak: 2, longestStreak: 2 });
      const back = await store().workouts.change(mine, newWorkout('2026-07-14'), NOW, TODAY);
      expect(back?.progress).toMatchObject({ streak: 4, longestStreak: 4 });
    });

    it('leave no dust of fractions behind', async () => {
      const user = await trained();
      const added = [];
      for (const amount of DUST) {
        const exercises = [logged('Row', [lifted(amount, 3)])];
        const workout = newWorkout(TODAY, { totalDuration: amount, totalCalories: amount, exercises });
        added.push((await store().workouts.add(user, workout, NOW, TODAY)).workout);
      }
      expect(await progress(user)).toMatchObject({ totalDuration: 68.85, totalCalories: 68.85 });
      expect((await stats(user)).totals).toMatchObject({ minutes: 68.85, calories: 68.85, volume: 206.56 });
      expect(added.map((workout) => workout.totalDuration)).toEqual(DUST);
      for (const workout of added) await store().workouts.remove(owned(user, workout), TODAY);
      expect(await progress(user)).toMatchObject({ totalDuration: 0, totalCalories: 0, version: 12 });
      expect((await stats(user)).totals).toEqual({ workouts: 0, sets: 0, volume: 0, minutes: 0, calories: 0 });
    });

    it('count each of many changes that come at once', async () => {
      const { _id: user } = await person(store());
      const days = Array.from({ length: 40 }, (_, i) => addDays(TODAY, -(i % 4)));
      const lifting = (day: string, kg: number) => newWorkout(day, { exercises: [logged('Row', [lifted(kg, 5)])] });
      const added = await Promise.all(
        days.map((day, i) =>
          store()
            .workouts.add(user, lifting(day, i), NOW, TODAY)
            .then(({ workout }) => workout),
        ),
      );
      expect((await progress(user)).version).toBe(40);
      const [changed, removed] = [added.slice(0, 15), added.slice(30)].map((some) =>
        some.map((one) => owned(user, one)),
      );
      const answers = await Promise.all([
        ...(changed ?? []).map((one, i) =>
          store().workouts.change(one, lifting(addDays(TODAY, -3 - (i % 4)), 50 + i), NOW, TODAY),
        ),
        ...(removed ?? []).map((one) => store().workouts.remove(one, TODAY)),
      ]);
      // Each answer has a version of its own, so that a screen can tell which is the newest.
      expect(new Set(answers.map((answer) => answer?.progress.version)).size).toBe(25);
      const all = await everyWorkout(store(), user);
      expect(all).toHaveLength(30);
      expect(await progress(user)).toEqual({ version: 65, ...expectedProgress(all, TODAY) });
      const { records, ...rest } = await stats(user);
      expect({ ...rest, records: inOneOrder(records) }).toEqual({ version: 65, ...expectedStats(all, TODAY) });
    });

    it('grow in version with each change, and with nothing else', async () => {
      const user = await trained(TODAY);
      await store().workouts.rebuild(user);
      await progress(user);
      expect((await progress(user)).version).toBe(2);
      expect((await stats(user)).version).toBe(2);
    });

    it('worked out anew stay the same with a higher version', async () => {
      const user = await trained(TODAY, '2026-07-15', '2026-07-01', '2025-08-08', TOMORROW);
      const [before, statsBefore] = [await progress(user), await stats(user)];
      await store().workouts.rebuild(user);
      expect(await progress(user)).toEqual({ ...before, version: before.version + 1 });
      expect(await stats(user)).toEqual({ ...statsBefore, version: statsBefore.version + 1 });
      const nobody = await trained();
      await store().workouts.rebuild(nobody);
      expect(await progress(nobody)).toMatchObject({ totalWorkouts: 0, version: 1 });
    });
  });

  describe('records', () => {
    const store = opened(open);
    const lift = (userId: string, day: string, ...sets: [weight: number | null, reps: number][]) =>
      store().workouts.add(
        userId,
        newWorkout(day, {
          exercises: [
            logged(
              'Row',
              sets.map(([weight, reps]) => lifted(weight, reps)),
            ),
          ],
        }),
        NOW,
        TODAY,
      );
    const records = async (userId: string) =>
      (await store().workouts.stats(userId, TODAY)).records.map(({ kind, value, reps, localDate }) => [
        kind,
        value,
        reps,
        localDate,
      ]);

    it.each<[string, [string, number, number][], [number, number, string]]>([
      [
        'the higher weight, whatever the reps',
        [
          ['2026-07-02', 60, 12],
          ['2026-07-01', 62.5, 1],
        ],
        [62.5, 1, '2026-07-01'],
      ],
      [
        'at one weight the most reps',
        [
          ['2026-07-01', 60, 5],
          ['2026-07-02', 60, 6],
        ],
        [60, 6, '2026-07-02'],
      ],
      [
        'at the same reps the earliest',
        [
          ['2026-07-02', 60, 5],
          ['2026-07-01', 60, 5],
          ['2026-07-03', 60, 5],
        ],
        [60, 5, '2026-07-01'],
      ],
    ])('are held by %s', async (_what, lifts, [weight, reps, day]) => {
      for (const order of [lifts, [...lifts].reverse()]) {
        const { _id } = await person(store());
        for (const [localDate, kg, times] of order) await lift(_id, localDate, [kg, times]);
        expect(await records(_id)).toContainEqual(['weight', weight, reps, day]);
        await store().workouts.rebuild(_id);
        expect(await records(_id)).toContainEqual(['weight', weight, reps, day]);
      }
    });

    it('pass to the next best where their workout is removed or changed', async () => {
      const { _id } = await person(store());
      await lift(_id, '2026-07-01', [60, 5]);
      const best = owned(_id, (await lift(_id, '2026-07-02', [80, 3], [40, 20])).workout);
      expect(await records(_id)).toEqual([
        ['weight', 80, 3, '2026-07-02'],
        ['reps', 20, null, '2026-07-02'],
      ]);
      const lighter = newWorkout('2026-07-02', { exercises: [logged('Row', [lifted(50, 9)])] });
      await store().workouts.change(best, lighter, NOW, TODAY);
      expect(await records(_id)).toEqual([
        ['reps', 9, null, '2026-07-02'],
        ['weight', 60, 5, '2026-07-01'],
      ]);
      await store().workouts.remove(best, TODAY);
      expect(await records(_id)).toEqual([
        ['weight', 60, 5, '2026-07-01'],
        ['reps', 5, null, '2026-07-01'],
      ]);
    });

    it('are those of one person, newest first, with the slug of what is built in', async () => {
      const [ana, bo] = [await person(store()), await person(store())];
      const squat = builtInExercises.find((exercise) => exercise.slug === 'goblet-squat');
      const exercises = [logged('Goblet Squat', [lifted(null, 12)], { exerciseId: squat?._id ?? null })];
      await lift(ana._id, '2026-07-01', [60, 5]);
      await store().workouts.add(ana._id, newWorkout('2026-07-05', { exercises }), NOW, TODAY);
      await lift(bo._id, '2026-07-01', [100, 50]);
      const { records: held } = await store().workouts.stats(ana._id, TODAY);
      expect(held.map(({ exercise, slug, kind, value }) => [exercise, slug, kind, value])).toEqual([
        ['Goblet Squat', 'goblet-squat', 'reps', 12],
        ['Row', null, 'weight', 60],
        ['Row', null, 'reps', 5],
      ]);
    });
  });
}
