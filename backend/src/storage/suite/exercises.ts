import { builtInExercises, muscleGroups, toExercise } from '@trainer/coach/exercises';
import { describe, expect, it } from 'vitest';
import { imported, NO_IDS, NOW, type Open, opened, ownExercise, person, TODAY } from './builders.ts';

const builtIn = builtInExercises.map(toExercise);

export function exercisesSuite(open: Open): void {
  describe('exercises', () => {
    const store = opened(open);
    const make = (userId: string, ...names: string[]) =>
      store().workouts.import(
        userId,
        { workouts: [imported(names.join())], exercises: names.map((name) => ownExercise(name)) },
        NOW,
        TODAY,
      );

    it('that are built in are seeded in order, and seeding twice changes nothing', async () => {
      expect(await store().exercises.builtIn()).toEqual([]);
      expect(await store().exercises.seed(builtIn)).toBe(true);
      expect(await store().exercises.seed(builtIn)).toBe(false);
      expect(await store().exercises.builtIn()).toEqual(builtIn);
      for (const exercise of builtIn) expect(await store().exercises.byId(exercise._id)).toEqual(exercise);
    });

    it('that are built in follow a new seed: texts, order, what came and what went', async () => {
      const one = await open();
      await one.exercises.seed(builtIn.slice(0, 4));
      const [first, second, third, , fifth] = builtIn;
      if (!first || !second || !third || !fifth) throw new Error('There are too few exercises.');
      const next = [fifth, { ...second, description: 'Another text' }, first];
      expect(await one.exercises.seed(next)).toBe(true);
      expect(await one.exercises.builtIn()).toEqual(next);
      expect(await one.exercises.byId(third._id)).toBeUndefined();
      expect(await one.exercises.seed([])).toBe(true);
      expect(await one.exercises.builtIn()).toEqual([]);
      await one.close();
    });

    it('are those of one muscle group where one is asked for, own ones left out', async () => {
      const { _id } = await person(store());
      await store().exercises.seed(builtIn);
      await make(_id, 'Zercher squat');
      for (const group of [...muscleGroups, 'other'] as const) {
        expect(await store().exercises.builtInOf(group)).toEqual(builtIn.filter((one) => one.muscleGroup === group));
      }
      expect(await store().exercises.builtIn()).toEqual(builtIn);
    });

    it('of one’s own come by name, of all who are asked for and of nobody else', async () => {
      const [ana, bo, cy] = [await person(store()), await person(store()), await person(store())];
      await make(ana._id, 'sled Pull', 'Jefferson curl');
      await make(bo._id, 'Pallof press');
      await make(cy._id, 'Suitcase carry');
      const names = async (...ids: string[]) => (await store().exercises.ownedBy(ids)).map((one) => one.name);
      expect(await names(ana._id)).toEqual(['Jefferson curl', 'sled Pull']);
      expect(await names(ana._id, bo._id)).toEqual(['Jefferson curl', 'Pallof press', 'sled Pull']);
      expect(await names(ana._id, ana._id, ...NO_IDS)).toEqual(['Jefferson curl', 'sled Pull']);
      expect(await names()).toEqual([]);
    });

    it('of one’s own have an id, an owner and no slug, and survive a seed', async () => {
      const { _id } = await person(store());
      await make(_id, 'Jalón 🏋️ tras nuca');
      const [own] = await store().exercises.ownedBy([_id]);
      expect(own).toEqual({
        ...ownExercise('Jalón 🏋️ tras nuca'),
        _id: own?._id,
        slug: null,
        owner: _id,
        createdAt: NOW.toISOString(),
      });
      expect(own?._id).toMatch(/^[0-9a-f]{24}$/);
      await store().exercises.seed(builtIn.slice(1));
      expect(await store().exercises.byId(own?._id ?? '')).toEqual(own);
    });

    it('are undefined where there is none, and copies where there is one', async () => {
      await store().exercises.seed(builtIn);
      for (const id of NO_IDS) expect(await store().exercises.byId(id)).toBeUndefined();
      for (const exercise of await store().exercises.builtIn()) exercise.cues.push('changed');
      expect(await store().exercises.builtIn()).toEqual(builtIn);
    });
  });
}
