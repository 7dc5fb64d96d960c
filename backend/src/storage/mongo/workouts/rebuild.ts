import { addDays, daysBetween, weekOf } from '@trainer/coach/days';
import { PLANNED_A_WEEK } from '@trainer/coach/streak';
import type { ClientSession, ObjectId } from 'mongodb';
import type { Collections } from '../collections.ts';
import { type BestDocument, type FigureDocument, type RunFigure, TOTALS_AT } from '../documents.ts';
import { recordsIn } from './records.ts';
import { lastDate } from './counting.ts';

interface DaySum {
  _id: string;
  workouts: number;
  minutes: number;
  calories: number;
  volume: number;
  sets: number;
}

/** As `hundredths` of `figures.ts` rounds. */
const hundredths = (field: string) => ({ $floor: { $add: [{ $multiply: [field, 100] }, 0.5] } });

/** Works all figures of a member out anew from the workouts, inside a transaction; the version grows by one. */
export async function rebuild(collections: Collections, user: ObjectId, session: ClientSession): Promise<void> {
  const { workouts, bests, figures } = collections;
  const days = await workouts
    .aggregate<DaySum>(
      [
        { $match: { user } },
        {
          $group: {
            _id: '$localDate',
            workouts: { $sum: 1 },
            minutes: { $sum: hundredths('$totalDuration') },
            calories: { $sum: hundredths('$totalCalories') },
            volume: { $sum: hundredths('$volume') },
            sets: { $sum: '$sets' },
          },
        },
        { $sort: { _id: 1 } },
      ],
      { session },
    )
    .toArray();
  const recordsOf = async (order: Record<string, 1 | -1>, counts: object) =>
    bests
      .aggregate<{ best: BestDocument }>(
        [
          { $match: { user, ...counts } },
          { $sort: { key: 1, ...order } },
          { $group: { _id: '$key', best: { $first: '$$ROOT' } } },
        ],
        { session },
      )
      .map(({ best }) => best)
      .toArray();
  const heaviest = await recordsOf({ weight: -1, weightReps: -1, localDate: 1, workout: 1 }, { weight: { $gte: 0 } });
  const most = await recordsOf({ reps: -1, localDate: 1, workout: 1 }, { reps: { $gte: 0 } });
  const before = await figures.findOne({ user, kind: 'summary', at: TOTALS_AT }, { session });

  const weeks = weeksOf(days);
  const dayRuns = runsOf(
    'dayRun',
    days.map((day) => day._id),
  );
  const sum = (field: 'workouts' | 'minutes' | 'calories' | 'volume' | 'sets') =>
    days.reduce((whole, day) => whole + day[field], 0);
  const made = [
    {
      kind: 'summary' as const,
      at: TOTALS_AT,
      version: (before?.kind === 'summary' ? before.version : 0) + 1,
      workouts: sum('workouts'),
      sets: sum('sets'),
      volume: sum('volume'),
      minutes: sum('minutes'),
      calories: sum('calories'),
      longest: Math.max(0, ...dayRuns.map((run) => run.length)),
      lastDate: await lastDate(collections, user, session),
    },
    ...days.map(({ _id, workouts: count, minutes, calories }) => ({
      kind: 'day' as const,
      at: _id,
      workouts: count,
      minutes,
      calories,
    })),
    ...[...weeks].map(([at, count]) => ({ kind: 'week' as const, at, workouts: count })),
    ...dayRuns,
    ...runsOf(
      'weekRun',
      [...weeks].filter(([, count]) => count >= PLANNED_A_WEEK).map(([week]) => week),
    ),
    ...heaviest.flatMap((best) => recordsIn({ ...best, reps: null })),
    ...most.flatMap((best) => recordsIn({ ...best, weight: null })),
  ].map((figure): FigureDocument => ({ user, ...figure }));
  await figures.deleteMany({ user }, { session });
  await figures.insertMany(made, { session });
}

/** Monday → workouts of the week, oldest first. */
function weeksOf(days: readonly DaySum[]): Map<string, number> {
  const weeks = new Map<string, number>();
  for (const { _id, workouts } of days) weeks.set(weekOf(_id), (weeks.get(weekOf(_id)) ?? 0) + workouts);
  return weeks;
}

/** @param dates oldest first */
function runsOf(kind: RunFigure['kind'], dates: readonly string[]): RunFigure[] {
  const step = kind === 'dayRun' ? 1 : 7;
  const runs: RunFigure[] = [];
  for (const at of dates) {
    const run = runs.at(-1);
    if (run?.at === addDays(at, -step)) {
      run.at = at;
      run.length = daysBetween(run.first, at) / step + 1;
    } else runs.push({ kind, at, first: at, length: 1 });
  }
  return runs;
}
