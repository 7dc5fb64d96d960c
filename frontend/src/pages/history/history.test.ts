import type { ImportReceipt, Stats, Workout } from '@trainer/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import historyTexts from '../../i18n/en/history.json';
import { loadTexts } from '../../i18n/t.ts';
import { editState, wallTime } from './edit-state.ts';
import { importState } from './import-state.ts';
import { rowsInWords } from './import-view.ts';
import { byMonth, listState, UNDO_MS } from './list-state.ts';

loadTexts({ history: historyTexts });

const set = {
  type: 'normal' as const,
  reps: 10,
  weight: 16.78,
  duration: null,
  distance: null,
  rpe: 7,
  restSeconds: 90,
  note: 'deep',
};
const workout = (id: string, localDate = '2026-07-16'): Workout => ({
  _id: id,
  clientId: null,
  user: 'u',
  name: `Workout ${id}`,
  date: `${localDate}T08:30:15.000Z`,
  localDate,
  exercises: [
    {
      exerciseId: 'e',
      name: 'Goblet Squat',
      sets: 1,
      reps: 10,
      weight: 16.78,
      duration: null,
      note: null,
      superset: null,
      setLog: [set],
    },
  ],
  totalDuration: 46,
  totalCalories: 216,
  caloriesEstimated: true,
  intensity: 'moderate',
  mood: null,
  notes: null,
  source: 'app',
  createdAt: '',
  updatedAt: '',
});

describe('the history', () => {
  let pages: Workout[][];
  let removed: string[];
  let fails: boolean;
  let notRemoved: string[];
  let timers: { ms: number; run: () => void }[];
  let list: ReturnType<typeof listState>;

  beforeEach(() => {
    pages = [[workout('a'), workout('b', '2026-07-15')], [workout('c', '2026-06-01')]];
    [removed, fails, notRemoved, timers] = [[], false, [], []];
    list = listState(
      {
        fetchPage: ({ cursor }) =>
          Promise.resolve({
            data: pages[Number(cursor ?? 0)] ?? [],
            page: { nextCursor: cursor === null ? '1' : null },
          }),
        fetchStats: () => Promise.resolve({ records: [], totals: { workouts: 3 } } as unknown as Stats),
        remove(id) {
          if (fails) return Promise.reject(new Error('away'));
          removed.push(id);
          return Promise.resolve();
        },
        kept: () => undefined,
        keep: () => undefined,
        later(ms, run) {
          const timer = { ms, run };
          timers.push(timer);
          return () => (timers = timers.filter((one) => one !== timer));
        },
        notRemoved: (one) => notRemoved.push(one._id),
      },
      { from: '', to: '' },
    );
  });
  const ids = () => list.workouts.value?.map((one) => one._id);
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  it('goes on where the last page ended', async () => {
    await list.load();
    expect(ids()).toEqual(['a', 'b']);
    await list.more();
    expect(ids()).toEqual(['a', 'b', 'c']);
    expect(list.cursor.value).toBeNull();
  });

  it('takes a workout off the screen at once, and off the server after ten seconds', async () => {
    await list.load();
    list.remove(workout('a'));
    expect(ids()).toEqual(['b']);
    expect(removed).toEqual([]);
    expect(timers[0]?.ms).toBe(UNDO_MS);
    timers[0]?.run();
    await settled();
    expect(removed).toEqual(['a']);
    expect(ids()).toEqual(['b']);
  });

  it('gives a workout back that was wanted back', async () => {
    await list.load();
    list.remove(workout('a'));
    list.undoRemove(workout('a'));
    expect(ids()).toEqual(['a', 'b']);
    expect(timers).toEqual([]);
  });

  it('deletes what was deleted when the page closes', async () => {
    await list.load();
    list.remove(workout('a'));
    list.leave();
    await settled();
    expect(removed).toEqual(['a']);
  });

  it('shows a workout again that could not be deleted, and says so', async () => {
    await list.load();
    fails = true;
    list.remove(workout('a'));
    timers[0]?.run();
    await settled();
    expect(ids()).toEqual(['a', 'b']);
    expect(notRemoved).toEqual(['a']);
  });

  it('is told by months', () => {
    expect(
      byMonth([workout('a', '2026-07-16'), workout('b', '2026-07-01'), workout('c', '2026-06-30')]).map((month) => [
        month.month,
        month.workouts.length,
      ]),
    ).toEqual([
      ['2026-07', 2],
      ['2026-06', 1],
    ]);
  });
});

