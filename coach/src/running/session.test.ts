import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doneSets, endingOf, newestOf, type Op, type Rest, type SetValues, sessionOf } from './session.ts';

const at = (second: number) => new Date(1_780_000_000_000 + second * 1000).toISOString();
const base = (n: number) => ({ opId: `op${String(n).padStart(3, '0')}`, sessionId: 's', at: at(n) });
const values: SetValues = {
  type: 'normal',
  reps: 8,
  weight: 20,
  duration: null,
  distance: null,
  rpe: null,
  done: false,
};
const start: Op = { ...base(0), op: 'start', startedAt: at(0), name: 'Legs' };
const add = (n: number, key: string, after?: string): Op => ({
  ...base(n),
  op: 'addExercise',
  key,
  exerciseId: null,
  name: key.toUpperCase(),
  ...(after ? { after } : {}),
});
const set = (n: number, key: string, setId: string, more: Partial<SetValues> = {}): Op => ({
  ...base(n),
  op: 'set',
  key,
  setId,
  ...values,
  ...more,
});
const keys = (ops: Op[]) => sessionOf(ops)?.exercises.map((exercise) => exercise.key);

describe('a running workout', () => {
  it('is none until it has begun', () => {
    expect(sessionOf([])).toBeNull();
    expect(sessionOf([add(1, 'a')])).toBeNull();
  });

  it('holds its exercises in order, and each one’s sets with their newest values', () => {
    const session = sessionOf([
      start,
      add(1, 'a'),
      add(2, 'b'),
      set(3, 'a', '1'),
      set(4, 'a', '2'),
      set(5, 'a', '1', { done: true, reps: 9 }),
    ]);
    expect(session?.exercises.map((exercise) => exercise.name)).toEqual(['A', 'B']);
    expect(session?.exercises[0]?.sets.map((one) => [one.setId, one.reps, one.done])).toEqual([
      ['1', 9, true],
      ['2', 8, false],
    ]);
    expect(session && doneSets(session)).toBe(1);
  });

  it('puts an exercise after the one that is named, and moves it', () => {
    const ops = [start, add(1, 'a'), add(2, 'b'), add(3, 'c', 'a')];
    expect(keys(ops)).toEqual(['a', 'c', 'b']);
    expect(keys([...ops, { ...base(4), op: 'moveExercise', key: 'a', after: 'b' }])).toEqual(['c', 'b', 'a']);
    expect(keys([...ops, { ...base(4), op: 'moveExercise', key: 'b', after: null }])).toEqual(['b', 'a', 'c']);
  });

  it('keeps done sets with the exercise that was swapped away, and shows it no more without any', () => {
    const swap: Op = { ...base(9), op: 'swapExercise', key: 'a', newKey: 'x', exerciseId: null, name: 'X' };
    expect(keys([start, add(1, 'a'), add(2, 'b'), swap])).toEqual(['x', 'b']);
    expect(keys([start, add(1, 'a'), add(2, 'b'), set(3, 'a', '1', { done: true }), swap])).toEqual(['a', 'x', 'b']);
  });

  it('takes a removed set back when it is set again', () => {
    const removed: Op = { ...base(4), op: 'removeSet', key: 'a', setId: '1' };
    const ops = [start, add(1, 'a'), set(2, 'a', '1'), removed];
    expect(sessionOf(ops)?.exercises[0]?.sets).toEqual([]);
    expect(sessionOf([...ops, set(5, 'a', '1')])?.exercises[0]?.sets).toHaveLength(1);
  });

  it('has warm-up sets in front, whenever they were added', () => {
    const session = sessionOf([start, add(1, 'a'), set(2, 'a', '1'), set(3, 'a', '2', { type: 'warmup' })]);
    expect(session?.exercises[0]?.sets.map((one) => one.setId)).toEqual(['2', '1']);
  });

  it('rests until the deadline that was named last', () => {
    const rest = (n: number, more: Partial<Rest>): Op => ({
      ...base(n),
      op: 'rest',
      until: null,
      seconds: 90,
      ...more,
    });
    const until = at(100);
    expect(sessionOf([start, rest(1, { until })])?.rest).toEqual({ until, seconds: 90 });
    expect(sessionOf([start, rest(1, { until }), rest(2, {})])?.rest).toBeNull();
    expect(sessionOf([start, rest(1, { until }), rest(2, { left: 40 })])?.rest).toEqual({
      until: null,
      seconds: 90,
      left: 40,
    });
  });

  it('knows of each set how long the rest after it was', () => {
    const rest = (n: number, after: string, seconds: number): Op => ({
      ...base(n),
      op: 'rest',
      until: null,
      seconds,
      after,
    });
    const session = sessionOf([
      start,
      add(1, 'a'),
      set(2, 'a', '1'),
      set(3, 'a', '2'),
      set(4, 'a', '3'),
      rest(5, '1', 90),
      rest(6, '1', 45),
      rest(7, '2', 0),
    ]);
    expect(session?.exercises[0]?.sets.map((one) => one.restSeconds)).toEqual([45, null, null]);
  });

  it('begins with the exercises that its start names', () => {
    const planned: Op = {
      ...base(0),
      op: 'start',
      startedAt: at(0),
      exercises: [
        { key: 'a', name: 'A', plannedSets: 3 },
        { key: 'b', name: 'B' },
      ],
    };
    expect(keys([planned, add(1, 'c', 'a')])).toEqual(['a', 'c', 'b']);
    expect(sessionOf([planned])).toMatchObject({ name: 'A', exercises: [{ plannedSets: 3 }, { plannedSets: null }] });
  });

  it('keeps a set that was done after its exercise was removed elsewhere', () => {
    const removed: Op = { ...base(5), op: 'removeExercise', key: 'a' };
    expect(keys([start, add(1, 'a'), set(4, 'a', '1', { done: true }), removed])).toEqual([]);
    expect(keys([start, add(1, 'a'), removed, set(6, 'a', '1', { done: true })])).toEqual(['a']);
    expect(keys([start, add(1, 'a'), removed, set(6, 'a', '1', { done: true }), set(7, 'a', '1')])).toEqual([]);
  });

  it('lets a set wait for an exercise that is not known yet', () => {
    const early = set(2, 'a', '1', { done: true });
    expect(sessionOf([start, early])?.exercises).toEqual([]);
    expect(sessionOf([start, early, add(1, 'a')])?.exercises[0]?.sets).toHaveLength(1);
  });

  it('is over once it is finished or discarded, and finished wins wherever it was', () => {
    const finish = (n: number): Op => ({ ...base(n), op: 'finish', endedAt: at(n) });
    const discard: Op = { ...base(9), op: 'discard' };
    expect(endingOf([start])).toBeNull();
    expect(endingOf([start, discard])).toEqual({ how: 'discarded' });
    expect(endingOf([discard, finish(3), finish(5), start])).toEqual({ how: 'finished', finish: finish(5) });
  });

  const anyOp = fc
    .tuple(fc.nat(40), fc.constantFrom('a', 'b', 'c', 'gone'), fc.constantFrom('1', '2', '3'), fc.nat(9))
    .map(([n, key, setId, kind]): Op => {
      const common = { ...base(n), opId: `${String(n)}-${key}-${setId}-${String(kind)}` };
      if (kind === 0) return { ...add(n, key), opId: common.opId };
      if (kind === 1) return { ...common, op: 'removeExercise', key };
      if (kind === 2) return { ...common, op: 'moveExercise', key, after: setId === '1' ? null : 'b' };
      if (kind === 3)
        return { ...common, op: 'swapExercise', key, newKey: `${key}${setId}`, exerciseId: null, name: 'New' };
      if (kind === 4) return { ...common, op: 'removeSet', key, setId };
      if (kind === 5) return { ...common, op: 'note', key, text: common.opId };
      if (kind === 6)
        return { ...common, op: 'rest', until: n % 2 === 0 ? at(n + 90) : null, seconds: n, after: setId };
      if (kind === 7) return { ...common, op: 'finish', endedAt: at(n) };
      if (kind === 8) return { ...common, op: 'discard' };
      return { ...set(n, key, setId, { done: n % 2 === 0, reps: n }), opId: common.opId };
    });

  /** Anything at all that could be told of a workout, of exercises and sets that nobody knows too. */
  const anyOps = fc.array(anyOp, { maxLength: 30 }).map((ops) => [start, ...ops]);
  const shuffled = (ops: readonly Op[]) =>
    fc.shuffledSubarray([...ops, ...ops.slice(0, 6)], { minLength: ops.length + Math.min(6, ops.length) });

  it('is the same in whatever order its operations arrive, and however often', () => {
    fc.assert(
      fc.property(
        anyOps.chain((ops) => fc.tuple(fc.constant(ops), shuffled(ops))),
        ([ops, mixed]) => {
          expect(sessionOf(mixed)).toEqual(sessionOf(ops));
          expect(endingOf(mixed)).toEqual(endingOf(ops));
        },
      ),
    );
  });

  it('is the same when only the newest operation about each thing was kept', () => {
    fc.assert(
      fc.property(anyOps, (ops) => {
        expect(sessionOf(newestOf(ops))).toEqual(sessionOf(ops));
        expect(endingOf(newestOf(ops))).toEqual(endingOf(ops));
      }),
    );
  });

  it('is not changed by operations on what nobody knows', () => {
    const stray = anyOp.filter((op) => 'key' in op && op.key === 'gone' && op.op !== 'addExercise');
    const known = [start, add(41, 'a'), set(42, 'a', '1')];
    fc.assert(
      fc.property(
        fc.array(
          stray.filter((op) => op.op !== 'swapExercise'),
          { maxLength: 20 },
        ),
        (strays) => {
          expect(sessionOf([...known, ...strays])).toEqual(sessionOf(known));
        },
      ),
    );
  });
});
