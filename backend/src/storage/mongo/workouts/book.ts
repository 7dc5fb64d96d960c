import { addDays, daysBetween, weekOf } from '@trainer/coach/days';
import { PLANNED_A_WEEK } from '@trainer/coach/streak';
import type { AnyBulkWriteOperation, ObjectId } from 'mongodb';
import type { Counted, Day } from '../../figures.ts';
import { type FigureDocument, type RecordFigure, type RunFigure, type SummaryFigure, TOTALS_AT } from '../documents.ts';

type Kind = FigureDocument['kind'];
type Figure<K extends Kind> = Extract<FigureDocument, { kind: K }>;
type RunKind = RunFigure['kind'];

/** Days from one to the next in a run. */
const STEP: Record<RunKind, number> = { dayRun: 1, weekRun: 7 };

/**
 * The figures of one member that a change touches, read before it, counted here, and written after it. Whoever opens it
 * brings the days and weeks of the change and every run that touches them or the day beside them.
 */
export class Book {
  private readonly figures = new Map<string, FigureDocument>();
  private readonly touched = new Map<string, Pick<FigureDocument, 'kind' | 'at'>>();
  /** The longest run may have become shorter: it has to be looked up once the runs are written. */
  longestIsUnsure = false;
  /** The latest workout may be gone: it has to be looked up. */
  lastDateIsUnsure = false;

  constructor(
    private readonly user: ObjectId,
    found: readonly FigureDocument[],
  ) {
    for (const figure of found) this.figures.set(keyOf(figure), figure);
  }

  get summary(): Figure<'summary'> {
    return this.find('summary', TOTALS_AT) ?? { ...NO_SUMMARY, user: this.user };
  }

  changeSummary(change: Partial<SummaryFigure>): void {
    this.put({ ...this.summary, ...change });
  }

  add(counted: Counted, date: Date): void {
    const { lastDate } = this.summary;
    this.count(counted, 1);
    this.changeSummary({ lastDate: lastDate && lastDate > date ? lastDate : date });
    if (this.workoutsOn(counted.localDate) === 1) this.extend('dayRun', counted.localDate);
    const week = weekOf(counted.localDate);
    if (this.find('week', week)?.workouts === PLANNED_A_WEEK) this.extend('weekRun', week);
  }

  takeAway(counted: Counted, date: Date): void {
    const { lastDate } = this.summary;
    this.count(counted, -1);
    if (!lastDate || date >= lastDate) this.lastDateIsUnsure = true;
    if (this.workoutsOn(counted.localDate) === 0) {
      this.part('dayRun', counted.localDate);
      this.drop('day', counted.localDate);
    }
    const week = weekOf(counted.localDate);
    const inWeek = this.find('week', week)?.workouts ?? 0;
    if (inWeek === PLANNED_A_WEEK - 1) this.part('weekRun', week);
    if (inWeek === 0) this.drop('week', week);
  }

  record(at: string): Figure<'record'> | undefined {
    return this.find('record', at);
  }

  records(): RecordFigure[] {
    return this.of('record');
  }

  putRecord(record: RecordFigure): void {
    this.put({ ...record, user: this.user });
  }

  dropRecord(at: string): void {
    this.drop('record', at);
  }

