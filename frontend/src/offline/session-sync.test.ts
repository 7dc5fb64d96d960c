import 'fake-indexeddb/auto';
import type { Op } from '@trainer/coach/running/session';
import type { OpResult } from '@trainer/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { Unreachable } from '../api.ts';
import type { SessionAnswer } from './send-ops.ts';
import { sessionSync } from './session-sync.ts';
import { type DeviceStore, openDeviceStore } from './store.ts';

const base = (n: number) => ({
  opId: `op${String(n)}`,
  sessionId: 's',
  at: new Date(1_780_000_000_000 + n * 1000).toISOString(),
});
const start: Op = { ...base(0), op: 'start', startedAt: base(0).at, name: 'Legs' };
const set = (n: number, setId: string): Op => ({
  ...base(n),
  op: 'set',
  key: 'a',
  setId,
  type: 'normal',
  reps: n,
  done: true,
});
const verdict = (op: Op, status: OpResult['status'] = 'applied', reason?: OpResult['reason']): OpResult => ({
  opId: op.opId,
  status,
  ...(reason && { reason }),
});
let stores = 0;

describe('what is done during a workout', () => {
  let store: DeviceStore;
  let sent: string[][];
  let answer: (ops: readonly Op[]) => Promise<SessionAnswer>;
  let waiting: (() => void) | undefined;
  const sync = () =>
    sessionSync({
      store,
      userId: 'ana',
      send(ops) {
        sent.push(ops.map((op) => op.opId));
        return answer(ops);
      },
      later(_, run) {
        waiting = run;
        return () => (waiting = undefined);
      },
    });
  const taken = (ops: readonly Op[]): Promise<SessionAnswer> =>
    Promise.resolve({ session: null, results: ops.map((op) => verdict(op)) });

  beforeEach(async () => {
    store = await openDeviceStore(`sync${String((stores += 1))}`);
    sent = [];
    waiting = undefined;
    answer = taken;
    await store.append('ana', [set(1, '1'), start]);
  });

  it('goes to the server once, its start first', async () => {
    const { push, here } = sync();
    await push();
    await push();
    expect(sent).toEqual([['op0', 'op1']]);
    expect(here.value.size).toBe(0);
    expect(waiting).toBeUndefined();
  });

  it('is sent again until the server has it, also by the next page', async () => {
    answer = () => Promise.reject(new Unreachable('away'));
    const first = sync();
    await first.push();
    expect(first.away.value).toBe(true);
    expect([...first.here.value]).toContain('set:a:1');
    expect(waiting).toBeDefined();
    answer = taken;
    const second = sync();
    await second.push();
    expect(second.here.value.size).toBe(0);
    expect(sent).toEqual([
      ['op0', 'op1'],
      ['op0', 'op1'],
    ]);
  });

  it('that was changed while it was on its way goes up once more', async () => {
    answer = async (ops) => {
      if (sent.length === 1) await store.append('ana', [set(5, '1')]);
      return taken(ops);
    };
    const { push, here } = sync();
    await push();
    expect([...here.value]).toEqual(['set:a:1']);
    await push();
    expect(sent.at(-1)).toEqual(['op5']);
    expect(here.value.size).toBe(0);
  });

  it('that comes while something is on its way goes with the next', async () => {
    const { push, here } = sync();
    const first = push();
    await store.append('ana', [set(3, '2')]);
    await Promise.all([first, push()]);
    await expect.poll(() => here.value.size).toBe(0);
    expect(sent.flat().sort()).toEqual(['op0', 'op1', 'op3']);
  });

  it('goes while the device still writes it, once the server had all before it', async () => {
    const { push, here } = sync();
    await push();
    const written = store.append('ana', [set(3, '2')]);
    const pushed = push([set(3, '2')]);
    expect(sent.at(-1)).toEqual(['op3']);
    expect([...here.value]).toEqual(['set:a:2']);
    await Promise.all([written, pushed]);
    expect(here.value.size).toBe(0);
    expect(await store.unacknowledged('ana')).toEqual([]);
  });

  it('goes behind what waits, where something does', async () => {
    answer = () => Promise.reject(new Unreachable('away'));
    const { push, here } = sync();
    await push();
    await store.append('ana', [set(3, '2')]);
    answer = taken;
    await push([set(3, '2')]);
    expect(sent.at(-1)).toEqual(['op0', 'op1', 'op3']);
    expect(here.value.size).toBe(0);
  });

  it('goes also where the device can’t keep it, and again once it can', async () => {
    const { push, here } = sync();
    await push();
    await push([set(3, '2')]);
    expect(here.value.size).toBe(0);
    await store.append('ana', [set(3, '2')]);
    await push();
    expect(sent.slice(1)).toEqual([['op3'], ['op3']]);
  });

  it('stays here while another workout runs elsewhere, and says so', async () => {
    answer = (ops) =>
      Promise.resolve({
        session: null,
        results: ops.map((op) => (op.op === 'start' ? verdict(op, 'refused', 'another_runs') : verdict(op))),
      });
    const { push, here, another } = sync();
    await push();
    expect(another.value).toBe(true);
    expect([...here.value]).toEqual(['op0']);
    answer = taken;
    await push();
    expect(another.value).toBe(false);
    expect(here.value.size).toBe(0);
  });

  it('that can’t count is not sent for ever', async () => {
    answer = (ops) => Promise.resolve({ session: null, results: ops.map((op) => verdict(op, 'refused', 'invalid')) });
    const { push } = sync();
    await push();
    await push();
    expect(sent).toHaveLength(1);
  });
});

describe('what another device did', () => {
  it('is taken over where nothing runs here, or the same workout does, and left where another does', async () => {
    const store = await openDeviceStore(`sync${String((stores += 1))}`);
    expect(await store.adopt('ana', [set(1, '1')])).toBe(false);
    expect(await store.adopt('ana', [start, set(1, '1')])).toBe(true);
    expect(await store.unacknowledged('ana')).toEqual([]);
    expect(await store.adopt('ana', [set(2, '2'), { ...set(3, '3'), sessionId: 'other' }])).toBe(true);
    expect((await store.ops('ana')).map((op) => op.opId)).toEqual(['op0', 'op1', 'op2']);
    expect(await store.adopt('ana', [{ ...start, sessionId: 'other' }])).toBe(false);
  });

  it('never takes back what is newer here', async () => {
    const store = await openDeviceStore(`sync${String((stores += 1))}`);
    await store.append('ana', [start, set(9, '1')]);
    await store.adopt('ana', [set(5, '1')]);
    expect(await store.ops('ana')).toContainEqual(set(9, '1'));
    expect((await store.unacknowledged('ana')).map((op) => op.opId)).toEqual(['op0', 'op9']);
  });

  it('and ended is gone here, too', async () => {
    const store = await openDeviceStore(`sync${String((stores += 1))}`);
    await store.append('ana', [start]);
    await store.acknowledge('ana', [start]);
    await store.drop('ana', 'other');
    expect(await store.ops('ana')).toHaveLength(1);
    expect(await store.drop('ana', 's')).toBe(true);
    expect(await store.ops('ana')).toEqual([]);
  });

  it('and ended takes nothing along that the server does not have', async () => {
    const store = await openDeviceStore(`sync${String((stores += 1))}`);
    await store.adopt('ana', [start]);
    await store.append('ana', [set(2, '1')]);
    expect(await store.drop('ana', 's')).toBe(false);
    expect(await store.ops('ana')).toHaveLength(2);
    await store.acknowledge('ana', [set(2, '1')]);
    expect(await store.drop('ana', 's')).toBe(true);
  });
});
