import type { Progress } from '@trainer/contract/types';
import { type ClientSession, ObjectId } from 'mongodb';
import { countedOf } from '../../figures.ts';
import type { NewWorkout } from '../../port.ts';
import type { Collections } from '../collections.ts';
import { type BestDocument, TOTALS_AT, type WorkoutRecord } from '../documents.ts';
import { wellFormed } from '../well-formed.ts';
import type { Book } from './book.ts';
import { changeClauses, openBook, progressClauses, progressIn } from './reading.ts';
import { lookUpAgain, offer, recordsAt } from './records.ts';

/** What a change did to a member's workouts; a changed one is both. */
export interface Change {
  added: readonly { _id: ObjectId; workout: NewWorkout }[];
  removed: readonly WorkoutRecord[];
  /** Whether a screen may show it: the version grows. */
  isShown: boolean;
}

/**
 * Brings everything that is kept of a member's workouts up to date, inside the transaction in which `workouts` changed.
 * → the numbers after it
 */
export async function count(
  collections: Collections,
  user: ObjectId,
  { added, removed, isShown }: Change,
  today: string,
  session: ClientSession,
): Promise<Progress> {
  const keysOfRemoved = await takeBests(collections, user, removed, session);
  const bests = added.flatMap(({ _id, workout }) => bestsOf(user, _id, workout));
  if (bests.length > 0) await collections.bests.insertMany(bests, { session });

  const keys = new Set([...keysOfRemoved, ...bests.map((best) => best.key)]);
  const dates = [...removed.map((one) => one.localDate), ...added.map((one) => one.workout.localDate)];
  const book = await openBook(
    collections,
    user,
    [...(dates.length > 0 ? changeClauses(dates, [...keys].flatMap(recordsAt)) : []), ...progressClauses(today)],
    session,
  );

  for (const one of removed) book.takeAway(countedOf({ ...one, figures: one }), one.date);
  for (const { workout } of added) book.add(countedOf(workout), new Date(workout.date));
  const gone = new Set(removed.map((one) => one._id.toHexString()));
  const isGone = (at: string) => gone.has(book.record(at)?.workout.toHexString() ?? '');
  const unsure = [...keys].filter((key) => recordsAt(key).some(isGone));
  for (const best of bests) offer(book, best);
  for (const key of unsure) await lookUpAgain(collections, book, user, key, session);

  if (book.lastDateIsUnsure) book.changeSummary({ lastDate: await lastDate(collections, user, session) });
  if (isShown) book.changeSummary({ version: book.summary.version + 1 });
  await write(collections, user, book, session);
  return progressIn(book, today);
}

async function takeBests(
  { bests }: Collections,
  user: ObjectId,
  removed: readonly WorkoutRecord[],
  session: ClientSession,
): Promise<string[]> {
  if (removed.length === 0) return [];
  const theirs = { user, workout: { $in: removed.map((one) => one._id) } };
  const keys = await bests.find(theirs, { projection: { key: 1 }, session }).toArray();
  await bests.deleteMany(theirs, { session });
  return keys.map((one) => one.key);
}

export const bestsOf = (user: ObjectId, workout: ObjectId, { localDate, figures }: NewWorkout): BestDocument[] =>
  figures.bests.map((best) => ({ ...wellFormed(best), _id: new ObjectId(), user, workout, localDate }));

export async function lastDate(
  { workouts }: Collections,
  user: ObjectId,
  session: ClientSession,
): Promise<Date | null> {
  const last = await workouts.findOne({ user }, { sort: { date: -1, _id: -1 }, projection: { date: 1 }, session });
  return last?.date ?? null;
}

async function write({ figures }: Collections, user: ObjectId, book: Book, session: ClientSession): Promise<void> {
  const changes = book.changes();
  if (changes.length > 0) await figures.bulkWrite(changes, { session });
  if (!book.longestIsUnsure) return;
  const longest = await figures.findOne({ user, kind: 'dayRun' }, { sort: { length: -1 }, session });
  book.changeSummary({ longest: longest?.kind === 'dayRun' ? longest.length : 0 });
  await figures.replaceOne({ user, kind: 'summary', at: TOTALS_AT }, book.summary, { session });
}
