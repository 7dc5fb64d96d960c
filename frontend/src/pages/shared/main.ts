import '../../styles/charts.css';
import '../../styles/plans.css';
import { signal } from '@preact/signals-core';
import { localDateOf } from '@trainer/coach/days';
import type { SharedPlan } from '@trainer/contract/types';
import { html, type TemplateResult } from 'lit-html';
import { account } from '../../account.ts';
import { api, Refused } from '../../api.ts';
import plans from '../../i18n/en/plans.json';
import shared from '../../i18n/en/shared.json';
import { date } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { startPage } from '../../page.ts';
import { authorCard } from '../../plans/author-view.ts';
import { dietView } from '../../plans/diet-view.ts';
import { besideTargets, targetsInWords, weekInWords } from '../../plans/diet-words.ts';
import { planSkeleton } from '../../plans/frame-view.ts';
import { planHead } from '../../plans/head-view.ts';
import { dietPaper, workoutPaper } from '../../plans/paper.ts';
import { trainingDay, weekdayOf } from '../../plans/week.ts';
import { workoutView } from '../../plans/workout-view.ts';
import { brand } from '../../ui/brand.ts';
import { banner } from '../../ui/banner.ts';
import { emptyState } from '../../ui/empty-state.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { icon } from '../../ui/icon.ts';

/** `/shared/TOKEN` → `TOKEN` */
const token = decodeURIComponent(location.pathname.split('/').filter(Boolean).at(-1) ?? '');
const plan = signal<SharedPlan | null>(null);
const failure = signal<unknown>(null);
const chosenDay = signal<number | null>(null);
const allChecks = signal(false);
const today = localDateOf(new Date(), account.timeZone());

startPage({ texts: { plans, shared }, view, signedIn: false });
void load();

async function load(): Promise<void> {
  failure.value = null;
  try {
    plan.value = (await api.call('sharedPlan', { params: { token } })).data;
    document.title = `${plan.value.title} · AI Personal Trainer`;
  } catch (error) {
    failure.value = error;
  }
}

function view(): TemplateResult {
  return html`<div class="sharedpage">
    <div class="row between noprint sharedbar">
      <a class="cover" href="/">${brand()}</a>
      ${
        plan.value
          ? html`<button type="button" class="btn second" aria-label=${t('plans:print')} @click=${print}>
              ${icon('print')}<span class="only-d">${t('plans:print')}</span>
            </button>`
          : ''
      }
    </div>
    ${content()}
  </div>`;
}

function print(): void {
  globalThis.print();
}

function content(): TemplateResult {
  const error = failure.value;
  if (error instanceof Refused && error.status < 500 && error.status !== 429) return gone();
  if (error)
    return html`<h1 class="sr">${t('shared:title')}</h1>
      ${banner({ kind: 'bad', title: t('shared:failed'), text: sentenceOf(error), action: { label: t('common:retry'), run: () => void load() } })}`;
  return plan.value ? planView(plan.value) : planSkeleton();
}

function gone(): TemplateResult {
  return html`<h1 class="sr">${t('shared:title')}</h1>
    <section class="card" data-testid="gone">
      ${emptyState({
        title: t('shared:gone.title'),
        text: t('shared:gone.text'),
        action: html`<a class="btn primary" href="/pages/signup.html">${t('shared:gone.own')}</a>`,
      })}
    </section>`;
}

function planView(shown: SharedPlan): TemplateResult {
  const made = date(localDateOf(new Date(shown.createdAt), account.timeZone()), 'full');
  const reading = (first: number) => ({
    day: chosenDay.value ?? first,
    chooseDay: (day: number) => (chosenDay.value = day),
    allChecks: allChecks.value,
    showAllChecks: () => (allChecks.value = true),
  });
  if (shown.kind === 'workout') {
    const weekday = weekdayOf(today);
    return html`<div class="screen">
        ${workoutView(shown, reading(trainingDay(shown.schedule, weekday)?.day ?? weekday), {
          head: planHead({ eyebrow: made, title: shown.title, summary: shown.summary }),
          side: authorCard(shown),
        })}
      </div>
      ${workoutPaper(shown, made)}`;
  }
  const day = shown.days.find((one) => one.date === today)?.day ?? 1;
  return html`<div class="screen">
      ${dietView(shown, reading(day), {
        head: planHead({
          eyebrow: weekInWords(shown),
          title: targetsInWords(shown.targets),
          summary: besideTargets(shown),
        }),
        side: authorCard(shown),
      })}
    </div>
    ${dietPaper(shown, '', [])}`;
}
