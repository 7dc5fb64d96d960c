import type { Progress } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { date, number } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { daysOfWeek, weekStrip } from '../../ui/week-strip.ts';
import type { DashboardState } from './state.ts';

/** The streak, and the week that draws it. @param shown the number on its way */
export function streakCard(state: DashboardState, progress: Progress, shown: number): TemplateResult {
  const today = state.today.value;
  const trained = new Set(progress.days.filter((day) => day.workouts > 0).map((day) => day.date));
  return html`<section class="card streak" aria-labelledby="streak-title">
    <div class="row between row-top">
      <div>
        <h2 id="streak-title" class="sr">${t('dashboard:streak')}</h2>
        <span class="big num" data-testid="streak" data-value=${progress.streak}
          >${t('dashboard:days', { count: shown })}</span
        >
        <p class="sm muted">${words(progress, trained.has(today))}</p>
      </div>
      ${
        progress.longestStreak > 0
          ? html`<a
              class="tag acc"
              href="/pages/history.html"
              data-testid="longest-streak"
              data-value=${progress.longestStreak}
              >${t('dashboard:best', { count: progress.longestStreak })}</a
            >`
          : nothing
      }
    </div>
    ${weekStrip({ trained, today, label: weekLabel(trained, today), draws: (state.glow.value?.streak ?? 0) > 0 })}
  </section>`;
}

/** The strip in words. */
function weekLabel(trained: ReadonlySet<string>, today: string): string {
  const days = daysOfWeek(today)
    .filter((day) => trained.has(day))
    .map((day) => date(day, 'weekday'));
  return days.length === 0 ? t('dashboard:week.none') : t('dashboard:week.trained', { days: days.join(', ') });
}

function words({ streak, longestStreak }: Progress, trainedToday: boolean): string {
  if (streak === 0) return t('dashboard:streak.lost', { count: longestStreak });
  return trainedToday ? t('dashboard:streak.today') : t('dashboard:streak.goOn', { next: number(streak + 1) });
}
