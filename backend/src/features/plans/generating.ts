import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { addDays, localDateOf, startOfDay } from '@trainer/coach/days';
import type { PlanKind, PlanProgress, PlanWriterName } from '@trainer/contract/types';
import type { Bus } from '../../bus/port.ts';
import { found, Refusal } from '../../http/refusal.ts';
import type { Realtime } from '../../realtime/port.ts';
import type { Claim, Generation, Store, StoredPlan } from '../../storage/port.ts';
import { type Run, runs } from './runs.ts';
import { sayProfile } from './sentences.ts';
import { type Tell, teller } from './progress.ts';
import type { Wish } from './requests.ts';
import { toWritten } from './to-written.ts';
import { NoPlanFits, writePlan, type Writers } from './writing.ts';

export interface GeneratingDeps {
  store: Pick<Store, 'users' | 'workouts' | 'plans'>;
  writers: Writers;
  realtime: Realtime;
  bus: Bus;
  dailyLimit: number;
  clock: () => Date;
  /** Told of every plan that was written and kept. */
  kept: (plan: StoredPlan) => void;
  timings?: Partial<Timings> | undefined;
}

export interface Timings {
  /** A plan is there after this, whatever the outside does. */
  deadlineMs: number;
  /** Of that for the built-in planner, the check and the storage. */
  reserveMs: number;
  /** After the deadline until a generation counts as one whose server died. */
  graceMs: number;
  /** How often a generation on another instance is looked at. */
  lookEveryMs: number;
}

const TIMINGS: Timings = { deadlineMs: 60_000, reserveMs: 5_000, graceMs: 10_000, lookEveryMs: 500 };
/** Of the member’s own workouts, newest first: what loads and volumes are worked out from. */
const NEWEST_WORKOUTS = 60;
const LATER_SECONDS = 2;

export interface Allowance {
  left: number;
  limit: number;
  writer: PlanWriterName;
  running: { kind: PlanKind; requestId: string | null }[];
}

export interface Generating {
  /** `added` false: this request was answered before, or was being written already. */
  generate(userId: string, wish: Wish): Promise<{ plan: StoredPlan; added: boolean }>;
  /** Stops what runs under this request, on whichever instance. @throws Refusal `not_found` */
  cancel(userId: string, requestId: string): Promise<void>;
  allowance(userId: string): Promise<Allowance>;
  /** Lets what runs end with the built-in planner, at once, and waits for it. */
  stop(): Promise<void>;
}

const CANCELLED = 'plans-cancelled';

