import { figuresOf } from '@trainer/coach/sets';
import { builtInExercises, toExercise } from '@trainer/coach/exercises';
import type { LoggedExercise, LoggedSet } from '@trainer/contract/types';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../storage/sqlite/open.ts';
import type { Account, Exercise, NewWorkout, Store } from '../../../storage/port.ts';
import { importService } from '../import/import.ts';
import { exportCsv } from './export.ts';

const NOW = new Date('2026-07-16T10:00:00Z');
const TODAY = '2026-07-16';
const builtIn = builtInExercises.map(toExercise);
const slugs = new Map(builtIn.map((exercise) => [exercise._id, exercise.slug]));

/** Text as people and programs write it: with all that CSV and spreadsheets stumble over. */
const text = (most: number) =>
  fc
    .oneof(
      fc.constantFrom(
        'Push, heavy',
        'say "hi"',
        'two\nlines',
        'two\r\nlines',
        '=SUM(A1)',
        "'=x",
        "'s",
        '-5',
        '+1',
        '@me',
        ';',
        'Übung',
        '重量 💪',
        'U\u0308',
        '0',
        'null',
        'own',
        '"',
        '""\n,',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }),
    )
    .map((written) => written.trim().slice(0, most))
    .filter((written) => written !== '' && !/\p{Cs}/u.test(written));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value);
const amount = (max: number) =>
  fc.oneof(fc.integer({ min: 0, max }), fc.double({ min: 0, max, noNaN: true })).map((value) => value + 0);

const set: fc.Arbitrary<LoggedSet> = fc.record({
  type: fc.constantFrom('normal', 'warmup', 'drop', 'failure'),
  reps: maybe(fc.integer({ min: 0, max: 10_000 })),
  weight: maybe(amount(1000)),
  duration: maybe(amount(86_400)),
  distance: maybe(amount(1_000_000)),
  rpe: maybe(fc.integer({ min: 2, max: 20 }).map((halves) => halves / 2)),
  restSeconds: maybe(amount(86_400)),
  note: maybe(text(2000)),
});

/** One of the exercises that the member has already, until it is known by which id. */
const OWN_COUNT = 3;
const exercise: fc.Arbitrary<LoggedExercise & { own: number | null }> = fc
  .record({
    who: fc.oneof(
      fc.record({
        exerciseId: fc.constantFrom(...builtIn.map(({ _id }) => _id)),
        name: text(120),
        own: fc.constant(null),
      }),
      fc.record({ exerciseId: fc.constant(null), name: fc.constant(''), own: fc.nat({ max: OWN_COUNT - 1 }) }),
      fc.record({
        exerciseId: fc.constant(null),
        name: text(100).map((name) => `bare ${name}`),
        own: fc.constant(null),
      }),
    ),
    sets: fc.integer({ min: 1, max: 100 }),
    reps: maybe(fc.integer({ min: 0, max: 10_000 })),
    weight: maybe(amount(1000)),
    duration: maybe(amount(1440)),
    note: maybe(text(2000)),
    superset: maybe(fc.integer({ min: 0, max: 1000 })),
    setLog: fc.array(set, { maxLength: 4 }),
  })
  .map(({ who, ...rest }) => ({ ...who, ...rest }));

const given = fc.record({
  clientId: maybe(fc.uuid()),
  name: text(120),
  at: fc.date({ min: new Date('2015-01-01T14:00:00Z'), max: new Date('2026-07-15T10:00:00Z'), noInvalidDate: true }),
  shift: fc.integer({ min: -13, max: 9 }),
  exercises: fc.array(exercise, { minLength: 1, maxLength: 5 }),
  totalDuration: amount(1440),
  totalCalories: amount(20_000),
  caloriesEstimated: fc.boolean(),
  intensity: fc.constantFrom<NewWorkout['intensity'][]>('low', 'moderate', 'high'),
  mood: maybe(text(40)),
  notes: maybe(text(2000)),
});

/** @param own exercises that the member already has */
function workoutOf({ at, shift, exercises, ...rest }: Given, own: readonly Exercise[]): NewWorkout {
  const logged = exercises.map(({ own: index, ...one }) => {
    const mine = index === null ? undefined : own[index];
    return mine ? { ...one, exerciseId: mine._id, name: mine.name } : one;
  });
  return {
    ...rest,
    exercises: logged,
    date: at.toISOString(),
    localDate: new Date(at.getTime() + shift * 3_600_000).toISOString().slice(0, 10),
    source: 'app',
    figures: figuresOf(logged, (id) => slugs.get(id) ?? null),
  };
}
type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;

