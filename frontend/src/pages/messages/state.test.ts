import type { Message, Thread } from '@trainer/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { Unreachable } from '../../api.ts';
import { questions, refusal, settled, timers } from '../../testing/answers.ts';
import type { Waiting } from './conversation.ts';
import { messagesState } from './state.ts';

const BEGIN = Date.parse('2026-07-16T08:00:00Z');
const when = (minute: number) => new Date(BEGIN + minute * 60_000).toISOString();
/** Of that minute: its id and text follow from it. */
const message = (minute: number, from = 'arun', given: Partial<Message> = {}): Message => ({
  _id: `m${String(minute).padStart(3, '0')}`,
  clientId: null,
  from,
  to: from === 'kavya' ? 'arun' : 'kavya',
  text: `of ${String(minute)}`,
  createdAt: when(minute),
  readAt: null,
  ...given,
});
const readOne = (minute: number, from?: string) => message(minute, from, { readAt: when(minute) });
const thread = (other: string, given: Partial<Thread> = {}): Thread => ({
  with: { _id: other, username: other, firstName: null, lastName: null, online: false },
  last: null,
  unread: 0,
  open: true,
  ...given,
});
const page = (data: Message[], nextCursor: string | null = null) => ({ data, page: { nextCursor } });

let threads: ReturnType<typeof questions<Thread[]>>;
let pages: ReturnType<typeof questions<ReturnType<typeof page>>>;
let arrivals: ReturnType<typeof questions<Message>>;
let reads: ReturnType<typeof questions<undefined>>;
let clock: ReturnType<typeof timers>;
let sent: { to: string; text: string; clientId: string }[];
let read: string[];
let cursors: (string | null)[];
let toldTyping: string[];
let device: readonly Waiting[];
let now: number;
let isVisible: boolean;
let ids: number;
let state: ReturnType<typeof messagesState>;

const opened = () =>
  messagesState({
    me: 'kavya',
    fetchThreads: threads.ask,
    fetchPage(_, cursor) {
      cursors.push(cursor);
      return pages.ask();
    },
    send(to, text, clientId) {
      sent.push({ to, text, clientId });
      return arrivals.ask();
    },
    read(from) {
      read.push(from);
      return reads.ask();
    },
    tellTyping: (to) => toldTyping.push(to),
    kept: () => [...device],
    keep: (waiting) => (device = waiting),
    freshId: () => `c${String((ids += 1))}`,
    now: () => now,
    later: clock.later,
    isVisible: () => isVisible,
  });

beforeEach(() => {
  [threads, pages, arrivals, reads, clock] = [questions(), questions(), questions(), questions(), timers()];
  [sent, read, cursors, toldTyping, device, now, isVisible, ids] = [[], [], [], [], [], BEGIN, true, 0];
  state = opened();
});
const listed = async (...all: Thread[]) => {
  void state.load();
  await threads.answer(all);
};
const inThread = async (other: string, ...shown: Message[]) => {
  void state.choose(other);
  await pages.answer(page(shown.toReversed(), 'c1'));
};
const texts = () => state.messages.value?.map((one) => one.text);
const write = (text: string) => {
  state.type(text);
  state.send();
};
const arrived = (minute: number, clientId: string) => arrivals.answer(message(minute, 'kavya', { clientId }));

