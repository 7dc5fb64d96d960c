import { type Glance, glanceOf } from '@trainer/coach/running/glance';
import { endingOf, isNewer, type RunningWorkout, sessionOf, slotOf } from '@trainer/coach/running/session';
import type { GivenOp, OpResult, Session } from '@trainer/contract/types';
import { type Appended, type EndedWorkout, type MadeWorkout, MOST_OPS, type TouchedWorkout } from './ports/running.ts';
import { versions } from './versions.ts';

/** A running or ended workout as every engine stores it. */
export interface RunningDocument {
  v: 1;
  sessionId: string;
  /** The newest of each slot. */
  ops: GivenOp[];
  version: number;
  workout: MadeWorkout | null;
  /** The version at which its workout was stored. */
  madeVersion: number | null;
  createdAt: string;
  /** When the server first heard of its end. */
  endedAt: string | null;
}

export const upgradeRunning = versions<RunningDocument>().build();

/** Documents are replaced and never changed: what follows from one is worked out once. */
function once<T>(work: (ops: readonly GivenOp[]) => T): (document: RunningDocument) => T {
  const known = new WeakMap<RunningDocument, { result: T }>();
  return (document) => {
    const worked = known.get(document) ?? { result: work(document.ops) };
    known.set(document, worked);
    return worked.result;
  };
}

const endingIn = once(endingOf);
const sessionIn = once(sessionOf);

/** How a document stands, for the columns that are asked for. */
export function standing(document: RunningDocument): { runs: boolean; unmade: boolean } {
  const ending = endingIn(document);
  const begun = document.ops.some((op) => op.op === 'start');
  return {
    runs: begun && ending === null,
    unmade: begun && ending?.how === 'finished' && document.madeVersion !== document.version,
  };
}

/** What is seen of it at a glance; null: it does not run. */
export function glanceIn(document: RunningDocument): Glance | null {
  const session = standing(document).runs ? sessionIn(document) : null;
  return session && glanceOf(session);
}

export function runningIn(userId: string, documents: Iterable<RunningDocument>): Session | undefined {
  for (const document of documents) {
    const session = standing(document).runs ? sessionIn(document) : null;
    if (session) return { ...session, userId, version: document.version };
  }
  return undefined;
}

/** The one that runs, with what made it. */
export function runningWithOps(
  userId: string,
  document: RunningDocument | undefined,
): { session: Session; ops: GivenOp[] } | undefined {
  const session = document && runningIn(userId, [document]);
  return session && { session, ops: document.ops };
}

export function endedOf(userId: string, document: RunningDocument): EndedWorkout | undefined {
  const ending = endingIn(document);
  const session: RunningWorkout | null = sessionIn(document);
  if (!ending || !session) return undefined;
  const { version, workout, madeVersion } = document;
  return { userId, ending, session: { ...session, version }, workout, isMade: madeVersion === version };
}

/**
 * The documents of one member with these operations in them.
 * @param documents the one that runs, and those that the operations name; they are left as they are
 * @returns what to answer, and the documents that changed
 */
export function append(
  userId: string,
  documents: readonly RunningDocument[],
  ops: readonly GivenOp[],
  at: Date,
): { appended: Appended; changed: RunningDocument[] } {
  const workouts = new Map(documents.map((document) => [document.sessionId, new Open(document)]));
  const open = (sessionId: string): Open => {
    const known = workouts.get(sessionId) ?? new Open(fresh(sessionId, at));
    workouts.set(sessionId, known);
    return known;
  };
  const runs = () => [...workouts.values()].find((one) => standing(one.document).runs)?.document.sessionId;

  // Everything but the starts first: a workout that comes whole is over before it is asked whether it may begin.
  const results: OpResult[] = [];
  for (const isStart of [false, true]) {
    ops.forEach((op, i) => {
      if ((op.op === 'start') !== isStart) return;
      const workout = open(op.sessionId);
      const other = isStart && !endingIn(workout.document) ? runs() : undefined;
      const isTaken = other !== undefined && other !== op.sessionId;
      results[i] = isTaken ? { opId: op.opId, status: 'refused', reason: 'another_runs' } : workout.take(op);
    });
  }

  const changed = [...workouts.values()].filter((one) => one.applied.length > 0).map((one) => one.closed(at));
  const after = [...workouts.values()].map((one) => one.document);
  const touched = [...workouts.values()].flatMap((one) => {
    const asked =
      one.applied.length > 0 || ops.some((op) => op.op === 'finish' && op.sessionId === one.document.sessionId);
    return asked ? touchedOf(userId, one) : [];
  });
  return { appended: { results, touched, running: runningIn(userId, after) }, changed };
}

const fresh = (sessionId: string, at: Date): RunningDocument => ({
  v: 1,
  sessionId,
  ops: [],
  version: 0,
  workout: null,
  madeVersion: null,
  createdAt: at.toISOString(),
  endedAt: null,
});

/** A document while operations are added to it. */
class Open {
  document: RunningDocument;
  readonly applied: GivenOp[] = [];
  readonly #slots: Map<string, GivenOp>;

  constructor(document: RunningDocument) {
    this.document = document;
    this.#slots = new Map(document.ops.map((op) => [slotOf(op), op]));
  }

  take(op: GivenOp): OpResult {
    const slot = slotOf(op);
    const before = this.#slots.get(slot);
    if (before?.opId === op.opId) return { opId: op.opId, status: 'duplicate' };
    if (before && !isNewer(op, before)) return { opId: op.opId, status: 'superseded' };
    if (!before && this.#slots.size >= MOST_OPS) return { opId: op.opId, status: 'refused', reason: 'too_many' };
    this.#slots.set(slot, op);
    this.applied.push(op);
    this.document = { ...this.document, ops: [...this.#slots.values()] };
    return { opId: op.opId, status: 'applied' };
  }

  closed(at: Date): RunningDocument {
    const { version, endedAt, ops } = this.document;
    this.document = {
      ...this.document,
      version: version + 1,
      endedAt: endedAt ?? (endingOf(ops) ? at.toISOString() : null),
    };
    return this.document;
  }
}

function touchedOf(userId: string, { document, applied }: Open): TouchedWorkout[] {
  const ended = endedOf(userId, document);
  if (ended) return [{ ...ended, applied }];
  const session = runningIn(userId, [document]);
  return session ? [{ ending: null, session, applied }] : [];
}
