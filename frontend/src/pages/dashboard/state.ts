import { batch, computed, signal } from '@preact/signals-core';
import type { Progress, ProgressUpdated, Stats } from '@trainer/contract/types';

/** The four numbers that move. */
export interface Numbers extends Record<string, number> {
  workouts: number;
  minutes: number;
  calories: number;
  streak: number;
}

/** What the state needs of the world; a test gives its own. */
export interface World {
  fetchProgress(): Promise<Progress>;
  fetchStats(): Promise<Stats>;
  fetchToday(today: string): Promise<WorkoutInShort[]>;
  /** The member's own day now. */
  today(): string;
  kept(): Kept | undefined;
  keep(kept: Omit<Kept, 'at'>): void;
  /** Runs later; → takes it back. */
  later(ms: number, run: () => void): () => void;
  /** All numbers, moving to where they belong or there at once. */
  show(numbers: Numbers, moves: boolean): void;
  announce(numbers: Numbers, saved: string | undefined): void;
}

export interface Kept {
  progress: Progress;
  stats: Stats | null;
  at: number;
}

export type WorkoutInShort = Pick<
  NonNullable<ProgressUpdated['workout']>,
  '_id' | 'name' | 'localDate' | 'totalDuration' | 'totalCalories'
>;

/** Events that come within this time are one change to those who watch. */
const MERGE_MS = 2000;
const GLOW_MS = 4000;
/** After the numbers stand. */
const ANNOUNCE_MS = 900;
const REFETCH_MS = 300;

export type DashboardState = ReturnType<typeof dashboardState>;

export function dashboardState(world: World) {
  const progress = signal<Progress | null>(null);
  const stats = signal<Stats | null>(null);
  const latest = signal<WorkoutInShort | null>(null);
  const today = signal(world.today());
  /** When what is shown was fetched, where it is from the device and not from the server. */
  const keptAt = signal<number | null>(null);
  const error = signal<unknown>(null);
  /** By how much each number just changed. */
  const glow = signal<Numbers | null>(null);
  const numbers = computed(() => numbersOf(progress.value));

  let cancelGlow = (): void => undefined;
  let cancelAnnouncement = (): void => undefined;
  let cancelRefetch = (): void => undefined;
  let mergesUntil = 0;
  let savedName: string | undefined;
  let asked = 0;

  /** Shows numbers unless newer ones are shown already. → whether it did */
  function take(next: Progress, moves: boolean): boolean {
    if (next.version < (progress.peek()?.version ?? -1)) return false;
    progress.value = next;
    world.show(numbersOf(next), moves);
    return true;
  }

  async function load(): Promise<void> {
    const turn = (asked += 1);
    const day = world.today();
    today.value = day;
    try {
      const [nextProgress, nextStats] = await Promise.all([world.fetchProgress(), world.fetchStats()]);
      const trainedToday = (nextProgress.days.at(-1)?.workouts ?? 0) > 0;
      const workouts = trainedToday ? await world.fetchToday(day) : [];
      if (turn !== asked) return;
      batch(() => {
        error.value = null;
        keptAt.value = null;
        if (!take(nextProgress, false)) return;
        if (nextStats.version >= (stats.peek()?.version ?? -1)) stats.value = nextStats;
        latest.value = workouts[0] ?? null;
      });
      world.keep({ progress: nextProgress, stats: nextStats });
    } catch (failure) {
      if (turn === asked) error.value = failure;
    }
  }

  function refetch(): void {
    cancelRefetch();
    cancelRefetch = world.later(REFETCH_MS, () => void load());
  }

  function glowFor(change: Numbers, at: number): void {
    const merged = glow.peek() && at < mergesUntil ? add(glow.peek() ?? change, change) : change;
    mergesUntil = at + MERGE_MS;
    glow.value = merged;
    cancelGlow();
    cancelGlow = world.later(GLOW_MS, () => (glow.value = null));
  }

  function announceSoon(name: string | undefined): void {
    savedName = name ?? savedName;
    cancelAnnouncement();
    cancelAnnouncement = world.later(ANNOUNCE_MS, () => {
      world.announce(numbers.peek(), savedName);
      savedName = undefined;
    });
  }

  return {
    progress,
    stats,
    latest,
    today,
    keptAt,
    error,
    glow,
    numbers,

    /** What the device has, before the server is asked. */
    showKept(): void {
      const kept = world.kept();
      if (!kept) return;
      batch(() => {
        stats.value = kept.stats;
        keptAt.value = kept.at;
        take(kept.progress, false);
      });
    },

    load,

    /** The server tells of a change. @param at ms, to tell which events belong together */
    told(update: ProgressUpdated, at: number): void {
      const before = progress.peek();
      if (!before || update.version <= before.version) return;
      batch(() => {
        const change = difference(update, before);
        if (!take(withUpdate(before, update), true)) return;
        keptAt.value = null;
        glowFor(change, at);
        const { workout } = update;
        if (workout?.localDate === today.peek()) latest.value = workout ?? null;
      });
      announceSoon(update.workout?.name);
      refetch();
    },

    /** The day may have changed while the page was open. */
    checkDay(): void {
      if (world.today() !== today.peek()) void load();
    },
  };
}

export function numbersOf(progress: Progress | null): Numbers {
  return {
    workouts: progress?.totalWorkouts ?? 0,
    minutes: Math.round(progress?.totalDuration ?? 0),
    calories: Math.round(progress?.totalCalories ?? 0),
    streak: progress?.streak ?? 0,
  };
}

/** Progress as the event has it; the day's bar grows at once where the event says which workout was added. */
function withUpdate(before: Progress, update: ProgressUpdated): Progress {
  const { version, totalWorkouts, totalCalories, totalDuration, streak, workout } = update;
  const added = workout && totalWorkouts === before.totalWorkouts + 1 ? workout : undefined;
  const days = before.days.map((day) =>
    added?.localDate === day.date
      ? {
          ...day,
          workouts: day.workouts + 1,
          calories: day.calories + added.totalCalories,
          duration: day.duration + added.totalDuration,
        }
      : day,
  );
  return {
    ...before,
    version,
    totalWorkouts,
    totalCalories,
    totalDuration,
    streak,
    longestStreak: Math.max(before.longestStreak, streak),
    days,
  };
}

function difference(update: ProgressUpdated, before: Progress): Numbers {
  return {
    workouts: update.totalWorkouts - before.totalWorkouts,
    minutes: Math.round(update.totalDuration) - Math.round(before.totalDuration),
    calories: Math.round(update.totalCalories) - Math.round(before.totalCalories),
    streak: update.streak - before.streak,
  };
}

const add = (a: Numbers, b: Numbers): Numbers => ({
  workouts: a.workouts + b.workouts,
  minutes: a.minutes + b.minutes,
  calories: a.calories + b.calories,
  streak: a.streak + b.streak,
});
