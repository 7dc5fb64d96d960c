import '../../styles/pages/history.css';
import { signal } from '@preact/signals-core';
import type { Workout } from '@trainer/contract/types';
import { html } from 'lit-html';
import { account } from '../../account.ts';
import { api } from '../../api.ts';
import { forgetExercises } from '../../exercises.ts';
import historyTexts from '../../i18n/en/history.json';
import { t } from '../../i18n/t.ts';
import { live } from '../../live.ts';
import { flushOutbox } from '../../offline/outbox.ts';
import { startPage } from '../../page.ts';
import { banner } from '../../ui/banner.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { showToast } from '../../ui/toast.ts';
import { detailView } from './detail-view.ts';
import { editState, type EditState } from './edit-state.ts';
import { editView } from './edit-view.ts';
import { importState } from './import-state.ts';
import { importedBanner, openImportDialog } from './import-view.ts';
import { keepHistory, keptHistory } from './kept.ts';
import { listState } from './list-state.ts';
import { listView } from './list-view.ts';
import { unsentWorkouts } from './unsent.ts';

interface Opened {
  id: string;
  workout: Workout | null;
  editing: EditState | null;
  failure: unknown;
}

const address = new URLSearchParams(location.search);
const opened = signal<Opened | null>(null);
const exporting = signal(false);

const list = listState(
  {
    fetchPage: ({ from, to, cursor }) =>
      api.call('workouts', {
        query: { ...(from ? { from } : {}), ...(to ? { to } : {}), ...(cursor ? { cursor } : {}) },
      }),
    fetchStats: async () => (await api.call('stats')).data,
    remove: (id, leaving) => api.call('removeWorkout', { params: { id } }, { keepalive: leaving }),
    kept: keptHistory,
    keep: keepHistory,
    later(ms, run) {
      const timer = setTimeout(run, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    notRemoved: (workout) => {
      showToast({ text: t('history:deleteFailed', { name: workout.name }) });
    },
  },
  { from: address.get('from') ?? '', to: address.get('to') ?? '' },
);
const imports = importState({
  upload: async (file, query) => (await api.upload(file, query)).data,
  undo: (importId) => api.call('undoImport', { params: { importId } }),
  changed() {
    forgetExercises();
    void list.load();
  },
});

const unsent = unsentWorkouts(() => void list.load());

list.showKept();
if (startPage({ texts: { history: historyTexts }, view })) {
  void list.load();
  live.onProgress(() => void list.load());
  live.onReconnect(() => void list.load());
  live.onRefresh(() => void list.load());
  live.start();
  void sendWaiting();
  addEventListener('online', () => void sendWaiting());
  addEventListener('pagehide', list.leave);
  addEventListener('popstate', followAddress);
  followAddress();
  if (location.hash === '#import') openImportDialog(imports);
}

function view() {
  const at = opened.value;
  if (!at) {
    putFilterIntoAddress();
    return listView(list, {
      open,
      openImport: () => {
        openImportDialog(imports);
      },
      exportAll: () => void exportAll(),
      exporting: exporting.value,
      notices: html`${unsent.view()}${importedBanner(imports, () => void undoImport())}`,
    });
  }
  if (at.failure)
    return html`${banner({ kind: 'bad', text: sentenceOf(at.failure), action: { label: t('history:detail.back'), run: back } })}`;
  if (!at.workout) return html`<div class="card"><span class="skel w2 h2"></span><span class="skel h3"></span></div>`;
  const { workout, editing } = at;
  if (editing)
    return editView(
      editing,
      () => save(workout, editing),
      () => (opened.value = { ...at, editing: null }),
    );
  return detailView(workout, {
    back,
    change: () => (opened.value = { ...at, editing: edit(workout) }),
    remove: () => {
      remove(workout);
    },
  });
}

function open(id: string): void {
  history.pushState(null, '', `?id=${id}`);
  followAddress();
  scrollTo(0, 0);
}

function back(): void {
  const { from, to } = list.filter.peek();
  history.pushState(null, '', addressOf({ from, to }));
  followAddress();
}

function followAddress(): void {
  const id = new URLSearchParams(location.search).get('id');
  if (id === null) {
    opened.value = null;
    return;
  }
  const known = list.workouts.peek()?.find((workout) => workout._id === id) ?? null;
  opened.value = { id, workout: known, editing: null, failure: null };
  if (known) return;
  api.call('workout', { params: { id } }).then(
    ({ data }) => {
      if (opened.peek()?.id === id) opened.value = { id, workout: data, editing: null, failure: null };
    },
    (failure: unknown) => {
      if (opened.peek()?.id === id) opened.value = { id, workout: null, editing: null, failure };
    },
  );
}

const edit = (workout: Workout): EditState =>
  editState(
    workout,
    account.timeZone(),
    async (change) => (await api.call('changeWorkout', { params: { id: workout._id }, body: change })).data,
  );

async function save(workout: Workout, editing: EditState): Promise<void> {
  const changed = await editing.save();
  if (!changed) return;
  list.replace(changed);
  opened.value = { id: workout._id, workout: changed, editing: null, failure: null };
  showToast({ text: t('history:edit.saved') });
  void list.load();
}

function remove(workout: Workout): void {
  list.remove(workout);
  back();
  showToast({
    text: t('history:deleted', { name: workout.name }),
    seconds: 10,
    action: {
      label: t('common:undo'),
      run: () => {
        list.undoRemove(workout);
      },
    },
  });
}

async function undoImport(): Promise<void> {
  try {
    await imports.undo();
    showToast({ text: t('history:import.undone') });
  } catch (error) {
    showToast({ text: sentenceOf(error) });
  }
}

async function exportAll(): Promise<void> {
  exporting.value = true;
  try {
    const url = URL.createObjectURL(await api.download('exportWorkouts'));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'workouts.csv';
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(url);
    }, 1000);
  } catch (error) {
    showToast({ text: sentenceOf(error) });
  } finally {
    exporting.value = false;
  }
}

/** What earlier visits could not send; what the server refuses stays here, and says why. */
async function sendWaiting(): Promise<void> {
  await unsent.read();
  if ((await flushOutbox()) > 0) void list.load();
  await unsent.read();
}

function putFilterIntoAddress(): void {
  const wanted = addressOf(list.filter.value);
  if (location.search !== wanted.replace(location.pathname, '') && !location.search.includes('id='))
    history.replaceState(null, '', wanted + location.hash);
}

function addressOf({ from, to }: { from: string; to: string }): string {
  const query = new URLSearchParams({ ...(from ? { from } : {}), ...(to ? { to } : {}) }).toString();
  return query ? `${location.pathname}?${query}` : location.pathname;
}
