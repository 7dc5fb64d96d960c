import type { ErrorCode } from '@trainer/contract/errors';
import type { PlanProgress } from '@trainer/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import '../testing/device.ts';
import type { Pending, World } from './generation.ts';
import type { Step } from './progress.ts';

const { Refused, Unreachable } = await import('../api.ts');
const { generation } = await import('./generation.ts');

interface Body {
  words: string;
}
interface Plan {
  _id: string;
  requestId: string | null;
}

const refused = (status: number, code: ErrorCode) =>
  new Refused(new Response(null, { status }), { success: false, error: { code, message: 'No.' } });
const event = (stage: PlanProgress['stage'], more: Partial<PlanProgress> = {}): PlanProgress => ({
  kind: 'diet',
  requestId: 'r1',
  stage,
  ...more,
});

/** An answer that the test gives when it wants to. */
interface Asked {
  body: Body;
  requestId: string;
  answer: (plan: Plan) => void;
  refuse: (error: Error) => void;
}

/** Lets everything that is ready go on. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a plan that is asked for', () => {
  let asked: Asked[];
  let kept: Pending<Body> | undefined;
  let cancelled: string[];
  let timers: { ms: number; run: () => void }[];
  let steps: Step[];
  let arrived: Plan[];
  let elsewhere: { requestId: string | null } | null;
  let newest: Plan | null;
  let ids: number;
  let making: ReturnType<typeof generation<Body, Plan>>;

  const world = (): World<Body, Plan> => ({
    kind: 'diet',
    write: (body, requestId) =>
      new Promise((answer, refuse) => {
        asked.push({ body, requestId, answer, refuse });
      }),
    cancel: (requestId) => {
      cancelled.push(requestId);
      return Promise.resolve();
    },
    plan: (id) => Promise.resolve({ _id: id, requestId: 'r1' }),
    newest: (requestId) =>
      Promise.resolve(newest && (requestId === null || newest.requestId === requestId) ? newest : null),
    running: () => Promise.resolve(elsewhere),
    pending: {
      read: () => kept,
      keep: (pending) => (kept = pending),
      forget: () => (kept = undefined),
    },
    newId: () => `r${String((ids += 1))}`,
    now: () => 1000,
    later(ms, run) {
      const timer = { ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    stepped: (step) => steps.push(step),
    arrived: (plan) => arrived.push(plan),
  });
  const start = () => {
    void making.start({ words: 'idli' }, 'vegetarian');
  };
  const last = (): Asked => asked.at(-1) as Asked;
  const passTime = async () => {
    const due = timers;
    timers = [];
    for (const { run } of due) run();
    await settle();
  };

  beforeEach(() => {
    [asked, cancelled, timers, steps, arrived] = [[], [], [], [], []];
    [kept, elsewhere, newest, ids] = [undefined, null, null, 0];
    making = generation<Body, Plan>(world());
  });

  it('is under way at once, and arrives with the answer alone, without any event', async () => {
    start();
    expect(making.writing.value).toMatchObject({ requestId: 'r1', own: true, progress: { step: 'reading' } });
    last().answer({ _id: 'p', requestId: 'r1' });
    await settle();
    expect(arrived).toEqual([{ _id: 'p', requestId: 'r1' }]);
    expect([making.writing.value, making.failure.value, kept]).toEqual([null, null, undefined]);
  });

  it('is told step by step; each step is said once', () => {
    start();
    for (const stage of ['reading', 'writing', 'writing', 'checking', 'repairing', 'checking'] as const)
      making.told(event(stage));
    expect(steps).toEqual(['reading', 'limits', 'writing', 'checking']);
  });

  it('hears nothing of other plans', () => {
    start();
    making.told(event('checking', { requestId: 'other' }));
    making.told(event('checking', { kind: 'workout' }));
    expect(making.writing.value?.progress.step).toBe('reading');
  });

  it('is asked for once, however often the button is pressed', () => {
    start();
    start();
    expect(asked).toHaveLength(1);
  });

  it('is found again after a reload: the same request, with the same words', async () => {
    start();
    const reloaded = generation<Body, Plan>(world());
    void reloaded.join();
    expect(last()).toMatchObject({ requestId: 'r1', body: { words: 'idli' } });
    expect(reloaded.writing.value).toMatchObject({ requestId: 'r1', progress: { details: { reading: 'vegetarian' } } });
    last().answer({ _id: 'p', requestId: 'r1' });
    await settle();
    expect(arrived).toHaveLength(1);
  });

  it('is not looked for where none was asked for', async () => {
    expect(await making.join()).toBe(false);
    expect(asked).toEqual([]);
  });

  it('is asked for again by itself when the connection breaks while it is written', async () => {
    start();
    making.told(event('writing'));
    last().refuse(new Unreachable());
    await settle();
    expect(making.writing.value).toMatchObject({ away: true, progress: { step: 'writing' } });
    await passTime();
    expect(asked.map(({ requestId }) => requestId)).toEqual(['r1', 'r1']);
    last().answer({ _id: 'p', requestId: 'r1' });
    await settle();
    expect(arrived).toHaveLength(1);
  });

  it('gives up after a while, and keeps the words for another try', async () => {
    start();
    making.told(event('writing'));
    for (let tries = 0; tries < 6; tries += 1) {
      last().refuse(new Unreachable());
      await settle();
      await passTime();
    }
    expect(making.writing.value).toBeNull();
    expect(making.failure.value).toBeInstanceOf(Unreachable);
    expect(kept?.body).toEqual({ words: 'idli' });
  });

  it('is asked for again where the server that writes it stops', async () => {
    start();
    making.told(event('writing'));
    last().refuse(refused(503, 'unavailable'));
    await settle();
    await passTime();
    expect(asked.map(({ requestId }) => requestId)).toEqual(['r1', 'r1']);
  });

  it('is not asked for by itself any more once the words are changed', async () => {
    start();
    last().refuse(new Unreachable());
    await settle();
    making.forgive();
    void making.again();
    expect([asked.length, kept]).toEqual([1, undefined]);
  });

  it('that nobody answered at all says so at once; the next try is the same request', async () => {
    start();
    last().refuse(new Unreachable());
    await settle();
    expect(making.failure.value).toBeInstanceOf(Unreachable);
    void making.again();
    expect(asked.map(({ requestId }) => requestId)).toEqual(['r1', 'r1']);
  });

  it('comes by its event, too, where the connection to the answer broke', async () => {
    start();
    making.told(event('writing'));
    last().refuse(new Unreachable());
    await settle();
    making.told(event('done', { planId: 'p' }));
    await settle();
    expect(arrived).toEqual([{ _id: 'p', requestId: 'r1' }]);
  });

  it.each([
    { why: 'is refused where a doctor comes first', status: 422, code: 'needs_professional', isRefused: true },
    { why: 'is none where values are wrong', status: 422, code: 'invalid_values', isRefused: false },
    { why: 'is none where there were enough today', status: 429, code: 'plan_limit', isRefused: false },
  ] as const)('$why, and is not asked for again', async ({ status, code, isRefused }) => {
    start();
    last().refuse(refused(status, code));
    await settle();
    expect(making.refused.value !== null).toBe(isRefused);
    expect(making.failure.value).toMatchObject({ code });
    expect([making.writing.value, kept]).toEqual([null, undefined]);
    making.forgive();
    expect([making.refused.value, making.failure.value]).toEqual([null, null]);
  });

  it('is stopped on the server and on the screen; what comes later changes nothing', async () => {
    start();
    await making.cancel();
    expect([cancelled, making.writing.value, making.stopped.value, kept]).toEqual([['r1'], null, true, undefined]);
    last().answer({ _id: 'p', requestId: 'r1' });
    making.told(event('checking'));
    await settle();
    expect([arrived, making.writing.value]).toEqual([[], null]);
  });

  it('that is stopped on another screen is stopped here', () => {
    start();
    making.told(event('cancelled'));
    expect([making.writing.value, making.stopped.value]).toEqual([null, true]);
  });

  it('that has arrived is not begun anew by an event that is late', async () => {
    start();
    last().answer({ _id: 'p', requestId: 'r1' });
    await settle();
    making.told(event('checking'));
    expect(making.writing.value).toBeNull();
  });

  describe('on another screen', () => {
    it('is shown here from its first event, and arrives with its last', async () => {
      elsewhere = { requestId: 'r1' };
      making.told(event('reading'));
      await settle();
      expect(making.writing.value).toMatchObject({ own: false, requestId: 'r1' });
      making.told(event('done', { planId: 'p' }));
      await settle();
      expect(arrived).toEqual([{ _id: 'p', requestId: 'r1' }]);
    });

    it('is waited for where one is being written already, also without events', async () => {
      elsewhere = { requestId: 'r9' };
      start();
      last().refuse(refused(409, 'already_planning'));
      await settle();
      expect(making.writing.value).toMatchObject({ own: false, requestId: 'r9' });
      elsewhere = null;
      newest = { _id: 'p', requestId: 'r9' };
      await passTime();
      expect(arrived).toEqual([{ _id: 'p', requestId: 'r9' }]);
    });

    it('that came to nothing leaves the form as it was', async () => {
      elsewhere = { requestId: 'r9' };
      void making.watch();
      await settle();
      elsewhere = null;
      newest = { _id: 'old', requestId: 'r2' };
      await passTime();
      expect([arrived, making.writing.value]).toEqual([[], null]);
    });

    it('can be stopped from here', async () => {
      elsewhere = { requestId: 'r9' };
      void making.watch();
      await settle();
      await making.cancel();
      expect(cancelled).toEqual(['r9']);
    });
  });
});
