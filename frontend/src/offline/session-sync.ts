import { type ReadonlySignal, signal } from '@preact/signals-core';
import { type Op, slotOf } from '@trainer/coach/running/session';
import type { SessionAnswer } from './send-ops.ts';
import type { DeviceStore } from './store.ts';

interface World {
  store: DeviceStore;
  userId: string;
  /** @throws Refused, Unreachable */
  send(ops: readonly Op[]): Promise<SessionAnswer>;
  /** Runs something later; → how to call it off. */
  later(ms: number, run: () => void): () => void;
}

/** Brings what is done on this device to the server, as it happens, and again until the server has it. */
export interface SessionSync {
  /** What only this device has, by the slots of the operations (`coach/running/session`). */
  readonly here: ReadonlySignal<ReadonlySet<string>>;
  /** Nothing could be sent the last time. */
  readonly away: ReadonlySignal<boolean>;
  /** Another workout runs on another device: this one is kept here, and stored when it is finished. */
  readonly another: ReadonlySignal<boolean>;
  /** @param fresh what was made just now: where nothing else waits, it goes while the device still writes it */
  push(fresh?: readonly Op[]): Promise<void>;
}

const AGAIN_MS = 5000;

export function sessionSync({ store, userId, send, later }: World): SessionSync {
  const here = signal<ReadonlySet<string>>(new Set());
  const away = signal(false);
  const another = signal(false);
  /** The server had all that this tab saw on the device when it looked last. */
  let isUp = false;
  let line: Promise<void> | undefined;
  let again = false;
  let callOff: () => void = () => undefined;

  async function look(): Promise<readonly Op[]> {
    return show(await store.unacknowledged(userId));
  }

  function show(waiting: readonly Op[]): readonly Op[] {
    here.value = new Set(waiting.map(slotOf));
    isUp = waiting.length === 0;
    return waiting;
  }

  async function sendAll(fresh: readonly Op[]): Promise<void> {
    callOff();
    const waiting = isUp && fresh.length > 0 ? show(fresh) : await look();
    if (waiting.length === 0) return;
    try {
      const { results } = await send(waiting);
      const verdicts = new Map(results.map((one) => [one.opId, one]));
      another.value = results.some((one) => one.reason === 'another_runs');
      // What can’t count there is not sent for ever; the finished workout, which the device has whole, says what is missing.
      const settled = waiting.filter((op) => verdicts.get(op.opId)?.reason !== 'another_runs' && verdicts.has(op.opId));
      await store.acknowledge(userId, settled);
      away.value = false;
    } catch {
      away.value = true;
    }
    const left = await look();
    if (left.length > 0) callOff = later(AGAIN_MS, () => void push());
  }

  /** One at a time; what comes meanwhile goes with the next. */
  function push(fresh: readonly Op[] = []): Promise<void> {
    if (line) {
      again = true;
      return line;
    }
    line = sendAll(fresh)
      // What the device can’t read now it reads the next time.
      .catch(() => void (callOff = later(AGAIN_MS, () => void push())))
      .finally(() => {
        line = undefined;
        if (!again) return;
        again = false;
        void push();
      });
    return line;
  }

  return { here, away, another, push };
}
