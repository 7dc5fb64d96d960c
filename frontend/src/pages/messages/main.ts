import '../../styles/coaching.css';
import '../../styles/pages/messages.css';
import { effect, signal } from '@preact/signals-core';
import type { ClientRow } from '@trainer/contract/types';
import { account } from '../../account.ts';
import { api } from '../../api.ts';
import { connectedCoaching } from '../../coaching/connected.ts';
import coachingTexts from '../../i18n/en/coaching.json';
import messagesTexts from '../../i18n/en/messages.json';
import { live } from '../../live.ts';
import { startPage } from '../../page.ts';
import { messagesState } from './state.ts';
import { messagesView } from './view.ts';
import { keepWaiting, keptWaiting } from './waiting.ts';

const me = account.user.peek()?._id ?? '';
const isTrainer = account.user.peek()?.role === 'trainer';
const coaching = isTrainer ? null : connectedCoaching();
const clients = signal<ReadonlyMap<string, ClientRow>>(new Map());
const state = messagesState({
  me,
  fetchThreads: async () => (await api.call('threads')).data,
  fetchPage: (userId, cursor) =>
    api.call('messages', { params: { userId }, query: { limit: '30', ...(cursor === null ? {} : { cursor }) } }),
  send: async (userId, text, clientId) =>
    (await api.call('sendMessage', { params: { userId }, body: { text, clientId } })).data,
  read: (userId) => api.call('readMessages', { params: { userId } }),
  tellTyping: live.typing,
  kept: keptWaiting,
  keep: keepWaiting,
  freshId: () => crypto.randomUUID(),
  now: Date.now,
  later(ms, run) {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
  isVisible: () => document.visibilityState === 'visible',
});

const view = () => messagesView({ state, coaching, client: clients.value.get(state.open.value ?? ''), choose });
if (startPage({ texts: { messages: messagesTexts, coaching: coachingTexts }, view })) begin();

function begin(): void {
  void state.load().then(openWanted);
  void coaching?.load();
  void loadClients();
  void state.flush();
  listen();
  addEventListener('popstate', openWanted);
  addEventListener('online', () => void state.flush());
  document.addEventListener('visibilitychange', () => void state.readNow());
  addEventListener('focus', () => void state.readNow());
  // A member with one thread is in it as soon as there is one.
  effect(() => {
    if (state.threads.value?.length === 1 && !isTrainer) openWanted();
  });
}

function choose(id: string | null): void {
  history.pushState(null, '', id === null ? location.pathname : `?with=${id}`);
  openWanted();
}

/** The one in the address, else the only one; on wide screens nobody is chosen for a trainer. */
function openWanted(): void {
  const threads = state.threads.peek() ?? [];
  const wanted = new URLSearchParams(location.search).get('with');
  const known =
    threads.find((one) => one.with._id === wanted) ?? (!isTrainer && threads.length === 1 ? threads[0] : undefined);
  void state.choose(known?.with._id ?? null);
}

async function loadClients(): Promise<void> {
  if (!isTrainer) return;
  const answer = await api.call('clients').catch(() => undefined);
  if (answer) clients.value = new Map(answer.data.map((row) => [row._id, row]));
}

function listen(): void {
  live.on('messageReceived', state.received);
  live.on('messagesRead', state.noteRead);
  live.on('typing', ({ from }) => {
    state.typing(from);
  });
  live.on('presence', ({ userId, online }) => {
    state.presence(userId, online);
  });
  const changed = () => {
    state.refetchSoon();
    void coaching?.load();
    void loadClients();
  };
  live.on('inviteReceived', changed);
  live.on('clientsChanged', changed);
  live.onSession(({ userId, session }) => {
    if (isTrainer && clients.peek().get(userId)?.session?.sessionId !== session.sessionId) void loadClients();
  });
  live.onSessionEnd(() => void loadClients());
  const refresh = () => {
    void state.load();
    void state.loadOpen();
    void state.flush();
  };
  live.onReconnect(refresh);
  live.onRefresh(refresh);
  live.start();
}
