import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Op, sessionOf } from '@trainer/coach/running/session';
import { type DeviceStore, openDeviceStore, WorkoutOver } from './store.ts';

const base = (n: number) => ({
  opId: `op${String(n)}`,
  sessionId: 's',
  at: new Date(1_780_000_000_000 + n * 1000).toISOString(),
});
const start: Op = { ...base(0), op: 'start', startedAt: base(0).at, name: 'Legs' };
const add: Op = { ...base(1), op: 'addExercise', key: 'a', exerciseId: null, name: 'Squat' };
const set = (n: number, setId: string, reps: number): Op => ({
  ...base(n),
  op: 'set',
  key: 'a',
  setId,
  type: 'normal',
  reps,
  weight: null,
  duration: null,
  distance: null,
  rpe: null,
  done: true,
});
let stores = 0;

describe('what the device keeps of a running workout', () => {
  let store: DeviceStore;
  const reps = async () => sessionOf(await store.ops('ana'))?.exercises[0]?.sets.map((one) => one.reps);
  const handOver = () =>
    store.finish('ana', (ops) => {
      const session = sessionOf(ops);
      if (!session) return null;
      const exercises = session.exercises.map(({ name, sets }) => ({ name, sets: sets.length, reps: 1 }));
      return { clientId: 's', userId: 'ana', workout: { exercises, totalDuration: 1 }, refused: null };
    });

  beforeEach(async () => {
    store = await openDeviceStore(`store${String((stores += 1))}`);
    await store.append('ana', [start, add, set(2, '1', 8)]);
  });

  it('is the newest of each set, in whatever order two tabs write', async () => {
    await store.append('ana', [set(9, '1', 10)]);
    await store.append('ana', [set(5, '1', 9), set(6, '2', 7)]);
    expect(await reps()).toEqual([10, 7]);
  });

  it('is nobody else’s', async () => {
    expect(await store.ops('bela')).toEqual([]);
  });

  it('is handed over whole, with what another tab wrote a moment ago', async () => {
    const written = store.append('ana', [set(3, '2', 7)]);
    const finished = await handOver();
    await written;
    expect(finished?.workout?.exercises[0]?.sets).toBe(2);
    expect(await store.ops('ana')).toEqual([]);
    expect(await store.unsent('ana')).toHaveLength(1);
  });

  it('takes nothing more once it is over, and says so', async () => {
    await handOver();
    await expect(store.append('ana', [set(4, '3', 6)])).rejects.toThrow(WorkoutOver);
    expect(await store.ops('ana')).toEqual([]);
  });

  it('takes nothing of a workout that is over into the one that runs now', async () => {
    await handOver();
    const next = { sessionId: 'next' };
    await store.append('ana', [
      { ...start, ...next },
      { ...add, ...next },
    ]);
    const own = { ...set(5, '4', 12), ...next };
    await expect(store.append('ana', [set(4, '3', 6), own])).rejects.toThrow(WorkoutOver);
    expect(await reps(), 'but what is of the one that runs').toEqual([12]);
  });

  it('stays where there is nothing to hand over', async () => {
    expect(await store.finish('ana', () => null)).toBeNull();
    expect(await reps()).toEqual([8]);
  });

  it('is let go for a newer program in another tab', async () => {
    const newer = indexedDB.open(`store${String(stores)}`, 2);
    await new Promise((resolve) => (newer.onsuccess = resolve));
    newer.result.close();
    await expect(store.ops('ana')).rejects.toThrow();
  });
});