  /** The days that it knows between two, both included, oldest first. */
  daysBetween(first: string, last: string): Day[] {
    return this.of('day')
      .filter((day) => day.at >= first && day.at <= last)
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ at, workouts, calories, minutes }) => ({ date: at, workouts, calories, minutes }));
  }

  /** Length of the run up to `today`, or up to the one before while `today` is not in one. */
  runUpTo(kind: RunKind, today: string): number {
    const before = addDays(today, -STEP[kind]);
    const run = this.of(kind).find((one) => one.first <= today && one.at >= before);
    return run ? lengthOf(kind, run.first, run.at < today ? run.at : today) : 0;
  }

  /** What is to be written, the summary first: where two servers change one member at once, they meet there. */
  changes(): AnyBulkWriteOperation<FigureDocument>[] {
    const { user } = this;
    return [...this.touched.entries()]
      .sort(([, a], [, b]) => Number(b.kind === 'summary') - Number(a.kind === 'summary'))
      .map(([key, { kind, at }]) => {
        const figure = this.figures.get(key);
        const filter = { user, kind, at };
        return figure ? { replaceOne: { filter, replacement: figure, upsert: true } } : { deleteOne: { filter } };
      });
  }

  private count({ localDate, minutes, calories, volume, sets }: Counted, sign: 1 | -1): void {
    const { user, summary } = this;
    const day = this.find('day', localDate) ?? {
      user,
      kind: 'day',
      at: localDate,
      workouts: 0,
      minutes: 0,
      calories: 0,
    };
    this.put({
      ...day,
      workouts: day.workouts + sign,
      minutes: day.minutes + sign * minutes,
      calories: day.calories + sign * calories,
    });
    const monday = weekOf(localDate);
    const week = this.find('week', monday) ?? { user, kind: 'week', at: monday, workouts: 0 };
    this.put({ ...week, workouts: week.workouts + sign });
    this.changeSummary({
      workouts: summary.workouts + sign,
      sets: summary.sets + sign * sets,
      volume: summary.volume + sign * volume,
      minutes: summary.minutes + sign * minutes,
      calories: summary.calories + sign * calories,
    });
  }

  private workoutsOn(localDate: string): number {
    return this.find('day', localDate)?.workouts ?? 0;
  }

  private extend(kind: RunKind, date: string): void {
    if (this.runWith(kind, date)) return;
    const left = this.find(kind, addDays(date, -STEP[kind]));
    const right = this.of(kind).find((run) => run.first === addDays(date, STEP[kind]));
    if (left) this.drop(kind, left.at);
    if (right) this.drop(kind, right.at);
    this.putRun(kind, left?.first ?? date, right?.at ?? date);
  }

  private part(kind: RunKind, date: string): void {
    const run = this.runWith(kind, date);
    if (!run) return;
    this.drop(kind, run.at);
    this.putRun(kind, run.first, addDays(date, -STEP[kind]));
    this.putRun(kind, addDays(date, STEP[kind]), run.at);
    if (kind === 'dayRun' && run.length >= this.summary.longest) this.longestIsUnsure = true;
  }

  private runWith(kind: RunKind, date: string): Figure<RunKind> | undefined {
    return this.of(kind).find((run) => run.first <= date && run.at >= date);
  }

  private putRun(kind: RunKind, first: string, at: string): void {
    if (first > at) return;
    const length = lengthOf(kind, first, at);
    this.put({ user: this.user, kind, at, first, length });
    if (kind === 'dayRun' && length > this.summary.longest) this.changeSummary({ longest: length });
  }

  private find<K extends Kind>(kind: K, at: string): Figure<K> | undefined {
    return this.figures.get(keyOf({ kind, at })) as Figure<K> | undefined;
  }

  private of<K extends Kind>(kind: K): Figure<K>[] {
    return [...this.figures.values()].filter((figure): figure is Figure<K> => figure.kind === kind);
  }

  private put(figure: FigureDocument): void {
    this.figures.set(keyOf(figure), figure);
    this.touched.set(keyOf(figure), figure);
  }

  private drop(kind: Kind, at: string): void {
    this.figures.delete(keyOf({ kind, at }));
    this.touched.set(keyOf({ kind, at }), { kind, at });
  }
}

const keyOf = ({ kind, at }: { kind: Kind; at: string }): string => `${kind} ${at}`;

const lengthOf = (kind: RunKind, first: string, last: string): number => daysBetween(first, last) / STEP[kind] + 1;

const NO_SUMMARY: SummaryFigure = {
  kind: 'summary',
  at: TOTALS_AT,
  version: 0,
  workouts: 0,
  sets: 0,
  volume: 0,
  minutes: 0,
  calories: 0,
  longest: 0,
  lastDate: null,
};
