import '../../styles/charts.css';
import '../../styles/exercises.css';
import '../../styles/train.css';
import '../../styles/pages/workout-execution.css';
import { signal } from '@preact/signals-core';
import { nameOfWorkout } from '@trainer/coach/workout-name';
import type { Workout } from '@trainer/contract/types';
import { html } from 'lit-html';
import { account } from '../../account.ts';
import { api } from '../../api.ts';
import { loadExercises } from '../../exercises.ts';
import { t } from '../../i18n/t.ts';
import workoutExecution from '../../i18n/en/workout-execution.json';
import { flushOutbox, send } from '../../offline/outbox.ts';
import { memoryDeviceStore } from '../../offline/memory-store.ts';
import { openDeviceStore } from '../../offline/store.ts';
import { startPage } from '../../page.ts';
import { announce } from '../../ui/announce.ts';
import { banner } from '../../ui/banner.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { RUNNING_KEY } from '../../ui/running-banner.ts';
import { takeTray } from '../../tray.ts';
import { joinActions } from './join-actions.ts';
import { workoutOf } from './finish.ts';
import { keptView } from './kept-view.ts';
import { listenToKeys } from './keys.ts';
import { loadLastTimes } from '../../last-times.ts';
import { startTicking } from './ticking.ts';
import { workoutState } from './state.ts';
import { newRecords, summaryState, type Told } from './summary-state.ts';
import { summaryView } from './summary-view.ts';
import { emptyView, workoutView } from './view.ts';

type Stage =
  | { is: 'loading' }
  | { is: 'training' }
  | { is: 'saving' }
  | { is: 'kept'; error: unknown; again: () => void }
  | { is: 'summary'; state: ReturnType<typeof summaryState> };

const store = await openDeviceStore().catch(memoryDeviceStore);
const userId = account.user.peek()?._id ?? '';
const tabs = new BroadcastChannel('workout');
const stage = signal<Stage>({ is: 'loading' });
const loadFailure = signal<unknown>(null);
const state = workoutState({
  store,
  userId,
  now: Date.now,
  changed() {
    tabs.postMessage('changed');
    keepBannerInStep();
  },
});
tabs.onmessage = () => void state.read();
const now = startTicking(state, (text, how) => {
  announce(text, how);
});
const actions = joinActions(state, now, () => void finish());

const started = startPage({
  texts: { 'workout-execution': workoutExecution },
  view() {
    const at = stage.value;
    if (at.is === 'loading')
      return html`<div class="train">
        <div></div>
        <div class="stack"><span class="skel h2"></span><span class="skel h3"></span><span class="skel h3"></span></div>
      </div>`;
    if (at.is === 'saving')
      return html`<div class="sum">
        <p class="row" role="status"><span class="spin" aria-hidden="true"></span>${t('workout-execution:saving')}</p>
      </div>`;
    if (at.is === 'kept') return keptView(at.error, at.again);
    if (at.is === 'summary') return summaryView(at.state, () => void leave(at.state));
    const session = state.session.value;
    if (!session)
      return html`${loadFailure.value ? banner({ kind: 'bad', title: t('workout-execution:failed'), text: sentenceOf(loadFailure.value) }) : ''}${emptyView()}`;
    return workoutView(state, actions, session, now.value);
  },
});
if (started) {
  listenToKeys(state, actions, () => stage.peek().is === 'training');
  void load();
  addEventListener('online', () => {
    const at = stage.peek();
    if (at.is === 'kept') at.again();
    else void flushOutbox();
  });
}

/** What runs on this device goes on; what was picked begins, or joins it. */
async function load(): Promise<void> {
  await state.read();
  const [exercises, times] = await Promise.all([
    loadExercises().catch((error: unknown) => ((loadFailure.value = error), [])),
    loadLastTimes(),
  ]);
  state.exercises.value = exercises;
  state.lastTimes.value = times;
  const picked = takeTray(exercises.length > 0).flatMap(
    (id) => exercises.find((exercise) => exercise._id === id) ?? [],
  );
  if (picked.length > 0) {
    if (state.session.peek()) for (const exercise of picked) await state.add(exercise);
    else await state.begin(nameOfWorkout(picked.map((exercise) => exercise.muscleGroup)), picked);
  }
  stage.value = { is: 'training' };
  keepBannerInStep();
  void flushOutbox();
}

/** First safe on the device, then sent; the summary comes with the server's answer. */
async function finish(): Promise<void> {
  const session = state.session.peek();
  if (!session) return;
  const workout = workoutOf(session, new Date());
  stage.value = { is: 'saving' };
  await store.finish({ clientId: workout.clientId, userId, workout, refused: null });
  state.forget();
  const before = await api.call('stats').then(
    ({ data }) => data.records,
    () => null,
  );
  await sendAndShow(workout, before);
}

async function sendAndShow(
  workout: ReturnType<typeof workoutOf>,
  before: Parameters<typeof newRecords>[0] | null,
): Promise<void> {
  stage.value = { is: 'saving' };
  const sent = await send(store, workout);
  if (sent.state === 'kept') {
    stage.value = { is: 'kept', error: sent.error, again: () => void sendAndShow(workout, before) };
    return;
  }
  stage.value = { is: 'summary', state: summaryState(sent.workout, await whatItDid(sent.workout, before)) };
  scrollTo(0, 0);
}

async function whatItDid(workout: Workout, before: Parameters<typeof newRecords>[0] | null): Promise<Told | null> {
  try {
    const [progress, stats] = await Promise.all([api.call('progress'), api.call('stats')]);
    return { progress: progress.data, records: before ? newRecords(before, stats.data.records, workout._id) : [] };
  } catch {
    return null;
  }
}

async function leave(summary: ReturnType<typeof summaryState>): Promise<void> {
  await summary.settled();
  location.assign('/pages/dashboard.html');
}

function keepBannerInStep(): void {
  const name = state.session.peek()?.name;
  if (name === undefined) localStorage.removeItem(RUNNING_KEY);
  else localStorage.setItem(RUNNING_KEY, JSON.stringify({ userId, name }));
}
