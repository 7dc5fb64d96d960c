import { batch, computed, signal } from '@preact/signals-core';
import type { PlanKind, PlanProgress } from '@trainer/contract/types';
import { Refused, Unreachable } from '../api.ts';
import type { OnDevice } from './on-device.ts';
import { begun, type Progress, type Step, told } from './progress.ts';

/** What the state needs of the world; a test gives its own. */
export interface World<Body, Plan> {
  kind: PlanKind;
  /** Asks for the plan. The same `requestId` again is answered with the same plan, also while it is being written. */
  write(body: Body, requestId: string): Promise<Plan>;
  cancel(requestId: string): Promise<void>;
  plan(planId: string): Promise<Plan>;
  /** The newest plan of this kind; null: there is none, or it is not the one that was asked for. */
  newest(requestId: string | null): Promise<Plan | null>;
  /** The generation of this kind that runs for this person on whatever screen; null: none does. */
  running(): Promise<{ requestId: string | null } | null>;
  pending: OnDevice<Pending<Body>>;
  newId(): string;
  /** ms */
  now(): number;
  /** Runs later; → takes it back. */
  later(ms: number, run: () => void): () => void;
  /** A step began; read out politely. */
  stepped(step: Step): void;
  arrived(plan: Plan): void;
}

/** A plan that was asked for and has not arrived: with it the page finds back to it, after a reload and in another tab. */
export interface Pending<Body> {
  requestId: string;
  body: Body;
  /** ms */
  startedAt: number;
  /** What the plan is written from, in short. */
  detail: string;
}

/** The plan that is being written. */
export interface Writing {
  requestId: string | null;
  startedAt: number;
  progress: Progress;
  /** False where another screen asked for it. */
  own: boolean;
  /** The server does not answer at the moment, and is asked again. */
  away: boolean;
}

/** How often another screen's plan is looked for where nobody tells. */
const POLL_MS = 2000;
/** After a connection that broke while a plan was being written; it goes on without us. */
const AGAIN_MS = [1000, 2000, 4000, 8000, 15_000];
const ENDS: ReadonlySet<PlanProgress['stage']> = new Set(['done', 'failed', 'cancelled']);

/** No answer, or a server that can't just now: the same request may be answered in a moment. */
const isPassing = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof Refused && error.status === 503);

