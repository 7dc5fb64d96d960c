import { describe, expect, it } from 'vitest';
import { ownedBy } from '../port.ts';
import {
  everyWorkout,
  lifted,
  logged,
  newWorkout,
  NO_IDS,
  NOW,
  type Open,
  opened,
  owned,
  person,
  TODAY,
} from './builders.ts';

const LATER = new Date('2026-07-17T09:00:00.000Z');
const CLIENT_ID = '0b0f1e0e-6d52-4b3f-9a35-1f2e3d4c5b6a';
/** What is no name of anybody's, and has to come back to the letter. */
const TEXTS = ['🏋️‍♀️ தோசை', 'e\u0301 é', 'ß ẞ İ ı', '\r\n\t"\'\\%_', '\u2028\u202E', ' '];

export function workoutsSuite(open: Open): void {
  describe('workouts', () => {
    const store = opened(open);
    const add = (userId: string, ...more: Parameters<typeof newWorkout>) =>
      store().workouts.add(userId, newWorkout(...more), NOW, TODAY);

    it('are stored as given, and counted', async () => {
      const { _id: user } = await person(store());
      const { figures: _, ...given } = newWorkout(TODAY, {
        clientId: CLIENT_ID,
        totalDuration: 33.37,
        totalCalories: 140.5,
        caloriesEstimated: false,
        intensity: 'high',
        mood: 'fine',
        notes: 'heavy',
        exercises: [logged('Row', [lifted(40.25, 10, { rpe: 7.5, note: 'deep' })], { superset: 1, note: 'left' })],
      });
      const { workout, added, progress } = await store().workouts.add(user, newWorkout(TODAY, given), NOW, TODAY);
      const [createdAt, updatedAt] = [NOW.toISOString(), NOW.toISOString()];
      expect(workout).toEqual({ ...given, _id: workout._id, user, createdAt, updatedAt });
      expect(workout._id).toMatch(/^[0-9a-f]{24}$/);
      expect(added).toBe(true);
      expect(progress).toMatchObject({ version: 1, totalWorkouts: 1, totalDuration: 33.37, totalCalories: 140.5 });
      expect(await store().workouts.byId(workout._id)).toEqual(workout);
      expect(await store().workouts.progress(user, TODAY)).toEqual(progress);
    });

    it.each(TEXTS)('keep %j to the letter', async (text) => {
      const { _id } = await person(store());
      const exercises = [logged(text, [lifted(1, 1, { note: text })], { note: text })];
      const { workout } = await add(_id, TODAY, { name: text, notes: text, mood: text, exercises });
      expect(workout).toMatchObject({ name: text, notes: text, mood: text, exercises });
    });

    it.each(['\uD800', '\uDC00', 'a\uD83C b \uDFCB'])('keep %j but for halves of a character', async (text) => {
      const { _id } = await person(store());
      const { workout } = await add(_id, TODAY, { name: text, exercises: [logged(text, [lifted(1, 1)])] });
      for (const kept of [workout.name, workout.exercises[0]?.name]) {
        expect([text, text.replace(/\p{Cs}/gu, '\uFFFD')]).toContain(kept);
      }
      expect(await store().workouts.byId(workout._id)).toEqual(workout);
    });

    it('lose nothing behind a null character', async () => {
      const { _id } = await person(store());
      const { workout } = await add(_id, TODAY, { name: 'a\u0000b', notes: 'c\u0000d' });
      expect(['a\u0000b', 'a\uFFFDb']).toContain(workout.name);
      expect(['c\u0000d', 'c\uFFFDd']).toContain(workout.notes);
      expect(await store().workouts.byId(`${workout._id}\u0000`)).toBeUndefined();
    });

    it('with a clientId that was here before are the first one, also when twenty arrive at once', async () => {
      const { _id } = await person(store());
      const twenty = Array.from({ length: 20 }, (_, i) =>
        add(_id, TODAY, { clientId: CLIENT_ID, name: `No. ${String(i)}` }),
      );
      const answers = await Promise.all(twenty);
      expect(answers.filter((answer) => answer.added)).toHaveLength(1);
      expect(new Set(answers.map((answer) => answer.workout._id)).size).toBe(1);
      expect(answers.at(-1)?.progress).toMatchObject({ version: 1, totalWorkouts: 1 });
      const again = await store().workouts.add(_id, newWorkout('2026-07-01', { clientId: CLIENT_ID }), LATER, TODAY);
      expect(again).toMatchObject({ added: false, workout: answers[0]?.workout, progress: { version: 1 } });
      expect(await everyWorkout(store(), _id)).toHaveLength(1);
    });

    it('of two people may have one clientId, and those without one are never the same', async () => {
      const [ana, bo] = [await person(store()), await person(store())];
      for (const { _id } of [ana, bo]) expect((await add(_id, TODAY, { clientId: CLIENT_ID })).added).toBe(true);
      for (let n = 0; n < 3; n += 1) expect((await add(ana._id)).added).toBe(true);
      expect(await everyWorkout(store(), ana._id)).toHaveLength(4);
      expect(await everyWorkout(store(), bo._id)).toHaveLength(1);
    });

    it('are copies: changing what was given or returned changes nothing stored', async () => {
      const { _id } = await person(store());
      const given = newWorkout();
      const { workout, progress } = await store().workouts.add(_id, given, NOW, TODAY);
      const [before, progressBefore] = [structuredClone(workout), structuredClone(progress)];
      given.exercises[0]?.setLog.push(lifted(999, 1));
      given.figures.bests.pop();
      workout.exercises.pop();
      progress.days.pop();
      const page = await store().workouts.page(_id, { limit: 1 });
      page.items[0]?.exercises[0]?.setLog.pop();
      for (const one of await everyWorkout(store(), _id)) one.exercises.pop();
      const stats = await store().workouts.stats(_id, TODAY);
      stats.records.pop();
      stats.calendar.pop();
      expect(await store().workouts.byId(before._id)).toEqual(before);
      expect(await store().workouts.progress(_id, TODAY)).toEqual(progressBefore);
      expect((await store().workouts.stats(_id, TODAY)).records).toHaveLength(2);
    });

    it('are undefined, none or nothing where there is none', async () => {
      for (const id of NO_IDS) {
        expect(await store().workouts.byId(id)).toBeUndefined();
        expect(await store().workouts.page(id, { limit: 5 })).toEqual({ items: [], next: null });
        expect(await everyWorkout(store(), id)).toEqual([]);
        expect(await store().workouts.progress(id, TODAY)).toMatchObject({ version: 0, lastWorkoutAt: null });
        expect((await store().workouts.stats(id, TODAY)).calendar).toHaveLength(371);
      }
    });

    it('belong to one person: nobody else’s lists show them, and nobody else owns them', async () => {
      const [ana, mallory] = [await person(store()), await person(store())];
      const { workout } = await add(ana._id);
      const row = await store().workouts.byId(workout._id);
      expect(ownedBy(mallory._id, row)).toBeUndefined();
      expect(ownedBy(ana._id, undefined)).toBeUndefined();
      expect(ownedBy(ana._id, row)).toBe(row);
      expect((await store().workouts.page(mallory._id, { limit: 5 })).items).toEqual([]);
      expect(await store().workouts.progress(mallory._id, TODAY)).toMatchObject({ version: 0, totalWorkouts: 0 });
    });

    it('change in everything but id, owner, clientId, source and the time they were made', async () => {
      const { _id } = await person(store());
      const { workout } = await add(_id, TODAY, { clientId: CLIENT_ID });
      const to = newWorkout('2026-07-10', {
        name: 'Evening',
        clientId: null,
        source: 'import',
        totalDuration: 12.5,
        totalCalories: 1,
        caloriesEstimated: false,
        intensity: 'low',
        mood: 'tired',
        notes: 'short',
        exercises: [logged('Squat', [lifted(100, 5)])],
      });
      const changed = await store().workouts.change(owned(_id, workout), to, LATER, TODAY);
      const { figures: _, ...rest } = to;
      const kept = { clientId: CLIENT_ID, source: 'app', createdAt: NOW.toISOString(), user: _id, _id: workout._id };
      expect(changed?.workout).toEqual({ ...rest, ...kept, updatedAt: LATER.toISOString() });
      expect(changed?.progress).toMatchObject({ version: 2, totalWorkouts: 1, totalDuration: 12.5, streak: 0 });
      expect(await store().workouts.byId(workout._id)).toEqual(changed?.workout);
      expect((await store().workouts.stats(_id, TODAY)).records.map((record) => record.exercise)).toEqual([
        'Squat',
        'Squat',
      ]);
    });

    it('once removed are gone, with all that was counted of them', async () => {
      const { _id } = await person(store());
      const mine = owned(_id, (await add(_id)).workout);
      expect(await store().workouts.remove(mine, TODAY)).toMatchObject({ progress: { version: 2, totalWorkouts: 0 } });
      expect(await store().workouts.byId(mine._id)).toBeUndefined();
      expect(await store().workouts.remove(mine, TODAY)).toBeUndefined();
      expect(await store().workouts.change(mine, newWorkout(), LATER, TODAY)).toBeUndefined();
      expect(await store().workouts.progress(_id, TODAY)).toMatchObject({ version: 2, lastWorkoutAt: null, streak: 0 });
    });

    it('are removed once where two ask at once, and their clientId is free again', async () => {
      const { _id } = await person(store());
      const mine = owned(_id, (await add(_id, TODAY, { clientId: CLIENT_ID })).workout);
      const both = await Promise.all([store().workouts.remove(mine, TODAY), store().workouts.remove(mine, TODAY)]);
      expect(both.filter((one) => one === undefined)).toHaveLength(1);
      expect((await add(_id, TODAY, { clientId: CLIENT_ID })).added).toBe(true);
    });
  });
}
