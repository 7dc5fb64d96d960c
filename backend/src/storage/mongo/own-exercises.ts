import { type Db, GridFSBucket, type ObjectId } from 'mongodb';
import { newId } from '../ids.ts';
import { exerciseAfter, exerciseMade } from '../own-exercises.ts';
import { type Exercise, type Exercises, foldName, type NewGif, type NewOwnExercise, PIECE } from '../port.ts';
import { type Collections, GIFS, QUESTION_MS } from './collections.ts';
import { toId } from './ids.ts';
import { isDuplicate } from './trouble.ts';
import { wellFormed } from './well-formed.ts';

/** The files of own exercises’ animations, in pieces. One belongs to the exercise that names it. */
export const gifBucket = (db: Db): GridFSBucket => new GridFSBucket(db, { bucketName: GIFS, chunkSizeBytes: PIECE });

const LIMIT = { maxTimeMS: QUESTION_MS };

/** A file that no exercise names so long after it came was left by a server that died. */
const LEFT_AFTER_MS = 3_600_000;

export function mongoOwnExercises(
  { exercises }: Collections,
  bucket: GridFSBucket,
): Pick<Exercises, 'add' | 'change' | 'remove' | 'gif'> {
  const remove = async (file: ObjectId | null | undefined) => {
    // Gone already is gone.
    if (file) await bucket.delete(file).catch(() => undefined);
  };

  return {
    async add(userId, exercise, { clientId, gif }, at) {
      const owner = toId(userId);
      const first = clientId === undefined ? null : await exercises.findOne({ owner, clientId });
      if (first) return { exercise: first.exercise, added: false };
      const file = gif ? await storedGif(bucket, gif) : null;
      const id = newId(at);
      const made = exerciseMade(userId, id, exercise, gif?.address(id), at);
      try {
        await exercises.insertOne(
          wellFormed({
            _id: toId(id),
            slug: null,
            owner,
            nameFolded: foldName(exercise.name),
            muscleGroup: exercise.muscleGroup,
            position: 0,
            importId: null,
            clientId: clientId ?? null,
            gif: file,
            exercise: made,
          }),
        );
        return { exercise: wellFormed(made), added: true };
      } catch (error) {
        await remove(file);
        if (!isDuplicate(error, 'owner')) throw error;
        const other = clientId === undefined ? null : await exercises.findOne({ owner, clientId });
        return other ? { exercise: other.exercise, added: false } : { taken: 'name' };
      }
    },

    async change(own, to, gif) {
      const _id = toId(own._id);
      const file = gif ? await storedGif(bucket, gif) : null;
      try {
        const before = await exercises.findOneAndUpdate({ _id, owner: toId(own.owner) }, [
          { $set: fieldsAfter(own, to, gif, file) },
        ]);
        if (!before) {
          await remove(file);
          return undefined;
        }
        if (gif !== undefined) await remove(before.gif);
        const gifUrl = gif === undefined ? before.exercise.gifUrl : gif?.address(own._id);
        return wellFormed(exerciseAfter(own, before.exercise, to, gifUrl));
      } catch (error) {
        await remove(file);
        if (isDuplicate(error, 'owner', 'nameFolded')) return { taken: 'name' };
        throw error;
      }
    },

    async remove(own) {
      const before = await exercises.findOneAndDelete({ _id: toId(own._id), owner: toId(own.owner) });
      await remove(before?.gif);
    },

    async gif(id) {
      const file = (await exercises.findOne({ _id: toId(id), owner: { $ne: null } }, { projection: { gif: 1 } }))?.gif;
      const [about] = file ? await bucket.find({ _id: file }, LIMIT).toArray() : [];
      if (!about) return undefined;
      return {
        length: about.length,
        hash: String(about.metadata?.hash),
        bytes: bucket.openDownloadStream(about._id) as AsyncIterable<Uint8Array>,
      };
    },
  };
}

/** What changes of a document. Where the animation stays, so does its address, whatever that is at this moment. */
function fieldsAfter(
  own: Parameters<Exercises['change']>[0],
  to: NewOwnExercise,
  gif: NewGif | null | undefined,
  file: ObjectId | null,
): object {
  const { gifUrl: _, ...after } = wellFormed<Exercise>(exerciseAfter(own, own, to, undefined));
  const fields = Object.fromEntries(
    Object.entries(after)
      .filter(([name]) => name !== 'createdAt')
      .map(([name, value]) => [`exercise.${name}`, { $literal: value }]),
  );
  return {
    nameFolded: { $literal: foldName(to.name) },
    muscleGroup: to.muscleGroup,
    ...fields,
    ...(gif !== undefined && { gif: file, 'exercise.gifUrl': gif ? { $literal: gif.address(own._id) } : '$$REMOVE' }),
  };
}

/** → the file that holds it */
export function storedGif(bucket: GridFSBucket, { bytes, hash }: Pick<NewGif, 'bytes' | 'hash'>): Promise<ObjectId> {
  const upload = bucket.openUploadStream('animation.gif', { metadata: { hash } });
  return new Promise((resolve, reject) => {
    upload.once('finish', () => {
      resolve(upload.id);
    });
    upload.once('error', reject);
    upload.end(bytes);
  });
}

/** Lets go of files that no exercise names. */
export async function removeLeftGifs({ exercises }: Collections, bucket: GridFSBucket, now: Date): Promise<void> {
  const before = new Date(now.getTime() - LEFT_AFTER_MS);
  for await (const { _id } of bucket.find({ uploadDate: { $lt: before } }, LIMIT)) {
    if (!(await exercises.findOne({ gif: _id }, { projection: { _id: 1 } })))
      await bucket.delete(_id).catch(() => undefined);
  }
}