describe('changing a workout', () => {
  const zone = 'Asia/Kolkata';
  const put: unknown[] = [];
  const edit = (given = workout('a')) => {
    put.length = 0;
    return editState(given, zone, (change) => {
      put.push(change);
      return Promise.resolve(given);
    });
  };

  it('shows the time on the member’s own wall', () => {
    expect(edit().draft.value.date).toBe('2026-07-16T14:00');
    expect(wallTime('2026-07-16T20:00:00Z', zone)).toBe('2026-07-17T01:30');
  });

  it('sends back what nobody touched exactly as it came', async () => {
    const state = edit();
    state.change({ name: 'Legs' });
    await state.save();
    expect(put).toEqual([
      {
        name: 'Legs',
        totalDuration: 46,
        totalCalories: null,
        intensity: 'moderate',
        mood: null,
        notes: null,
        exercises: [{ exerciseId: 'e', name: 'Goblet Squat', note: null, superset: null, setLog: [set] }],
      },
    ]);
  });

  it('reads a new day and time by the member’s own clock', async () => {
    const state = edit();
    state.change({ date: '2026-07-15T23:45' });
    await state.save();
    expect(put[0]).toMatchObject({ date: '2026-07-15T18:15:00.000Z' });
  });

  it('takes decimal commas, and names every value that is no number', async () => {
    const state = edit();
    state.changeSet(0, 0, { weight: '20,5' });
    await state.save();
    expect(put[0]).toMatchObject({ exercises: [{ setLog: [{ weight: 20.5 }] }] });
    put.length = 0;
    state.change({ minutes: 'long', calories: 'many' });
    state.changeSet(0, 0, { reps: '-1' });
    expect(await state.save()).toBeUndefined();
    expect([...state.errors.value.keys()]).toEqual(['totalDuration', 'totalCalories', 'exercises.0.setLog.0.reps']);
    expect(put).toEqual([]);
  });

  it('asks for at least one set', async () => {
    const state = edit();
    state.removeSet(0, 0);
    expect(await state.save()).toBeUndefined();
    expect(state.errors.value.get('exercises')).toBe('A workout needs at least one set.');
  });

  it('shows an exercise that was logged in one number as its sets', () => {
    const [exercise] = workout('a').exercises;
    if (!exercise) throw new Error('no exercise');
    const state = edit({ ...workout('a'), exercises: [{ ...exercise, sets: 3, setLog: [] }] });
    expect(state.draft.value.exercises[0]?.sets).toHaveLength(3);
  });
});

describe('an import', () => {
  const receipt = {
    importId: null,
    rows: 10,
    sets: 8,
    restTimers: 1,
    notes: 0,
    refused: [{ line: 3, reason: 'x' }],
    workouts: { added: 2, known: 0 },
  } as unknown as ImportReceipt;
  const file = new File(['Date'], 'strong.csv');
  let asked: unknown[];
  let state: ReturnType<typeof importState>;
  beforeEach(() => {
    asked = [];
    state = importState({
      upload(_, query) {
        asked.push(query);
        return Promise.resolve(query.dryRun === 'true' ? receipt : { ...receipt, importId: 'i' });
      },
      undo: (id) => Promise.resolve(void asked.push(id)),
      changed: () => asked.push('changed'),
    });
  });

  it('reads first, and stores only what is wanted then', async () => {
    await state.choose(file);
    expect(state.step.value).toMatchObject({ is: 'read', name: 'strong.csv' });
    await state.chooseUnit('lb');
    expect(await state.store()).toBe(true);
    expect(asked).toEqual([
      { dryRun: 'true' },
      { dryRun: 'true', unit: 'lb' },
      { dryRun: 'false', unit: 'lb' },
      'changed',
    ]);
    await state.undo();
    expect(asked.slice(4)).toEqual(['i', 'changed']);
    expect(state.done.value).toBeNull();
  });

  it('accounts for every row in words', () => {
    expect(rowsInWords(receipt)).toBe('10 rows: 8 sets, 1 rest timer, 1 not read.');
  });
});
