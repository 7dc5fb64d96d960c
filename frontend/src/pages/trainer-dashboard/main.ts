import '../../styles/charts.css';
import '../../styles/train.css';
import '../../styles/coaching.css';
import '../../styles/pages/trainer-dashboard.css';
import { batch, effect, signal } from '@preact/signals-core';
import type { Exercise, ServerEvents, SessionEnded, SessionUpdated } from '@trainer/contract/types';
import { account } from '../../account.ts';
import { api } from '../../api.ts';
import { loadExercises } from '../../exercises.ts';
import trainerDashboard from '../../i18n/en/trainer-dashboard.json';
import { t } from '../../i18n/t.ts';
import { live } from '../../live.ts';
import { live as liveStatus } from '../../live-status.ts';
import { startPage } from '../../page.ts';
import { announce } from '../../ui/announce.ts';
import { showToast } from '../../ui/toast.ts';
import { later, nextFrame } from './clockwork.ts';
import { type Tab, TABS } from './client-parts.ts';
import { clientView } from './client-view.ts';
import { explainCounting } from './counting-dialog.ts';
import { openInvites } from './invite-dialog.ts';
import { invitesState } from './invites-state.ts';
import { type Groups, listState } from './list-state.ts';
import { listView } from './list-view.ts';
import { type Opened, openClient } from './opened.ts';

const TICK_MS = 1000;
const SHOWN_FIRST: Record<keyof Groups, number> = { training: Infinity, needs_look: 20, on_track: 8 };

const exercises = signal<readonly Exercise[]>([]);
const opened = signal<Opened | null>(null);
const tab = signal<Tab>('overview');
const now = signal(Date.now());
const most = signal(SHOWN_FIRST);

const list = listState({
  fetchClients: async () => (await api.call('clients')).data,
  later,
  nextFrame,
  started(names) {
    const [first = ''] = names;
    announce(
      names.length === 1
        ? t('trainer-dashboard:started', { name: first })
        : t('trainer-dashboard:startedMore', { name: first, count: names.length - 1 }),
    );
  },
});
const invites = invitesState({
  fetchInvites: async () => (await api.call('invites')).data,
  invite: async (email, clientId) => (await api.call('invite', { body: { email, clientId } })).data,
  withdraw: (id) => api.call('withdrawInvite', { params: { id } }),
  freshId: () => crypto.randomUUID(),
});

function begin(): void {
  void list.load();
  loadExercises().then(
    (all) => (exercises.value = all),
    () => undefined,
  );
  listen();
  followAddress();
  addEventListener('popstate', followAddress);
  addEventListener('pagehide', () => opened.peek()?.client.note.leave());
  setInterval(() => {
    if (!document.hidden) now.value = Date.now();
  }, TICK_MS);
}

function view() {
  const at = opened.value;
  if (at) return clientView(at.shown(tab.value), { ...at.doors, ...clientDoors, now: now.value });
  return listView(list, {
    ...listDoors,
    most: most.value,
    now: list.groups.value.training.length > 0 ? now.value : now.peek(),
  });
}

const listDoors = {
  open: (id: string, to: Tab) => {
    list.release();
    openTab(id, to);
  },
  invite: () => {
    openInvites(invites);
  },
  explainCounting,
  showMore: (group: keyof Groups) => (most.value = { ...most.peek(), [group]: Infinity }),
};

const clientDoors = {
  back: () => {
    history.pushState(null, '', location.pathname);
    followAddress();
    scrollTo(0, 0);
  },
  open: openTab,
};

// Last of what is done here: the first drawing is at once, and its buttons need what they do.
if (account.user.peek()?.role === 'member') location.replace('/pages/dashboard.html');
else if (startPage({ texts: { 'trainer-dashboard': trainerDashboard }, view })) begin();

function openTab(id: string, to: Tab): void {
  const isSame = opened.peek()?.id === id;
  history.pushState(null, '', `?client=${id}${to === 'overview' ? '' : `&tab=${to}`}`);
  followAddress();
  if (!isSame) {
    scrollTo(0, 0);
    document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
  }
}

/** What is shown is in the address: a reload shows it again, and “back” leads back. */
function followAddress(): void {
  const address = new URLSearchParams(location.search);
  const id = address.get('client');
  const wanted = address.get('tab');
  batch(() => {
    tab.value = TABS.find((one) => one === wanted) ?? 'overview';
    if (id === opened.peek()?.id) return;
    opened.peek()?.close();
    opened.value = id === null || !/^[0-9a-f]{24}$/.test(id) ? null : openClient(id, { exercises, list, gone });
  });
}

/** Consent ended: nothing of theirs stays on the screen. */
function gone(id: string, name: string | null): void {
  if (opened.peek()?.id !== id) return;
  history.replaceState(null, '', location.pathname);
  for (const dialog of document.querySelectorAll('dialog')) dialog.close();
  followAddress();
  list.refetchSoon();
  const text = name === null ? t('trainer-dashboard:gone.unknown') : t('trainer-dashboard:gone', { name });
  showToast({ text, seconds: 12 });
}

function listen(): void {
  live.onSession((update: SessionUpdated) => {
    list.sessionUpdated(update);
    const at = opened.peek();
    if (at?.id === update.userId) at.running.told(update);
  });
  live.onSessionEnd((end: SessionEnded) => {
    list.sessionEnded(end);
    const at = opened.peek();
    if (at?.id === end.userId) at.running.endedBy(end);
  });
  live.on('clientsChanged', ({ userId }: Parameters<ServerEvents['clientsChanged']>[0]) => {
    const at = opened.peek();
    if (at && (userId === undefined || userId === at.id)) void at.changed();
    else list.refetchSoon();
  });
  live.on('presence', (told) => {
    list.presence(told);
    const at = opened.peek();
    if (at?.id === told.userId) at.client.online(told.online);
  });
  live.on('messageReceived', (message) => {
    if (message.from !== account.user.peek()?._id) list.messageReceived(message);
  });
  live.on('messagesRead', ({ by, from }) => {
    if (by === account.user.peek()?._id) list.messagesRead(from);
  });
  const refresh = () => {
    void list.load();
    opened.peek()?.refresh();
  };
  live.onReconnect(refresh);
  live.onRefresh(refresh);
  // The socket takes its time to notice; the device knows at once.
  addEventListener('offline', () => opened.peek()?.running.lost());
  addEventListener('online', refresh);
  effect(() => {
    if (liveStatus.status.value === 'reconnecting') opened.value?.running.lost();
  });
  live.start();
}
