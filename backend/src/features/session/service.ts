import { workoutOf } from '@trainer/coach/running/finished';
import { Op } from '@trainer/contract/session';
import type {
  Exercise,
  GivenOp,
  GivenWorkout,
  GivenWorkoutChange,
  OpResult,
  Session,
  Workout,
} from '@trainer/contract/types';
import { found, Refusal } from '../../http/refusal.ts';
import { validated } from '../../http/validate.ts';
import type { Realtime } from '../../realtime/port.ts';
import { type EndedWorkout, KEPT_DAYS } from '../../storage/ports/running.ts';
import type { Store } from '../../storage/port.ts';

interface Deps {
  store: Pick<Store, 'running' | 'exercises'>;
  builtIn: readonly Exercise[];
  /** Whose exercises a member sees beside those. */
  ownersSeenBy: (userId: string) => Promise<readonly string[]>;
  /** What is finished becomes a workout on the one road that all workouts take. */
  workouts: {
    save(userId: string, given: GivenWorkout): Promise<{ workout: Workout }>;
    /** undefined: it was removed. */
    find(userId: string, id: string): Promise<Workout | undefined>;
    change(userId: string, id: string, to: GivenWorkoutChange): Promise<Workout>;
  };
  realtime: Pick<Realtime, 'sessionUpdated' | 'sessionEnded'>;
  /** Who else is shown what runs: the trainer, as far as it is shared. */
  watchers: (userId: string) => Promise<readonly string[]>;
  clock: () => Date;
}

export interface SessionAnswer {
  session: Session | null;
  results: OpResult[];
  workout?: Workout;
}

export interface SessionService {
  /** Checks each operation by itself, stores those that can count, and tells every screen. */
  take(userId: string, given: readonly unknown[]): Promise<SessionAnswer>;
  /** @throws Refusal `not_found` where nothing runs */
  running(userId: string): Promise<Session>;
  /** For a device that goes on with it; null: nothing runs. */
  runningWithOps(userId: string): Promise<(Session & { ops: GivenOp[] }) | null>;
  /** Makes the workouts whose server died before it did, and forgets what ended long ago. */
  tidy(): Promise<void>;
}

const DAY_MS = 86_400_000;
const A_FEW = 50;

export function sessionService({
  store,
  builtIn,
  ownersSeenBy,
  workouts,
  realtime,
  watchers,
  clock,
}: Deps): SessionService {
  const builtInIds = new Set(builtIn.map((exercise) => exercise._id));

  return {
    async take(userId, given) {
      const checked = given.map(checkedOp);
      const ops = checked.flatMap((one) => ('op' in one ? [one.op] : []));
      const { results, touched, running } = await store.running.append(userId, ops, clock());

      let workout: Workout | undefined;
      for (const one of touched) {
        // Stored before anything is told: who hears of the end finds the workout.
        const made = one.ending ? await make(one) : undefined;
        workout = made ?? workout;
        if (one.applied.length > 0 || made) await tell(userId, one, made);
      }
      const stored = results.values();
      return {
        session: running ?? null,
        results: checked.map((one) => ('op' in one ? (stored.next().value as OpResult) : one.result)),
        ...(workout && { workout }),
      };
    },

    running: async (userId) => found(await store.running.of(userId)).session,
    async runningWithOps(userId) {
      const running = await store.running.of(userId);
      return running ? { ...running.session, ops: running.ops } : null;
    },

    async tidy() {
      for (const ended of await store.running.unmade(A_FEW)) await make(ended);
      await store.running.removeBefore(new Date(clock().getTime() - KEPT_DAYS * DAY_MS));
    },
  };

  async function tell(
    userId: string,
    touched: Awaited<ReturnType<Store['running']['append']>>['touched'][number],
    workout: Workout | undefined,
  ): Promise<void> {
    const people = [userId, ...(await watchers(userId))];
    if (touched.ending === null)
      realtime.sessionUpdated(people, { userId, session: touched.session, ops: touched.applied });
    else
      realtime.sessionEnded(people, {
        userId,
        sessionId: touched.session.sessionId,
        how: touched.ending.how,
        ...(workout && { workoutId: workout._id }),
      });
  }

  /** The workout of a finished one, as it stands: made where it is not there, changed where something came late. */
  async function make(ended: EndedWorkout): Promise<Workout | undefined> {
    const { userId, ending, session, workout: stored } = ended;
    if (ending.how !== 'finished') return undefined;
    const before = stored ? await workouts.find(userId, stored._id) : undefined;
    if (ended.isMade) return before;
    const made = await madeOf(ended, before);
    const kept = made ? { _id: made._id, updatedAt: made.updatedAt } : stored;
    await store.running.made(userId, session.sessionId, session.version, kept);
    return made;
  }

  async function madeOf({ userId, ending, session, workout: stored }: EndedWorkout, before: Workout | undefined) {
    // The member deleted it, or changed it by hand: theirs is the last word.
    if (stored && before?.updatedAt !== stored.updatedAt) return before;
    const given = ending.how === 'finished' ? workoutOf(session, ending.finish) : null;
    if (!given) return before;
    const ids = await visibleIds(userId, given.exercises);
    const { clientId, ...workout } = {
      ...given,
      intensity: given.intensity ?? ('moderate' as const),
      // An exercise may have been deleted meanwhile; what was done with it stays, by its name.
      exercises: given.exercises.map((one) => ({
        ...one,
        exerciseId: ids.has(one.exerciseId ?? '') ? one.exerciseId : null,
      })),
    };
    return before
      ? workouts.change(userId, before._id, workout)
      : (await workouts.save(userId, { ...workout, clientId })).workout;
  }

  async function visibleIds(userId: string, exercises: readonly { exerciseId?: string | null | undefined }[]) {
    if (exercises.every(({ exerciseId }) => !exerciseId || builtInIds.has(exerciseId))) return builtInIds;
    const own = await store.exercises.ownedBy(await ownersSeenBy(userId));
    return new Set([...builtInIds, ...own.map((exercise) => exercise._id)]);
  }
}

/** An operation that can count, or the verdict on one that can’t. */
function checkedOp(given: unknown): { op: GivenOp } | { result: OpResult } {
  try {
    return { op: validated(Op, given) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const message = (error.fields ?? []).map(({ path, message: why }) => (path ? `${path}: ${why}` : why)).join(' ');
    return { result: { opId: idOf(given), status: 'refused', reason: 'invalid', message } };
  }
}

function idOf(given: unknown): string | null {
  const id: unknown = typeof given === 'object' && given !== null && 'opId' in given ? given.opId : null;
  return typeof id === 'string' ? id.slice(0, 100) : null;
}
