import { batch, computed, signal } from '@preact/signals-core';
import type { Stats, Workout } from '@trainer/contract/types';

export interface Filter {
  from: string;
  to: string;
}

interface Page {
  data: Workout[];
  page: { nextCursor: string | null };
}

export interface World {
  fetchPage(ask: Filter & { cursor: string | null }): Promise<Page>;
  fetchStats(): Promise<Stats>;
  remove(id: string, leaving: boolean): Promise<void>;
  kept(): { workouts: Workout[]; stats: Stats } | undefined;
  keep(kept: { workouts: Workout[]; stats: Stats }): void;
  /** Runs later; → takes it back. */
  later(ms: number, run: () => void): () => void;
  /** A workout could not be deleted after all. */
  notRemoved(workout: Workout): void;
}

/** How long a deleted workout can be had back. */
export const UNDO_MS = 10_000;

export type ListState = ReturnType<typeof listState>;

export function listState(world: World, first: Filter) {
  const loaded = signal<readonly Workout[] | null>(null);
  const stats = signal<Stats | null>(null);
  const cursor = signal<string | null>(null);
  const filter = signal<Filter>(first);
  const failure = signal<unknown>(null);
  const fromDevice = signal(false);
  const loadingMore = signal(false);
  /** Deleted on the screen, and on the server once nobody wants them back any more. */
  const leaving = signal<ReadonlyMap<string, () => void>>(new Map());
  let asked = 0;

  const workouts = computed(() => loaded.value?.filter((workout) => !leaving.value.has(workout._id)) ?? null);

  async function load(): Promise<void> {
    const turn = (asked += 1);
    try {
      const [page, nextStats] = await Promise.all([
        world.fetchPage({ ...filter.value, cursor: null }),
        world.fetchStats(),
      ]);
      if (turn !== asked) return;
      batch(() => {
        loaded.value = page.data;
        cursor.value = page.page.nextCursor;
        stats.value = nextStats;
        failure.value = null;
        fromDevice.value = false;
      });
      if (!filter.value.from && !filter.value.to) world.keep({ workouts: page.data, stats: nextStats });
    } catch (error) {
      if (turn === asked) failure.value = error;
    }
  }

  function stay(id: string): void {
    const rest = new Map(leaving.value);
    rest.delete(id);
    leaving.value = rest;
  }

  async function removeNow(workout: Workout, pageCloses: boolean): Promise<void> {
    try {
      await world.remove(workout._id, pageCloses);
      loaded.value = loaded.value?.filter((one) => one._id !== workout._id) ?? null;
      stay(workout._id);
    } catch {
      stay(workout._id);
      world.notRemoved(workout);
    }
  }

  return {
    workouts,
    stats,
    cursor,
    filter,
    failure,
    fromDevice,
    loadingMore,
    load,

    showKept(): void {
      const kept = world.kept();
      if (!kept || filter.value.from || filter.value.to) return;
      loaded.value = kept.workouts;
      stats.value = kept.stats;
      fromDevice.value = true;
    },

    async more(): Promise<void> {
      if (cursor.value === null || loadingMore.value) return;
      loadingMore.value = true;
      const turn = asked;
      try {
        const page = await world.fetchPage({ ...filter.value, cursor: cursor.value });
        if (turn !== asked) return;
        loaded.value = [...(loaded.value ?? []), ...page.data];
        cursor.value = page.page.nextCursor;
        failure.value = null;
      } catch (error) {
        failure.value = error;
      } finally {
        loadingMore.value = false;
      }
    },

    choose(next: Filter): Promise<void> {
      filter.value = next;
      loaded.value = null;
      return load();
    },

    /** Gone from the screen at once, and for good after ten seconds. */
    remove(workout: Workout): void {
      const cancel = world.later(UNDO_MS, () => void removeNow(workout, false));
      leaving.value = new Map([...leaving.value, [workout._id, cancel]]);
    },

    undoRemove(workout: Workout): void {
      leaving.value.get(workout._id)?.();
      stay(workout._id);
    },

    /** The page closes: what was deleted is deleted now. */
    leave(): void {
      for (const [id, cancel] of leaving.value) {
        cancel();
        const workout = loaded.value?.find((one) => one._id === id);
        if (workout) void removeNow(workout, true);
      }
    },

    /** A workout that was changed here. */
    replace(workout: Workout): void {
      loaded.value = loaded.value?.map((one) => (one._id === workout._id ? workout : one)) ?? null;
    },
  };
}

/** Workouts by their months, in the order in which they come. */
export function byMonth(workouts: readonly Workout[]): { month: string; workouts: Workout[] }[] {
  const months = new Map<string, Workout[]>();
  for (const workout of workouts) {
    const month = workout.localDate.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), workout]);
  }
  return [...months].map(([month, list]) => ({ month, workouts: list }));
}
