import 'fake-indexeddb/auto';
import type { User } from '@trainer/contract/types';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { account } from '../account.ts';
import { memoryDeviceStore } from './memory-store.ts';
import { flushOutbox } from './outbox.ts';
import { type DeviceStore, openDeviceStore } from './store.ts';

const workout = {
  name: 'Legs',
  exercises: [{ name: 'Squat', setLog: [{ type: 'normal' as const, reps: 5 }] }],
  totalDuration: 10,
};
let stores = 0;

describe('what waits to be sent', () => {
  let store: DeviceStore;
  let answers: (() => Promise<Response>)[];
  let sent: string[];
  const kept = new Map<string, string>();

  beforeEach(async () => {
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
    kept.clear();
    sent = [];
    answers = [];
    vi.stubGlobal('fetch', (_: string, init: { body: string }) => {
      sent.push((JSON.parse(init.body) as { clientId: string }).clientId);
      return answers.shift()?.() ?? Promise.reject(new TypeError('no network'));
    });
    account.enter({ token: 't', user: { _id: 'ana' } as User });
    store = await openDeviceStore(`outbox${String((stores += 1))}`);
    for (const [clientId, userId] of [
      ['a', 'ana'],
      ['b', 'ana'],
      ['c', 'bela'],
    ] as const)
      await store.finish(userId, () => ({ clientId, userId, workout, refused: null }));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  const flush = () => flushOutbox(() => Promise.resolve(store));
  const answer = (status: number, body: object) => () => Promise.resolve(Response.json(body, { status }));

  it('is sent in order, only that of the person who is logged in, and is gone once it is stored', async () => {
    answers = [answer(201, { success: true, data: {} }), answer(200, { success: true, data: {} })];
    expect(await flush()).toBe(2);
    expect(sent).toEqual(['a', 'b']);
    expect(await store.unsent('ana')).toEqual([]);
    expect(await store.unsent('bela')).toHaveLength(1);
    expect(kept.get('unsentSets'), 'what is Bela’s still waits').toBe('1');
  });

  it('is counted before it is sent, so that the next page finds it though this one is closed', async () => {
    let counted: string | undefined;
    answers = [
      () => {
        counted = kept.get('unsentSets');
        return Promise.reject(new TypeError('the tab is closed'));
      },
    ];
    await flush();
    expect(counted).toBe('3');
  });

  it('stays, and is counted, where the log-in has ended', async () => {
    vi.stubGlobal('location', { pathname: '/', search: '', hash: '', replace: () => undefined });
    const ended = { success: false, error: { code: 'unauthorized', message: 'Please log in again.' } };
    answers = [answer(401, ended)];
    expect(await flush()).toBe(0);
    expect(sent).toEqual(['a']);
    expect(await store.unsent('ana')).toMatchObject([{ refused: null }, { refused: null }]);
    expect(kept.get('unsentSets')).toBe('3');
  });

  it('is never sent in another’s name, when somebody else logs in half-way', async () => {
    const stored = answer(201, { success: true, data: {} });
    answers = [
      () => {
        account.enter({ token: 'u', user: { _id: 'bela' } as User });
        return stored();
      },
      stored,
    ];
    expect(await flush()).toBe(1);
    expect(sent).toEqual(['a']);
    expect((await store.unsent('ana')).map((one) => one.clientId)).toEqual(['b']);
  });

  it('stays, and is counted, where there is no network', async () => {
    expect(await flush()).toBe(0);
    expect(sent).toEqual(['a']);
    expect(await store.unsent('ana')).toHaveLength(2);
    expect(kept.get('unsentSets')).toBe('3');
  });

  it('stays with the reason where the server refuses it, and stops nothing else', async () => {
    const refusal = {
      success: false,
      error: {
        code: 'invalid_values',
        message: 'Some values need another look.',
        fields: [{ path: 'date', message: 'Too late.' }],
      },
    };
    answers = [answer(422, refusal), answer(201, { success: true, data: {} })];
    expect(await flush()).toBe(1);
    expect(await store.unsent('ana')).toMatchObject([
      { clientId: 'a', refused: 'Some values need another look. date: Too late.' },
    ]);
    sent = [];
    await flush();
    expect(sent).toEqual([]);
  });

  it('is nothing in a browser that keeps nothing', async () => {
    expect(await flushOutbox(() => Promise.reject(new Error('private window')))).toBe(0);
    const poor = memoryDeviceStore();
    expect(poor.keeps).toBe(false);
    await poor.finish('ana', () => ({ clientId: 'a', userId: 'ana', workout, refused: null }));
    expect(await poor.unsent('ana')).toHaveLength(1);
  });
});
