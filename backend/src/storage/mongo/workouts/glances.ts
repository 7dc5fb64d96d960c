import type { Document, ObjectId } from 'mongodb';
import { type Day, firstDay, glanceOf, PROGRESS_DAYS } from '../../figures.ts';
import { GLANCE_DAYS, type HistoryAtAGlance, type Workouts } from '../../port.ts';
import type { Collections } from '../collections.ts';
import { TOTALS_AT } from '../documents.ts';
import { toId } from '../ids.ts';

interface Counted {
  _id: ObjectId;
  days: string[];
  runs: { first: string; last: string }[];
  /** Of the 30 days up to each of the days that are somebody’s today, in their order. */
  [months: `month${number}`]: Pick<Day, 'workouts' | 'calories' | 'minutes'>;
}

interface Latest {
  user: ObjectId;
  last: [{ _id: ObjectId; name: string; date: Date; localDate: string }?];
}

/** Many histories at a glance: the figures are added up on the server, and the newest workout of each is joined there. */
export function glances({ figures }: Pick<Collections, 'figures'>): Workouts['glances'] {
  return async (people) => {
    if (people.length === 0) return new Map();
    const users = people.map(({ userId }) => toId(userId));
    // The earth has three days at once at most.
    const todays = [...new Set(people.map(({ today }) => today))].sort();
    const [counted, latest] = await Promise.all([
      figures.aggregate<Counted>(counting(users, todays)).toArray(),
      figures.aggregate<Latest>(latestOf(users)).toArray(),
    ]);
    const countedOf = new Map(counted.map((one) => [one._id.toHexString(), one]));
    const lastOf = new Map(latest.map((one) => [one.user.toHexString(), one.last[0]]));
    return new Map(
      people.map(({ userId, today }) => [
        userId,
        toGlance(countedOf.get(userId), lastOf.get(userId), todays.indexOf(today), today),
      ]),
    );
  };
}

function counting(users: readonly ObjectId[], todays: readonly string[]): Document[] {
  const [earliest = '', latest = ''] = [todays[0], todays.at(-1)];
  const isDay = { $eq: ['$kind', 'day'] };
  const isRun = { $eq: ['$kind', 'dayRun'] };
  const sumIn = (today: string, field: string) => ({
    $sum: {
      $cond: [
        { $and: [isDay, { $gte: ['$at', firstDay(today, PROGRESS_DAYS)] }, { $lte: ['$at', today] }] },
        `$${field}`,
        0,
      ],
    },
  });
  const months = todays.flatMap((today, i) =>
    ['workouts', 'calories', 'minutes'].map((field) => [`${field}${String(i)}`, sumIn(today, field)] as const),
  );
  const pushed = (when: object, what: unknown) => ({ $push: { $cond: [when, what, '$$REMOVE'] } });
  return [
    {
      $match: {
        user: { $in: users },
        kind: { $in: ['day', 'dayRun'] },
        // A run is found by its last day, which may still be ahead of somebody’s today.
        at: { $gte: firstDay(earliest, GLANCE_DAYS), $lt: TOTALS_AT },
      },
    },
    { $sort: { user: 1, kind: 1, at: 1 } },
    {
      $group: {
        _id: '$user',
        days: pushed({ $and: [isDay, { $lte: ['$at', latest] }] }, '$at'),
        runs: pushed(isRun, { first: '$first', last: '$at' }),
        ...Object.fromEntries(months),
      },
    },
    {
      $project: {
        days: 1,
        runs: 1,
        ...Object.fromEntries(
          todays.map((_, i) => [
            `month${String(i)}`,
            Object.fromEntries(['workouts', 'calories', 'minutes'].map((field) => [field, `$${field}${String(i)}`])),
          ]),
        ),
      },
    },
  ];
}

const latestOf = (users: readonly ObjectId[]): Document[] => [
  { $match: { user: { $in: users }, kind: 'summary', at: TOTALS_AT } },
  {
    $lookup: {
      from: 'workouts',
      localField: 'user',
      foreignField: 'user',
      pipeline: [{ $sort: { date: -1, _id: -1 } }, { $limit: 1 }, { $project: { name: 1, date: 1, localDate: 1 } }],
      as: 'last',
    },
  },
  { $project: { user: 1, last: 1 } },
];

function toGlance(
  counted: Counted | undefined,
  last: Latest['last'][0],
  month: number,
  today: string,
): HistoryAtAGlance {
  const earliest = firstDay(today, GLANCE_DAYS);
  return glanceOf(
    counted?.[`month${month}`] ?? { workouts: 0, calories: 0, minutes: 0 },
    counted?.runs.findLast((run) => run.first <= today),
    last
      ? { _id: last._id.toHexString(), name: last.name, date: last.date.toISOString(), localDate: last.localDate }
      : null,
    (counted?.days ?? []).filter((day) => day >= earliest && day <= today),
    today,
  );
}