/** A plan from the click to its arrival: told by the socket, or by the answer alone. */
export function generation<Body, Plan>(world: World<Body, Plan>) {
  const writing = signal<Writing | null>(null);
  const failure = signal<unknown>(null);
  const stopped = signal(false);
  /** Each attempt to wait for a plan; what comes of an older one is nobody's any more. */
  let turn = 0;
  /** Plans that nobody waits for any more: what is still told of them comes too late. */
  const over = new Set<string>();
  let cancelLater = (): void => undefined;

  const refused = computed(() =>
    failure.value instanceof Refused && failure.value.code === 'needs_professional' ? failure.value : null,
  );

  function show(next: Writing): void {
    const before = writing.peek()?.progress.step;
    writing.value = next;
    if (next.progress.step !== before) world.stepped(next.progress.step);
  }

  function end(): void {
    turn += 1;
    cancelLater();
    const requestId = writing.peek()?.requestId;
    if (requestId) over.add(requestId);
    writing.value = null;
  }

  function arrive(plan: Plan): void {
    const at = writing.peek();
    if (at) show({ ...at, progress: told(at.progress, { stage: 'done' }) });
    batch(() => {
      end();
      world.pending.forget();
      failure.value = null;
      world.arrived(plan);
    });
  }

  function fail(error: unknown): void {
    end();
    // What got no answer may still be written: the same request finds it.
    if (!isPassing(error)) world.pending.forget();
    failure.value = error;
  }

  /** @param alive whether it is known to be under way, so that a broken connection is no end */
  function begin(pending: Pending<Body>, alive: boolean): Promise<void> {
    turn += 1;
    cancelLater();
    over.delete(pending.requestId);
    batch(() => {
      failure.value = null;
      stopped.value = false;
      show({
        requestId: pending.requestId,
        startedAt: pending.startedAt,
        progress: begun(pending.detail),
        own: true,
        away: false,
      });
    });
    return ask(pending, turn, alive, 0);
  }

  async function ask(pending: Pending<Body>, mine: number, alive: boolean, tries: number): Promise<void> {
    try {
      const plan = await world.write(pending.body, pending.requestId);
      if (mine === turn) arrive(plan);
    } catch (error) {
      if (mine !== turn) return;
      const wait = AGAIN_MS[tries];
      const isUnderWay = alive || writing.peek()?.progress.step !== 'reading';
      if (isPassing(error) && isUnderWay && wait !== undefined) {
        const at = writing.peek();
        if (at) writing.value = { ...at, away: true };
        cancelLater = world.later(wait, () => void ask(pending, mine, true, tries + 1));
      } else if (error instanceof Refused && error.code === 'already_planning') {
        world.pending.forget();
        await watch();
      } else if (error instanceof Refused && error.code === 'plan_cancelled') stop();
      else fail(error);
    }
  }

  function stop(): void {
    end();
    world.pending.forget();
    stopped.value = true;
  }

  /** Waits for the plan that another screen asked for. */
  async function watch(): Promise<void> {
    const mine = (turn += 1);
    cancelLater();
    const startedAt = world.now();
    const look = async (): Promise<void> => {
      const running = await world.running().catch(() => undefined);
      if (mine !== turn) return;
      if (running === null) {
        const plan = await world.newest(writing.peek()?.requestId ?? null).catch(() => null);
        if (mine !== turn) return;
        if (plan) arrive(plan);
        else end();
        return;
      }
      const { progress = begun('') } = writing.peek() ?? {};
      const requestId = running?.requestId ?? writing.peek()?.requestId ?? null;
      show({ requestId, startedAt, progress, own: false, away: running === undefined });
      cancelLater = world.later(POLL_MS, () => void look());
    };
    await look();
  }

  return {
    writing,
    failure,
    /** Why no plan is written for this person; null: nothing speaks against it. */
    refused,
    /** The person stopped the last one. */
    stopped,

    /** @param detail what the plan is written from, in short; shown at once */
    async start(body: Body, detail: string): Promise<void> {
      if (writing.peek()) return;
      const pending = { requestId: world.newId(), body, startedAt: world.now(), detail };
      world.pending.keep(pending);
      await begin(pending, false);
    },

    /** Finds back to a plan that was asked for here before a reload, or in another tab. → whether there is one */
    async join(): Promise<boolean> {
      const pending = world.pending.read();
      if (!pending || writing.peek()) return false;
      await begin(pending, true);
      return true;
    },

    /** Somebody asked for one on another device. */
    watch,

    /** The same again, as it was asked for, where no answer came. */
    async again(): Promise<void> {
      const pending = world.pending.read();
      if (pending && isPassing(failure.peek()) && !writing.peek()) await begin(pending, false);
    },

    /** The server tells how far a plan is. */
    told(event: PlanProgress): void {
      if (event.kind !== world.kind || over.has(event.requestId)) return;
      const at = writing.peek();
      if (!at) {
        if (!ENDS.has(event.stage)) void watch();
        return;
      }
      if (at.requestId !== null && at.requestId !== event.requestId) return;
      show({ ...at, requestId: event.requestId, away: false, progress: told(at.progress, event) });
      if (event.stage === 'cancelled') stop();
      // An own plan comes with its own answer.
      if (event.stage === 'done' && event.planId && (!at.own || at.away)) {
        const mine = turn;
        world.plan(event.planId).then(
          (plan) => {
            if (mine === turn) arrive(plan);
          },
          () => undefined,
        );
      }
    },

    async cancel(): Promise<void> {
      const requestId = writing.peek()?.requestId;
      stop();
      // Where nobody can be told, it is written, and stands among the earlier ones.
      if (requestId) await world.cancel(requestId).catch(() => undefined);
    },

    /** What was wrong is being put right: what was asked for is not wanted as it was. */
    forgive(): void {
      if (failure.peek() && !writing.peek()) world.pending.forget();
      failure.value = null;
      stopped.value = false;
    },
  };
}
