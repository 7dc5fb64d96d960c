import '../../styles/charts.css';
import '../../styles/plans.css';
import { signal } from '@preact/signals-core';
import { localDateOf } from '@trainer/coach/days';
import type { SuggestionPlan, SuggestionRequest } from '@trainer/contract/types';
import { html, type TemplateResult } from 'lit-html';
import { account } from '../../account.ts';
import { api, Unreachable } from '../../api.ts';
import { loadExercises } from '../../exercises.ts';
import aiSuggestions from '../../i18n/en/ai-suggestions.json';
import plans from '../../i18n/en/plans.json';
import { date } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { flushOutboxSoon } from '../../offline/flush-soon.ts';
import { startPage } from '../../page.ts';
import { authorCard, openSent } from '../../plans/author-view.ts';
import { focusHeading, nameOfPerson, planDesk, WRITING_PATIENCE_MS } from '../../plans/desk.ts';
import { earlierCard } from '../../plans/earlier-view.ts';
import { abovePlan, failureNotice, noPlanView, promiseOf } from '../../plans/frame-view.ts';
import { headActions, planHead } from '../../plans/head-view.ts';
import { kindsView } from '../../plans/kinds-view.ts';
import { onDevice } from '../../plans/on-device.ts';
import { workoutPaper } from '../../plans/paper.ts';
import { progressView } from '../../plans/progress-view.ts';
import { refusedView } from '../../plans/refused-view.ts';
import { trayOfDay } from '../../plans/start-now.ts';
import { trainingDay, weekdayOf } from '../../plans/week.ts';
import { workoutView } from '../../plans/workout-view.ts';
import { writeTray } from '../../tray.ts';
import { icon } from '../../ui/icon.ts';
import { runningWorkout } from '../../ui/running-banner.ts';
import { inShort, requestOf, workoutForm, type WorkoutForm, type WorkoutValues } from './form-state.ts';
import { formView } from './form-view.ts';

const desk = planDesk<SuggestionRequest, SuggestionPlan>(
  'workout',
  {
    write: async (body, requestId) =>
      (await api.call('suggest', { body: { ...body, requestId } }, { patienceMs: WRITING_PATIENCE_MS })).data,
    fetch: async (id) => (await api.call('suggestion', { params: { id } })).data,
    list: (cursor) => api.call('suggestions', { query: cursor === null ? {} : { cursor } }),
    remove: (id, keepalive) => api.call('removeSuggestion', { params: { id } }, { keepalive }),
    share: async (id) => (await api.call('shareSuggestion', { params: { id } })).data.url,
    unshare: (id) => api.call('unshareSuggestion', { params: { id } }),
  },
  {
    written() {
      theForm().sent();
    },
    refused(failure) {
      unshown.value = theForm().refused(failure, { medicalConditions: 'otherConditions' });
    },
  },
);
const { opened, earlier, making, place } = desk;
const today = weekdayOf(localDateOf(new Date(), account.timeZone()));
const allChecks = signal(false);
/** What the server said of values that no field shows. */
const unshown = signal<readonly string[]>([]);
let form: WorkoutForm | undefined;

if (startPage({ texts: { 'ai-suggestions': aiSuggestions, plans }, view })) {
  void desk.begin(() => undefined);
  flushOutboxSoon();
}

function view(): TemplateResult {
  if (place.value.id !== null) return planView(place.value.id);
  const writing = making.writing.value;
  if (writing) return progressView(writing, desk.now.value, kindsView('workout'), () => void making.cancel());
  if (making.refused.value) return refused(making.refused.value.message);
  return formView(theForm(), {
    notice: failureNotice(making.failure.value, unshown.value, making.stopped.value, again),
    promise: promiseOf(desk.allowance.value),
    earlier: earlierCard({
      state: earlier,
      addressOf: (id) => `?id=${id}`,
      open: (id) => {
        desk.go({ id });
      },
      kept: () => desk.kept.read()?.plan,
    }),
    write,
  });
}

