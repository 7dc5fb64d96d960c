import { addDays } from '@trainer/coach/days';
import type { Progress, ProgressUpdated, Stats } from '@trainer/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Kept, dashboardState, numbersOf, type Numbers, type WorkoutInShort } from './state.ts';

const TODAY = '2026-07-16';

const progressOf = (version: number, workouts = 20, minutes = 823): Progress => ({
  version,
  totalWorkouts: workouts,
  totalCalories: 3864,
  totalDuration: minutes,
  streak: 8,
  longestStreak: 21,
  lastWorkoutAt: null,
  days: Array.from({ length: 30 }, (_, i) => ({ date: addDays(TODAY, i - 29), workouts: 0, calories: 0, duration: 0 })),
});
const statsOf = (version: number) => ({ version }) as Stats;
const update = (version: number, more: Partial<ProgressUpdated> = {}): ProgressUpdated => ({
  userId: 'u',
  version,
  totalWorkouts: 21,
  totalCalories: 4080,
  totalDuration: 869,
  streak: 9,
  workout: {
    _id: 'w',
    name: 'Lower body A',
    date: `${TODAY}T08:00:00Z`,
    localDate: TODAY,
    totalDuration: 46,
    totalCalories: 216,
  },
  ...more,
});

describe('the dashboard', () => {
  let server: { progress: Progress; stats: Stats; today: WorkoutInShort[]; fails: Error | null };
  let fetches: number;
  let kept: Kept | undefined;
  let timers: { ms: number; run: () => void }[];
  let shown: { numbers: Numbers; moves: boolean }[];
  let announced: [Numbers, string | undefined][];
  let today: string;
  let state: ReturnType<typeof dashboardState>;

  beforeEach(() => {
    server = { progress: progressOf(5), stats: statsOf(5), today: [], fails: null };
    [fetches, kept, timers, shown, announced, today] = [0, undefined, [], [], [], TODAY];
    state = dashboardState({
      fetchProgress() {
        fetches += 1;
        return server.fails ? Promise.reject(server.fails) : Promise.resolve(server.progress);
      },
      fetchStats: () => Promise.resolve(server.stats),
      fetchToday: () => Promise.resolve(server.today),
      today: () => today,
      kept: () => kept,
      keep: (what) => (kept = { ...what, at: 1 }),
      later(ms, run) {
        const timer = { ms, run };
        timers.push(timer);
        return () => (timers = timers.filter((one) => one !== timer));
      },
      show: (numbers, moves) => shown.push({ numbers, moves }),
      announce: (numbers, saved) => announced.push([numbers, saved]),
    });
  });
  const runTimers = () => {
    const due = timers;
    timers = [];
    for (const timer of due) timer.run();
  };

  it('shows what the device has before the server answers, and says of when it is', async () => {
    kept = { progress: progressOf(4, 7), stats: statsOf(4), at: 123 };
    state.showKept();
    expect(state.numbers.value.workouts).toBe(7);
    expect(state.keptAt.value).toBe(123);
    await state.load();
    expect(state.numbers.value.workouts).toBe(20);
    expect(state.keptAt.value).toBeNull();
    expect(shown.every((one) => !one.moves)).toBe(true);
  });

  it('keeps what it has and says so when the server does not answer', async () => {
    kept = { progress: progressOf(4, 7), stats: statsOf(4), at: 123 };
    state.showKept();
    server.fails = new Error('away');
    await state.load();
    expect(state.numbers.value.workouts).toBe(7);
    expect(state.error.value).toBe(server.fails);
  });

  it('moves with the event itself, before anything is fetched', async () => {
    await state.load();
    fetches = 0;
    state.told(update(6), 0);
    expect(state.numbers.value).toEqual({ workouts: 21, minutes: 869, calories: 4080, streak: 9 });
    expect(shown.at(-1)).toEqual({ numbers: state.numbers.value, moves: true });
    expect(state.glow.value).toEqual({ workouts: 1, minutes: 46, calories: 216, streak: 1 });
    expect(state.progress.value?.days.at(-1)).toEqual({ date: TODAY, workouts: 1, calories: 216, duration: 46 });
    expect(state.latest.value?.name).toBe('Lower body A');
    expect(fetches).toBe(0);
    server.progress = progressOf(6, 21, 869);
    runTimers();
    await Promise.resolve();
    expect(fetches).toBe(1);
  });

  it('drops an event that is not newer than what it shows', async () => {
    await state.load();
    state.told(update(5), 0);
    state.told(update(3), 0);
    expect(state.numbers.value.workouts).toBe(20);
    expect(state.glow.value).toBeNull();
  });

  it('drops an answer that is older than the event that came meanwhile', async () => {
    await state.load();
    const slow = state.load();
    state.told(update(6), 0);
    await slow;
    expect(state.progress.value?.version).toBe(6);
    expect(state.numbers.value.workouts).toBe(21);
  });

  it('merges events of two seconds into one change and one sentence', async () => {
    await state.load();
    state.told(update(6), 0);
    state.told(update(7, { totalWorkouts: 22, totalDuration: 899, totalCalories: 4180, workout: undefined }), 1500);
    expect(state.glow.value).toEqual({ workouts: 2, minutes: 76, calories: 316, streak: 1 });
    runTimers();
    expect(announced).toEqual([[{ workouts: 22, minutes: 899, calories: 4180, streak: 9 }, 'Lower body A']]);
    state.told(update(8, { totalWorkouts: 23 }), 9000);
    expect(state.glow.value?.workouts).toBe(1);
  });

  it('asks anew when the day changes while it is open', async () => {
    await state.load();
    fetches = 0;
    state.checkDay();
    expect(fetches).toBe(0);
    today = '2026-07-17';
    state.checkDay();
    expect(fetches).toBe(1);
    expect(state.today.value).toBe('2026-07-17');
  });

  it('keeps what it fetched for the next visit', async () => {
    await state.load();
    expect(kept?.progress).toEqual(server.progress);
  });

  it('counts from nothing', () => {
    expect(numbersOf(null)).toEqual({ workouts: 0, minutes: 0, calories: 0, streak: 0 });
  });
});