describe('a message that is written', () => {
  beforeEach(async () => {
    await listed(thread('arun'));
    await inThread('arun');
  });

  it('is shown at once and kept on the device, then is in the thread once it has arrived', async () => {
    write(' Done for today. ');
    expect(state.waiting.value).toEqual([
      { clientId: 'c1', to: 'arun', text: 'Done for today.', at: when(0), refused: null },
    ]);
    expect([device, state.draft.value]).toEqual([state.waiting.value, '']);
    await arrived(1, 'c1');
    expect([state.waiting.value, device, texts()]).toEqual([[], [], ['of 1']]);
    expect(state.thread.value).toMatchObject({ last: { text: 'of 1' }, unread: 0 });
  });

  it('is not sent empty, nor to nobody', async () => {
    write('   ');
    await state.choose(null);
    write('Hello');
    expect(sent).toEqual([]);
  });

  it('goes out one after the other, in the order in which it was written', async () => {
    write('first');
    write('second');
    expect(sent.map((one) => one.text)).toEqual(['first']);
    await arrived(1, 'c1');
    expect(sent.map((one) => one.text)).toEqual(['first', 'second']);
  });

  it('is sent again under the same id while the network is away, until it arrives', async () => {
    write('first');
    await arrivals.fail(new Unreachable('away'));
    expect([state.waiting.value.length, clock.waiting]).toEqual([1, [5000]]);
    await clock.pass();
    expect(sent.map((one) => one.clientId)).toEqual(['c1', 'c1']);
    await arrived(1, 'c1');
    expect(state.waiting.value).toEqual([]);
    await state.flush();
    expect(sent).toHaveLength(2);
  });

  it('waits as long as the server asks for', async () => {
    write('first');
    await arrivals.fail(refusal(429, 'too_many_requests', { headers: { 'retry-after': '12' } }));
    expect([state.waiting.value[0]?.refused, clock.waiting]).toEqual([null, [12_000]]);
  });

  it('is sent by the next page where this one was closed before it arrived', async () => {
    write('first');
    await arrivals.fail(new Unreachable('away'));
    state = opened();
    void state.flush();
    expect(sent.map((one) => one.clientId)).toEqual(['c1', 'c1']);
    await arrived(1, 'c1');
    expect(device).toEqual([]);
  });

  it('that the server does not take says why, and holds up no other', async () => {
    write('first');
    write('second');
    await arrivals.fail(refusal(403, 'forbidden'));
    await arrived(2, 'c2');
    expect(state.waiting.value).toMatchObject([{ text: 'first', refused: 'Refused: forbidden.' }]);
    expect([device.length, clock.waiting]).toEqual([1, []]);
    state.again('c1');
    expect(state.waiting.value[0]?.refused).toBeNull();
    expect(sent.at(-1)).toEqual({ to: 'arun', text: 'first', clientId: 'c1' });
    await arrivals.fail(refusal(403, 'forbidden'));
    state.drop('c1');
    expect([state.waiting.value, device]).toEqual([[], []]);
  });

  it.each([
    [401, 'unauthorized'],
    [503, 'unavailable'],
  ] as const)('is not given up by a %s, which says nothing of the message', async (status, code) => {
    write('first');
    await arrivals.fail(refusal(status, code));
    expect(state.waiting.value[0]?.refused).toBeNull();
    expect(clock.waiting).toHaveLength(1);
  });

  it('is there once where the socket was faster than the answer', async () => {
    write('first');
    state.received(message(1, 'kavya', { clientId: 'c1' }));
    expect([state.waiting.value, texts()]).toEqual([[], ['of 1']]);
    await arrived(1, 'c1');
    expect([texts(), state.thread.value?.unread]).toEqual([['of 1'], 0]);
  });

  it('waits only in the thread that it belongs to', async () => {
    write('first');
    await inThread('bela');
    expect(state.waiting.value).toEqual([]);
  });
});

