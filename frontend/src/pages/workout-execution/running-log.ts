import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { workoutOf } from '@trainer/coach/running/finished';
import { newestOf, type Op, type RunningWorkout, sessionOf } from '@trainer/coach/running/session';
import { newId } from '../../offline/ids.ts';
import { type DeviceStore, ownOf, type Unsent, WorkoutOver } from '../../offline/store.ts';

/** An operation without what every operation has. */
export type Part = Op extends infer O ? (O extends Op ? Omit<O, 'opId' | 'sessionId' | 'at'> : never) : never;

export interface World {
  store: DeviceStore;
  userId: string;
  /** ms */
  now(): number;
  /** Something was done, and is being written: the server need not wait for that. */
  made(ops: readonly Op[]): void;
  /** Another tab of this device may have to look again. */
  changed(): void;
}

/** A workout that ended; `kept` false: the device could not keep it, and it runs on here until it is sent. */
export interface Finished {
  unsent: Unsent;
  kept: boolean;
}

/** The operations of the running workout: what is done is shown at once, and written until the device has kept it. */
export interface RunningLog {
  readonly session: ReadonlySignal<RunningWorkout | null>;
  /** Writes under way; what is shown as stored is stored. */
  readonly storing: ReadonlySignal<number>;
  /** Why the device did not keep the last change; null: it did. */
  readonly failure: ReadonlySignal<unknown>;
  readonly canUndo: ReadonlySignal<boolean>;
  /** An id that sorts after all before it. */
  freshId(): string;
  begin(parts: readonly Part[]): Promise<void>;
  write(parts: readonly Part[]): Promise<void>;
  /** Writes, and keeps what would take it back. */
  act(parts: readonly Part[], inverse: readonly Part[]): Promise<void>;
  undo(): Promise<void>;
  /** What the device keeps, read anew. */
  read(): Promise<void>;
  /** Tries again to keep what could not be kept. */
  retry(): Promise<void>;
  /** → what the server is to be told; null: nothing runs */
  discard(): Promise<Finished | null>;
  /** What the server has of the workout that runs here, or of the one that runs elsewhere where none does. */
  adopt(ops: readonly Op[]): Promise<void>;
  /** It was finished or discarded on another device. What only this device has stays until the server has it, too. */
  endedElsewhere(sessionId: string): Promise<void>;
  /** The server has all of a workout that the device could not hand over. */
  sentWhole(unsent: Unsent): Promise<void>;
  /** Ends the workout: from now on the outbox has it. Null: no set is done, or another tab ended it. */
  finish(): Promise<Finished | null>;
  /** Nothing runs any more on this device. */
  forget(): void;
}

