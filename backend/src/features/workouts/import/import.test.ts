import { builtInExercises, exerciseBySlug, toExercise } from '@trainer/coach/exercises';
import type { ImportReceipt, LoggedSet, Workout } from '@trainer/contract/types';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../../http/refusal.ts';
import { openSqlite } from '../../../storage/sqlite/open.ts';
import type { Account, Store } from '../../../storage/port.ts';
import { importService } from './import.ts';
import { expectedOf, hasRealExports, realExport } from './real-exports.ts';

const NOW = new Date('2026-07-16T10:00:00Z');
const HEADER =
  'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE';
const row = (
  cells: Partial<
    Record<
      | 'date'
      | 'workout'
      | 'duration'
      | 'exercise'
      | 'order'
      | 'weight'
      | 'reps'
      | 'distance'
      | 'seconds'
      | 'notes'
      | 'workoutNotes'
      | 'rpe',
      string
    >
  >,
) =>
  [
    cells.date ?? '2026-07-01 07:30:00',
    cells.workout ?? '"Legs"',
    cells.duration ?? '45m',
    cells.exercise ?? '"Squat (Barbell)"',
    cells.order ?? '1',
    cells.weight ?? '60.0',
    cells.reps ?? '5',
    cells.distance ?? '0',
    cells.seconds ?? '0',
    cells.notes ?? '""',
    cells.workoutNotes ?? '',
    cells.rpe ?? '',
  ].join(',');
const file = (...rows: readonly string[]) => fileOf(rows);
const fileOf = (rows: readonly string[]) => `${[HEADER, ...rows].join('\n')}\n`;

let store: Store;
let people = 0;
beforeAll(async () => {
  store = await openSqlite({ file: ':memory:' });
  await store.exercises.seed(builtInExercises.map(toExercise));
});
afterAll(() => store.close());

async function member(timeZone = 'Europe/Berlin'): Promise<Account> {
  people += 1;
  const name = `member ${String(people)}`;
  const added = await store.users.add(
    { username: name, email: `${String(people)}@example.org`, role: 'member', passwordHash: 'x', timeZone },
    NOW,
  );
  if ('taken' in added) throw new Error(`${name} is taken`);
  return added;
}

const load = (account: Account, csv: string | Uint8Array, ask: { unit?: 'kg' | 'lb'; dryRun?: boolean } = {}) =>
  importService({ store, clock: () => NOW }).import(account, typeof csv === 'string' ? Buffer.from(csv) : csv, {
    dryRun: false,
    ...ask,
  });

async function history(account: Account): Promise<Workout[]> {
  const all: Workout[] = [];
  for await (const workout of store.workouts.all(account._id)) all.push(workout);
  return all;
}

/** Imports into an empty history. */
async function imported(
  csv: string | Uint8Array,
  ask: { unit?: 'kg' | 'lb' } = {},
): Promise<{ receipt: ImportReceipt; workouts: Workout[] }> {
  const account = await member();
  const { receipt } = await load(account, csv, ask);
  return { receipt, workouts: await history(account) };
}