describe('the open thread', () => {
  it('is the oldest first, and goes back page by page', async () => {
    await inThread('arun', readOne(3), readOne(4));
    void state.older();
    void state.older();
    expect([cursors, state.loadingOlder.value]).toEqual([[null, 'c1'], true]);
    await pages.answer(page([readOne(2), readOne(1)]));
    expect([texts(), state.loadingOlder.value]).toEqual([['of 1', 'of 2', 'of 3', 'of 4'], false]);
    await state.older();
    expect(cursors).toEqual([null, 'c1']);
  });

  it('keeps what is here when it is fetched anew, and has no hole where too much came meanwhile', async () => {
    await inThread('arun', readOne(3), readOne(4));
    void state.loadOpen();
    await pages.answer(page([readOne(5), readOne(4)], 'c2'));
    expect([texts(), state.cursor.value]).toEqual([['of 3', 'of 4', 'of 5'], 'c1']);
    void state.loadOpen();
    await pages.answer(page([readOne(9), readOne(8)], 'c3'));
    expect([texts(), state.cursor.value]).toEqual([['of 8', 'of 9'], 'c3']);
  });

  it('has a message that came while its first page was asked for', async () => {
    void state.choose('arun');
    state.received(readOne(2));
    state.received(readOne(3, 'bela'));
    await pages.answer(page([readOne(1)]));
    expect(texts()).toEqual(['of 1', 'of 2']);
  });

  it('keeps a message that came while it was fetched anew, and all that is before it', async () => {
    await inThread('arun', readOne(1), readOne(2));
    void state.loadOpen();
    state.received(readOne(3));
    await pages.answer(page([readOne(2)], 'c2'));
    expect([texts(), state.cursor.value]).toEqual([['of 1', 'of 2', 'of 3'], 'c1']);
    void state.loadOpen();
    state.received(readOne(9));
    await pages.answer(page([readOne(8)], 'c3'));
    expect([texts(), state.cursor.value]).toEqual([['of 8', 'of 9'], 'c3']);
  });

  it('takes no earlier messages for those before it once it was fetched anew', async () => {
    await inThread('arun', readOne(3), readOne(4));
    void state.older();
    void state.loadOpen();
    await pages.answer(page([readOne(9)], 'c3'), 1);
    await pages.answer(page([readOne(2)]));
    expect([texts(), state.cursor.value]).toEqual([['of 9'], 'c3']);
  });

  it('shows nothing of the thread that was left meanwhile, neither its messages nor what went wrong', async () => {
    await inThread('arun', readOne(1));
    void state.older();
    void state.loadOpen();
    void state.choose('bela');
    await pages.fail(new Error('away'));
    await pages.answer(page([readOne(2)]));
    expect([state.messages.value, state.threadFailure.value]).toEqual([null, null]);
    await pages.answer(page([]));
    expect(texts()).toEqual([]);
  });

  it('says that it could not be fetched, until it can', async () => {
    const away = new Error('away');
    void state.choose('arun');
    await pages.fail(away);
    expect([state.threadFailure.value, state.messages.value]).toEqual([away, null]);
    void state.loadOpen();
    await pages.answer(page([]));
    expect(state.threadFailure.value).toBeNull();
  });

  it('keeps what was typed in each thread', async () => {
    await inThread('arun');
    state.type('Half a');
    await inThread('bela');
    expect(state.draft.value).toBe('');
    state.type('Other');
    await inThread('arun');
    expect(state.draft.value).toBe('Half a');
    await state.choose('arun');
    expect(cursors).toHaveLength(3);
  });
});

describe('what is unread', () => {
  it('is read once it is seen, on this screen at once', async () => {
    await listed(thread('arun', { unread: 2, last: message(2) }));
    await inThread('arun', message(1), message(2));
    expect(read).toEqual(['arun']);
    now = BEGIN + 5 * 60_000;
    await reads.answer(undefined);
    expect(state.messages.value?.map((one) => one.readAt)).toEqual([when(5), when(5)]);
    expect(state.thread.value?.unread).toBe(0);
    await state.readNow();
    expect(read).toHaveLength(1);
  });

  it('is not read by a page that nobody sees, but once it is seen', async () => {
    isVisible = false;
    await listed(thread('arun', { unread: 1 }));
    await inThread('arun', message(1));
    expect(read).toEqual([]);
    isVisible = true;
    void state.readNow();
    expect(read).toEqual(['arun']);
  });

  it('counts up with each message to a thread that is not open, which comes first then', async () => {
    await listed(thread('arun'), thread('bela', { last: message(1, 'bela'), unread: 1 }));
    state.received(message(2, 'bela'));
    state.received(message(2, 'bela'));
    state.received(message(0, 'bela'));
    expect(state.threads.value).toMatchObject([{ with: { _id: 'bela' }, unread: 2, last: { text: 'of 2' } }, {}]);
    expect(read).toEqual([]);
  });

  it('is read again where more came while it was told', async () => {
    await listed(thread('arun'));
    await inThread('arun', message(1));
    state.received(message(2));
    expect(read).toEqual(['arun']);
    now = BEGIN + 60_000;
    await reads.answer(undefined);
    expect(read).toEqual(['arun', 'arun']);
  });

  it('stays unread where that could not be told, and is told with the next look', async () => {
    await listed(thread('arun', { unread: 1 }));
    await inThread('arun', message(1));
    await reads.fail(new Unreachable('away'));
    expect([state.messages.value?.[0]?.readAt, state.thread.value?.unread]).toEqual([null, 1]);
    void state.readNow();
    expect(read).toHaveLength(2);
  });

  it('was read by the other as far as they read it', async () => {
    await listed(thread('arun', { last: message(3, 'kavya'), unread: 1 }));
    await inThread('arun', message(1, 'kavya'), readOne(2), message(3, 'kavya'));
    state.noteRead({ by: 'arun', from: 'kavya', at: when(2) });
    expect(state.messages.value?.map((one) => one.readAt)).toEqual([when(2), when(2), null]);
    expect(state.thread.value).toMatchObject({ unread: 1, last: { readAt: null } });
    state.noteRead({ by: 'arun', from: 'kavya', at: when(4) });
    expect(state.thread.value?.last?.readAt).toBe(when(4));
    state.received(message(3, 'kavya'));
    expect(state.messages.value?.at(-1)?.readAt).toBe(when(4));
  });

  it('was read on another screen', async () => {
    await listed(thread('arun', { unread: 3 }), thread('bela', { unread: 1 }));
    state.noteRead({ by: 'kavya', from: 'arun', at: when(4) });
    expect(state.threads.value?.map((one) => one.unread)).toEqual([0, 1]);
  });
});

