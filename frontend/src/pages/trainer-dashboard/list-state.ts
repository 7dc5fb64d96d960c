import { batch, computed, signal } from '@preact/signals-core';
import { glanceOf } from '@trainer/coach/running/glance';
import type { ClientRow, Message, ServerEvents, Session, SessionEnded, SessionUpdated } from '@trainer/contract/types';
import { fullName } from '../../names.ts';

export interface World {
  fetchClients(): Promise<ClientRow[]>;
  /** Runs later; → takes it back. */
  later(ms: number, run: () => void): () => void;
  /** Runs before the next painting, or soon where nothing is painted. */
  nextFrame(run: () => void): void;
  /** These began to train while somebody looks on. */
  started(names: readonly string[]): void;
}

/** Ids by group, each in the order in which it is shown. */
export interface Groups {
  training: readonly string[];
  needs_look: readonly string[];
  on_track: readonly string[];
}

/** From so many clients on, there is something to search. */
const SEARCH_FROM = 12;
/** Several changes within this time are one question. */
const REFETCH_MS = 300;
const NOBODY: Groups = { training: [], needs_look: [], on_track: [] };

export type ListState = ReturnType<typeof listState>;

/** The clients, who of them trains, and what changes meanwhile: many events of one frame are one change. */
export function listState(world: World) {
  const rows = signal<ReadonlyMap<string, ClientRow> | null>(null);
  const groups = signal<Groups>(NOBODY);
  /** What runs, whole, where it was told of. */
  const sessions = signal<ReadonlyMap<string, Session>>(new Map());
  const failure = signal<unknown>(null);
  const query = signal('');
  /** A pointer or the focus is on the list: nothing moves from its place. */
  const held = signal(false);

  const updates = new Map<string, Session>();
  const ends = new Map<string, string>();
  const changes: ((row: ClientRow) => ClientRow | undefined)[] = [];
  /** Who was told of since the list was asked for: what they train is known better than the answer knows it. */
  let toldSince = new Set<string>();
  let onlineSince = new Map<string, boolean>();
  /** What of theirs ended last: what is told of it late does not bring it back. */
  const over = new Map<string, string>();
  let isFrameAsked = false;
  let isRefetchAsked = false;
  let asked = 0;
  let isAsking = false;
  let loading: Promise<void> = Promise.resolve();

  function regroup(): void {
    const all = [...(rows.peek()?.values() ?? [])];
    const next = held.peek() ? inTheirPlaces(groups.peek(), all) : grouped(all);
    if (!isSame(next, groups.peek())) groups.value = next;
  }

  function load(): Promise<void> {
    loading = loadNow();
    return loading;
  }

  async function loadNow(): Promise<void> {
    const turn = (asked += 1);
    toldSince = new Set();
    onlineSince = new Map();
    isAsking = true;
    try {
      const answer = await world.fetchClients();
      if (turn !== asked) return;
      // What was told meanwhile is newer, and the next frame may be late.
      apply();
      // Of what waited for the first list, only who trains can be newer than it.
      changes.length = 0;
      batch(() => {
        failure.value = null;
        const before = rows.peek();
        rows.value = new Map(answer.map((row) => [row._id, newer(before?.get(row._id), row)]));
        const running = [...sessions.peek()].filter(([id, session]) =>
          isSame(rows.peek()?.get(id)?.session, glanceOf(session)),
        );
        if (running.length !== sessions.peek().size) sessions.value = new Map(running);
        regroup();
      });
      if (updates.size > 0 || ends.size > 0) apply();
    } catch (error) {
      if (turn === asked) failure.value = error;
    } finally {
      if (turn === asked) isAsking = false;
    }
  }

  /** The answer, unless it is what is shown already: rows that are the same are not drawn again. */
  function newer(before: ClientRow | undefined, answer: ClientRow): ClientRow {
    let row = { ...answer, online: onlineSince.get(answer._id) ?? answer.online };
    if (before && toldSince.has(answer._id)) {
      const { status, reason, session } = before;
      row = { ...row, session, ...(session || row.session ? { status, reason } : {}) };
    }
    return before && isSame(before, row) ? before : row;
  }

  function refetchSoon(): void {
    if (isRefetchAsked) return;
    isRefetchAsked = true;
    world.later(REFETCH_MS, () => {
      isRefetchAsked = false;
      void load();
    });
  }

  function applySoon(): void {
    if (isFrameAsked) return;
    isFrameAsked = true;
    world.nextFrame(() => {
      isFrameAsked = false;
      apply();
    });
  }

  function apply(): void {
    const before = rows.peek();
    if (!before) return;
    const next = new Map(before);
    const running = new Map(sessions.peek());
    const begun: string[] = [];
    for (const [id, session] of updates) {
      const row = next.get(id);
      if (!row) {
        refetchSoon();
        continue;
      }
      if (!row.session) begun.push(fullName(row));
      running.set(id, session);
      next.set(id, { ...row, status: 'training', reason: null, session: glanceOf(session) });
    }
    for (const [id, sessionId] of ends) {
      running.delete(id);
      const row = next.get(id);
      // Where they stand now the server knows; until it is asked they are where nothing is wrong.
      if (row?.session?.sessionId === sessionId)
        next.set(id, { ...row, status: 'on_track', reason: null, session: null });
    }
    for (const change of changes) {
      for (const [id, row] of next) {
        const changed = change(row);
        if (changed) next.set(id, changed);
      }
    }
    updates.clear();
    ends.clear();
    changes.length = 0;
    batch(() => {
      rows.value = next;
      sessions.value = running;
      regroup();
    });
    if (begun.length > 0) world.started(begun);
  }

  /** A list that is on its way may count it or not. */
  function countAgain(): void {
    if (isAsking) refetchSoon();
  }

  function change(id: string, to: (row: ClientRow) => Partial<ClientRow>): void {
    changes.push((row) => (row._id === id ? { ...row, ...to(row) } : undefined));
    applySoon();
  }

  return {
    rows,
    groups,
    sessions,
    failure,
    query,
    held,
    load,
    refetchSoon,
    /** Once the answer to the last question is here. */
    settled: () => loading,

    hasSearch: computed(() => (rows.value?.size ?? 0) >= SEARCH_FROM),
    /** Of a group, those that are looked for. */
    found: (group: keyof Groups): ClientRow[] => {
      const wanted = query.value.trim().toLocaleLowerCase();
      const all = rows.value;
      return groups.value[group].flatMap((id) => {
        const row = all?.get(id);
        return row && (wanted === '' || fullName(row).toLocaleLowerCase().includes(wanted)) ? [row] : [];
      });
    },

    hold(): void {
      held.value = true;
    },
    release(): void {
      if (!held.peek()) return;
      held.value = false;
      regroup();
    },

    sessionUpdated({ userId, session }: Pick<SessionUpdated, 'userId' | 'session'>): void {
      const known = updates.get(userId) ?? sessions.peek().get(userId);
      if (known?.sessionId === session.sessionId && known.version >= session.version) return;
      if (over.get(userId) === session.sessionId) return;
      ends.delete(userId);
      updates.set(userId, session);
      toldSince.add(userId);
      applySoon();
    },

    sessionEnded({ userId, sessionId }: Pick<SessionEnded, 'userId' | 'sessionId'>): void {
      if (updates.get(userId)?.sessionId === sessionId) updates.delete(userId);
      ends.set(userId, sessionId);
      over.set(userId, sessionId);
      toldSince.add(userId);
      applySoon();
      refetchSoon();
    },

    presence({ userId, online }: Parameters<ServerEvents['presence']>[0]): void {
      onlineSince.set(userId, online);
      change(userId, () => ({ online }));
    },

    messageReceived({ from }: Pick<Message, 'from'>): void {
      change(from, ({ unread }) => ({ unread: unread + 1 }));
      countAgain();
    },

    /** Everything of theirs was read, on any screen. */
    messagesRead(from: string): void {
      change(from, () => ({ unread: 0 }));
      countAgain();
    },
  };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function grouped(rows: readonly ClientRow[]): Groups {
  const of = (status: ClientRow['status']) => rows.filter((row) => row.status === status);
  const idsOf = (some: readonly ClientRow[]) => some.map((row) => row._id);
  const begun = (row: ClientRow) => row.session?.startedAt ?? '';
  return {
    training: idsOf(of('training').sort((a, b) => (begun(a) < begun(b) ? -1 : 1))),
    needs_look: idsOf(of('needs_look')),
    on_track: idsOf(of('on_track')),
  };
}

/** Who is there already keeps their place; who is not a client any more goes, who is new comes last. */
function inTheirPlaces(before: Groups, rows: readonly ClientRow[]): Groups {
  const there = new Set(rows.map((row) => row._id));
  const placed = new Set([...before.training, ...before.needs_look, ...before.on_track]);
  const of = (group: keyof Groups) => [
    ...before[group].filter((id) => there.has(id)),
    ...rows.filter((row) => row.status === group && !placed.has(row._id)).map((row) => row._id),
  ];
  return { training: of('training'), needs_look: of('needs_look'), on_track: of('on_track') };
}
