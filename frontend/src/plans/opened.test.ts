import { beforeEach, describe, expect, it } from 'vitest';
import '../testing/device.ts';
import type { Kept } from './opened.ts';

const { Refused, Unreachable } = await import('../api.ts');
const { openedPlan } = await import('./opened.ts');

interface Plan {
  _id: string;
  sharedAt: string | null;
}

describe('a plan that is opened', () => {
  let server: Map<string, Plan>;
  let breaks: Error | undefined;
  let kept: Kept<Plan> | undefined;
  let opened: ReturnType<typeof openedPlan<Plan>>;
  const answer = <T>(make: () => T): Promise<T> => (breaks ? Promise.reject(breaks) : Promise.resolve().then(make));
  const gone = new Refused(new Response(null, { status: 404 }), {
    success: false,
    error: { code: 'not_found', message: 'There is nothing here.' },
  });

  beforeEach(() => {
    server = new Map([['p', { _id: 'p', sharedAt: null }]]);
    [breaks, kept] = [undefined, undefined];
    opened = openedPlan<Plan>({
      fetch: (id) => answer(() => server.get(id) as Plan),
      kept: {
        read: () => kept,
        keep: (value) => (kept = value),
        forget: () => (kept = undefined),
      },
      share: (id) => answer(() => `http://x/shared/${id}`),
      unshare: () => answer(() => undefined),
      now: () => 5000,
    });
  });

  it('is shown and kept on the device', async () => {
    await opened.open('p');
    expect(opened.plan.value).toEqual({ _id: 'p', sharedAt: null });
    expect(kept).toEqual({ plan: { _id: 'p', sharedAt: null }, at: 5000 });
  });

  it('is read without a network as the device saw it last, and says from when', async () => {
    kept = { plan: { _id: 'p', sharedAt: null }, at: 1000 };
    breaks = new Unreachable();
    await opened.open('p');
    expect([opened.plan.value?._id, opened.keptAt.value]).toEqual(['p', 1000]);
    breaks = undefined;
    await opened.open('p');
    expect([opened.failure.value, opened.keptAt.value]).toEqual([null, null]);
  });

  it('that the device does not have cannot be read without a network', async () => {
    kept = { plan: { _id: 'other', sharedAt: null }, at: 1000 };
    breaks = new Unreachable();
    await opened.open('p');
    expect([opened.plan.value, opened.failure.value, opened.keptAt.value]).toEqual([null, breaks, null]);
  });

  it('that was deleted elsewhere is not shown any more, and the device forgets it', async () => {
    kept = { plan: { _id: 'p', sharedAt: null }, at: 1000 };
    breaks = gone;
    await opened.open('p');
    expect([opened.plan.value, opened.failure.value, kept]).toEqual([null, gone, undefined]);
  });

  it('is the last one that was asked for, whichever answer comes last', async () => {
    server.set('q', { _id: 'q', sharedAt: null });
    const first = opened.open('p');
    await opened.open('q');
    await first;
    expect(opened.plan.value?._id).toBe('q');
  });

  it('is shared by a link, and not any more', async () => {
    await opened.open('p');
    expect(await opened.share()).toBe('http://x/shared/p');
    expect(opened.plan.value?.sharedAt).toBe('http://x/shared/p');
    await opened.unshare();
    expect(opened.plan.value?.sharedAt).toBeNull();
  });

  it('stays shared where the link could not be ended', async () => {
    await opened.open('p');
    await opened.share();
    breaks = new Unreachable();
    await expect(opened.unshare()).rejects.toBe(breaks);
    expect(opened.plan.value?.sharedAt).toBe('http://x/shared/p');
  });
});
