import '../../styles/charts.css';
import '../../styles/exercises.css';
import '../../styles/train.css';
import '../../styles/pages/workout-execution.css';
import { effect, signal } from '@preact/signals-core';
import { nameOfWorkout } from '@trainer/coach/workout-name';
import type { PersonalRecord, Workout } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { account } from '../../account.ts';
import { api } from '../../api.ts';
import { loadExercises } from '../../exercises.ts';
import { t } from '../../i18n/t.ts';
import workoutExecution from '../../i18n/en/workout-execution.json';
import { live } from '../../live.ts';
import { flushOutbox, send } from '../../offline/outbox.ts';
import { sendOps } from '../../offline/send-ops.ts';
import { sessionSync } from '../../offline/session-sync.ts';
import { memoryDeviceStore } from '../../offline/memory-store.ts';
import { openDeviceStore, WorkoutOver } from '../../offline/store.ts';
import { startPage } from '../../page.ts';
import { announce } from '../../ui/announce.ts';
import { banner } from '../../ui/banner.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { RUNNING_KEY } from '../../ui/running-banner.ts';
import { beginningTray, dropTray } from '../../tray.ts';
import { cueState } from './cue.ts';
import { joinActions } from './join-actions.ts';
import { keptView } from './kept-view.ts';
import { listenToKeys } from './keys.ts';
import { loadLastTimes } from '../../last-times.ts';
import type { Finished } from './running-log.ts';
import { startTicking } from './ticking.ts';
import { workoutState } from './state.ts';
import { newRecords, summaryState, type Told } from './summary-state.ts';
import { summaryView } from './summary-view.ts';
import { emptyView, workoutView } from './view.ts';

type Stage =
  | { is: 'loading' }
  | { is: 'training' }
  | { is: 'saving' }
  | { is: 'kept'; safe: boolean; error: unknown; again: () => void }
  | { is: 'summary'; state: ReturnType<typeof summaryState> };

const RETRY_MS = 5000;
const store = await openDeviceStore().catch(memoryDeviceStore);
const userId = account.user.peek()?._id ?? '';
const tabs = new BroadcastChannel('workout');
const stage = signal<Stage>({ is: 'loading' });
const loadFailure = signal<unknown>(null);
let recordsBefore: Promise<readonly PersonalRecord[] | null> | undefined;
const state = workoutState({
  store,
  userId,
  now: Date.now,
  made: (ops) => void sync.push(ops),
  changed() {
    tabs.postMessage('changed');
    keepBannerInStep();
    void sync.push();
  },
});
const sync = sessionSync({
  store,
  userId,
  send: sendOps,
  later(ms, run) {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
});
tabs.onmessage = () => void state.read();
const now = startTicking(state, (text, how) => {
  announce(text, how);
});
const cues = cueState(() => {
  // Once, softly; browsers without it do without.
  if ('vibrate' in navigator) navigator.vibrate(80);
});
const actions = joinActions(state, now, { finish: () => void finish(), discard: () => void discard() });
/** Workouts that are known to have ended on another device. */
const endedThere = new Set<string>();

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
    if (at.is === 'kept') return keptView(at);
    if (at.is === 'summary') return summaryView(at.state, () => void leave(at.state));
    const session = state.session.value;
    if (!session) return html`${whyEmpty()}${emptyView()}`;
    return workoutView({ state, actions, session, now: now.value, sync, cues });
  },
});
if (started) {
  listenToKeys(state, actions, () => stage.peek().is === 'training');
  void load();
  addEventListener('online', () => {
    const at = stage.peek();
    if (at.is === 'kept') at.again();
    else void catchUp();
  });
  followOtherDevices();
  lookAgain();
  keepAtIt();
  addEventListener('beforeunload', (event) => {
    if (wouldLose()) event.preventDefault();
  });
}

/** Every device of the member shows the same workout; what this one missed it asks for. */
function followOtherDevices(): void {
  live.onSession(({ userId: whose, session, ops }) => {
    if (whose !== userId || stage.peek().is !== 'training') return;
    if (state.session.peek()?.sessionId === session.sessionId) void state.adopt(ops);
    else if (!state.session.peek()) void catchUp();
  });
  live.onSessionEnd(({ userId: whose, sessionId }) => {
    if (whose !== userId || stage.peek().is !== 'training') return;
    // What is here only goes up first: it belongs to what was ended.
    endedThere.add(sessionId);
    void sync.push().then(() => state.endedElsewhere(sessionId));
  });
  effect(() => {
    const sessionId = state.session.value?.sessionId;
    const isUp = sync.here.value.size === 0 && state.storing.value === 0;
    if (sessionId && isUp && endedThere.has(sessionId)) void state.endedElsewhere(sessionId);
  });
  live.onReconnect(() => void catchUp());
  live.on('cueReceived', cues.received);
  live.start();
}

/** Brings up what is here only, and takes over what runs on the server. */
async function catchUp(): Promise<void> {
  await sync.push();
  // What ended here may still run there. It is told first, and is not taken back from there.
  await flushOutbox(() => Promise.resolve(store));
  const ended = await store.unsent(userId);
  if (ended.some((one) => one.refused === null)) return;
  const sessionId = sync.here.peek().size === 0 ? state.session.peek()?.sessionId : undefined;
  const answer = await api.call('runningSession', { query: { ops: 'true' } }).catch(() => undefined);
  const running = answer?.data;
  if (running && !ended.some((one) => one.clientId === running.sessionId)) await state.adopt(running.ops ?? []);
  // Everything of it was up there before, and nothing runs there: it was ended on another device.
  else if (answer && !running && sessionId) await state.endedElsewhere(sessionId);
  keepBannerInStep();
}

