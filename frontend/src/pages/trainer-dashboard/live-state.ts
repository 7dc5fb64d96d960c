import { computed, signal } from '@preact/signals-core';
import type { Session, SessionEnded, SessionUpdated } from '@trainer/contract/types';
import { Refused } from '../../api.ts';

export interface World {
  /** null: nothing runs, or it is not shared. */
  fetchSession(): Promise<Session | null>;
  sendCue(text: string): Promise<void>;
  now(): number;
  /** Runs later; → takes it back. */
  later(ms: number, run: () => void): () => void;
}

/** A set that was just done glows this long, once. */
const GLOW_MS = 4000;

export type LiveState = ReturnType<typeof liveState>;

/** What one client trains now, set by set. The higher version is the newer one; what was missed is fetched. */
export function liveState(world: World) {
  const session = signal<Session | null>(null);
  const loaded = signal(false);
  const failure = signal<unknown>(null);
  const ended = signal<Pick<SessionEnded, 'how' | 'workoutId'> | null>(null);
  /** When this screen heard last, where it hears nothing now; null: it hears. */
  const lostAt = signal<number | null>(null);
  /** The sets that were just done. */
  const fresh = signal<ReadonlySet<string>>(new Set());
  /** Taken out of the workout while this screen looked on. */
  const removed = signal<readonly string[]>([]);
  const cue = {
    text: signal(''),
    busy: signal(false),
    sent: signal<{ text: string; at: number } | null>(null),
    failure: signal<unknown>(null),
  };
  let heardAt = world.now();
  let cancelGlow = (): void => undefined;
  let over: string | null = null;
  /** The one that was shown last: its end is told, also where an answer was here before. */
  let last: string | null = null;

  function take(next: Session): boolean {
    const before = session.peek();
    if (next.sessionId === over) return false;
    if (before?.sessionId === next.sessionId && before.version >= next.version) return false;
    if (before?.sessionId === next.sessionId) glowFor(before, next);
    else {
      ended.value = null;
      removed.value = [];
    }
    session.value = next;
    last = next.sessionId;
    return true;
  }

  function glowFor(before: Session, next: Session): void {
    const known = doneIds(before);
    const added = [...doneIds(next)].filter((id) => !known.has(id));
    if (added.length === 0) return;
    fresh.value = new Set(added);
    cancelGlow();
    cancelGlow = world.later(GLOW_MS, () => (fresh.value = new Set()));
  }

  async function load(): Promise<void> {
    const before = session.peek();
    try {
      const answer = await world.fetchSession();
      failure.value = null;
      heardAt = world.now();
      if (lostAt.peek() !== null) lostAt.value = null;
      if (answer) take(answer);
      // What was told meanwhile is newer.
      else if (session.peek() === before) session.value = null;
      loaded.value = true;
    } catch (error) {
      failure.value = error;
    }
  }

  return {
    session,
    loaded,
    failure,
    ended,
    lostAt,
    fresh,
    removed,
    cue,
    load,
    isStale: computed(() => lostAt.value !== null),

    told({ session: next, ops }: Pick<SessionUpdated, 'session' | 'ops'>): void {
      heardAt = world.now();
      if (lostAt.peek() !== null) lostAt.value = null;
      const before = session.peek();
      if (!take(next)) return;
      loaded.value = true;
      const gone = ops.flatMap((op) => {
        const exercise = op.op === 'removeExercise' && before?.exercises.find((one) => one.key === op.key);
        return exercise && !next.exercises.some((one) => one.key === exercise.key) ? [exercise.name] : [];
      });
      if (gone.length > 0) removed.value = [...removed.peek(), ...gone];
    },

    endedBy({ sessionId, how, workoutId }: SessionEnded): void {
      over = sessionId;
      if (last !== sessionId) return;
      session.value = null;
      ended.value = { how, ...(workoutId === undefined ? {} : { workoutId }) };
    },

    /** Not shared any more. */
    hide(): void {
      session.value = null;
      ended.value = null;
    },

    /** The connection of this screen went away. */
    lost(): void {
      lostAt.value ??= heardAt;
    },

    async sendCue(text: string): Promise<void> {
      const words = text.trim();
      if (words === '' || cue.busy.peek()) return;
      cue.busy.value = true;
      cue.failure.value = null;
      try {
        await world.sendCue(words);
        cue.sent.value = { text: words, at: world.now() };
        if (cue.text.peek().trim() === words) cue.text.value = '';
      } catch (error) {
        cue.sent.value = null;
        cue.failure.value = error;
        if (error instanceof Refused && error.code === 'not_training') void load();
      } finally {
        cue.busy.value = false;
      }
    },
  };
}

const doneIds = ({ exercises }: Session): Set<string> =>
  new Set(exercises.flatMap(({ sets }) => sets.flatMap((set) => (set.done ? [set.setId] : []))));
