import type { Progress } from '@trainer/contract/types';
import { html, type TemplateResult } from 'lit-html';
import { account } from '../../account.ts';
import { duration, number } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { icon } from '../../ui/icon.ts';
import { kolam } from '../../ui/kolam.ts';
import { diamond } from '../../ui/kolam-path.ts';
import { runningWorkout } from '../../ui/running-banner.ts';
import { writeTray } from '../../tray.ts';
import { type AssignedDay, assignedToday, trayOfAssigned } from './assigned.ts';
import type { DashboardState, WorkoutInShort } from './state.ts';

/** What now: go on with what runs, see what was done today, or begin. */
export function heroCard(state: DashboardState, progress: Progress): TemplateResult {
  const running = runningWorkout(account.user.value?._id);
  if (running) {
    return hero(
      t('dashboard:hero.running', { name: running.name }),
      t('dashboard:hero.runningText'),
      '/pages/workout-execution.html',
      t('dashboard:hero.continue'),
    );
  }
  const trainedToday = progress.days.some((day) => day.date === state.today.value && day.workouts > 0);
  if (trainedToday && state.latest.value) return doneCard(state.latest.value);
  if (assignedToday.value) return assignedCard(assignedToday.value.day);
  return hero(
    t('dashboard:hero.title'),
    t('dashboard:hero.text'),
    '/pages/muscle-workout.html',
    t('dashboard:hero.start'),
  );
}

const hero = (title: string, text: string, address: string, label: string): TemplateResult =>
  html`<section class="card hero" aria-labelledby="hero-title">
    ${kolam(diamond(2), { classes: 'deco', mono: true })}
    <div class="stack stack-3">
      <div>
        <p class="eyebrow">${t('dashboard:hero.eyebrow')}</p>
        <h2 id="hero-title" class="herot">${title}</h2>
        <p class="muted">${text}</p>
      </div>
      <div class="row row-2 wrap"><a class="btn lg" href=${address}>${icon('play')}${label}</a></div>
    </div>
  </section>`;

/** What the trainer planned for today: one press begins it, with its sets, reps and weights. */
function assignedCard(day: AssignedDay): TemplateResult {
  const sets = day.exercises.reduce((sum, exercise) => sum + exercise.sets, 0);
  const start = () => {
    writeTray(trayOfAssigned(day), true);
    location.assign('/pages/workout-execution.html');
  };
  return html`<section class="card hero" aria-labelledby="hero-title" data-testid="assigned">
    ${kolam(diamond(2), { classes: 'deco', mono: true })}
    <div class="stack stack-3">
      <div>
        <p class="eyebrow">${t('dashboard:assigned.eyebrow')}</p>
        <h2 id="hero-title" class="herot">${day.name}</h2>
        <p class="muted">
          ${t('dashboard:assigned.text', { exercises: t('dashboard:assigned.exercises', { count: day.exercises.length }), sets: t('dashboard:assigned.sets', { count: sets }) })}
        </p>
      </div>
      <div class="row row-2 wrap">
        <button type="button" class="btn lg" data-testid="start-assigned" @click=${start}>
          ${icon('play')}${t('dashboard:hero.start')}
        </button>
        <a class="btn quiet" href="/pages/muscle-workout.html">${t('dashboard:assigned.other')}</a>
      </div>
    </div>
  </section>`;
}

const doneCard = ({ _id, name, totalDuration, totalCalories }: WorkoutInShort): TemplateResult =>
  html`<section class="card" aria-labelledby="hero-title">
    <header>
      <div>
        <p class="eyebrow">${t('dashboard:hero.eyebrow')}</p>
        <h2 id="hero-title">${t('dashboard:done.title', { name })}</h2>
      </div>
      <span class="tag ok">${icon('check', 'i-sm')}${t('dashboard:done.saved')}</span>
    </header>
    <p class="muted">${duration(totalDuration)}, ${t('dashboard:done.energy', { kcal: number(totalCalories) })}</p>
    <div class="row row-2 wrap">
      <a class="btn second" href="/pages/history.html?id=${_id}">${t('dashboard:done.see')}</a>
      <a class="btn quiet" href="/pages/muscle-workout.html">${t('dashboard:done.more')}</a>
    </div>
  </section>`;
