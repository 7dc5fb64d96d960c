import type { PlanSummary } from '@trainer/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { earlierState, type Left, UNDO_MS } from './earlier.ts';

const summary = (_id: string): PlanSummary => ({
  _id,
  kind: 'diet',
  title: `Week ${_id}`,
  summary: '',
  writer: 'built-in',
  status: 'verified',
  createdAt: '2026-07-16T03:00:00.000Z',
});

describe('the earlier plans', () => {
  let pages: { data: PlanSummary[]; page: { nextCursor: string | null } }[];
  let removed: { id: string; leaving: boolean }[];
  let notRemoved: string[];
  let timers: { ms: number; run: () => void }[];
  let breaks: boolean;
  let left: Left | undefined;
  let now: number;
  let state: ReturnType<typeof earlierState>;
  const ids = () => state.plans.value?.map(({ _id }) => _id);

  beforeEach(async () => {
    pages = [
      { data: [summary('a'), summary('b')], page: { nextCursor: 'more' } },
      { data: [summary('c')], page: { nextCursor: null } },
    ];
    [removed, notRemoved, timers, breaks] = [[], [], [], false];
    [left, now] = [undefined, 1_000_000];
    state = opened();
    await state.load();
  });

  const opened = () =>
    earlierState({
      fetchPage: (cursor) => Promise.resolve(pages[cursor === null ? 0 : 1] as (typeof pages)[number]),
      remove(id, leaving) {
        if (breaks) return Promise.reject(new Error('away'));
        removed.push({ id, leaving });
        return Promise.resolve();
      },
      later(ms, run) {
        const timer = { ms, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
      notRemoved: (title) => notRemoved.push(title),
      left: {
        read: () => left,
        keep: (value) => (left = value),
        forget: () => (left = undefined),
      },
      now: () => now,
    });

  it('come page by page', async () => {
    await state.more();
    expect(ids()).toEqual(['a', 'b', 'c']);
    await state.more();
    expect(ids()).toEqual(['a', 'b', 'c']);
  });

  it('lose one at once, and for good after ten seconds', async () => {
    state.remove(summary('a'));
    expect([ids(), removed, timers[0]?.ms]).toEqual([['b'], [], UNDO_MS]);
    timers[0]?.run();
    await Promise.resolve();
    expect(removed).toEqual([{ id: 'a', leaving: false }]);
  });

  it('have it back within that time', () => {
    state.remove(summary('a'));
    state.undoRemove('a');
    expect([ids(), timers]).toEqual([['a', 'b'], []]);
  });

  it('lose what was deleted when the page closes', () => {
    state.remove(summary('a'));
    state.leave();
    expect(removed).toEqual([{ id: 'a', leaving: true }]);
  });

  it('do not show it on the next page, which may be quicker, and show it again if it was not deleted at all', async () => {
    state.remove(summary('a'));
    state.leave();
    state = opened();
    await state.load();
    expect(ids()).toEqual(['b']);
    now += 60_000;
    await state.load();
    expect(ids()).toEqual(['a', 'b']);
  });

  it('get back what could not be deleted, and say so', async () => {
    breaks = true;
    state.remove(summary('a'));
    timers[0]?.run();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect([ids(), notRemoved]).toEqual([['a', 'b'], ['Week a']]);
  });
});