export function runningLog({ store, userId, now, made, changed }: World): RunningLog {
  const ops = signal<readonly Op[]>([]);
  const session = computed(() => sessionOf(ops.value));
  const storing = signal(0);
  const failure = signal<unknown>(null);
  const inverses = signal<readonly (readonly Part[])[]>([]);
  /** What is not on the disk yet: written again with the next change, and never left out of what is finished. */
  let unwritten: readonly Op[] = [];

  /** ms; goes on even when the clock of the device goes back, so that what is done later is newer. */
  const stamp = (): number => ops.peek().reduce((latest, op) => Math.max(latest, Date.parse(op.at) + 1), now());
  const freshId = (): string => newId(stamp());

  async function write(parts: readonly Part[], sessionId = session.peek()?.sessionId): Promise<void> {
    if (!sessionId || parts.length === 0) return;
    const at = new Date(stamp()).toISOString();
    const fresh = parts.map((part): Op => ({ ...part, opId: freshId(), sessionId, at }));
    ops.value = newestOf([...ops.peek(), ...fresh]);
    unwritten = [...unwritten, ...fresh];
    await keep();
  }

  async function keep(): Promise<void> {
    const tried = unwritten;
    const isDone = () => (unwritten = unwritten.filter((op) => !tried.includes(op)));
    storing.value += 1;
    try {
      const written = store.append(userId, tried);
      // Of two tabs that begin at once only one may: a start waits until the device has it.
      if (!tried.some((op) => op.op === 'start')) made(tried);
      await written;
      isDone();
      failure.value = null;
      changed();
    } catch (error) {
      failure.value = error;
      if (error instanceof WorkoutOver) {
        isDone();
        await read();
        changed();
        // Another workout runs here by now, and nothing is wrong with that one.
        if (session.peek()) failure.value = null;
      }
    } finally {
      storing.value -= 1;
    }
  }

  async function read(): Promise<void> {
    const stored = await store.ops(userId);
    show([...stored, ...unwritten]);
  }

  function show(all: readonly Op[]): void {
    const before = session.peek()?.sessionId;
    ops.value = newestOf(all);
    // What was done in one workout is not taken back in the next.
    if (session.peek()?.sessionId !== before) inverses.value = [];
  }

  function forget(): void {
    ops.value = [];
    unwritten = [];
    inverses.value = [];
    changed();
  }

  function unsentOf(all: readonly Op[], ended: Date): Unsent | null {
    const whole = sessionOf(all);
    const endedAt = ended.toISOString();
    const workout = whole && workoutOf(whole, { endedAt });
    if (!workout) return null;
    const finish: Op = { ...nextBase(whole.sessionId), op: 'finish', endedAt };
    return { clientId: whole.sessionId, userId, workout, ops: newestOf([...all, finish]), refused: null };
  }

  /** The server may know nothing of it yet, or have it running: either way it is told. */
  function discardedOf(all: readonly Op[]): Unsent | null {
    const sessionId = all[0]?.sessionId;
    if (sessionId === undefined) return null;
    return {
      clientId: sessionId,
      userId,
      workout: null,
      ops: [{ ...nextBase(sessionId), op: 'discard' }],
      refused: null,
    };
  }

  const nextBase = (sessionId: string) => ({ opId: freshId(), sessionId, at: new Date(stamp()).toISOString() });

  return {
    session,
    storing,
    failure,
    canUndo: computed(() => inverses.value.length > 0),
    freshId,
    begin: (parts) => write(parts, freshId()),
    write: (parts) => write(parts),
    act(parts, inverse) {
      inverses.value = [...inverses.peek(), inverse];
      return write(parts);
    },
    async undo() {
      const last = inverses.peek().at(-1);
      inverses.value = inverses.peek().slice(0, -1);
      if (last) await write(last);
    },
    read,
    retry: () => (unwritten.length > 0 ? keep() : Promise.resolve()),
    async discard() {
      try {
        const unsent = await store.finish(userId, (stored) => discardedOf([...stored, ...unwritten]));
        forget();
        return unsent && { unsent, kept: true };
      } catch (error) {
        failure.value = error;
        const unsent = discardedOf(ops.peek());
        return unsent && { unsent, kept: false };
      }
    },
    async adopt(more) {
      const known = new Set(ops.peek().map((op) => op.opId));
      // The server tells this device of what it has done itself, too.
      if (more.every((op) => known.has(op.opId))) return;
      try {
        if (await store.adopt(userId, more)) await read();
      } catch (error) {
        // A full disk does not hide what runs: it is shown, and written as soon as that goes.
        unwritten = newestOf([...unwritten, ...ownOf(session.peek()?.sessionId, more)]);
        show([...ops.peek(), ...unwritten]);
        failure.value = error;
      }
    },
    async endedElsewhere(sessionId) {
      const isWritten = unwritten.every((op) => op.sessionId !== sessionId);
      if (session.peek()?.sessionId !== sessionId || !isWritten || !(await store.drop(userId, sessionId))) return;
      forget();
      await read();
    },
    async sentWhole({ clientId, ops: all = [] }) {
      await store.acknowledge(userId, all);
      await store.drop(userId, clientId);
      forget();
      await read();
    },
    async finish() {
      const ended = new Date(now());
      try {
        // Made of what is on the disk, so that what another tab did a moment ago is in it.
        const unsent = await store.finish(userId, (stored) => unsentOf([...stored, ...unwritten], ended));
        if (unsent) forget();
        else await read();
        return unsent && { unsent, kept: true };
      } catch (error) {
        failure.value = error;
        const unsent = unsentOf(ops.peek(), ended);
        return unsent && { unsent, kept: false };
      }
    },
    forget,
  };
}
