import { addDays, weekOf } from '@trainer/coach/days';
import type { PersonalRecord, Progress, Stats } from '@trainer/contract/types';
import type { ClientSession, Filter, ObjectId } from 'mongodb';
import { CALENDAR_DAYS, firstDay, PROGRESS_DAYS, progressOf, statsOf } from '../../figures.ts';
import type { Collections } from '../collections.ts';
import { type FigureDocument, type RecordFigure, TOTALS_AT } from '../documents.ts';
import { Book } from './book.ts';

type Clause = Filter<FigureDocument>;

/** Opens the figures that these clauses name. One question, each clause of it one range of the index, or one for each kind. */
export async function openBook(
  { figures }: Pick<Collections, 'figures'>,
  user: ObjectId,
  clauses: readonly Clause[],
  session?: ClientSession,
): Promise<Book> {
  const ranges = clauses.map((clause) => ({ user, ...clause }));
  // One range alone is planned once and for all, which an `$or` never is.
  const filter = (ranges.length === 1 ? ranges[0] : { $or: ranges }) as Clause;
  return new Book(user, await figures.find(filter, session ? { session } : {}).toArray());
}

/** What progress is made of: the totals, and the last 30 days with the runs that end in them. */
export const progressClauses = (today: string): Clause[] => [
  { kind: { $in: ['summary', 'day', 'dayRun'] }, at: { $gte: firstDay(today, PROGRESS_DAYS) } },
];

export const statsClauses = (today: string): Clause[] => [
  { kind: 'summary', at: TOTALS_AT },
  { kind: 'day', at: { $gte: firstDay(today, CALENDAR_DAYS), $lte: today } },
  { kind: 'dayRun', at: { $gte: addDays(today, -1) } },
  { kind: 'weekRun', at: { $gte: addDays(weekOf(today), -7) } },
  { kind: 'record' },
];

/** What a change of workouts on these days touches. */
export function changeClauses(localDates: readonly string[], recordsAt: readonly string[]): Clause[] {
  const dates = [...new Set(localDates)].sort();
  const weeks = [...new Set(dates.map(weekOf))].sort();
  const [first = '', last = ''] = [dates[0], dates.at(-1)];
  return [
    { kind: 'summary', at: TOTALS_AT },
    { kind: 'day', at: { $in: dates } },
    { kind: 'week', at: { $in: weeks } },
    { kind: 'dayRun', at: { $gte: addDays(first, -1) }, first: { $lte: addDays(last, 1) } },
    { kind: 'weekRun', at: { $gte: addDays(weekOf(first), -7) }, first: { $lte: addDays(weekOf(last), 7) } },
    ...(recordsAt.length > 0 ? [{ kind: 'record' as const, at: { $in: [...recordsAt] } }] : []),
  ];
}

export function progressIn(book: Book, today: string): Progress {
  const { version, longest, lastDate } = book.summary;
  return progressOf(
    {
      version,
      streak: book.runUpTo('dayRun', today),
      longestStreak: longest,
      lastWorkoutAt: lastDate?.toISOString() ?? null,
    },
    book.daysBetween(firstDay(today, PROGRESS_DAYS), today),
    today,
  );
}

export function statsIn(book: Book, today: string): Stats {
  return statsOf(
    book.summary,
    {
      daily: book.runUpTo('dayRun', today),
      longest: book.summary.longest,
      weekly: book.runUpTo('weekRun', weekOf(today)),
    },
    book.daysBetween(firstDay(today, CALENDAR_DAYS), today),
    book.records().sort(newestFirst).map(toPersonalRecord),
    today,
  );
}

const kindOf = ({ at }: RecordFigure): PersonalRecord['kind'] => (at.startsWith('weight/') ? 'weight' : 'reps');

/** Of one workout by name, and of one exercise the weight before the reps. */
function newestFirst(a: RecordFigure, b: RecordFigure): number {
  if (a.localDate !== b.localDate) return a.localDate < b.localDate ? 1 : -1;
  const [first, second] = [a.workout.toHexString(), b.workout.toHexString()];
  if (first !== second) return first < second ? 1 : -1;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return kindOf(a) < kindOf(b) ? 1 : -1;
}

const toPersonalRecord = (record: RecordFigure): PersonalRecord => ({
  exercise: record.name,
  slug: record.slug,
  kind: kindOf(record),
  value: record.value,
  reps: record.reps,
  workoutId: record.workout.toHexString(),
  localDate: record.localDate,
});
