import { batch, computed, signal } from '@preact/signals-core';
import type { Message, MessagesRead, Thread } from '@trainer/contract/types';
import { Refused } from '../../api.ts';
import { merged, readUpTo, type Waiting } from './conversation.ts';

interface Page {
  data: Message[];
  page: { nextCursor: string | null };
}

export interface World {
  me: string;
  fetchThreads(): Promise<Thread[]>;
  fetchPage(other: string, cursor: string | null): Promise<Page>;
  send(to: string, text: string, clientId: string): Promise<Message>;
  read(from: string): Promise<void>;
  tellTyping(to: string): void;
  /** What waits on this device, over a reload. */
  kept(): Waiting[];
  keep(waiting: readonly Waiting[], before: readonly Waiting[]): void;
  freshId(): string;
  now(): number;
  /** Runs later; → takes it back. */
  later(ms: number, run: () => void): () => void;
  /** Whether somebody can see this page. */
  isVisible(): boolean;
}

const AGAIN_MS = 5000;
const TYPING_MS = 4000;
const TELL_TYPING_MS = 2000;
const REFETCH_MS = 300;

export type MessagesState = ReturnType<typeof messagesState>;

/** Threads, the one that is open, and what is on its way. */
export function messagesState(world: World) {
  const threads = signal<readonly Thread[] | null>(null);
  const failure = signal<unknown>(null);
  const open = signal<string | null>(null);
  /** Of the open thread, oldest first; null: not here yet. */
  const messages = signal<readonly Message[] | null>(null);
  const cursor = signal<string | null>(null);
  const loadingOlder = signal(false);
  const threadFailure = signal<unknown>(null);
  const waiting = signal<readonly Waiting[]>(world.kept());
  const writing = signal<ReadonlySet<string>>(new Set());
  const drafts = new Map<string, string>();
  const draft = signal('');
  const cancels = new Map<string, () => void>();
  let cancelAgain = (): void => undefined;
  let cancelRefetch = (): void => undefined;
  let toldTypingAt = -Infinity;
  let sending: Promise<void> | undefined;
  let isReading = false;
  let asked = 0;
  /** Grows with all that threads are told of. */
  let heard = 0;
  /** Of each page that is asked for: the messages that came since, which its answer may not know. */
  const since = new Set<Message[]>();

  const otherOf = (message: Message): string => (message.from === world.me ? message.to : message.from);
  const thread = computed(() => threads.value?.find((one) => one.with._id === open.value) ?? null);

  function keep(next: readonly Waiting[]): void {
    const before = waiting.peek();
    waiting.value = next;
    world.keep(next, before);
  }

  async function load(): Promise<void> {
    const [turn, before] = [(asked += 1), heard];
    try {
      const answer = await world.fetchThreads();
      if (turn !== asked) return;
      threads.value = answer;
      failure.value = null;
      // The answer may be from before what was told meanwhile.
      if (heard !== before) refetchSoon();
    } catch (error) {
      if (turn === asked) failure.value = error;
    }
  }

  function refetchSoon(): void {
    cancelRefetch();
    cancelRefetch = world.later(REFETCH_MS, () => void load());
  }

  /** The newest page; what is here already stays. */
  async function loadOpen(): Promise<void> {
    const other = open.peek();
    if (other === null) return;
    const told: Message[] = [];
    since.add(told);
    try {
      const page = await world.fetchPage(other, null);
      if (open.peek() !== other) return;
      batch(() => {
        const before = messages.peek();
        const late = told.filter((one) => otherOf(one) === other);
        const newest = before?.findLast((one) => !late.some(({ _id }) => _id === one._id));
        // A gap between what is here and what is newest would be a hole in the thread.
        const joins = newest !== undefined && page.data.some((one) => one._id === newest._id);
        if (before === null || !joins) {
          messages.value = merged(page.data, late);
          cursor.value = page.page.nextCursor;
        } else messages.value = merged(before, page.data);
        threadFailure.value = null;
      });
      await readNow();
    } catch (error) {
      if (open.peek() === other) threadFailure.value = error;
    } finally {
      since.delete(told);
    }
  }

  async function readNow(): Promise<void> {
    const other = open.peek();
    if (other === null || isReading || !world.isVisible()) return;
    const isUnread = (messages.peek() ?? []).some((one) => one.from === other && one.readAt === null);
    if (!isUnread && (thread.peek()?.unread ?? 0) === 0) return;
    isReading = true;
    const seen = messages.peek();
    try {
      await world.read(other);
      noteRead({ by: world.me, from: other, at: new Date(world.now()).toISOString() });
    } catch {
      // Read or not, the text is here; the next look tells it again.
    } finally {
      isReading = false;
    }
    if (messages.peek()?.at(-1)?._id !== seen?.at(-1)?._id) await readNow();
  }

  function noteRead({ by, from, at }: MessagesRead): void {
    heard += 1;
    batch(() => {
      const other = by === world.me ? from : by;
      if (open.peek() === other && messages.peek()) messages.value = readUpTo(messages.peek() ?? [], from, at);
      threads.value =
        threads.peek()?.map((one) => {
          if (one.with._id !== other) return one;
          const last = one.last ? (readUpTo([one.last], from, at)[0] ?? null) : null;
          return { ...one, last, unread: by === world.me ? 0 : one.unread };
        }) ?? null;
    });
  }

  function take(message: Message): void {
    const other = otherOf(message);
    heard += 1;
    for (const told of since) told.push(message);
    batch(() => {
      if (waiting.peek().some((one) => one.clientId === message.clientId))
        keep(waiting.peek().filter((one) => one.clientId !== message.clientId));
      if (open.peek() === other && messages.peek()) messages.value = merged(messages.peek() ?? [], [message]);
      noteLast(other, message);
    });
  }

  function noteLast(other: string, message: Message): void {
    const all = threads.peek();
    const known = all?.find((one) => one.with._id === other);
    if (!all || !known) {
      refetchSoon();
      return;
    }
    if (known.last?._id === message._id || (known.last && known.last.createdAt > message.createdAt)) return;
    const next = { ...known, last: message, unread: known.unread + (message.from === other ? 1 : 0) };
    threads.value = [next, ...all.filter((one) => one !== known)];
  }

  function stopWriting(other: string): void {
    cancels.get(other)?.();
    if (writing.peek().has(other)) writing.value = new Set([...writing.peek()].filter((one) => one !== other));
  }

  async function sendAll(): Promise<void> {
    cancelAgain();
    for (;;) {
      const next = waiting.peek().find((one) => one.refused === null);
      if (!next) return;
      try {
        take(await world.send(next.to, next.text, next.clientId));
      } catch (error) {
        if (error instanceof Refused && error.status < 500 && error.status !== 429 && error.status !== 401) {
          keep(waiting.peek().map((one) => (one === next ? { ...one, refused: error.message } : one)));
          continue;
        }
        const seconds = error instanceof Refused ? error.retryAfterSeconds : null;
        cancelAgain = world.later(seconds === null ? AGAIN_MS : seconds * 1000, () => void flush());
        return;
      }
    }
  }

  /** One after the other, in the order in which they were written. */
  function flush(): Promise<void> {
    sending ??= sendAll().finally(() => (sending = undefined));
    return sending;
  }

  return {
    threads,
    failure,
    open,
    thread,
    messages,
    cursor,
    loadingOlder,
    threadFailure,
    draft,
    load,
    loadOpen,
    readNow,
    flush,
    noteRead,
    refetchSoon,

    /** Of the open thread. */
    waiting: computed(() => waiting.value.filter((one) => one.to === open.value)),
    isWriting: computed(() => open.value !== null && writing.value.has(open.value)),

    async choose(other: string | null): Promise<void> {
      if (other === open.peek()) return;
      const before = open.peek();
      if (before !== null) drafts.set(before, draft.peek());
      batch(() => {
        open.value = other;
        messages.value = null;
        cursor.value = null;
        threadFailure.value = null;
        draft.value = other === null ? '' : (drafts.get(other) ?? '');
      });
      await loadOpen();
    },

    async older(): Promise<void> {
      const [other, from] = [open.peek(), cursor.peek()];
      if (other === null || from === null || loadingOlder.peek()) return;
      loadingOlder.value = true;
      try {
        const page = await world.fetchPage(other, from);
        // Where the thread was fetched anew meanwhile, this is no longer what comes before it.
        if (open.peek() !== other || cursor.peek() !== from) return;
        batch(() => {
          messages.value = merged(messages.peek() ?? [], page.data);
          cursor.value = page.page.nextCursor;
        });
      } catch (error) {
        if (open.peek() === other) threadFailure.value = error;
      } finally {
        loadingOlder.value = false;
      }
    },

    type(text: string): void {
      draft.value = text;
      const other = open.peek();
      if (other === null || text.trim() === '' || world.now() - toldTypingAt < TELL_TYPING_MS) return;
      toldTypingAt = world.now();
      world.tellTyping(other);
    },

    /** Shown at once, stored on this device, then sent until it has arrived. */
    send(): void {
      const [other, text] = [open.peek(), draft.peek().trim()];
      if (other === null || text === '') return;
      const one = {
        clientId: world.freshId(),
        to: other,
        text,
        at: new Date(world.now()).toISOString(),
        refused: null,
      };
      keep([...waiting.peek(), one]);
      draft.value = '';
      toldTypingAt = -Infinity;
      void flush();
    },

    /** One that was refused, once more. */
    again(clientId: string): void {
      keep(waiting.peek().map((one) => (one.clientId === clientId ? { ...one, refused: null } : one)));
      void flush();
    },
    drop(clientId: string): void {
      keep(waiting.peek().filter((one) => one.clientId !== clientId));
    },

    received(message: Message): void {
      take(message);
      if (message.from === world.me) return;
      stopWriting(message.from);
      void readNow();
    },

    typing(from: string): void {
      cancels.get(from)?.();
      writing.value = new Set([...writing.peek(), from]);
      cancels.set(
        from,
        world.later(TYPING_MS, () => {
          stopWriting(from);
        }),
      );
    },

    presence(userId: string, online: boolean): void {
      heard += 1;
      threads.value =
        threads.peek()?.map((one) => (one.with._id === userId ? { ...one, with: { ...one.with, online } } : one)) ??
        null;
    },
  };
}