describe('the threads', () => {
  it('are fetched anew where somebody writes whom nobody knows', async () => {
    await listed(thread('arun'));
    state.received(message(1, 'new'));
    state.received(message(2, 'new'));
    expect(clock.waiting).toEqual([300]);
    await clock.pass();
    await threads.answer([thread('new', { unread: 2 }), thread('arun')]);
    expect(state.threads.value).toHaveLength(2);
  });

  it('are asked for once more where something was told meanwhile, for the answer may be older', async () => {
    await listed(thread('arun'));
    expect(clock.waiting).toEqual([]);
    void state.load();
    state.received(message(1));
    await threads.answer([thread('arun')]);
    expect(clock.waiting).toEqual([300]);
  });

  it('are as the last question was answered', async () => {
    void state.load();
    void state.load();
    await threads.answer([thread('arun', { unread: 1 })], 1);
    await threads.answer([]);
    expect(state.threads.value).toHaveLength(1);
  });

  it('stay while the server is away', async () => {
    await listed(thread('arun'));
    const away = new Error('away');
    void state.load();
    await threads.fail(away);
    expect([state.failure.value, state.threads.value?.length]).toEqual([away, 1]);
    await listed(thread('arun'));
    expect(state.failure.value).toBeNull();
  });

  it('know who is there', async () => {
    await listed(thread('arun'), thread('bela'));
    state.presence('bela', true);
    expect(state.threads.value?.map((one) => one.with.online)).toEqual([false, true]);
  });
});

describe('typing', () => {
  it('is told of every two seconds at most, to whom it is for, and at once after a message was sent', async () => {
    state.type('to nobody');
    await inThread('arun');
    state.type(' ');
    state.type('H');
    now += 1999;
    state.type('He');
    expect(toldTyping).toEqual(['arun']);
    now += 1;
    state.type('Hel');
    expect(toldTyping).toHaveLength(2);
    state.send();
    state.type('N');
    expect(toldTyping).toHaveLength(3);
  });

  it('is shown in the thread of who types, and for four seconds after the last key', async () => {
    await inThread('arun');
    state.typing('bela');
    expect(state.isWriting.value).toBe(false);
    state.typing('arun');
    state.typing('arun');
    expect([state.isWriting.value, clock.waiting]).toEqual([true, [4000, 4000]]);
    await clock.pass();
    expect(state.isWriting.value).toBe(false);
  });

  it('is over with the message that was typed, of that person only', async () => {
    await inThread('arun');
    state.typing('arun');
    state.received(readOne(1, 'bela'));
    expect(state.isWriting.value).toBe(true);
    state.received(readOne(2, 'arun'));
    expect(state.isWriting.value).toBe(false);
    await settled();
  });
});
