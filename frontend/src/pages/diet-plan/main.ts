import '../../styles/charts.css';
import '../../styles/plans.css';
import { effect, signal } from '@preact/signals-core';
import { daysBetween, localDateOf } from '@trainer/coach/days';
import type { Meal } from '@trainer/contract/plan-words';
import type { DietPlan, DietRequest } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { account } from '../../account.ts';
import { api } from '../../api.ts';
import dietPlan from '../../i18n/en/diet-plan.json';
import plans from '../../i18n/en/plans.json';
import { number } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { flushOutboxSoon } from '../../offline/flush-soon.ts';
import { startPage } from '../../page.ts';
import { authorCard, openSent } from '../../plans/author-view.ts';
import { focusHeading, nameOfPerson, planDesk, WRITING_PATIENCE_MS } from '../../plans/desk.ts';
import { dietView } from '../../plans/diet-view.ts';
import { targetsInWords, weekInWords } from '../../plans/diet-words.ts';
import { earlierCard } from '../../plans/earlier-view.ts';
import { abovePlan, failureNotice, noPlanView, planSkeleton, promiseOf } from '../../plans/frame-view.ts';
import { headActions, planHead } from '../../plans/head-view.ts';
import { kindsView } from '../../plans/kinds-view.ts';
import { onDevice } from '../../plans/on-device.ts';
import { dietPaper } from '../../plans/paper.ts';
import { progressView } from '../../plans/progress-view.ts';
import { refusedView } from '../../plans/refused-view.ts';
import { workingTable } from '../../plans/working-view.ts';
import { banner } from '../../ui/banner.ts';
import { icon } from '../../ui/icon.ts';
import { showToast } from '../../ui/toast.ts';
import { type DietForm, dietForm, type DietValues, inShort, NAMES, requestOf } from './form-state.ts';
import { formView } from './form-view.ts';
import { type KeptList, shoppingState } from './shopping-state.ts';
import { shoppingView } from './shopping-view.ts';
import { swapState } from './swap-state.ts';
import { openSwaps } from './swap-view.ts';
import { targetState } from './target-state.ts';

