import { batch, computed, signal } from '@preact/signals-core';
import type { PlanSummary } from '@trainer/contract/types';
import type { OnDevice } from './on-device.ts';

export interface World {
  fetchPage(cursor: string | null): Promise<{ data: PlanSummary[]; page: { nextCursor: string | null } }>;
  remove(id: string, leaving: boolean): Promise<void>;
  /** Runs later; → takes it back. */
  later(ms: number, run: () => void): () => void;
  /** A plan could not be deleted after all. */
  notRemoved(title: string): void;
  /** What a page that closed asked to delete: the next page may be quicker than that. */
  left: OnDevice<Left>;
  now(): number;
}

export interface Left {
  ids: readonly string[];
  /** ms */
  at: number;
}

/** Longer than any request takes that a closing page sends. */
const LEFT_FOR_MS = 60_000;

/** How long a deleted plan can be had back. */
export const UNDO_MS = 10_000;

export type EarlierState = ReturnType<typeof earlierState>;

/** The plans that were kept, newest first. */
export function earlierState(world: World) {
  const loaded = signal<readonly PlanSummary[] | null>(null);
  const cursor = signal<string | null>(null);
  const failure = signal<unknown>(null);
  const busy = signal(false);
  /** Deleted on the screen, and on the server once nobody wants them back any more. */
  const leaving = signal<ReadonlyMap<string, { title: string; cancel: () => void }>>(new Map());
  let asked = 0;

  function leftBefore(): ReadonlySet<string> {
    const before = world.left.read();
    return new Set(before && world.now() - before.at < LEFT_FOR_MS ? before.ids : []);
  }

  async function fetch(from: string | null): Promise<void> {
    const mine = (asked += 1);
    busy.value = true;
    try {
      const { data, page } = await world.fetchPage(from);
      if (mine !== asked) return;
      const left = leftBefore();
      const there = data.filter((plan) => !left.has(plan._id));
      batch(() => {
        loaded.value = from === null ? there : [...(loaded.peek() ?? []), ...there];
        cursor.value = page.nextCursor;
        failure.value = null;
      });
    } catch (error) {
      if (mine === asked) failure.value = error;
    } finally {
      if (mine === asked) busy.value = false;
    }
  }

  function stay(id: string): void {
    leaving.value = new Map([...leaving.peek()].filter(([one]) => one !== id));
  }

  async function removeNow(id: string, pageCloses: boolean): Promise<void> {
    const title = leaving.peek().get(id)?.title ?? '';
    try {
      await world.remove(id, pageCloses);
      loaded.value = loaded.peek()?.filter((plan) => plan._id !== id) ?? null;
    } catch {
      world.notRemoved(title);
    }
    stay(id);
  }

  return {
    plans: computed(() => loaded.value?.filter((plan) => !leaving.value.has(plan._id)) ?? null),
    cursor,
    failure,
    busy,
    load: () => fetch(null),
    more: () => (cursor.peek() === null || busy.peek() ? Promise.resolve() : fetch(cursor.peek())),

    /** Gone from the screen at once, and for good after ten seconds. */
    remove({ _id, title }: { _id: string; title: string }): void {
      const cancel = world.later(UNDO_MS, () => void removeNow(_id, false));
      leaving.value = new Map([...leaving.peek(), [_id, { title, cancel }]]);
    },

    undoRemove(id: string): void {
      leaving.peek().get(id)?.cancel();
      stay(id);
    },

    /** The page closes: what was deleted is deleted now. */
    leave(): void {
      if (leaving.peek().size > 0) world.left.keep({ ids: [...leaving.peek().keys()], at: world.now() });
      for (const [id, { cancel }] of leaving.peek()) {
        cancel();
        void removeNow(id, true);
      }
    },
  };
}
