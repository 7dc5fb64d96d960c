import { localDateOf } from '@trainer/coach/days';
import type { Exercise, GivenWorkout, GivenWorkoutChange, Workout } from '@trainer/contract/types';
import { type Cache, entries } from '../../cache/port.ts';
import { found } from '../../http/refusal.ts';
import { type Account, ownedBy, type Page, type Place, type Store } from '../../storage/port.ts';
import type { Changed } from './changed.ts';
import { complete } from './complete.ts';
import { cursorOf } from '../../http/cursor.ts';

interface Deps {
  store: Pick<Store, 'users' | 'workouts' | 'exercises'>;
  /** What everybody may use; it does not change while the server runs. */
  builtIn: readonly Exercise[];
  /** Whose exercises a member sees beside those. */
  ownersSeenBy: (userId: string) => Promise<readonly string[]>;
  cache: Cache;
  changed: Changed;
  saved: (workout: Workout) => void;
  clock: () => Date;
}

export interface WorkoutService {
  /** `added` false: this `clientId` was here before. */
  save(userId: string, given: GivenWorkout): Promise<{ workout: Workout; added: boolean }>;
  /** The whole answer as JSON text. */
  page(userId: string, ask: PageAsk): Promise<string>;
  one(userId: string, id: string): Promise<Workout>;
  change(userId: string, id: string, to: GivenWorkoutChange): Promise<Workout>;
  remove(userId: string, id: string): Promise<void>;
}

interface PageAsk {
  limit: number;
  after: Place | undefined;
  from: string | undefined;
  to: string | undefined;
}

/** The first page as everybody asks for it: the one that is cached. */
const FIRST_PAGE = 20;

export function workoutService({ store, builtIn, ownersSeenBy, cache, changed, saved, clock }: Deps): WorkoutService {
  const builtInIds = new Set(builtIn.map((exercise) => exercise._id));

  return {
    async save(userId, given) {
      const account = await accountOf(userId);
      const date = given.date ?? clock().toISOString();
      const workout = {
        ...complete(given, await exercisesFor(given, userId), account.profile),
        clientId: given.clientId ?? null,
        date,
        localDate: localDateOf(new Date(date), account.settings.timeZone),
        source: 'app' as const,
      };
      const result = await store.workouts.add(userId, workout, clock(), todayOf(account));
      if (result.added) saved(result.workout);
      // Also where it was here before: whoever stored it may have died before anybody was told.
      await changed(account, result.progress, { workout: result.workout });
      return result;
    },

    async page(userId, ask) {
      const load = async () => pageText(ask.limit, await store.workouts.page(userId, ask));
      const first = ask.limit === FIRST_PAGE && !ask.after && !ask.from && !ask.to;
      if (!first) return load();
      return (await cache.cached(entries.workouts(userId), async () => ({ value: await load() }))).value;
    },

    one: async (userId, id) => found(ownedBy(userId, await store.workouts.byId(id))),

    async change(userId, id, to) {
      const before = found(ownedBy(userId, await store.workouts.byId(id)));
      const account = await accountOf(userId);
      const date = to.date ?? before.date;
      const workout = {
        ...complete(to, await exercisesFor(to, userId, before), account.profile),
        clientId: before.clientId,
        date,
        // Its day was fixed when it was logged; only another moment gives it another one.
        localDate: date === before.date ? before.localDate : localDateOf(new Date(date), account.settings.timeZone),
        source: before.source,
      };
      const after = found(await store.workouts.change(before, workout, clock(), todayOf(account)));
      await changed(account, after.progress, { workout: after.workout });
      return after.workout;
    },

    async remove(userId, id) {
      const workout = found(ownedBy(userId, await store.workouts.byId(id)));
      const account = await accountOf(userId);
      const { progress } = found(await store.workouts.remove(workout, todayOf(account)));
      await changed(account, progress);
    },
  };

  async function accountOf(userId: string): Promise<Account> {
    return found(await store.users.byId(userId));
  }

  function todayOf(account: Account): string {
    return localDateOf(clock(), account.settings.timeZone);
  }

  /**
   * The built-in ones, and where the workout names something else the member’s own and their trainer’s. What it held
   * before it may hold again: an exercise of a trainer who is gone stays in what was trained with it.
   */
  async function exercisesFor(
    given: GivenWorkoutChange,
    userId: string,
    before?: Workout,
  ): Promise<readonly Exercise[]> {
    const needsMore = given.exercises.some(({ exerciseId }) => !exerciseId || !builtInIds.has(exerciseId));
    if (!needsMore) return builtIn;
    const own = await store.exercises.ownedBy(await ownersSeenBy(userId));
    const known = new Set([...builtInIds, ...own.map((exercise) => exercise._id)]);
    const held = new Set(before?.exercises.flatMap(({ exerciseId }) => exerciseId ?? []));
    const asked = given.exercises.flatMap(({ exerciseId }) => exerciseId ?? []);
    const kept = [...new Set(asked)].filter((id) => held.has(id) && !known.has(id));
    const others = await Promise.all(kept.map((id) => store.exercises.byId(id)));
    return [...builtIn, ...others.flatMap((exercise) => exercise ?? []), ...own];
  }
}

function pageText(limit: number, { items, next }: Page<Workout>): string {
  return JSON.stringify({ success: true, data: items, page: { limit, nextCursor: next && cursorOf(next) } });
}
