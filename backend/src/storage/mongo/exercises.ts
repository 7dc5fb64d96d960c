import { isDeepStrictEqual } from 'node:util';
import type { ClientSession, GridFSBucket, ObjectId } from 'mongodb';
import { newId } from '../ids.ts';
import { type Exercise, type Exercises, foldName, type NewOwnExercise } from '../port.ts';
import type { Collections } from './collections.ts';
import type { ExerciseDocument } from './documents.ts';
import { toId } from './ids.ts';
import { wellFormed } from './well-formed.ts';
import { mongoOwnExercises } from './own-exercises.ts';
import type { Writes } from './writes.ts';

export function mongoExercises(collections: Collections, bucket: GridFSBucket, writes: Writes): Exercises {
  const { exercises } = collections;
  const builtIn = (session?: ClientSession) =>
    exercises
      .find({ owner: null }, session && { session })
      .sort({ position: 1 })
      .map((one) => one.exercise)
      .toArray();

  return {
    seed: (given) =>
      writes.of('the built-in exercises', async (session) => {
        const wanted = given.map((exercise) => wellFormed(exercise));
        if (isDeepStrictEqual(await builtIn(session), wanted)) return false;
        await exercises.deleteMany({ owner: null }, { session });
        if (wanted.length > 0) await exercises.insertMany(wanted.map(toDocument), { session });
        return true;
      }),
    builtIn: () => builtIn(),
    builtInOf: (muscleGroup) =>
      exercises
        .find({ owner: null, muscleGroup })
        .sort({ position: 1 })
        .map((one) => one.exercise)
        .toArray(),
    ownedBy: (userIds) =>
      exercises
        .find({ owner: { $in: userIds.map(toId) } })
        .sort({ nameFolded: 1, _id: 1 })
        .map((one) => one.exercise)
        .toArray(),
    byId: async (id) => (await exercises.findOne({ _id: toId(id) }))?.exercise,
    ...mongoOwnExercises(collections, bucket),
  };
}

const toDocument = (exercise: Exercise, position: number): ExerciseDocument => ({
  _id: toId(exercise._id),
  slug: exercise.slug,
  owner: null,
  nameFolded: foldName(exercise.name),
  muscleGroup: exercise.muscleGroup,
  position,
  importId: null,
  exercise,
});

/** Makes those that the member has none of by that name, inside a transaction. */
export async function addMissingExercises(
  collections: Collections,
  user: ObjectId,
  given: readonly NewOwnExercise[],
  importId: ObjectId,
  at: Date,
  session: ClientSession,
): Promise<void> {
  if (given.length === 0) return;
  const there = await ownIdsByName(collections, user, session);
  const missing = new Map(given.map((exercise) => [foldName(exercise.name), exercise] as const).reverse());
  const made = [...missing]
    .filter(([name]) => !there.has(name))
    .map(([nameFolded, exercise]): ExerciseDocument => {
      const id = newId(at);
      return wellFormed({
        _id: toId(id),
        slug: null,
        owner: user,
        nameFolded,
        muscleGroup: exercise.muscleGroup,
        position: 0,
        importId,
        exercise: { ...exercise, _id: id, slug: null, owner: user.toHexString(), createdAt: at.toISOString() },
      });
    });
  if (made.length > 0) await collections.exercises.insertMany(made, { session });
}

/** Folded name → id of all that the member owns. */
export async function ownIdsByName(
  { exercises }: Collections,
  user: ObjectId,
  session: ClientSession,
): Promise<Map<string, string>> {
  const own = await exercises.find({ owner: user }, { projection: { nameFolded: 1 }, session }).toArray();
  return new Map(own.map((one) => [one.nameFolded, one._id.toHexString()]));
}

/** Removes those that the import made and no workout of the member's uses, inside a transaction. */
export async function removeUnusedExercises(
  { exercises, workouts }: Collections,
  user: ObjectId,
  importId: ObjectId,
  session: ClientSession,
): Promise<void> {
  const made = await exercises.find({ importId, owner: user }, { projection: { _id: 1 }, session }).toArray();
  for (const { _id } of made) {
    const used = await workouts.findOne(
      { user, 'exercises.exerciseId': _id.toHexString() },
      { projection: { _id: 1 }, session },
    );
    if (!used) await exercises.deleteOne({ _id }, { session });
  }
}
