import type { Progress } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { account } from '../../account.ts';
import { Unreachable } from '../../api.ts';
import { date, time } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { live } from '../../live-status.ts';
import { banner } from '../../ui/banner.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { wide } from '../../ui/wide.ts';
import { barsCard, calendarCard, recordsCard } from './charts-view.ts';
import { assignedToday } from './assigned.ts';
import { firstRun } from './first-run.ts';
import { heroCard } from './hero-view.ts';
import { mealCard } from './meal-view.ts';
import type { DashboardState, Numbers } from './state.ts';
import { streakCard } from './streak-view.ts';
import { tiles } from './tiles-view.ts';

/** @param shown the numbers as they stand now, on their way to where they belong */
export function dashboardView(state: DashboardState, shown: Numbers): TemplateResult {
  const progress = state.progress.value;
  if (!progress) return state.error.value ? html`${head(state)}${problem(state)}` : skeleton();
  if (isEmpty(progress))
    return html`${head(state)}${problem(state)}${assignedToday.value ? html`<div class="hintb">${heroCard(state, progress)}</div>` : nothing}${firstRun(state.today.value)}`;
  const streak = streakCard(state, progress, shown.streak);
  return html`
    ${head(state)} ${problem(state)}
    <div class="cols c-8-4">
      <div class="stack">
        ${wide.value ? nothing : streak} ${heroCard(state, progress)} ${tiles(state, shown)}
        ${barsCard(progress, state.today.value)} ${calendarCard(state.stats.value, state.today.value)}
      </div>
      <div class="stack">
        ${wide.value ? streak : nothing} ${mealCard(state.today.value)} ${recordsCard(state.stats.value)}
      </div>
    </div>
  `;
}

/** What is read out once the numbers stand. */
export function sentence(numbers: Numbers, saved: string | undefined): string {
  return t('dashboard:announce', {
    saved: saved ? t('dashboard:announce.saved', { name: saved }) : '',
    workouts: t('dashboard:announce.workouts', { count: numbers.workouts }),
    minutes: t('dashboard:announce.minutes', { count: numbers.minutes }),
    streak: t('dashboard:inARow', { count: numbers.streak }),
  });
}

function head(state: DashboardState): TemplateResult {
  const off = live.status.value === 'reconnecting';
  return html`<div class="pagehead">
    <div>
      <p class="eyebrow">${date(state.today.value, 'long')}</p>
      <h1>${headline(state)}</h1>
    </div>
    <span class="live only-d ${off ? 'off' : ''}" ?hidden=${live.status.value === 'connecting'}
      ><span class="dot ${off ? '' : 'ok'}"></span>${t(off ? 'common:live.off' : 'common:live.long')}</span
    >
  </div>`;
}

/** Nothing is stored, and nothing was just told of either: what is told does not say when it was. */
const isEmpty = ({ lastWorkoutAt, totalWorkouts }: Progress): boolean => lastWorkoutAt === null && totalWorkouts === 0;

function headline({ progress, today }: DashboardState): string {
  const user = account.user.value;
  const name = user?.profile.firstName ?? user?.username ?? '';
  const streak = progress.value?.streak ?? 0;
  const trainedToday = progress.value?.days.some((day) => day.date === today.value && day.workouts > 0);
  if (progress.value && isEmpty(progress.value)) return t('dashboard:welcome', { name });
  if (trainedToday && streak > 1) return t('dashboard:inARow', { count: streak });
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: 'numeric', timeZone: account.timeZone() }).format(new Date()),
  );
  return t(hour < 12 ? 'dashboard:morning' : hour < 17 ? 'dashboard:afternoon' : 'dashboard:evening', { name });
}

/** Offline is no alarm while there is something to show. */
function problem(state: DashboardState): TemplateResult | typeof nothing {
  const error = state.error.value;
  if (!error)
    return live.status.value === 'reconnecting'
      ? html`<div class="hintb">${banner({ kind: 'info', text: t('common:live.away') })}</div>`
      : nothing;
  const action = { label: t('common:retry'), run: () => void state.load() };
  const { value: at } = state.keptAt;
  if (state.progress.value && error instanceof Unreachable && at !== null) {
    return html`<div class="hintb">
      ${banner({ kind: 'info', text: t('common:error.age', { when: time(at) }), action })}
    </div>`;
  }
  return html`<div class="hintb">
    ${banner({ kind: 'bad', title: t('dashboard:failed'), text: sentenceOf(error), action })}
  </div>`;
}

const skeleton = (): TemplateResult => html`
  <div class="pagehead">
    <div class="grow"><span class="skel w1"></span><span class="skel w2 h2"></span></div>
  </div>
  <div class="cols c-8-4">
    <div class="stack">
      <span class="skel h3"></span>
      <div class="trio"><span class="skel h3"></span><span class="skel h3"></span><span class="skel h3"></span></div>
      <span class="skel h3"></span>
    </div>
    <div class="stack"><span class="skel h3"></span></div>
  </div>
`;