/** What runs on this device goes on; what was picked begins, or joins it. */
async function load(): Promise<void> {
  loadFailure.value = null;
  await state.read();
  const [exercises, times] = await Promise.all([
    loadExercises().catch((error: unknown) => ((loadFailure.value = error), [])),
    loadLastTimes(),
    // Where nothing runs here, something may run on another device; else this one begins at once.
    state.session.peek() ? undefined : catchUp().catch((error: unknown) => void (loadFailure.value = error)),
  ]);
  state.exercises.value = exercises;
  state.lastTimes.value = times;
  if (exercises.length > 0) await takeOver();
  stage.value = { is: 'training' };
  keepBannerInStep();
  if (state.session.peek()) recordsBefore = records();
  void catchUp();
}

async function takeOver(): Promise<void> {
  const tray = beginningTray();
  const { ids, doses = {} } = tray;
  const picked = ids.flatMap((id) => state.exercises.peek().find((exercise) => exercise._id === id) ?? []);
  if (picked.length > 0) {
    if (state.session.peek()) for (const exercise of picked) await state.add(exercise, doses[exercise._id]);
    else await state.begin(tray.name ?? nameOfWorkout(picked.map((one) => one.muscleGroup)), picked, tray);
    // Browsers throw away what pages keep when the disk is full; not what they were asked to hold on to.
    void navigator.storage.persist().catch(() => false);
  }
  if (ids.length > 0) dropTray();
}

/** Another tab, or this one before it slept, may have gone on. */
function lookAgain(): void {
  const look = () => {
    if (document.visibilityState === 'visible' && stage.peek().is === 'training') void state.retry().then(state.read);
  };
  document.addEventListener('visibilitychange', look);
  addEventListener('pageshow', look);
  addEventListener('focus', look);
}

/** What the device did not keep is written again until it does. */
function keepAtIt(): void {
  effect(() => {
    if (state.failure.value) setTimeout(() => void state.retry(), RETRY_MS);
  });
}

/** Whether leaving now would lose something: never, save where the browser keeps nothing or nothing more. */
function wouldLose(): boolean {
  const at = stage.peek();
  if (at.is === 'kept' || at.is === 'saving') return at.is === 'kept' ? !at.safe : !store.keeps;
  return at.is === 'training' && state.session.peek() !== null && (!store.keeps || state.failure.peek() !== null);
}

/** First safe on the device, then sent; the summary comes with the server's answer. */
async function finish(): Promise<void> {
  stage.value = { is: 'saving' };
  const before = await (recordsBefore ?? records());
  const finished = await state.finish();
  if (finished) await sendAndShow(finished, before);
  else stage.value = { is: 'training' };
}

/** Gone here at once; the server is told, now or as soon as it can be. */
async function discard(): Promise<void> {
  const discarded = await state.discard();
  if (!discarded) return;
  const sent = await send(store, discarded.unsent);
  if (!discarded.kept && sent.state === 'stored') await state.sentWhole(discarded.unsent).catch(state.forget);
}

async function sendAndShow(finished: Finished, before: readonly PersonalRecord[] | null): Promise<void> {
  const { unsent, kept } = finished;
  stage.value = { is: 'saving' };
  const sent = await send(store, unsent);
  if (sent.state === 'kept') {
    const again = () => void sendAndShow(finished, before);
    stage.value = { is: 'kept', safe: kept && store.keeps, error: sent.error, again };
    return;
  }
  if (!kept) await state.sentWhole(unsent).catch(state.forget);
  if (!sent.workout) {
    // Deleted on another device while this one was away.
    stage.value = { is: 'training' };
    return;
  }
  stage.value = { is: 'summary', state: summaryState(sent.workout, await whatItDid(sent.workout, before)) };
  scrollTo(0, 0);
}

const records = (): Promise<readonly PersonalRecord[] | null> =>
  api.call('stats').then(
    ({ data }) => data.records,
    () => null,
  );

async function whatItDid(workout: Workout, before: readonly PersonalRecord[] | null): Promise<Told | null> {
  try {
    const [progress, stats] = await Promise.all([api.call('progress'), api.call('stats')]);
    return { progress: progress.data, records: before ? newRecords(before, stats.data.records, workout._id) : [] };
  } catch {
    return null;
  }
}

/** A last word that could not be stored is told before the page goes; the second time it goes all the same. */
async function leave(summary: ReturnType<typeof summaryState>): Promise<void> {
  const told = summary.failure.peek() !== null;
  await summary.settled();
  if (told || summary.failure.peek() === null) location.assign('/pages/dashboard.html');
}

function whyEmpty(): TemplateResult | typeof nothing {
  if (loadFailure.value)
    return banner({
      kind: 'bad',
      title: t('workout-execution:failed'),
      text: sentenceOf(loadFailure.value),
      action: { label: t('common:retry'), run: () => void load() },
    });
  return state.failure.value instanceof WorkoutOver
    ? banner({ kind: 'warn', text: t('workout-execution:over') })
    : nothing;
}

function keepBannerInStep(): void {
  const name = state.session.peek()?.name;
  const mark = name === undefined ? null : JSON.stringify({ userId, name });
  // Asked for with every set; to write is dearer than to read.
  if (mark === localStorage.getItem(RUNNING_KEY)) return;
  if (mark === null) localStorage.removeItem(RUNNING_KEY);
  else localStorage.setItem(RUNNING_KEY, mark);
}
