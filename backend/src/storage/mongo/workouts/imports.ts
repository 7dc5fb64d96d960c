import type { Progress } from '@trainer/contract/types';
import type { ClientSession, ObjectId } from 'mongodb';
import { newId } from '../../ids.ts';
import { withOwnExercises } from '../../own-names.ts';
import type { Import, Workouts } from '../../port.ts';
import type { Collections } from '../collections.ts';
import type { ImportDocument } from '../documents.ts';
import { addMissingExercises, ownIdsByName, removeUnusedExercises } from '../exercises.ts';
import { toId } from '../ids.ts';
import { isDuplicate } from '../trouble.ts';
import { wellFormed } from '../well-formed.ts';
import type { Writes } from '../writes.ts';
import { count } from './counting.ts';
import { toRecord } from './documents.ts';

/**
 * Whole histories in and out again, a slice to a transaction, so that none grows too long. Until an import is whole it
 * is marked so; a half that stands still was left by a crash and is taken back by whichever server finds it.
 */
export interface Imports extends Pick<Workouts, 'import' | 'undoImport' | 'knownKeys'> {
  /** Takes back what crashes left half done. */
  takeBackHalves(): Promise<void>;
  /** Removes an import that has no workout left, inside a transaction. */
  removeEmpty(importId: ObjectId | null, session: ClientSession): Promise<void>;
}

const SLICE = 50;
/** A half that nobody worked on for this long belongs to a server that is gone. */
const STANDS_STILL_MS = 120_000;

type Fresh = Import['workouts'][number];

/** @param numbers the member's progress as it is now */
export function mongoImports(
  collections: Collections,
  writes: Writes,
  numbers: (userId: string, today: string) => Promise<Progress>,
): Imports {
  const { imports, workouts } = collections;

  async function storedKeys(user: ObjectId, keys: readonly string[], session?: ClientSession): Promise<Set<string>> {
    const there = await workouts
      .find(
        { user, importKey: { $in: keys.map((key) => wellFormed(key)) } },
        { projection: { importKey: 1 }, ...(session && { session }) },
      )
      .toArray();
    return new Set(there.map((workout) => workout.importKey ?? ''));
  }

  /** @throws Error where the half was taken for a crashed one and is being taken back */
  async function beat(_id: ObjectId, session: ClientSession): Promise<void> {
    const { matchedCount } = await imports.updateOne(
      { _id, whole: false },
      { $currentDate: { beatAt: true } },
      { session },
    );
    if (matchedCount === 0) throw new Error('The import was taken back meanwhile.');
  }

  async function addSlice(
    half: Pick<ImportDocument, '_id' | 'user'>,
    slice: readonly Fresh[],
    when: { at: Date; today: string },
    session: ClientSession,
  ): Promise<number> {
    await beat(half._id, session);
    // The same file may be on its way twice.
    const meanwhile = await storedKeys(
      half.user,
      slice.map((workout) => workout.key),
      session,
    );
    const still = slice.filter((workout) => !meanwhile.has(wellFormed(workout.key)));
    if (still.length === 0) return 0;
    const ids = await ownIdsByName(collections, half.user, session);
    const added = still.map(({ key, ...workout }) => ({
      key,
      _id: toId(newId(when.at)),
      workout: withOwnExercises(workout, ids),
    }));
    await workouts.insertMany(
      added.map(({ key, _id, workout }) =>
        toRecord(_id, half.user, workout, when.at, { importId: half._id, importKey: key }),
      ),
      { session },
    );
    await count(collections, half.user, { added, removed: [], isShown: false }, when.today, session);
    return added.length;
  }

  /** → whether something is left */
  const removeSlice = (userId: string, importId: ObjectId, today: string) =>
    writes.of(userId, async (session) => {
      await beat(importId, session);
      const removed = await workouts.find({ importId }, { session }).limit(SLICE).toArray();
      if (removed.length === 0) return false;
      await workouts.deleteMany({ _id: { $in: removed.map((one) => one._id) } }, { session });
      await count(collections, toId(userId), { added: [], removed, isShown: false }, today, session);
      return removed.length === SLICE;
    });

  async function takeBack(userId: string, importId: ObjectId, today: string): Promise<Progress> {
    while (await removeSlice(userId, importId, today));
    return writes.of(userId, async (session) => {
      const user = toId(userId);
      await removeUnusedExercises(collections, user, importId, session);
      await imports.deleteOne({ _id: importId }, { session });
      // Also where the import failed: a workout saved meanwhile has told its screens numbers that hold no longer.
      return count(collections, user, { added: [], removed: [], isShown: true }, today, session);
    });
  }

  return {
    async import(userId, load, at, today) {
      const user = toId(userId);
      const all = load.workouts.length;
      const taken = await storedKeys(
        user,
        load.workouts.map((workout) => workout.key),
      );
      const fresh = load.workouts.filter(({ key }) => !taken.has(wellFormed(key)) && taken.add(wellFormed(key)));
      if (fresh.length === 0) return { importId: null, added: 0, known: all, progress: await numbers(userId, today) };

      const importId = newId(at);
      const half = { _id: toId(importId), user };
      await writes.of(userId, async (session) => {
        await imports.insertOne({ ...half, whole: false, beatAt: new Date(), createdAt: at }, { session });
        await beat(half._id, session);
        await addMissingExercises(collections, user, load.exercises, half._id, at, session);
      });
      try {
        let added = 0;
        for (let from = 0; from < fresh.length; from += SLICE) {
          const slice = fresh.slice(from, from + SLICE);
          added += await retriedOnce(() =>
            writes.of(userId, (session) => addSlice(half, slice, { at, today }, session)),
          );
        }
        const progress = await writes.of(userId, async (session) => {
          await beat(half._id, session);
          if (added > 0) await imports.updateOne({ _id: half._id }, { $set: { whole: true } }, { session });
          else {
            await removeUnusedExercises(collections, user, half._id, session);
            await imports.deleteOne({ _id: half._id }, { session });
          }
          return count(collections, user, { added: [], removed: [], isShown: added > 0 }, today, session);
        });
        return { importId: added > 0 ? importId : null, added, known: all - added, progress };
      } catch (error) {
        await takeBack(userId, half._id, today);
        throw error;
      }
    },

    async knownKeys(userId, keys) {
      const stored = await storedKeys(toId(userId), keys);
      return new Set(keys.filter((key) => stored.has(wellFormed(key))));
    },

    async undoImport(userId, importId, today) {
      const mine = { _id: toId(importId), user: toId(userId) };
      const { matchedCount } = await imports.updateOne(mine, {
        $set: { whole: false },
        $currentDate: { beatAt: true },
      });
      return matchedCount > 0 ? { progress: await takeBack(userId, mine._id, today) } : undefined;
    },

    async takeBackHalves() {
      const before = { $expr: { $lt: ['$beatAt', { $subtract: ['$$NOW', STANDS_STILL_MS] }] } };
      for (const { _id, user } of await imports.find({ whole: false, ...before }).toArray()) {
        await takeBack(user.toHexString(), _id, new Date().toISOString().slice(0, 10));
      }
    },

    async removeEmpty(importId, session) {
      if (!importId || (await workouts.findOne({ importId }, { projection: { _id: 1 }, session }))) return;
      await imports.deleteOne({ _id: importId }, { session });
    },
  };
}

/** Another server stored one of the same keys in the same moment: at the second look it is known. */
async function retriedOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isDuplicate(error, 'user', 'importKey')) return work();
    throw error;
  }
}
