import { html, type TemplateResult } from 'lit-html';
import { date } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { icon } from '../../ui/icon.ts';
import { kolam } from '../../ui/kolam.ts';
import { diamond } from '../../ui/kolam-path.ts';
import { weekStrip } from '../../ui/week-strip.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** The page before the first workout: the shortest way to one, and the history from elsewhere. */
export const firstRun = (today: string): TemplateResult => html`
  <div class="cols c-8-4">
    <section class="card">
      <div class="empty">
        ${kolam(diamond(2), { classes: 'art' })}
        <h2>${t('dashboard:first.title')}</h2>
        <p>${t('dashboard:first.text')}</p>
        <a class="btn primary lg startb" href="/pages/muscle-workout.html?start=ten-minutes"
          >${icon('play')}${t('dashboard:first.start')}</a
        >
        <a class="btn quiet" href="/pages/muscle-workout.html">${t('dashboard:first.pick')}</a>
      </div>
    </section>
    <div class="stack">
      <section class="card" aria-labelledby="week-title">
        <h2 id="week-title">${t('dashboard:week.title')}</h2>
        ${weekStrip({ trained: NOTHING, today, label: t('dashboard:week.none') })}
        <p class="sm muted hintm">${t('dashboard:streak.first', { day: date(today, 'long').split(' ')[0] ?? '' })}</p>
      </section>
      <section class="card" aria-labelledby="later-title">
        <h2 id="later-title">${t('dashboard:later.title')}</h2>
        <ul class="list">
          ${later('/pages/ai-suggestions.html', t('dashboard:later.workout'), t('dashboard:later.workoutText'))}
          ${later('/pages/diet-plan.html', t('dashboard:later.diet'), t('dashboard:later.dietText'))}
        </ul>
      </section>
      <section class="card" aria-labelledby="import-title">
        <h2 id="import-title">${t('dashboard:import.title')}</h2>
        <p class="muted">${t('dashboard:import.text')}</p>
        <a class="btn second" href="/pages/history.html#import">${icon('upload')}${t('dashboard:import.button')}</a>
      </section>
    </div>
  </div>
`;

const later = (address: string, label: string, text: string): TemplateResult =>
  html`<li>
    <span class="grow"><a href=${address}>${label}</a><br /><span class="sm muted">${text}</span></span>
  </li>`;
