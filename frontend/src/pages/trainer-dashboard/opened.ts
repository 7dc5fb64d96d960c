import { effect, type Signal, signal } from '@preact/signals-core';
import type { Exercise } from '@trainer/contract/types';
import { html } from 'lit-html';
import { api } from '../../api.ts';
import { t } from '../../i18n/t.ts';
import { live } from '../../live.ts';
import { fullName, shortName } from '../../names.ts';
import { openDialog } from '../../ui/dialog.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { openExercisePicker } from '../../ui/exercise-picker.ts';
import { showToast } from '../../ui/toast.ts';
import { type ClientState, clientState, isNotFound } from './client-state.ts';
import type { ClientDoors, ClientShown, Tab } from './client-parts.ts';
import { later } from './clockwork.ts';
import { openWorkout } from './history-view.ts';
import type { ListState } from './list-state.ts';
import { type LiveState, liveState } from './live-state.ts';
import { type PlanState, planState } from './plan-state.ts';

interface Given {
  exercises: Signal<readonly Exercise[]>;
  list: ListState;
  gone(id: string, name: string | null): void;
}

/** A client that is looked at: their states, and what can be done. */
export interface Opened {
  id: string;
  client: ClientState;
  running: LiveState;
  doors: Omit<ClientDoors, 'back' | 'open' | 'now'>;
  shown(tab: Tab): ClientShown;
  /** Something of theirs changed: also whether anything may be seen. */
  changed(): Promise<void>;
  refresh(): void;
  close(): void;
}

export function openClient(id: string, { exercises, list, gone }: Given): Opened {
  const params = { id };
  const form = signal<PlanState | null>(null);
  const client = clientState({
    fetchDetail: async () => (await api.call('client', { params })).data,
    fetchWorkouts: (cursor) =>
      api.call('clientWorkouts', { params, query: { limit: '60', ...(cursor === null ? {} : { cursor }) } }),
    fetchStats: async () => (await api.call('clientStats', { params })).data,
    fetchPlans: async () => (await api.call('clientPlans', { params })).data,
    removePlan: (planId) => api.call('removePlan', { params: { id, planId } }),
    fetchNote: async () => (await api.call('clientNote', { params })).data,
    writeNote: async (text, leaving) =>
      (await api.call('writeClientNote', { params, body: { text } }, { keepalive: leaving })).data,
    gone: (detail) => {
      gone(id, detail ? fullName(detail) : null);
    },
    later,
  });
  const running = liveState({
    async fetchSession() {
      await list.settled();
      // The list knows who trains; of whoever begins afterwards is told.
      const rows = list.rows.peek();
      if (rows && !rows.get(id)?.session) return null;
      try {
        return (await api.call('clientSession', { params })).data;
      } catch (error) {
        if (isNotFound(error)) return null;
        throw error;
      }
    },
    sendCue: (text) => api.call('cue', { params, body: { text } }),
    now: Date.now,
    later,
  });
  const unwatch = live.watch(id);
  const stopHiding = effect(() => {
    if (client.detail.value?.share.live === false) running.hide();
  });

  function refresh(): void {
    void client.load();
    void running.load();
  }

  async function savePlan(state: PlanState): Promise<void> {
    const plan = await state.save();
    if (!plan) return;
    client.keepPlan(plan);
    form.value = null;
    scrollTo(0, 0);
    showToast({
      text:
        plan.warnings.length > 0
          ? t('trainer-dashboard:plan.givenWarned', { name: plan.name, count: plan.warnings.length })
          : t('trainer-dashboard:plan.given', { name: plan.name }),
    });
  }

  function removePlan(planId: string): void {
    const plan = client.plans.peek()?.find((one) => one._id === planId);
    if (!plan) return;
    ask(
      t('trainer-dashboard:plans.removeAsk', { name: plan.name }),
      t('trainer-dashboard:plans.removeText'),
      t('trainer-dashboard:plans.remove'),
      () => client.removePlan(planId),
    );
  }

  function endCoaching(): void {
    const detail = client.detail.peek();
    if (!detail) return;
    const name = shortName(detail);
    ask(
      t('trainer-dashboard:consent.ask', { name }),
      t('trainer-dashboard:consent.askText', { name }),
      t('trainer-dashboard:consent.end', { name }),
      async () => {
        await api.call('removeClient', { params });
        client.leave();
      },
    );
  }

  refresh();
  return {
    id,
    client,
    running,
    doors: {
      savePlan,
      removePlan,
      endCoaching,
      openPlan(planId) {
        const plan = client.plans.peek()?.find((one) => one._id === planId) ?? null;
        const clientId = crypto.randomUUID();
        form.value = planState(
          {
            clientId,
            give: async (given) => {
              const { clientId: _, ...fields } = given;
              return plan
                ? (await api.call('changePlan', { params: { id, planId: plan._id }, body: fields })).data
                : (await api.call('givePlan', { params, body: given })).data;
            },
          },
          plan,
          client.detail.peek()?.today ?? '',
        );
        scrollTo(0, 0);
      },
      closePlan: () => (form.value = null),
      pickExercise() {
        openExercisePicker({
          title: t('trainer-dashboard:plan.add'),
          search: t('trainer-dashboard:plan.search'),
          none: t('trainer-dashboard:plan.searchNone'),
          exercises: exercises.peek(),
          choose: (exercise) => form.peek()?.add(exercise),
        });
      },
      openWorkout(workoutId) {
        const workout = client.workouts.peek()?.find((one) => one._id === workoutId);
        if (workout) openWorkout(workout);
      },
    },
    shown: (tab) => ({
      id,
      tab,
      client,
      running,
      row: list.rows.value?.get(id),
      others: tab === 'live' ? list.found('training').filter((row) => row._id !== id && row.session !== null) : [],
      exercises: exercises.value,
      form: form.value,
    }),
    async changed() {
      await list.load();
      const rows = list.rows.peek();
      if (rows && !list.failure.peek() && !rows.has(id)) client.leave();
      else refresh();
    },
    refresh,
    close() {
      unwatch();
      stopHiding();
      void client.note.save();
    },
  };
}

/** What can't be taken back is asked first, and names what is lost. */
function ask(title: string, text: string, act: string, run: () => Promise<unknown>): void {
  openDialog({
    title,
    body: () => html`<p class="muted">${text}</p>`,
    actions: [
      { label: t('common:cancel'), safe: true },
      {
        label: act,
        kind: 'danger',
        run: () => {
          run().catch((error: unknown) => {
            showToast({ text: sentenceOf(error) });
          });
        },
      },
    ],
  });
}
