import type { GivenOp } from '@trainer/contract/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_OPS } from '../ports/running.ts';
import { NO_IDS, NOW, type Open, opened, person } from './builders.ts';

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = (second: number): string => new Date(NOW.getTime() + second * 1000).toISOString();
const SESSION = uuid(1);
const base = (n: number, sessionId = SESSION) => ({ opId: uuid(1000 + n), sessionId, at: at(n) });
const start = (n = 0, sessionId = SESSION): GivenOp => ({
  ...base(n, sessionId),
  op: 'start',
  startedAt: at(n),
  name: 'Legs',
});
const add = (n: number, key: number): GivenOp => ({
  ...base(n),
  op: 'addExercise',
  key: uuid(key),
  name: `Exercise ${String(key)}`,
});
const set = (n: number, key: number, setId: number, done = true): GivenOp => ({
  ...base(n),
  op: 'set',
  key: uuid(key),
  setId: uuid(setId),
  type: 'normal',
  reps: n,
  weight: 20,
  done,
});
const finish = (n: number, sessionId = SESSION): GivenOp => ({
  ...base(n, sessionId),
  op: 'finish',
  endedAt: at(n),
  intensity: 'moderate',
});
const discard = (n: number): GivenOp => ({ ...base(n), op: 'discard' });

const MADE = { _id: 'a'.repeat(24), updatedAt: at(9) };

