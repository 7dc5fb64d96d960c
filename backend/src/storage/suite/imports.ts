import { describe, expect, it } from 'vitest';
import {
  everyWorkout,
  imported,
  lifted,
  logged,
  newWorkout,
  NO_IDS,
  NOW,
  type Open,
  opened,
  ownExercise,
  owned,
  person,
  TODAY,
} from './builders.ts';
import type { Import } from '../port.ts';

const LATER = new Date('2026-07-17T09:00:00.000Z');
const squat = (key: string, name = 'Zercher squat') =>
  imported(key, newWorkout(TODAY, { exercises: [logged(name, [lifted(60, 5)])] }));

export function importsSuite(open: Open): void {
  describe('imports', () => {
    const store = opened(open);
    const bring = (userId: string, load: Partial<Import>) =>
      store().workouts.import(userId, { workouts: [], exercises: [], ...load }, NOW, TODAY);
    const ownNames = async (userId: string) => (await store().exercises.ownedBy([userId])).map((one) => one.name);

    it('store all their workouts as one change of the numbers', async () => {
      const { _id } = await person(store());
      const workouts = Array.from({ length: 120 }, (_, i) =>
        imported(`key ${String(i)}`, newWorkout(`2026-07-${String((i % 16) + 1).padStart(2, '0')}`)),
      );
      const done = await bring(_id, { workouts });
      expect(done).toMatchObject({ added: 120, known: 0, progress: { version: 1, totalWorkouts: 120, streak: 16 } });
      expect(done.importId).toMatch(/^[0-9a-f]{24}$/);
      const all = await everyWorkout(store(), _id);
      expect(all).toHaveLength(120);
      const [first] = all;
      const { key: _key, figures: _, ...given } = imported('', newWorkout('2026-07-01'));
      const [createdAt, updatedAt] = [NOW.toISOString(), NOW.toISOString()];
      expect(first).toEqual({ ...given, _id: first?._id, user: _id, createdAt, updatedAt });
      expect(await store().workouts.progress(_id, TODAY)).toEqual(done.progress);
    });

    it('leave alone what was imported before, and what comes twice within one', async () => {
      const { _id } = await person(store());
      expect(await bring(_id, { workouts: [squat('a'), squat('b'), squat('a')] })).toMatchObject({
        added: 2,
        known: 1,
      });
      const again = await bring(_id, { workouts: [squat('b'), squat('c'), squat('c'), squat('c')] });
      expect(again).toMatchObject({ added: 1, known: 3, progress: { totalWorkouts: 3, version: 2 } });
      const third = await bring(_id, {
        workouts: [squat('a'), squat('b'), squat('c')],
        exercises: [ownExercise('Sled')],
      });
      expect(third).toMatchObject({ importId: null, added: 0, known: 3, progress: { version: 2 } });
      expect(await ownNames(_id)).toEqual([]);
      expect(await bring(_id, {})).toMatchObject({ importId: null, added: 0, known: 0, progress: { version: 2 } });
    });

    it('know keys of this member alone, to the letter', async () => {
      const [ana, bo] = [await person(store()), await person(store())];
      await bring(ana._id, { workouts: [squat('key'), squat('🥞\u0000ß')] });
      const known = (userId: string, ...keys: string[]) => store().workouts.knownKeys(userId, keys);
      expect(await known(ana._id, 'key', 'Key', 'key ', 'ke', '')).toEqual(new Set(['key']));
      expect(await known(ana._id, '🥞')).toEqual(new Set());
      expect(await known(ana._id, '🥞\u0000ß')).toEqual(new Set(['🥞\u0000ß']));
      expect(await bring(ana._id, { workouts: [squat('🥞\u0000ß')] })).toMatchObject({ added: 0, known: 1 });
      expect(await known(ana._id)).toEqual(new Set());
      expect(await known(bo._id, 'key')).toEqual(new Set());
      expect(await bring(bo._id, { workouts: [squat('key')] })).toMatchObject({ added: 1, known: 0 });
      for (const id of NO_IDS) expect(await known(id, 'key')).toEqual(new Set());
    });

    it('of one load that arrives twice at once are stored once', async () => {
      const { _id } = await person(store());
      const workouts = Array.from({ length: 120 }, (_, i) => squat(String(i)));
      const load = { workouts, exercises: [ownExercise('Zercher squat')] };
      const both = await Promise.all([bring(_id, load), bring(_id, load)]);
      expect(both.reduce((sum, one) => sum + one.added, 0)).toBe(120);
      expect(both.reduce((sum, one) => sum + one.known, 0)).toBe(120);
      expect(await everyWorkout(store(), _id)).toHaveLength(120);
      expect(await ownNames(_id)).toEqual(['Zercher squat']);
    });

    it('store nothing at all where one workout can’t be stored', async () => {
      const { _id } = await person(store());
      await store().workouts.add(_id, newWorkout(), NOW, TODAY);
      const before = await store().workouts.stats(_id, TODAY);
      const broken = {
        ...squat('broken'),
        get exercises(): never {
          throw new Error('unreadable');
        },
      };
      const good = Array.from({ length: 120 }, (_, i) => squat(String(i)));
      const load = { workouts: [...good, broken], exercises: [ownExercise('Zercher squat')] };
      await expect(bring(_id, load)).rejects.toThrow('unreadable');
      expect(await everyWorkout(store(), _id)).toHaveLength(1);
      expect(await ownNames(_id)).toEqual([]);
      expect({ ...(await store().workouts.stats(_id, TODAY)), version: before.version }).toEqual(before);
      expect(await store().workouts.knownKeys(_id, ['0', '119', 'broken'])).toEqual(new Set());
      expect(await bring(_id, { workouts: good })).toMatchObject({ added: 120, known: 0 });
    });

    it('that fail leave no numbers behind that a workout saved meanwhile was answered with', async () => {
      const { _id } = await person(store());
      const broken = {
        ...squat('broken'),
        get exercises(): never {
          throw new Error('unreadable');
        },
      };
      const good = Array.from({ length: 120 }, (_, i) => squat(String(i)));
      let over = false;
      const failed = expect(bring(_id, { workouts: [...good, broken] }))
        .rejects.toThrow('unreadable')
        .finally(() => (over = true));
      const answers = [];
      do answers.push((await store().workouts.add(_id, newWorkout(), NOW, TODAY)).progress);
      while (!over);
      await failed;
      const now = await store().workouts.progress(_id, TODAY);
      expect(now.totalWorkouts).toBe(answers.length);
      for (const answer of answers.filter((one) => one.version >= now.version)) expect(answer).toEqual(now);
    });

    it('take keys that are stored alike for one', async () => {
      const { _id } = await person(store());
      const keys = ['a\u0000', 'a\uFFFD', 'a\uD800'];
      const { added, known } = await bring(_id, { workouts: keys.map((key) => squat(key)) });
      expect(added + known).toBe(3);
      expect(await everyWorkout(store(), _id)).toHaveLength(added);
      expect(await bring(_id, { workouts: keys.map((key) => squat(key)) })).toMatchObject({ added: 0, known: 3 });
    });

    it('give exercises without an id that of the own exercise of that name, folded', async () => {
      const { _id } = await person(store());
      await bring(_id, {
        workouts: [squat('a', '  ZERCHER   Squat')],
        exercises: [ownExercise('Zercher squat'), ownExercise('zercher SQUAT')],
      });
      const [own] = await store().exercises.ownedBy([_id]);
      expect(await ownNames(_id)).toEqual(['Zercher squat']);
      await bring(_id, { workouts: [squat('b', 'zercher squat'), squat('c', 'Nobody’s squat')] });
      expect((await everyWorkout(store(), _id)).map((one) => one.exercises[0]?.exerciseId)).toEqual([
        own?._id,
        own?._id,
        null,
      ]);
      const records = (await store().workouts.stats(_id, TODAY)).records.filter((record) => record.kind === 'weight');
      expect(records.map((record) => record.exercise).sort()).toEqual(['  ZERCHER   Squat', 'Nobody’s squat']);
    });

    it('join in one record an own exercise that a workout names twice, with its id and without', async () => {
      const { _id } = await person(store());
      await bring(_id, { workouts: [squat('a')], exercises: [ownExercise('Zercher squat')] });
      const [own] = await store().exercises.ownedBy([_id]);
      const exercises = [
        logged('Zercher squat', [lifted(70, 5)], { exerciseId: own?._id ?? null }),
        logged('Zercher squat', [lifted(70, 6), lifted(20, 30)]),
      ];
      await bring(_id, { workouts: [imported('b', newWorkout(TODAY, { exercises }))] });
      const { records } = await store().workouts.stats(_id, TODAY);
      expect(records.map(({ kind, value, reps }) => [kind, value, reps])).toEqual([
        ['weight', 70, 6],
        ['reps', 30, null],
      ]);
    });

    it('keep the own exercises of two people apart', async () => {
      const [ana, bo] = [await person(store()), await person(store())];
      await bring(ana._id, { workouts: [squat('a')], exercises: [ownExercise('Zercher squat')] });
      await bring(bo._id, { workouts: [squat('a')] });
      expect((await everyWorkout(store(), bo._id))[0]?.exercises[0]?.exerciseId).toBeNull();
    });

    it('taken back leave everything as it was, with a version that grows', async () => {
      const { _id } = await person(store());
      await store().workouts.add(_id, newWorkout('2026-07-14'), NOW, TODAY);
      const [before, stats] = [await store().workouts.progress(_id, TODAY), await store().workouts.stats(_id, TODAY)];
      const workouts = Array.from({ length: 120 }, (_, i) => imported(`k${String(i)}`, newWorkout('2026-07-15')));
      const { importId } = await bring(_id, { workouts, exercises: [ownExercise('Zercher squat')] });
      const undone = await store().workouts.undoImport(_id, importId ?? '', TODAY);
      expect(undone?.progress.version).toBeGreaterThan(2);
      expect({ ...undone?.progress, version: before.version }).toEqual(before);
      expect({ ...(await store().workouts.stats(_id, TODAY)), version: stats.version }).toEqual(stats);
      expect(await everyWorkout(store(), _id)).toHaveLength(1);
      expect(await ownNames(_id)).toEqual([]);
      expect(await store().workouts.undoImport(_id, importId ?? '', TODAY)).toBeUndefined();
      expect(await bring(_id, { workouts })).toMatchObject({ added: 120, known: 0 });
    });

    it('taken back take the changed workouts of theirs along, and no others', async () => {
      const { _id } = await person(store());
      const first = await bring(_id, { workouts: [squat('a'), squat('b')] });
      await bring(_id, { workouts: [squat('c')] });
      const [workout] = await everyWorkout(store(), _id);
      await store().workouts.change(owned(_id, workout), newWorkout('2026-07-01'), LATER, TODAY);
      expect(await store().workouts.knownKeys(_id, ['a'])).toEqual(new Set(['a']));
      const undone = await store().workouts.undoImport(_id, first.importId ?? '', TODAY);
      expect(undone?.progress).toMatchObject({ totalWorkouts: 1 });
      expect(await store().workouts.knownKeys(_id, ['a', 'b', 'c'])).toEqual(new Set(['c']));
    });

    it('taken back leave the own exercises that another workout uses', async () => {
      const { _id } = await person(store());
      const { importId } = await bring(_id, {
        workouts: [squat('a')],
        exercises: [ownExercise('Zercher squat'), ownExercise('Sled pull')],
      });
      const own = (await store().exercises.ownedBy([_id])).find((one) => one.name === 'Zercher squat');
      const exercises = [logged('Zercher squat', [lifted(60, 5)], { exerciseId: own?._id ?? null })];
      await store().workouts.add(_id, newWorkout(TODAY, { exercises }), NOW, TODAY);
      await store().workouts.undoImport(_id, importId ?? '', TODAY);
      expect(await store().exercises.ownedBy([_id])).toEqual([own]);
    });

    it('are nobody else’s to take back', async () => {
      const [ana, mallory] = [await person(store()), await person(store())];
      const { importId } = await bring(ana._id, { workouts: [squat('a')] });
      expect(await store().workouts.undoImport(mallory._id, importId ?? '', TODAY)).toBeUndefined();
      for (const id of NO_IDS) expect(await store().workouts.undoImport(ana._id, id, TODAY)).toBeUndefined();
      expect(await everyWorkout(store(), ana._id)).toHaveLength(1);
      expect(await store().workouts.progress(mallory._id, TODAY)).toMatchObject({ version: 0 });
    });

    it('forget a workout that was removed, so that it can be imported again', async () => {
      const { _id } = await person(store());
      await bring(_id, { workouts: [squat('a'), squat('b')] });
      const [workout] = await everyWorkout(store(), _id);
      await store().workouts.remove(owned(_id, workout), TODAY);
      expect(await bring(_id, { workouts: [squat('a'), squat('b')] })).toMatchObject({ added: 1, known: 1 });
    });

    it('are copies: changing a load afterwards changes nothing stored', async () => {
      const { _id } = await person(store());
      const load = { workouts: [squat('a')], exercises: [ownExercise('Zercher squat', { cues: ['brace'] })] };
      await bring(_id, load);
      load.workouts[0]?.exercises.pop();
      load.exercises[0]?.cues.pop();
      expect((await everyWorkout(store(), _id))[0]?.exercises).toHaveLength(1);
      expect((await store().exercises.ownedBy([_id]))[0]?.cues).toEqual(['brace']);
    });
  });
}