/** Made when it is first looked at, so that it is filled with who is logged in. */
function theForm(): WorkoutForm {
  const user = account.user.peek();
  if (!user) throw new Error('Nobody is logged in.');
  const words = onDevice<WorkoutValues>(`planWords:workout:${user.settings.units}`);
  form ??= workoutForm(
    user,
    {
      ...words,
      // What is changed is asked for anew, not again.
      keep(values) {
        words.keep(values);
        making.forgive();
      },
    },
    desk.kept.read()?.plan.request,
  );
  return form;
}

/** The same request where no answer came, so that nothing is written twice. */
function again(): void {
  if (making.failure.peek() instanceof Unreachable) void making.again();
  else write();
}

function write(): void {
  const asked = theForm();
  making.forgive();
  unshown.value = [];
  if (!asked.ready()) return;
  const values = asked.values.peek();
  scrollTo(0, 0);
  void making.start(requestOf(values), inShort(values));
  focusHeading();
}

function refused(reason: string): TemplateResult {
  return html`<div class="pagehead">
      <h1>${t('ai-suggestions:heading')}</h1>
      ${kindsView('workout')}
    </div>
    ${refusedView({
      reason,
      offers: [
        {
          label: t('ai-suggestions:offer.diet'),
          text: t('ai-suggestions:offer.diet.text'),
          address: '/pages/diet-plan.html',
        },
        {
          label: t('ai-suggestions:offer.history'),
          text: t('ai-suggestions:offer.history.text'),
          address: '/pages/history.html',
        },
      ],
      change: making.forgive,
    })}`;
}

function planView(id: string): TemplateResult {
  const plan = opened.plan.value;
  const back = () => {
    desk.go({});
  };
  const retry = () => void opened.open(id);
  if (plan?._id !== id) return noPlanView(opened.failure.value, back, retry);
  const line = t('ai-suggestions:for', {
    date: date(localDateOf(new Date(plan.createdAt), account.timeZone()), 'full'),
    name: nameOfPerson(),
  });
  const day = place.value.day ?? trainingDay(plan.schedule, today)?.day ?? today;
  return html`<div class="screen">
      ${abovePlan({ error: opened.failure.value, keptAt: opened.keptAt.value, back, retry })}
      ${workoutView(
        plan,
        {
          day,
          chooseDay: (to) => {
            desk.stay({ day: to });
          },
          allChecks: allChecks.value,
          showAllChecks: () => (allChecks.value = true),
        },
        {
          head: planHead({
            eyebrow: line,
            title: plan.title,
            summary: plan.summary,
            actions: headActions(startButton(plan, day), {
              share: desk.shareOpen,
              print: desk.print,
              more: () => {
                desk.menuOpen(plan);
              },
            }),
          }),
          side: html`${authorCard(plan, () => {
            openSent(plan.sent);
          })}
          ${earlierCard({
            state: earlier,
            except: plan._id,
            addressOf: (other) => `?id=${other}`,
            open: (other) => {
              desk.go({ id: other });
            },
            kept: () => undefined,
          })}`,
        },
      )}
    </div>
    ${workoutPaper(plan, line)}`;
}

/** The open day, or the next with training. */
function startButton(plan: SuggestionPlan, from: number): TemplateResult {
  const day = trainingDay(plan.schedule, from);
  if (!day) return html``;
  const label = runningWorkout(account.user.value?._id) ? 'plans:start.add' : 'plans:start';
  return html`<button type="button" class="btn solid" data-testid="start-now" @click=${() => void startNow(plan, day)}>
    ${icon('play')}${t(label, { focus: day.focus })}
  </button>`;
}

async function startNow(plan: SuggestionPlan, day: SuggestionPlan['schedule'][number]): Promise<void> {
  const inPlan = new Set(plan.exercises.map(({ slug }) => slug));
  const known = day.exercises.every(({ slug }) => inPlan.has(slug)) ? [] : await loadExercises().catch(() => []);
  writeTray(trayOfDay(plan, day, known), true);
  location.assign('/pages/workout-execution.html');
}
