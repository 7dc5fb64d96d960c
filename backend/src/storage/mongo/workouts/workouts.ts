import { newId } from '../../ids.ts';
import type { Workouts } from '../../port.ts';
import type { Collections } from '../collections.ts';
import { toId } from '../ids.ts';
import { isDuplicate } from '../trouble.ts';
import { wellFormed } from '../well-formed.ts';
import type { Writes } from '../writes.ts';
import { count } from './counting.ts';
import { contentOf, toRecord, toWorkout } from './documents.ts';
import type { Imports } from './imports.ts';
import { glances } from './glances.ts';
import { pages } from './pages.ts';
import { openBook, progressClauses, progressIn, statsClauses, statsIn } from './reading.ts';
import { rebuild } from './rebuild.ts';

export function mongoWorkouts(
  collections: Collections,
  writes: Writes,
  imports: Imports,
  progress: Workouts['progress'],
): Workouts {
  const { workouts } = collections;

  const add: Workouts['add'] = async (userId, workout, at, today) => {
    const user = toId(userId);
    const made = toRecord(toId(newId(at)), user, workout, at, { importId: null, importKey: null });
    try {
      const numbers = await writes.of(userId, async (session) => {
        await workouts.insertOne(made, { session });
        const added = [{ _id: made._id, workout }];
        return count(collections, user, { added, removed: [], isShown: true }, today, session);
      });
      return { workout: toWorkout(made), added: true, progress: numbers };
    } catch (error) {
      if (!isDuplicate(error, 'user', 'clientId')) throw error;
      const known = await workouts.findOne(wellFormed({ user, clientId: workout.clientId }));
      // Removed again in this very moment: then it is free to be stored.
      if (!known) return add(userId, workout, at, today);
      return { workout: toWorkout(known), added: false, progress: await progress(userId, today) };
    }
  };

  return {
    add,
    ...pages(collections),

    async byId(id) {
      const found = await workouts.findOne({ _id: toId(id) });
      return found ? toWorkout(found) : undefined;
    },

    change: ({ _id: id, user: userId }, to, at, today) =>
      writes.of(userId, async (session) => {
        const [_id, user] = [toId(id), toId(userId)];
        const content = contentOf(to, at);
        const before = await workouts.findOneAndUpdate({ _id, user }, { $set: content }, { session });
        if (!before) return undefined;
        const change = { added: [{ _id, workout: to }], removed: [before], isShown: true };
        const numbers = await count(collections, user, change, today, session);
        return { workout: toWorkout({ ...before, ...content }), progress: numbers };
      }),

    remove: ({ _id: id, user: userId }, today) =>
      writes.of(userId, async (session) => {
        const [_id, user] = [toId(id), toId(userId)];
        const removed = await workouts.findOneAndDelete({ _id, user }, { session });
        if (!removed) return undefined;
        await imports.removeEmpty(removed.importId, session);
        const change = { added: [], removed: [removed], isShown: true };
        return { progress: await count(collections, user, change, today, session) };
      }),

    progress,
    glances: glances(collections),
    stats: async (userId, today) => statsIn(await openBook(collections, toId(userId), statsClauses(today)), today),

    import: imports.import,
    knownKeys: imports.knownKeys,
    undoImport: imports.undoImport,
    rebuild: (userId) => writes.of(userId, (session) => rebuild(collections, toId(userId), session)),
  };
}

/** The numbers of a member, in one question. */
export const progressReader =
  (collections: Collections): Workouts['progress'] =>
  async (userId, today) =>
    progressIn(await openBook(collections, toId(userId), progressClauses(today)), today);
