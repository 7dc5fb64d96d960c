import { batch, signal } from '@preact/signals-core';
import type { AssignedPlan, ClientDetail, Stats, Workout } from '@trainer/contract/types';
import { Refused } from '../../api.ts';
import { collect, type LastTimes } from '../../last-times.ts';
import { noteState, type NoteWorld } from './note-state.ts';

interface Page {
  data: Workout[];
  page: { nextCursor: string | null };
}

export interface World extends NoteWorld {
  fetchDetail(): Promise<ClientDetail>;
  fetchWorkouts(cursor: string | null): Promise<Page>;
  fetchStats(): Promise<Stats>;
  fetchPlans(): Promise<AssignedPlan[]>;
  removePlan(planId: string): Promise<void>;
  /** This person is no longer, or never was, a client. */
  gone(detail: ClientDetail | null): void;
}

export type ClientState = ReturnType<typeof clientState>;

/** One client, as far as they share. */
export function clientState(world: World) {
  const detail = signal<ClientDetail | null>(null);
  const failure = signal<unknown>(null);
  /** null: not shared, or not here yet. */
  const workouts = signal<readonly Workout[] | null>(null);
  const cursor = signal<string | null>(null);
  const loadingMore = signal(false);
  const stats = signal<Stats | null>(null);
  const plans = signal<readonly AssignedPlan[] | null>(null);
  const lastTimes = signal<LastTimes>(new Map());
  const note = noteState(world);
  let isGone = false;
  let asked = 0;

  function leave(): void {
    if (isGone) return;
    isGone = true;
    world.gone(detail.peek());
  }

  function show(next: ClientDetail): void {
    batch(() => {
      detail.value = next;
      if (next.share.history) return;
      // What was shown is hidden at once, before anything else is asked.
      workouts.value = null;
      cursor.value = null;
      stats.value = null;
      lastTimes.value = new Map();
    });
  }

  async function loadParts(turn: number, { share }: ClientDetail): Promise<void> {
    const plansBefore = plans.peek();
    const [page, nextStats, nextPlans] = await Promise.all([
      share.history ? world.fetchWorkouts(null) : null,
      share.history ? world.fetchStats() : null,
      world.fetchPlans(),
      note.load(),
    ]);
    if (turn !== asked) return;
    batch(() => {
      workouts.value = page ? page.data : null;
      cursor.value = page?.page.nextCursor ?? null;
      lastTimes.value = page ? collect(page.data) : new Map();
      stats.value = nextStats;
      // A plan that was given or taken back meanwhile is newer.
      if (plans.peek() === plansBefore) plans.value = nextPlans;
      failure.value = null;
    });
  }

  async function load(): Promise<void> {
    const turn = (asked += 1);
    try {
      const next = await world.fetchDetail();
      if (turn !== asked || isGone) return;
      show(next);
      await loadParts(turn, next);
    } catch (error) {
      if (turn !== asked || isGone) return;
      if (isNotFound(error)) await lookWhy(turn);
      else failure.value = error;
    }
  }

  /** Not found: no client any more, or only a part that is not shared any more. */
  async function lookWhy(turn: number): Promise<void> {
    try {
      const next = await world.fetchDetail();
      if (turn === asked) show(next);
    } catch (error) {
      if (isNotFound(error)) leave();
      else if (turn === asked) failure.value = error;
    }
  }

  return {
    detail,
    failure,
    workouts,
    cursor,
    loadingMore,
    stats,
    plans,
    lastTimes,
    note,
    load,
    leave,

    async more(): Promise<void> {
      const from = cursor.peek();
      if (from === null || loadingMore.peek()) return;
      loadingMore.value = true;
      const turn = asked;
      try {
        const page = await world.fetchWorkouts(from);
        // Where the list was fetched anew meanwhile, this is no longer what comes next.
        if (turn !== asked || cursor.peek() !== from) return;
        workouts.value = [...(workouts.peek() ?? []), ...page.data];
        cursor.value = page.page.nextCursor;
      } catch (error) {
        if (isNotFound(error)) await load();
        else failure.value = error;
      } finally {
        loadingMore.value = false;
      }
    },

    online(is: boolean): void {
      const now = detail.peek();
      if (now) detail.value = { ...now, online: is };
    },

    /** A plan that was given or changed here. */
    keepPlan(plan: AssignedPlan): void {
      const others = (plans.peek() ?? []).filter((one) => one._id !== plan._id);
      plans.value = [plan, ...others];
    },

    async removePlan(planId: string): Promise<void> {
      await world.removePlan(planId);
      plans.value = (plans.peek() ?? []).filter((plan) => plan._id !== planId);
    },
  };
}

export const isNotFound = (error: unknown): boolean => error instanceof Refused && error.status === 404;