export function runningSuite(open: Open): void {
  describe('the running workout', () => {
    const store = opened(open);
    const someone = async () => (await person(store()))._id;
    const append = (user: string, ...ops: GivenOp[]) => store().running.append(user, ops, NOW);

    it('is what its operations make, each with its own verdict', async () => {
      const user = await someone();
      expect(await store().running.of(user)).toBeUndefined();
      const first = await append(user, start(), add(1, 10), set(2, 10, 20));
      expect(first.results.map((one) => one.status)).toEqual(['applied', 'applied', 'applied']);
      const second = await append(user, set(5, 10, 20), set(4, 10, 20), set(5, 10, 20), start());
      expect(second.results.map((one) => one.status)).toEqual(['applied', 'superseded', 'duplicate', 'duplicate']);
      expect(second.running).toMatchObject({
        userId: user,
        sessionId: SESSION,
        version: 2,
        name: 'Legs',
        exercises: [{ name: 'Exercise 10', sets: [{ reps: 5, done: true }] }],
      });
      const now = await store().running.of(user);
      expect(now?.session).toEqual(second.running);
      expect(now?.ops).toHaveLength(3);
      expect(second.touched).toEqual([{ ending: null, session: second.running, applied: [set(5, 10, 20)] }]);
    });

    it('does not move where nothing new is said', async () => {
      const user = await someone();
      const { running } = await append(user, start());
      expect(await append(user, start())).toMatchObject({ running: { version: running?.version }, touched: [] });
    });

    it('lets what comes before its start wait for it', async () => {
      const user = await someone();
      expect((await append(user, set(3, 10, 20))).running).toBeUndefined();
      expect(await store().running.of(user)).toBeUndefined();
      await append(user, add(2, 10));
      expect((await append(user, start())).running?.exercises[0]?.sets).toHaveLength(1);
    });

    it('is one: another may not begin, but may come whole once it is over', async () => {
      const user = await someone();
      await append(user, start());
      const other = uuid(2);
      const refused = await append(user, start(9, other));
      expect(refused.results).toEqual([{ opId: start(9, other).opId, status: 'refused', reason: 'another_runs' }]);
      expect(refused.running?.sessionId).toBe(SESSION);
      const whole = await append(user, start(9, other), finish(12, other));
      expect(whole.results.map((one) => one.status)).toEqual(['applied', 'applied']);
      expect(whole.running?.sessionId).toBe(SESSION);
      await append(user, discard(20));
      expect((await append(user, start(30, uuid(3)))).running?.sessionId).toBe(uuid(3));
    });

    it('is one, also where two begin at once', async () => {
      const user = await someone();
      const all = await Promise.all([1, 2, 3, 4, 5].map((n) => append(user, start(n, uuid(n)))));
      expect(all.filter((one) => one.results[0]?.status === 'applied')).toHaveLength(1);
      expect(new Set(all.flatMap((one) => one.running?.sessionId ?? [])).size).toBe(1);
    });

    it('takes every set of many that are ticked at once', async () => {
      const user = await someone();
      await append(user, start(), add(1, 10));
      await Promise.all(Array.from({ length: 20 }, (_, i) => append(user, set(10 + i, 10, 100 + i))));
      expect((await store().running.of(user))?.session.exercises[0]?.sets).toHaveLength(20);
    });

    it('is nobody’s but the member’s', async () => {
      const [ana, bo] = [await someone(), await someone()];
      await append(ana, start());
      expect(await store().running.of(bo)).toBeUndefined();
      await append(bo, start(), finish(3));
      expect((await store().running.of(ana))?.session.userId).toBe(ana);
      expect([...(await store().running.glances([ana, bo, ...NO_IDS])).keys()]).toEqual([ana]);
    });

    it('is seen at a glance as it stands', async () => {
      const user = await someone();
      const glance = async () => (await store().running.glances([user])).get(user);
      await append(user, start(), add(1, 10), set(2, 10, 20, false));
      const running = {
        sessionId: SESSION,
        startedAt: at(0),
        name: 'Legs',
        exercise: 'Exercise 10',
        setsDone: 0,
        setsPlanned: 1,
        restUntil: null,
      };
      expect(await glance()).toEqual(running);
      await append(user, set(3, 10, 20), { ...base(4), op: 'rest', until: at(94), seconds: 90 });
      expect(await glance()).toEqual({ ...running, setsDone: 1, restUntil: at(94) });
      await append(user, finish(9));
      expect(await glance()).toBeUndefined();
    });

    it('once finished is told until its workout is stored as it stands', async () => {
      const user = await someone();
      const mine = async () => (await store().running.unmade(1000)).filter((one) => one.userId === user);
      await append(user, start(), add(1, 10), set(2, 10, 20));
      expect(await mine()).toEqual([]);
      const ended = await append(user, finish(9));
      expect(ended.running).toBeUndefined();
      expect(ended.touched).toMatchObject([
        { userId: user, ending: { how: 'finished' }, session: { version: 2 }, workout: null, isMade: false },
      ]);
      expect(await mine()).toHaveLength(1);
      await store().running.made(user, SESSION, 2, MADE);
      expect(await mine()).toEqual([]);
      const again = await append(user, finish(9));
      expect(again.touched).toMatchObject([{ workout: MADE, isMade: true, applied: [] }]);
      const late = await append(user, set(4, 10, 21));
      expect(late.results[0]?.status).toBe('applied');
      expect(late.touched).toMatchObject([{ workout: MADE, isMade: false, session: { version: 3 } }]);
      expect(await mine()).toHaveLength(1);
    });

    it('once discarded stays so, unless another device finished it', async () => {
      const user = await someone();
      await append(user, start(), add(1, 10), set(2, 10, 20));
      expect((await append(user, discard(5))).touched).toMatchObject([{ ending: { how: 'discarded' } }]);
      expect((await append(user, finish(4))).touched).toMatchObject([{ ending: { how: 'finished' } }]);
    });

    it('takes so many operations and no more', async () => {
      const user = await someone();
      const many = Array.from({ length: MOST_OPS }, (_, i) => set(i, 10, 10_000 + i));
      await append(user, ...many);
      expect((await append(user, start())).results[0]).toMatchObject({ status: 'refused', reason: 'too_many' });
      expect((await append(user, set(MOST_OPS + 1, 10, 10_000))).results[0]?.status).toBe('applied');
    });

    it('is forgotten some time after it ended, and never while it runs', async () => {
      const [ended, runs] = [await someone(), await someone()];
      await append(ended, start(), finish(3));
      await store().running.made(ended, SESSION, 1, MADE);
      await append(runs, start());
      await store().running.removeBefore(new Date(NOW.getTime() + 1));
      expect((await append(ended, finish(3))).touched).toEqual([]);
      expect(await store().running.of(runs)).toBeDefined();
    });

    it('ends at the same workout in whatever order two devices’ operations arrive, however often, and however cut', async () => {
      const pieces = fc.record({
        n: fc.nat(60),
        kind: fc.nat(6),
        key: fc.integer({ min: 10, max: 12 }),
        setId: fc.integer({ min: 20, max: 23 }),
      });
      const operation = ({ n, kind, key, setId }: { n: number; kind: number; key: number; setId: number }): GivenOp => {
        const opId = uuid(((n * 10 + kind) * 100 + key) * 100 + setId);
        if (kind === 0) return { ...add(n, key), opId };
        if (kind === 1) return { ...base(n), opId, op: 'removeExercise', key: uuid(key) };
        if (kind === 2) return { ...base(n), opId, op: 'removeSet', key: uuid(key), setId: uuid(setId) };
        if (kind === 3)
          return { ...base(n), opId, op: 'swapExercise', key: uuid(key), newKey: uuid(key + 1), name: 'New' };
        if (kind === 4) return { ...base(n), opId, op: 'rest', until: at(n + 90), seconds: 90, after: uuid(setId) };
        return { ...set(n, key, setId, kind === 5), opId };
      };
      const whole = fc
        .tuple(fc.array(pieces, { minLength: 1, maxLength: 25 }), fc.boolean())
        .map(([some, ends]) => [start(), ...some.map(operation), ...(ends ? [finish(70)] : [])]);
      const sent = whole.chain((ops) =>
        fc.tuple(
          fc.constant(ops),
          // Everything at least once, some of it again, in any order, in batches of any size.
          fc.shuffledSubarray([...ops, ...ops], { minLength: ops.length * 2 }),
          fc.integer({ min: 1, max: 9 }),
        ),
      );
      await fc.assert(
        fc.asyncProperty(sent, async ([ops, shuffled, size]) => {
          const [orderly, chaotic] = [await someone(), await someone()];
          await append(orderly, ...ops);
          for (let i = 0; i < shuffled.length; i += size) await append(chaotic, ...shuffled.slice(i, i + size));
          const ended = await append(chaotic, ...ops);
          expect(ended.results.some((one) => one.status === 'applied')).toBe(false);
          const [a, b] = [await append(orderly, ...ops), ended];
          const plain = ({ running, touched }: typeof a) => [
            running && { ...running, userId: '', version: 0 },
            touched.map((one) => ({ ...one, userId: '', session: { ...one.session, userId: '', version: 0 } })),
          ];
          expect(plain(b)).toEqual(plain(a));
        }),
        { numRuns: 25 },
      );
    });
  });
}
