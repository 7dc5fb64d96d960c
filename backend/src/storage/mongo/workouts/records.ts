import type { ClientSession, ObjectId } from 'mongodb';
import type { Best } from '../../port.ts';
import type { Collections } from '../collections.ts';
import type { BestDocument, RecordFigure } from '../documents.ts';
import type { Book } from './book.ts';

/** Where the two records of an exercise stand in the book. */
export const recordsAt = (key: string): string[] => [`weight/${key}`, `reps/${key}`];

/** A new workout can only better a record: the higher value, then more reps at it, then the earlier day, then the lower id. */
export function offer(book: Book, best: Pick<BestDocument, keyof Best | 'workout' | 'localDate'>): void {
  for (const record of recordsIn(best)) {
    const held = book.record(record.at);
    if (!held || isBetter(record, held)) book.putRecord(record);
  }
}

/** Looks the records of an exercise up again, inside a transaction, once the bests are those that are to count. */
export async function lookUpAgain(
  { bests }: Collections,
  book: Book,
  user: ObjectId,
  key: string,
  session: ClientSession,
): Promise<void> {
  // Each in the order of its index.
  const heaviest = await bests.findOne(
    { user, key, weight: { $gte: 0 } },
    { sort: { weight: -1, weightReps: -1, localDate: 1, workout: 1 }, session },
  );
  const longest = await bests.findOne(
    { user, key, reps: { $gte: 0 } },
    { sort: { reps: -1, localDate: 1, workout: 1 }, session },
  );
  const found = [
    ...(heaviest ? recordsIn({ ...heaviest, reps: null }) : []),
    ...(longest ? recordsIn({ ...longest, weight: null }) : []),
  ];
  for (const at of recordsAt(key)) book.dropRecord(at);
  for (const record of found) book.putRecord(record);
}

/** The records that a best would be, if nothing were better. */
export function recordsIn(best: Pick<BestDocument, keyof Best | 'workout' | 'localDate'>): RecordFigure[] {
  const { key, name, slug, weight, weightReps, reps, workout, localDate } = best;
  const record = (at: string, value: number, atIt: number | null): RecordFigure => ({
    kind: 'record',
    at,
    name,
    slug,
    value,
    reps: atIt,
    workout,
    localDate,
  });
  return [
    ...(weight === null ? [] : [record(`weight/${key}`, weight, weightReps)]),
    ...(reps === null ? [] : [record(`reps/${key}`, reps, null)]),
  ];
}

function isBetter(one: RecordFigure, held: RecordFigure): boolean {
  if (one.value !== held.value) return one.value > held.value;
  if (one.reps !== held.reps) return (one.reps ?? 0) > (held.reps ?? 0);
  if (one.localDate !== held.localDate) return one.localDate < held.localDate;
  return one.workout.toHexString() < held.workout.toHexString();
}
