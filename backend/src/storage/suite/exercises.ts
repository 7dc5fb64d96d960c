import { builtInExercises, muscleGroups, toExercise } from '@trainer/coach/exercises';
import { describe, expect, it } from 'vitest';
import { type NewGif, type OwnExercise, ownedExercise } from '../port.ts';
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

    const gifOf = (bytes: Uint8Array, hash = 'abc'): NewGif => ({
      bytes,
      hash,
      address: (id) => `/gif/${id}?v=${hash}`,
    });
    const large = Uint8Array.from({ length: 700_000 }, (_, i) => i % 251);
    const readGif = async (id: string) => {
      const gif = await store().exercises.gif(id);
      if (!gif) return undefined;
      const pieces: Uint8Array[] = [];
      for await (const piece of gif.bytes) pieces.push(piece);
      return { length: gif.length, hash: gif.hash, bytes: new Uint8Array(Buffer.concat(pieces)) };
    };
    const added = async (
      userId: string,
      name: string,
      more: Parameters<ReturnType<typeof store>['exercises']['add']>[2] = {},
    ) => {
      const made = await store().exercises.add(userId, ownExercise(name), more, NOW);
      if ('taken' in made) throw new Error(`${name} is taken`);
      return made;
    };
    const owned = (userId: string, exercise: Parameters<typeof ownedExercise>[1]) =>
      ownedExercise(userId, exercise) as OwnExercise;

    it('that a person makes are theirs, with the animation apart, in the order of its bytes', async () => {
      const { _id } = await person(store());
      const { exercise } = await added(_id, 'Band walk', { gif: gifOf(large) });
      expect(exercise).toEqual({
        ...ownExercise('Band walk'),
        _id: exercise._id,
        slug: null,
        owner: _id,
        createdAt: NOW.toISOString(),
        gifUrl: `/gif/${exercise._id}?v=abc`,
      });
      expect(await store().exercises.ownedBy([_id])).toEqual([exercise]);
      expect(await readGif(exercise._id)).toEqual({ length: large.length, hash: 'abc', bytes: large });
      for (const id of NO_IDS) expect(await store().exercises.gif(id)).toBeUndefined();
    });

    it('sent twice under one clientId are made once, also at the same moment; another person’s is another', async () => {
      const [ana, bo] = [await person(store()), await person(store())];
      const clientId = '7f0f3c1a-6f0e-4f43-9a52-0d3b3f5f0a11';
      const all = await Promise.all([1, 2, 3].map(() => added(ana._id, 'Sled push', { clientId, gif: gifOf(large) })));
      expect(all.filter((one) => one.added)).toHaveLength(1);
      expect(new Set(all.map((one) => one.exercise._id)).size).toBe(1);
      expect((await added(ana._id, 'Another name', { clientId })).exercise.name).toBe('Sled push');
      expect((await added(bo._id, 'Sled push', { clientId })).added).toBe(true);
    });

    it('have a name once a person, without regard to case', async () => {
      const { _id } = await person(store());
      const { exercise } = await added(_id, 'Band walk');
      await added(_id, 'Monster walk');
      expect(await store().exercises.add(_id, ownExercise('BAND walk'), { gif: gifOf(large) }, NOW)).toEqual({
        taken: 'name',
      });
      const own = owned(_id, exercise);
      expect(await store().exercises.change(own, ownExercise('monster WALK'), undefined, NOW)).toEqual({
        taken: 'name',
      });
      expect(await store().exercises.change(own, ownExercise('Band Walk'), undefined, NOW)).toMatchObject({
        name: 'Band Walk',
      });
    });

    it('change as a whole, and their animation stays, changes or goes as it is said', async () => {
      const { _id } = await person(store());
      const { exercise } = await added(_id, 'Band walk', { gif: gifOf(large) });
      const own = owned(_id, exercise);
      const renamed = await store().exercises.change(
        own,
        { ...ownExercise('Side walk'), muscleGroup: 'legs' },
        undefined,
        NOW,
      );
      expect(renamed).toEqual({ ...exercise, name: 'Side walk', muscleGroup: 'legs' });
      expect(await store().exercises.byId(own._id)).toEqual(renamed);
      expect((await readGif(own._id))?.hash).toBe('abc');
      const other = await store().exercises.change(
        own,
        ownExercise('Side walk'),
        gifOf(Uint8Array.of(1, 2, 3), 'def'),
        NOW,
      );
      expect(other).toMatchObject({ gifUrl: `/gif/${own._id}?v=def` });
      expect(await readGif(own._id)).toEqual({ length: 3, hash: 'def', bytes: Uint8Array.of(1, 2, 3) });
      const without = await store().exercises.change(own, ownExercise('Side walk'), null, NOW);
      expect(without).not.toHaveProperty('gifUrl');
      expect(await store().exercises.byId(own._id)).toEqual(without);
      expect(await readGif(own._id)).toBeUndefined();
    });

    it('can be removed, with their animation, twice', async () => {
      const { _id } = await person(store());
      const { exercise } = await added(_id, 'Band walk', { gif: gifOf(large) });
      const own = owned(_id, exercise);
      await store().exercises.remove(own);
      await store().exercises.remove(own);
      expect(await store().exercises.byId(own._id)).toBeUndefined();
      expect(await readGif(own._id)).toBeUndefined();
      expect(await store().exercises.change(own, ownExercise('Band walk'), gifOf(large), NOW)).toBeUndefined();
    });

    it('are theirs alone: nobody else holds one as their own', async () => {
      const [ana, bo] = [await person(store()), await person(store())];
      const { exercise } = await added(ana._id, 'Band walk');
      expect(ownedExercise(bo._id, exercise)).toBeUndefined();
      expect(ownedExercise(ana._id, exercise)).toBe(exercise);
      expect(ownedExercise(ana._id, undefined)).toBeUndefined();
    });
  });
}
