import '../../styles/charts.css';
import '../../styles/plans.css';
import { effect, signal } from '@preact/signals-core';
import { localDateOf } from '@trainer/coach/days';
import type { Meal } from '@trainer/contract/plan-words';
import type { DietPlan, DietRequest } from '@trainer/contract/types';
import { html, type nothing, type TemplateResult } from 'lit-html';
import { account } from '../../account.ts';
import { api, Unreachable } from '../../api.ts';
import dietPlan from '../../i18n/en/diet-plan.json';
import plans from '../../i18n/en/plans.json';
import { t } from '../../i18n/t.ts';
import { flushOutboxSoon } from '../../offline/flush-soon.ts';
import { startPage } from '../../page.ts';
import { focusHeading, planDesk, WRITING_PATIENCE_MS } from '../../plans/desk.ts';
import { weekInWords } from '../../plans/diet-words.ts';
import { earlierCard } from '../../plans/earlier-view.ts';
import { abovePlan, failureNotice, noPlanView, planSkeleton, promiseOf } from '../../plans/frame-view.ts';
import { kindsView } from '../../plans/kinds-view.ts';
import { onDevice } from '../../plans/on-device.ts';
import { progressView } from '../../plans/progress-view.ts';
import { refusedView } from '../../plans/refused-view.ts';
import { icon } from '../../ui/icon.ts';
import { showToast } from '../../ui/toast.ts';
import { type DietForm, dietForm, type DietValues, inShort, NAMES, requestOf } from './form-state.ts';
import { formView } from './form-view.ts';
import { planPage } from './plan-page.ts';
import { type KeptList, shoppingState } from './shopping-state.ts';
import { shoppingView } from './shopping-view.ts';
import { swapState } from './swap-state.ts';
import { openSwaps } from './swap-view.ts';
import { targetState } from './target-state.ts';

const desk = planDesk<DietRequest, DietPlan>(
  'diet',
  {
    write: async (body, requestId) =>
      (await api.call('planDiet', { body: { ...body, requestId } }, { patienceMs: WRITING_PATIENCE_MS })).data,
    fetch: async (id) => (await api.call('dietPlan', { params: { id } })).data,
    list: (cursor) => api.call('dietPlans', { query: cursor === null ? {} : { cursor } }),
    remove: (id, keepalive) => api.call('removeDietPlan', { params: { id } }, { keepalive }),
    share: async (id) => (await api.call('shareDietPlan', { params: { id } })).data.url,
    unshare: (id) => api.call('unshareDietPlan', { params: { id } }),
  },
  {
    written() {
      theForm().sent();
    },
    refused(failure) {
      unshown.value = theForm().refused(failure, NAMES);
    },
  },
);
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
const OFFERS = {
  workout: '/pages/ai-suggestions.html',
  history: '/pages/history.html',
} as const;
let form: DietForm | undefined;

if (startPage({ texts: { 'diet-plan': dietPlan, plans }, view })) {
  void desk.begin(home);
  flushOutboxSoon();
  effect(() => {
    const { id, list } = place.value;
    if (id !== null && list) void shopping.open(id);
  });
  // Words that nobody understands are named as soon as they are written; numbers are left alone until they are sent.
  effect(() => {
    if (target.failure.value) theForm().refused(target.failure.value, NAMES, ['otherAllergies', 'otherConditions']);
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

function isForm(): boolean {
  const isOpen = place.value.id !== null || seeking.value;
  return !isOpen && making.writing.value === null && making.refused.value === null;
}

function view(): TemplateResult {
  const { id, list } = place.value;
  if (id !== null) return list ? listView(id) : planView(id);
  const writing = making.writing.value;
  if (writing) return progressView(writing, desk.now.value, kindsView('diet'), () => void making.cancel());
  if (seeking.value) return planSkeleton();
  if (making.refused.value) return refused(making.refused.value.message);
  return formView(theForm(), target, {
    notice: failureNotice(making.failure.value, unshown.value, making.stopped.value, again),
    promise: promiseOf(desk.allowance.value),
    earlier: earlierOf(),
    write,
  });
}

function theForm(): DietForm {
  const user = account.user.peek();
  if (!user) throw new Error('Nobody is logged in.');
  const words = onDevice<DietValues>(`planWords:diet:${user.settings.units}`);
  form ??= dietForm(
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
  const user = account.user.peek();
  const asked = theForm();
  making.forgive();
  unshown.value = [];
  if (!asked.ready() || !user) return;
  const values = asked.values.peek();
  scrollTo(0, 0);
  void making.start(requestOf(values, user), inShort(values));
  focusHeading();
}

function refused(reason: string): TemplateResult {
  return html`<div class="pagehead">
      <h1>${t('diet-plan:heading')}</h1>
      ${kindsView('diet')}
    </div>
    ${refusedView({
      reason,
      offers: (['workout', 'history'] as const).map((offer) => ({
        label: t(`diet-plan:offer.${offer}`),
        text: t(`diet-plan:offer.${offer}.text`),
        address: OFFERS[offer],
      })),
      change: making.forgive,
    })}`;
}

function newPlan(): void {
  desk.go({ fresh: true });
}

function earlierOf(except?: string): TemplateResult | typeof nothing {
  return earlierCard({
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
    kept: () => desk.kept.read()?.plan,
  });
}

function planView(id: string): TemplateResult {
  const plan = opened.plan.value;
  const retry = () => void opened.open(id);
  if (plan?._id !== id) return noPlanView(opened.failure.value, newPlan, retry);
  const reading = {
    day: place.value.day ?? plan.days.find(({ date }) => date === today)?.day ?? 1,
    chooseDay: (day: number) => {
      desk.stay({ day });
    },
    allChecks: allChecks.value,
    showAllChecks: () => (allChecks.value = true),
  };
  return planPage(plan, reading, {
    today,
    above: abovePlan({ error: opened.failure.value, keptAt: opened.keptAt.value, back: newPlan, retry }),
    earlier: earlierOf(plan._id),
    actions: {
      share: desk.shareOpen,
      print: desk.print,
      more: () => {
        desk.menuOpen(plan);
      },
    },
    changed: changed.value?.planId === plan._id ? changed.value : null,
    shopping: () => {
      desk.go({ id, list: true });
    },
    newPlan,
    swap: (day, meal) => {
      swap(plan, day, meal);
    },
  });
}

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