/** Plans from the request to the storage: one of a kind at a time, told to every screen, written once however often it is asked for. */
export function generating(deps: GeneratingDeps): Generating {
  const { store, writers, realtime, bus, dailyLimit, clock } = deps;
  const timings = { ...TIMINGS, ...deps.timings };
  const here = runs(timings.deadlineMs - timings.reserveMs);
  bus.on(CANCELLED, (keys) => {
    for (const key of keys) here.find(key)?.cancel();
  });

  async function run(userId: string, wish: Wish, requestId: string, it: Run): Promise<Generated> {
    const account = found(await store.users.byId(userId));
    const { timeZone } = account.settings;
    for (;;) {
      if (it.cancelled.aborted) throw new Refusal('plan_cancelled');
      const now = clock();
      const localDate = localDateOf(now, timeZone);
      const until = new Date(now.getTime() + timings.deadlineMs + timings.graceMs);
      const begun = await store.plans.begin(userId, { kind: wish.kind, requestId, until, localDate, dailyLimit }, now);
      if ('plan' in begun) return { plan: begun.plan, added: false };
      if ('isOverLimit' in begun) throw overLimit(now, localDate, timeZone);
      if ('claim' in begun) return { plan: await write(wish, requestId, begun.claim, it), added: true };
      if (begun.running.requestId !== requestId) throw new Refusal('already_planning');
      await endElsewhere(userId, begun.running, localDate, it);
    }
  }

  /** This very request is being written by another instance. Resolves once it is not any more. */
  async function endElsewhere(
    userId: string,
    { kind, requestId }: Generation,
    localDate: string,
    { upstream, cancelled }: Run,
  ): Promise<void> {
    for (;;) {
      await after(timings.lookEveryMs, undefined, { signal: upstream }).catch(() => undefined);
      const { latest } = await store.plans.generations(userId, localDate, clock());
      const last = latest.find((one) => one.kind === kind);
      if (cancelled.aborted || (last?.requestId === requestId && last.state === 'cancelled'))
        throw new Refusal('plan_cancelled');
      if (last?.requestId !== requestId || last.state !== 'running') return;
      if (upstream.aborted) throw new Refusal('unavailable', { retryAfterSeconds: LATER_SECONDS });
    }
  }

  async function write(wish: Wish, requestId: string, claim: Claim, it: Run): Promise<StoredPlan> {
    const { user, kind } = claim;
    const tell = teller(
      { kind, requestId },
      (progress) => {
        realtime.planProgress(user, progress);
      },
      () => it.cancelled.aborted,
    );
    try {
      const plan = await kept(wish, requestId, claim, it, tell);
      tell('done', { planId: plan._id });
      return plan;
    } catch (error) {
      // Of a storage that is away the claim ends by itself.
      await store.plans.giveUp(claim, { uncount: !it.askedOutside }).catch(() => undefined);
      if (it.cancelled.aborted) throw new Refusal('plan_cancelled');
      const refusal = error instanceof NoPlanFits ? noPlanFits(kind) : error;
      tell('failed', refusal instanceof Refusal ? { detail: refusal.message } : {});
      throw refusal;
    }
  }

  async function kept(wish: Wish, requestId: string, claim: Claim, it: Run, tell: Tell): Promise<StoredPlan> {
    const { user, kind, localDate } = claim;
    tell('reading', { detail: sayProfile(wish) });
    const history = kind === 'workout' ? await store.workouts.page(user, { limit: NEWEST_WORKOUTS }) : { items: [] };
    // Nothing that says whose they are goes on.
    const past = history.items.map(({ localDate: day, exercises }) => ({ localDate: day, exercises }));
    const ask = { ...(await wish.with(past, localDate)), seed: seedOf(requestId), startsOn: localDate };
    const written = await writePlan(ask, { ...writers, assisted: it.noting(writers.assisted) }, it, tell);
    it.cancelled.throwIfAborted();
    const plan = await store.plans.keep(claim, requestId, toWritten(ask, written), clock());
    if (!plan) {
      // Cancelled on another instance, unheard; or over, and another one began.
      const { latest } = await store.plans.generations(user, localDate, clock());
      const last = latest.find((one) => one.kind === kind);
      if (last?.requestId === requestId && last.state === 'cancelled') it.cancel();
      throw new Refusal('unavailable', { retryAfterSeconds: LATER_SECONDS });
    }
    deps.kept(plan);
    return plan;
  }

  return {
    async generate(userId, wish) {
      const requestId = wish.requestId ?? randomUUID();
      const key = keyOf(userId, wish.kind, requestId);
      const known = here.find(key);
      if (known) return { plan: (await known.result).plan, added: false };
      return here.start(key, (it) => run(userId, wish, requestId, it)).result;
    },

    async cancel(userId, requestId) {
      const kinds = await store.plans.cancel(userId, requestId, clock());
      if (kinds.length === 0) throw new Refusal('not_found');
      const keys = kinds.map((kind) => keyOf(userId, kind, requestId));
      for (const key of keys) here.find(key)?.cancel();
      const cancelled = (kind: PlanKind): PlanProgress => ({ kind, requestId, stage: 'cancelled' });
      for (const kind of kinds) realtime.planProgress(userId, cancelled(kind));
      await bus.tell(CANCELLED, keys);
    },

    async allowance(userId) {
      // Whoever asks how many are left is about to ask for one.
      writers.coach.expect();
      const { settings } = found(await store.users.byId(userId));
      const now = clock();
      const { latest, begun } = await store.plans.generations(userId, localDateOf(now, settings.timeZone), now);
      return {
        left: Math.max(dailyLimit - begun, 0),
        limit: dailyLimit,
        writer: (writers.assisted ?? writers.builtIn).id,
        running: latest.filter(({ state }) => state === 'running').map(({ kind, requestId }) => ({ kind, requestId })),
      };
    },

    stop: () => here.stop(),
  };
}

type Generated = Awaited<ReturnType<Generating['generate']>>;

const keyOf = (userId: string, kind: PlanKind, requestId: string): string => `${userId} ${kind} ${requestId}`;

/** The same request, the same choices of the built-in planner. */
const seedOf = (requestId: string): number => createHash('sha256').update(requestId).digest().readUInt32BE(0);

function overLimit(now: Date, localDate: string, timeZone: string): Refusal {
  const midnight = startOfDay(addDays(localDate, 1), timeZone);
  const seconds = Math.max(1, Math.ceil((midnight.getTime() - now.getTime()) / 1000));
  return new Refusal('plan_limit', { retryAfterSeconds: seconds });
}

const NOT_WITHIN: Record<PlanKind, string> = {
  diet: 'Our dishes make no week that keeps to all of this at once. A dietitian can write one with you; or leave out what you can do without, and ask again.',
  workout:
    'Our exercises make no plan that keeps to all of this at once. A physiotherapist can write one with you; or give it more time or equipment, and ask again.',
};

const noPlanFits = (kind: PlanKind): Refusal => new Refusal('needs_professional', { message: NOT_WITHIN[kind] });