const setsOf = (workouts: readonly Workout[]): LoggedSet[] =>
  workouts.flatMap((workout) => workout.exercises.flatMap((exercise) => exercise.setLog));
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe.runIf(hasRealExports)('real exports of Strong', () => {
  it.each(['strong-real-1.csv', 'strong-real-2.csv', 'strong-real-3.csv'])('%s is read whole', async (name) => {
    const expected = expectedOf(name);
    const { receipt, workouts } = await imported(realExport(name), { unit: 'kg' });
    expect(receipt).toMatchObject({
      dialect: 'strong',
      rows: expected.rows,
      sets: expected.sets,
      restTimers: expected.pseudoRows['Rest Timer'] ?? 0,
      notes: expected.pseudoRows.Note ?? 0,
      refused: [],
      workouts: { added: expected.workouts, known: 0 },
      unit: 'kg',
    });
    expect(receipt.exercises).toHaveLength(expected.exercises);
    expect(sum(receipt.exercises.map((exercise) => exercise.sets))).toBe(expected.sets);
    const sets = setsOf(workouts);
    expect(workouts).toHaveLength(expected.workouts);
    expect(sets).toHaveLength(expected.sets);
    expect(sum(sets.map((set) => set.reps ?? 0))).toBe(expected.reps);
    expect(sum(sets.map((set) => (set.reps ?? 0) * (set.weight ?? 0)))).toBeCloseTo(expected.volume, 3);
    expect(workouts.at(0)?.localDate).toBe(expected.first.slice(0, 10));
    expect(workouts.at(-1)?.localDate).toBe(expected.last.slice(0, 10));
  });

  it('add nothing the second time, and are taken back whole', async () => {
    const account = await member();
    const first = await load(account, realExport('strong-real-1.csv'));
    const before = await history(account);
    const second = await load(account, realExport('strong-real-1.csv'));
    expect(second.receipt).toMatchObject({ importId: null, rows: 1903, workouts: { added: 0, known: 86 } });
    expect(second.progress).toBeNull();
    expect(await history(account)).toEqual(before);

    await store.workouts.undoImport(account._id, first.receipt.importId ?? '', '2026-07-16');
    expect(await history(account)).toEqual([]);
    expect(await store.exercises.ownedBy([account._id])).toEqual([]);
    expect((await load(account, realExport('strong-real-1.csv'))).receipt.workouts).toEqual({ added: 86, known: 0 });
  });

  it('fill the last 30 days when their dates are moved to end yesterday', async () => {
    const account = await member();
    const days = Math.round((Date.parse('2026-07-15') - Date.parse('2021-09-06')) / 86_400_000);
    const moved = Buffer.from(realExport('strong-real-1.csv'))
      .toString()
      .replace(/^(\d{4}-\d\d-\d\d)/gm, (day) =>
        new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10),
      );
    const { progress } = await load(account, moved);
    expect(progress?.totalWorkouts).toBe(
      (await history(account)).filter((workout) => workout.localDate >= '2026-06-17').length,
    );
    expect(progress?.totalWorkouts).toBeGreaterThan(5);
    expect(progress?.streak).toBe(1);
    expect(progress?.lastWorkoutAt).toBe('2026-07-15T16:21:27.000Z');
  });

  it('keep notes and rests with their sets', async () => {
    const { workouts } = await imported(realExport('strong-real-2.csv'));
    expect(setsOf(workouts).filter((set) => set.restSeconds !== null)).toHaveLength(748);
    expect(workouts[1]?.exercises.map(({ name, note }) => [name, note])).toContainEqual([
      'Lat Pulldown (Machine)',
      'Straight Arm Pulldown',
    ]);
  });

  it('in any encoding, with any line ends, give the same', async () => {
    const account = await member();
    const bytes = Buffer.from(realExport('strong-real-3.csv'));
    await load(account, bytes);
    const text = bytes.toString();
    const variants = {
      'CRLF and a byte order mark': Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`),
      'UTF-16': Buffer.from(`\uFEFF${text}`, 'utf16le'),
      'no final newline': Buffer.from(text.trimEnd()),
      'blank lines': Buffer.from(text.replaceAll('\n', '\n\n')),
    };
    for (const [what, variant] of Object.entries(variants)) {
      expect((await load(account, variant)).receipt, what).toMatchObject({
        rows: 2078,
        refused: [],
        workouts: { added: 0, known: 129 },
      });
    }
  });

  it('cut in half keep what is whole and name what is not', async () => {
    const bytes = realExport('strong-real-1.csv');
    for (let at = 60_000; at < 60_200; at += 7) {
      const { receipt } = await load(await member(), bytes.subarray(0, at), { dryRun: true });
      expect(receipt.rows).toBe(receipt.sets + receipt.refused.length);
      expect(receipt.refused.length).toBeLessThanOrEqual(1);
      for (const { line } of receipt.refused) expect(line).toBe(receipt.rows + 1);
    }
  });

  it.each(['hevy-real-1.csv', 'fitnotes-real-1.csv'])(
    '%s, of another app, is not read yet, and said so',
    async (name) => {
      await expect(imported(realExport(name))).rejects.toMatchObject({ code: 'unknown_format' });
    },
  );
});

describe('a workout of Strong', () => {
  it('is stored with its day, its start in UTC, its time, its energy and its notes', async () => {
    const { receipt, workouts } = await imported(
      file(
        row({ date: '2026-07-01 00:30:00', duration: '1h 5m', notes: '"deep, ""slow""\nand heavy"', rpe: '8.5' }),
        row({ date: '2026-07-01 00:30:00', duration: '1h 5m', order: 'F', weight: '62.5', workoutNotes: 'cold' }),
      ),
    );
    expect(workouts).toHaveLength(1);
    expect(workouts[0]).toMatchObject({
      name: 'Legs',
      date: '2026-06-30T22:30:00.000Z',
      localDate: '2026-07-01',
      totalDuration: 65,
      caloriesEstimated: true,
      intensity: 'moderate',
      mood: null,
      notes: 'cold',
      source: 'import',
      clientId: null,
    });
    expect(workouts[0]?.totalCalories).toBeGreaterThan(200);
    expect(workouts[0]?.exercises).toMatchObject([
      {
        exerciseId: exerciseBySlug('barbell-back-squat')?._id,
        name: 'Squat (Barbell)',
        sets: 2,
        weight: 62.5,
        reps: 5,
        setLog: [
          {
            type: 'normal',
            reps: 5,
            weight: 60,
            duration: null,
            distance: null,
            rpe: 8.5,
            restSeconds: null,
            note: 'deep, "slow"\nand heavy',
          },
          { type: 'failure', reps: 5, weight: 62.5, rpe: null, note: null },
        ],
      },
    ]);
    expect(receipt).toMatchObject({
      exercises: [{ name: 'Squat (Barbell)', slug: 'barbell-back-squat', sets: 2 }],
      unit: 'kg',
      unitFrom: 'settings',
      from: '2026-06-30T22:30:00.000Z',
      to: '2026-06-30T22:30:00.000Z',
    });
  });

  it('keeps its blocks as they come', async () => {
    const { workouts } = await imported(
      file(
        row({ exercise: 'Row', order: '1' }),
        row({ exercise: 'Row', order: '2' }),
        row({ exercise: 'Press', order: '1' }),
        row({ exercise: ' row', order: '3' }),
        row({ exercise: 'Row', order: '1' }),
      ),
    );
    expect(workouts[0]?.exercises.map(({ name, sets }) => [name, sets])).toEqual([
      ['Row', 2],
      ['Press', 1],
      ['row', 1],
      ['Row', 1],
    ]);
  });

  it('is told from another by date and name together', async () => {
    const { workouts } = await imported(
      file(
        row({ workout: 'A' }),
        row({ workout: 'B' }),
        row({ workout: 'A', order: '2' }),
        row({ date: '2026-07-02', workout: 'A' }),
      ),
    );
    expect(workouts.map(({ name, date, exercises }) => [name, date, exercises.length])).toEqual([
      ['A', '2026-07-01T05:30:00.000Z', 1],
      ['B', '2026-07-01T05:30:00.000Z', 1],
      ['A', '2026-07-02T10:00:00.000Z', 1],
    ]);
  });

  it('takes zero for “does not apply”, save under a load that stayed down', async () => {
    const { workouts } = await imported(
      file(
        row({ weight: '0', reps: '12' }),
        row({ order: '2', weight: '0', reps: '0', seconds: '90' }),
        row({ order: '3', weight: '0', reps: '0', distance: '1.5', seconds: '600' }),
        row({ order: '4', weight: '0', reps: '0' }),
        row({ order: '5', weight: '120', reps: '0' }),
      ),
    );
    expect(setsOf(workouts).map(({ reps, weight, duration, distance }) => [reps, weight, duration, distance])).toEqual([
      [12, null, null, null],
      [null, null, 90, null],
      [null, null, 600, 1500],
      [null, null, null, null],
      [0, 120, null, null],
    ]);
  });

  it('keeps warm-ups, drops, rests and notes where they belong', async () => {
    const { receipt, workouts } = await imported(
      file(
        row({ order: 'Note', weight: '0', reps: '0', notes: 'new shoes' }),
        row({ order: 'w', weight: '20' }),
        row({ order: '1' }),
        row({ order: 'Rest Timer', weight: '0', reps: '0', seconds: '120.0' }),
        row({ order: 'D', weight: '40' }),
      ),
    );
    expect(receipt).toMatchObject({ rows: 5, sets: 3, restTimers: 1, notes: 1, refused: [] });
    expect(workouts[0]?.exercises).toMatchObject([
      { note: 'new shoes', setLog: [{ type: 'warmup' }, { type: 'normal', restSeconds: 120 }, { type: 'drop' }] },
    ]);
  });

  it('gets an estimated time where the file has none, and energy for a clock that nobody stopped', async () => {
    const old = `Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\r\n2017-03-01 10:00:00,A,Squat (Barbell),0,100,5,0,0,\r\n`;
    const [unknown] = (await imported(old)).workouts;
    expect(unknown?.totalDuration).toBeGreaterThan(0);
    expect(unknown?.totalDuration).toBeLessThan(60);
    const [forgotten] = (await imported(file(row({ duration: '264h 1m' })))).workouts;
    expect(forgotten?.totalDuration).toBe(15_841);
    expect(forgotten?.totalCalories).toBeLessThan(300);
  });

  it('becomes part of an own exercise where nobody knows the name, with the group of its nearest relative', async () => {
    const account = await member();
    const { receipt } = await load(
      account,
      file(
        row({ exercise: 'Zercher  Hold', weight: '0', reps: '0', seconds: '30' }),
        row({ exercise: 'zercher hold', seconds: '40', reps: '0', weight: '0' }),
        row({ exercise: 'Front Squat (Barbell)' }),
      ),
    );
    expect(receipt.exercises).toEqual([
      { name: 'Zercher  Hold', slug: null, sets: 2 },
      { name: 'Front Squat (Barbell)', slug: null, sets: 1 },
    ]);
    const own = await store.exercises.ownedBy([account._id]);
    expect(own.map(({ name, muscleGroup, tracking, met }) => ({ name, muscleGroup, tracking, met }))).toEqual([
      { name: 'Front Squat (Barbell)', muscleGroup: 'legs', tracking: 'weight_reps', met: 3.5 },
      { name: 'Zercher  Hold', muscleGroup: 'other', tracking: 'duration', met: 3.5 },
    ]);
    const [workout] = await history(account);
    expect(new Set(workout?.exercises.map((exercise) => exercise.exerciseId))).toEqual(
      new Set(own.map((exercise) => exercise._id)),
    );
  });

  it('with absurd but readable numbers is kept as it is, out of the records', async () => {
    const account = await member();
    const { receipt } = await load(
      account,
      file(row({ reps: '877777' }), row({ order: '2', weight: '2956.0' }), row({ order: '3' })),
    );
    expect(receipt).toMatchObject({ sets: 3, refused: [] });
    expect(setsOf(await history(account)).map(({ reps, weight }) => [reps, weight])).toEqual([
      [877_777, 60],
      [5, 2956],
      [5, 60],
    ]);
    const { records } = await store.workouts.stats(account._id, '2026-07-16');
    expect(records.filter((record) => record.kind === 'weight')).toMatchObject([{ value: 60, reps: 5 }]);
    expect(records.some((record) => record.value > 1000)).toBe(false);
  });
});

describe('weights', () => {
  const classic = file(row({ weight: '135' }));
  it('are pounds where the query says so, and where the settings do', async () => {
    const { receipt, workouts } = await imported(classic, { unit: 'lb' });
    expect(receipt).toMatchObject({ unit: 'lb', unitFrom: 'query' });
    expect(setsOf(workouts)[0]?.weight).toBe(61.235);
    const account = await member();
    const imperial = { ...account, settings: { ...account.settings, units: 'imperial' as const } };
    expect((await load(imperial, classic)).receipt).toMatchObject({ unit: 'lb', unitFrom: 'settings' });
  });

  it('are what the header says, whatever the query says', async () => {
    const old =
      'Date,Workout Name,Exercise Name,Set Order,lbs,Reps,mi.,Seconds,Notes\n2016-05-01 10:00:00,A,Run,0,100,0,1,600,\n';
    const { receipt, workouts } = await imported(old, { unit: 'kg' });
    expect(receipt).toMatchObject({ unit: 'lb', unitFrom: 'file' });
    expect(setsOf(workouts)[0]).toMatchObject({ weight: 45.359, distance: 1609.34 });
  });

  it('are what their row says', async () => {
    const android = `Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration
2023-01-05 10:00:00;"A";"Squat (Barbell)";1;"12,5";"lbs";8;;;;;"";"";"50m"
2023-01-05 10:00:00;"A";"Running";1;;"";;;"2,5";"km";900;"";"";"50m"
2023-01-05 10:00:00;"A";"Running";2;;"";;;"2,5";"versts";900;"";"";"50m"
`;
    const { receipt, workouts } = await imported(android, { unit: 'kg' });
    expect(receipt).toMatchObject({
      unit: 'lb',
      unitFrom: 'file',
      refused: [{ line: 4, reason: 'The unit of the distance “versts” is not one that we know.' }],
    });
    expect(setsOf(workouts)).toMatchObject([
      { weight: 5.67, reps: 8 },
      { weight: null, distance: 2500, duration: 900 },
    ]);
    expect(workouts[0]?.totalDuration).toBe(50);
  });
});

describe('a row that can’t be read', () => {
  it('is refused by the line on which it begins, with the reason, and stops nothing else', async () => {
    const { receipt, workouts } = await imported(
      [
        HEADER,
        row({ notes: '"two\nlines"' }),
        row({ date: 'yesterday' }),
        row({ date: '2026-02-30 10:00:00' }),
        row({ date: '1969-12-31 10:00:00' }),
        row({ date: '2026-07-18 10:00:00' }),
        row({ exercise: '""' }),
        row({ order: 'constructor' }),
        row({ weight: 'heavy' }),
        row({ reps: '7.5' }),
        row({ rpe: '11' }),
        row({ duration: 'long' }),
        row({ exercise: 'Bench, flat', rpe: '8' }),
        '2026-07-01 07:30:00,"Legs",45m',
        '2026-07-01 07:30:00,Legs,45m,Squat (Barbell),2,60,5,0,0',
        row({ order: 'Note', exercise: 'Nothing else', notes: 'alone' }),
        row({ workout: 'Rest', order: 'Rest Timer' }),
        '"never closed,1,2',
        'and on',
      ].join('\r\n'),
    );
    expect(receipt.refused).toEqual([
      { line: 4, reason: 'The date “yesterday” is not one like 2024-03-05 07:10:00.' },
      { line: 5, reason: 'The date “2026-02-30 10:00:00” is not one like 2024-03-05 07:10:00.' },
      { line: 6, reason: 'The date “1969-12-31 10:00:00” lies before 1970.' },
      { line: 7, reason: 'The date lies more than a day ahead.' },
      { line: 8, reason: 'The row names no exercise.' },
      { line: 9, reason: 'The set order “constructor” is neither a number nor W, D, F, Rest Timer or Note.' },
      { line: 10, reason: 'The weight “heavy” is not a number.' },
      { line: 11, reason: 'The number of reps “7.5” is not a whole number.' },
      { line: 12, reason: 'The RPE “11” is not between 1 and 10.' },
      { line: 13, reason: 'The duration of the workout “long” is not a number.' },
      { line: 14, reason: 'The row has 13 columns, and the first line names 12.' },
      { line: 15, reason: 'The row ends early: it has 3 of 12 columns.' },
      { line: 17, reason: 'The note belongs to an exercise without a set.' },
      { line: 18, reason: 'The rest timer has no set above it.' },
      {
        line: 19,
        reason:
          'Nothing can be read from this row on, since it does not end: most likely a quotation mark is never closed.',
      },
    ]);
    expect(receipt).toMatchObject({ rows: 17, sets: 2, restTimers: 0, notes: 0, workouts: { added: 1, known: 0 } });
    expect(setsOf(workouts)).toHaveLength(2);
  });

  it('may be all that there is: a receipt of refusals, and nothing stored', async () => {
    const { receipt, workouts } = await imported(file('nonsense'));
    expect(receipt).toMatchObject({
      importId: null,
      rows: 1,
      sets: 0,
      workouts: { added: 0, known: 0 },
      exercises: [],
      from: null,
      to: null,
    });
    expect(receipt.refused).toHaveLength(1);
    expect(workouts).toEqual([]);
    expect((await imported(HEADER)).receipt).toMatchObject({ rows: 0, refused: [] });
  });
});

describe('a file that is no export that we know', () => {
  it.each([
    ['is empty', ''],
    ['is a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['is JSON', '{"workouts":[]}'],
    [
      'has a header in a language that we do not read',
      'Päivä,Treenin nimi,Kesto,Liikkeen nimi,Sarja,Paino,Toistot\n2026-07-01,A,1h,B,1,2,3\n',
    ],
    ['has a header that is cut off', HEADER.slice(0, 60)],
    ['has no header', row({})],
    ['ends inside a quote of its header', '"Date,Workout Name'],
  ])('is refused with the headers that we read, where it %s', async (_, csv) => {
    const refused = imported(csv);
    await expect(refused).rejects.toBeInstanceOf(Refusal);
    await expect(refused).rejects.toMatchObject({
      code: 'unknown_format',
      message: expect.stringContaining('Strong (Date, Workout Name, Exercise Name, Set Order, Weight, Reps)'),
    });
  });
});

describe('any file at all', () => {
  it('accounts for each of its rows, or is refused', async () => {
    const account = await member();
    const lines = [
      row({}),
      row({ notes: '"a, ""b""\nc"' }),
      row({ order: 'Rest Timer', seconds: '90' }),
      row({ order: 'Note', notes: 'x' }),
      row({ workout: '', weight: '1,5' }),
    ];
    const mangling = fc.record({
      at: fc.nat(),
      cut: fc.nat({ max: 40 }),
      put: fc.oneof(
        fc.constantFrom('"', ',', ';', '\n', '\r', '""', '-', '\0', '1e9', '\u202E'),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...lines), { maxLength: 12 }),
        fc.array(mangling, { maxLength: 8 }),
        async (rows, manglings) => {
          let text = file(...rows);
          for (const { at, cut, put } of manglings) {
            const place = HEADER.length + 1 + (at % (text.length - HEADER.length));
            text = text.slice(0, place) + put + text.slice(place + cut);
          }
          const { receipt } = await load(account, text, { dryRun: true });
          expect(receipt.rows).toBe(receipt.sets + receipt.restTimers + receipt.notes + receipt.refused.length);
          expect(sum(receipt.exercises.map((exercise) => exercise.sets))).toBe(receipt.sets);
          expect(JSON.stringify(receipt)).not.toContain('\uFFFD');
        },
      ),
      { numRuns: 150 },
    );
    expect(await history(account)).toEqual([]);
  });

  it('is never a defect, whatever its bytes are', async () => {
    const account = await member();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, known) => {
        const csv = known ? Buffer.concat([Buffer.from(`${HEADER}\n`), bytes]) : bytes;
        const outcome = await load(account, csv, { dryRun: true }).catch((error: unknown) => error);
        expect(outcome instanceof Refusal || 'receipt' in (outcome as object)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('is answered the same by a dry run, which stores nothing', async () => {
    const account = await member();
    const csv = file(row({}), row({ workout: 'B' }), 'nonsense');
    const dry = await load(account, csv, { dryRun: true });
    expect(dry.progress).toBeNull();
    expect(await history(account)).toEqual([]);
    const wet = await load(account, csv);
    expect(dry.receipt).toEqual({ ...wet.receipt, importId: null });
    expect((await load(account, csv, { dryRun: true })).receipt.workouts).toEqual({ added: 0, known: 2 });
  });

  it('leaves others their turn while it is read', async () => {
    let turns = 0;
    let reading = true;
    const count = () => {
      turns += 1;
      if (reading) setImmediate(count);
    };
    setImmediate(count);
    const { receipt } = await load(await member(), fileOf(Array.from({ length: 5000 }, () => row({}))), {
      dryRun: true,
    });
    reading = false;
    expect(receipt.rows).toBe(5000);
    expect(turns).toBeGreaterThan(20);
  });
});