let store: Store;
let people = 0;
beforeAll(async () => {
  store = await openSqlite({ file: ':memory:' });
  await store.exercises.seed(builtIn);
});
afterAll(() => store.close());

async function member(): Promise<Account> {
  people += 1;
  const added = await store.users.add(
    {
      username: `exporter ${String(people)}`,
      email: `${String(people)}@export.example.org`,
      role: 'member',
      passwordHash: 'x',
      timeZone: 'Asia/Kolkata',
    },
    NOW,
  );
  if ('taken' in added) throw new Error('taken');
  return added;
}

async function csvOf(account: Account): Promise<string> {
  let csv = '';
  for await (const piece of exportCsv(store, account)) csv += piece;
  return csv;
}

const load = (account: Account, csv: string) =>
  importService({ store, clock: () => NOW }).import(account, Buffer.from(csv), { dryRun: false });

/** What has to be the same for somebody else: all but ids, and an own exercise by its name. */
async function historyOf(account: Account) {
  const own = new Map(
    (await store.exercises.ownedBy([account._id])).map(({ _id, name, muscleGroup, tracking }) => [
      _id,
      { own: name, muscleGroup, tracking },
    ]),
  );
  const all: unknown[] = [];
  for await (const { _id, user, clientId, source, createdAt, updatedAt, exercises, ...rest } of store.workouts.all(
    account._id,
  )) {
    all.push({
      ...rest,
      exercises: exercises.map((one) => ({ ...one, exerciseId: own.get(one.exerciseId ?? '') ?? one.exerciseId })),
    });
  }
  return all;
}

const OWN_EXERCISES = `Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2024-01-05 10:00:00,A,1h,Zercher Carry,1,60,5,0,0,,,
2024-01-05 10:00:00,A,1h,"Sled ""Push"", long",1,0,0,0.02,30,,,
2024-01-05 10:00:00,A,1h,=Sum of Squats,1,0,20,0,0,,,
`;

describe('an exported history', () => {
  it('imports back the same into another account, and adds nothing to the one that it came from', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(given, { maxLength: 5 }), async (workouts) => {
        const from = await member();
        await load(from, OWN_EXERCISES);
        const own = await store.exercises.ownedBy([from._id]);
        for (const one of workouts) await store.workouts.add(from._id, workoutOf(one, own), NOW, TODAY);
        const stored = await historyOf(from);
        const csv = await csvOf(from);

        const again = await load(from, csv);
        expect(again.receipt).toMatchObject({
          dialect: 'own',
          refused: [],
          workouts: { added: 0, known: stored.length },
          unit: 'kg',
          unitFrom: 'file',
        });
        expect(await historyOf(from)).toEqual(stored);

        const to = await member();
        const first = await load(to, csv);
        expect(first.receipt).toMatchObject({ refused: [], workouts: { added: stored.length, known: 0 } });
        expect(first.receipt.rows).toBe(first.receipt.sets);
        expect(await historyOf(to)).toEqual(stored);
        expect((await load(to, csv)).receipt.workouts).toEqual({ added: 0, known: stored.length });
        expect((await store.workouts.stats(to._id, TODAY)).totals).toEqual(
          (await store.workouts.stats(from._id, TODAY)).totals,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('brings back what was deleted since, and nothing else', async () => {
    const account = await member();
    await load(account, OWN_EXERCISES);
    const csv = await csvOf(account);
    const before = await historyOf(account);
    const [imported] = (await store.workouts.page(account._id, { limit: 1 })).items;
    await load(await member(), csv);
    expect((await load(account, csv)).receipt.workouts).toEqual({ added: 0, known: 1 });
    expect(imported?.name).toBe('A');
    expect(await historyOf(account)).toEqual(before);
  });

  it('is a header alone where there is nothing yet', async () => {
    const csv = await csvOf(await member());
    expect(csv.split('\r\n')).toHaveLength(2);
    expect((await load(await member(), csv)).receipt).toMatchObject({ dialect: 'own', rows: 0, refused: [] });
  });

  it('has no cell that a spreadsheet would run', async () => {
    const account = await member();
    await load(account, OWN_EXERCISES);
    expect(await csvOf(account)).toContain(",'=Sum of Squats,");
  });

  it('comes a workout at a time', async () => {
    const account = await member();
    await load(account, OWN_EXERCISES);
    const pieces: string[] = [];
    for await (const piece of exportCsv(store, account)) pieces.push(piece);
    expect(pieces).toHaveLength(2);
    expect(pieces[0]).toMatch(/^Workout ID,Start \(UTC\),Day,Workout,.*,Set notes\r\n$/);
  });
});