const desk = planDesk<DietRequest, DietPlan>('diet', {
  write: async (body, requestId) =>
    (await api.call('planDiet', { body: { ...body, requestId } }, { patienceMs: WRITING_PATIENCE_MS })).data,
  fetch: async (id) => (await api.call('dietPlan', { params: { id } })).data,
  list: (cursor) => api.call('dietPlans', { query: cursor === null ? {} : { cursor } }),
  remove: (id, keepalive) => api.call('removeDietPlan', { params: { id } }, { keepalive }),
  share: async (id) => (await api.call('shareDietPlan', { params: { id } })).data.url,
  unshare: (id) => api.call('unshareDietPlan', { params: { id } }),
});
const { opened, earlier, making, place } = desk;
const today = localDateOf(new Date(), account.timeZone());
const allChecks = signal(false);
const unshown = signal<readonly string[]>([]);
const changed = signal<{ planId: string; day: number; meal: Meal } | null>(null);
/** The newest plan is looked for: nothing is known to show yet. */
const seeking = signal(false);
const target = targetState({
  ask: async (request) => (await api.call('dietTarget', { body: request })).data,
  later(ms, run) {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
});
const shopping = shoppingState({
  fetch: async (id) => (await api.call('shoppingList', { params: { id } })).data,
  kept: onDevice<KeptList>('shoppingList'),
});
let form: DietForm | undefined;

if (startPage({ texts: { 'diet-plan': dietPlan, plans }, view })) {
  void desk.begin(home);
  flushOutboxSoon();
  effect(() => {
    const { id, list } = place.value;
    if (id !== null && list) void shopping.open(id);
  });
  effect(() => {
    const asked = isForm() ? theForm().forTarget() : undefined;
    if (asked !== undefined) target.want(asked);
  });
}

/** What to eat today, where there is a plan; the form where there is none. */
async function home(loading: Promise<void>): Promise<void> {
  if (place.peek().fresh) return;
  const kept = desk.kept.read()?.plan._id;
  if (kept !== undefined) {
    desk.stay({ id: kept });
    void opened.open(kept);
  } else seeking.value = true;
  await loading;
  seeking.value = false;
  const newest = earlier.plans.peek()?.[0]?._id;
  const { id, list } = place.peek();
  // Whoever went somewhere else meanwhile stays there.
  if (newest === undefined || list || id !== (kept ?? null) || newest === id || place.peek().fresh) return;
  desk.stay({ id: newest, day: null });
  await opened.open(newest);
}

const isForm = (): boolean =>
  place.value.id === null && !seeking.value && making.writing.value === null && making.refused.value === null;

function view(): TemplateResult {
  const { id, list } = place.value;
  if (id !== null) return list ? listView(id) : planView(id);
  const writing = making.writing.value;
  if (writing) return progressView(writing, desk.now.value, kindsView('diet'), () => void making.cancel());
  if (seeking.value) return planSkeleton();
  if (making.refused.value) return refused(making.refused.value.message);
  return formView(theForm(), target, {
    notice: failureNotice(making.failure.value, unshown.value, making.stopped.value, () => void making.again()),
    promise: promiseOf(desk.allowance.value),
    earlier: earlierOf(),
    write,
  });
}

function theForm(): DietForm {
  const user = account.user.peek();
  if (!user) throw new Error('Nobody is logged in.');
  form ??= dietForm(
    user,
    onDevice<DietValues>(`planWords:diet:${user.settings.units}`),
    desk.kept.read()?.plan.request,
  );
  return form;
}

async function write(): Promise<void> {
  const user = account.user.peek();
  const asked = theForm();
  making.forgive();
  unshown.value = [];
  if (!asked.ready() || !user) return;
  const values = asked.values.peek();
  scrollTo(0, 0);
  const done = making.start(requestOf(values, user), inShort(values));
  focusHeading();
  await done;
  const failure = making.failure.peek();
  if (failure) unshown.value = asked.refused(failure, NAMES);
  else if (!making.stopped.peek()) asked.sent();
  if (making.refused.peek()) focusHeading();
}

const refused = (reason: string): TemplateResult =>
  html`<div class="pagehead"><h1 class="sr">${t('diet-plan:heading')}</h1></div>
    ${refusedView({
      reason,
      offers: (['workout', 'train', 'settings'] as const).map((offer) => ({
        label: t(`diet-plan:offer.${offer}`),
        text: t(`diet-plan:offer.${offer}.text`),
        address: OFFERS[offer],
      })),
      change: making.forgive,
    })}`;

const OFFERS = {
  workout: '/pages/ai-suggestions.html',
  train: '/pages/muscle-workout.html',
  settings: '/pages/settings.html',
} as const;

const newPlan = () => {
  desk.go({ fresh: true });
};

const earlierOf = (except?: string): TemplateResult | typeof nothing =>
  earlierCard({
    state: earlier,
    ...(except === undefined
      ? {}
      : {
          except,
          after: html`<button type="button" class="btn second" data-testid="new-plan" @click=${newPlan}>
            ${icon('plus')}${t('plans:menu.new')}
          </button>`,
        }),
    addressOf: (id) => `?id=${id}`,
    open: (id) => {
      desk.go({ id });
    },
    kept: desk.kept.read()?.plan,
  });

function planView(id: string): TemplateResult {
  const plan = opened.plan.value;
  const retry = () => void opened.open(id);
  if (plan?._id !== id) return noPlanView(opened.failure.value, newPlan, retry);
  const day = place.value.day ?? dayOfToday(plan);
  const { diet, region } = plan.request;
  const about = [t(`plans:diet.${diet}`), t(`plans:region.${region}`)].join(', ');
  return html`<div class="screen">
      ${abovePlan({ error: opened.failure.value, keptAt: opened.keptAt.value, back: newPlan, retry })}
      ${isOver(plan) ? html`<div class="hintb">${banner({ kind: 'info', text: t('diet-plan:over'), action: { label: t('diet-plan:over.new'), run: newPlan } })}</div>` : nothing}
      ${dietView(
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
            eyebrow: [weekInWords(plan), about].join(', '),
            title: targetsInWords(plan.targets),
            summary: plan.summary,
            actions: headActions(shoppingButton(plan), {
              share: desk.shareOpen,
              print: desk.print,
              more: () => {
                desk.menuOpen(plan);
              },
            }),
          }),
          side: html`${whyCard(plan)}
          ${authorCard(plan, () => {
            openSent(plan.sent);
          })}
          ${earlierOf(plan._id)}`,
          swap: (on, meal) => {
            swap(plan, on, meal);
          },
          changed: changed.value?.planId === plan._id ? changed.value : null,
        },
      )}
    </div>
    ${dietPaper(plan, [about, nameOfPerson()].join(', '), plan.working)}`;
}

const shoppingButton = (plan: DietPlan): TemplateResult =>
  html`<button
    type="button"
    class="btn solid"
    data-testid="shopping"
    @click=${() => {
      desk.go({ id: plan._id, list: true });
    }}
  >
    ${icon('cart')}${t('plans:diet.shopping')}
  </button>`;

const whyCard = ({ targets, working }: DietPlan): TemplateResult =>
  html`<section class="card stack stack-2" aria-labelledby="why-title" data-testid="why">
    <h2 id="why-title">${t('plans:why', { calories: number(targets.calories) })}</h2>
    ${workingTable(working)}
    <p class="sm muted">${t('plans:why.estimate')}</p>
  </section>`;

/** The day of the plan that is today, else its first. */
function dayOfToday({ days }: DietPlan): number {
  return days.find(({ date }) => date === today)?.day ?? 1;
}

const isOver = ({ startsOn }: DietPlan): boolean => daysBetween(startsOn, today) > 6;

function swap(plan: DietPlan, day: number, meal: Meal): void {
  const now = plan.days.find((one) => one.day === day)?.meals.find((one) => one.meal === meal);
  if (!now) return;
  const state = swapState(
    {
      swaps: async (on, which) =>
        (await api.call('swaps', { params: { id: plan._id }, query: { day: String(on), meal: which } })).data,
      take: async (on, which, swapId) =>
        (await api.call('swapMeal', { params: { id: plan._id }, body: { day: on, meal: which, swapId } })).data,
    },
    { day, meal },
  );
  openSwaps(state, now, async (close) => {
    const next = await state.take();
    if (!next) return;
    opened.show(next);
    changed.value = { planId: next._id, day, meal };
    close();
    showToast({ text: t('diet-plan:swap.taken', { meal: t(`plans:meal.${meal}`) }) });
  });
}

function listView(id: string): TemplateResult {
  const plan = opened.plan.value;
  return shoppingView(shopping, {
    week: plan?._id === id ? weekInWords(plan) : null,
    back: () => {
      desk.go({ id });
    },
    retry: () => void shopping.open(id),
    print: desk.print,
  });
}
