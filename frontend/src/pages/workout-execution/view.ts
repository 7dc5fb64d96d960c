import type { Exercise } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { clock, date } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import type { RunningWorkout, SessionExercise, SessionSet } from '@trainer/coach/running/session';
import type { SessionSync } from '../../offline/session-sync.ts';
import { banner } from '../../ui/banner.ts';
import { emptyState } from '../../ui/empty-state.ts';
import { exerciseAnimation, pauseControl } from '../../ui/exercise-animation.ts';
import { icon } from '../../ui/icon.ts';
import type { Actions } from './actions.ts';
import { cueCard, type CueState } from './cue.ts';
import { lastTimesOf } from '../../last-times.ts';
import { leftOf } from '@trainer/coach/running/rest';
import { restStrip, restView } from './rest-view.ts';
import { placeOf, setView } from './set-view.ts';
import type { WorkoutState } from './state.ts';
import { setInWords, timeInWords } from '../../set-words.ts';

interface Shown {
  cues: CueState;
  state: WorkoutState;
  actions: Actions;
  session: RunningWorkout;
  /** ms */
  now: number;
  sync: Pick<SessionSync, 'here' | 'away' | 'another'>;
}

/** The running workout: read at arm's length, used with wet hands. */
export function workoutView({ state, actions, session, now, sync, cues }: Shown): TemplateResult {
  const exercise = state.current.value;
  // The clock of the page may be a moment behind the one that the deadline was made by.
  const left = session.rest ? Math.min(leftOf(session.rest, now), session.rest.seconds) : 0;
  return html`
    ${bar(state, actions, session, now, sync)}
    <div class="train">
      <aside class="only-w" aria-label=${t('workout-execution:exercises')}>
        ${exerciseList(state, actions, session)}
      </aside>
      <div class="stack">
        <div class="hide-w">${exercise ? heading(state, actions, exercise) : nothing}</div>
        ${cueCard(cues)} ${progressBar(state)} ${notKept(state)} ${notUp(state, sync)}
        ${
          exercise
            ? html`<div class="only-w">${heading(state, actions, exercise)}</div>
                ${session.rest && left > 0 && !state.looking.value ? restView(state, actions, session.rest, left) : html`${left > 0 ? restStrip(state, left) : nothing}${setView(state, actions, exercise, sync.here.value)}`}`
            : html`<button type="button" class="btn primary lg" @click=${actions.openAdd}>
                ${icon('plus')}${t('workout-execution:add')}
              </button>`
        }
        <div class="hide-w stack">
          <details class="card flat">
            <summary>${t('workout-execution:exercises')}</summary>
            ${exerciseList(state, actions, session)}
          </details>
          ${exercise ? reference(state, exercise) : nothing}
        </div>
        <p class="center">
          <button type="button" class="btn quiet danger-text" @click=${actions.askDiscard}>
            ${t('workout-execution:discard')}
          </button>
        </p>
      </div>
      <aside class="only-w stack">
        ${exercise ? reference(state, exercise) : nothing}<button
          type="button"
          class="btn quiet"
          @click=${actions.openKeys}
        >
          ${t('workout-execution:keys.title')}
        </button>
      </aside>
    </div>
  `;
}

export const emptyView = (): TemplateResult =>
  html`<div class="sum">
    <h1 class="sr">${t('workout-execution:title')}</h1>
    <section class="card">
      ${emptyState({
        title: t('workout-execution:empty.title'),
        text: t('workout-execution:empty.text'),
        action: html`<a class="btn primary lg" href="/pages/muscle-workout.html"
          >${t('workout-execution:empty.action')}</a
        >`,
      })}
    </section>
  </div>`;

function bar(
  state: WorkoutState,
  actions: Actions,
  session: RunningWorkout,
  now: number,
  sync: Shown['sync'],
): TemplateResult {
  const setsHere = setsOnlyHere(session, sync);
  const isUp = setsHere === 0 && sync.here.value.size === 0 && state.storing.value === 0 && !state.failure.value;
  const elapsed = clock((now - Date.parse(session.startedAt)) / 1000);
  return html`<header class="topbar">
    <a class="btn icon" href="/pages/dashboard.html" aria-label=${t('workout-execution:leave')}>${icon('down')}</a>
    <span class="elapsed" role="timer" aria-label=${t('workout-execution:elapsed')}>${elapsed}</span>
    <span class="grow"></span>
    <span
      class="sync ${isUp ? '' : 'off'}"
      data-testid="sync"
      title=${t(isUp ? 'workout-execution:up.title' : 'workout-execution:stored.title')}
      >${icon(isUp ? 'check' : 'phone')}<span>${isUp ? t('workout-execution:up') : where(state, setsHere)}</span></span
    >
    <button type="button" class="btn second" data-testid="finish" @click=${actions.finish}>
      ${t('workout-execution:finish')}
    </button>
  </header>`;
}

function where(state: WorkoutState, setsHere: number): string {
  if (state.failure.value || !state.keeps) return t('workout-execution:storedNowhere');
  if (state.storing.value > 0) return t('workout-execution:storing');
  return setsHere > 0 ? t('workout-execution:onPhone', { count: setsHere }) : t('workout-execution:stored');
}

/** Sets that were ticked and are on this device only. */
const setsOnlyHere = (session: RunningWorkout, sync: Shown['sync']): number =>
  session.exercises.reduce(
    (sum, { key, sets }) =>
      sum + sets.filter((set) => set.done && sync.here.value.has(`set:${key}:${set.setId}`)).length,
    0,
  );

/** Why what is done does not go up; it is information, for nothing is lost by it. */
function notUp(state: WorkoutState, sync: Shown['sync']): TemplateResult | typeof nothing {
  if (state.failure.value || !state.keeps) return nothing;
  if (sync.another.value) return banner({ kind: 'info', text: t('workout-execution:another') });
  if (!sync.away.value) return nothing;
  return banner({ kind: 'info', title: t('workout-execution:away.title'), text: t('workout-execution:away.text') });
}

function notKept(state: WorkoutState): TemplateResult | typeof nothing {
  if (!state.keeps) return banner({ kind: 'warn', text: t('workout-execution:keepsNothing') });
  if (!state.failure.value) return nothing;
  const action = { label: t('common:retry'), run: () => void state.retry() };
  return banner({ kind: 'warn', text: t('workout-execution:notStored'), action });
}

function heading(state: WorkoutState, actions: Actions, exercise: SessionExercise): TemplateResult {
  const set = state.currentSet.value;
  return html`<div class="row between">
    <div class="grow">
      <h1 class="exname">${exercise.name}</h1>
      <p class="muted">${set ? placeInWords(exercise, set) : t('workout-execution:allDone')}</p>
    </div>
    <button
      type="button"
      class="btn icon"
      aria-label=${t('workout-execution:menu', { name: exercise.name })}
      @click=${() => {
        actions.openMenu(exercise.key);
      }}
    >
      ${icon('more')}
    </button>
  </div>`;
}

function placeInWords(exercise: SessionExercise, set: SessionSet): string {
  const place = placeOf(exercise, set);
  return place === null
    ? t('common:set.warmup')
    : t('workout-execution:setOf', { set: place, all: exercise.sets.filter((one) => one.type !== 'warmup').length });
}

function progressBar(state: WorkoutState): TemplateResult {
  const { done, all } = state.progress.value;
  return html`<div class="prog" role="img" aria-label=${t('workout-execution:progress', { done, count: all })}>
    ${Array.from({ length: all }, (_, i) => html`<i class=${i < done ? 'd' : i === done ? 'c' : ''}></i>`)}
  </div>`;
}

function exerciseList(state: WorkoutState, actions: Actions, session: RunningWorkout): TemplateResult {
  return html`<ol class="exnav plain">
      ${session.exercises.map((exercise) => {
        const done = exercise.sets.filter((set) => set.done).length;
        const first = exercise.sets[0];
        const on = exercise.key === state.current.value?.key;
        const words =
          done > 0
            ? t('workout-execution:progress', { done, count: exercise.sets.length })
            : first
              ? t('workout-execution:sets.planned', { count: exercise.sets.length, what: setInWords(first) })
              : '';
        return html`<li class=${on ? 'on' : ''}>
          <button
            type="button"
            class="pick-ex"
            aria-current=${on ? 'true' : nothing}
            @click=${() => {
              state.choose(exercise.key);
            }}
          >
            <b>${exercise.name}</b><span class="xs muted">${words}</span>
          </button>
          ${done > 0 && done === exercise.sets.length ? icon('check', 'ok-t') : nothing}
        </li>`;
      })}
    </ol>
    <button type="button" class="btn quiet block" @click=${actions.openAdd}>
      ${icon('plus')}${t('workout-execution:add')}
    </button>`;
}

function reference(state: WorkoutState, exercise: SessionExercise): TemplateResult {
  const known = state.knownOf(exercise);
  const times = lastTimesOf(state.lastTimes.value, exercise);
  return html`
    ${known ? demonstration(known) : nothing}
    ${
      known && known.cues.length > 0
        ? html`<section class="card">
            <h2>${t('workout-execution:cues')}</h2>
            <ol class="stack stack-2 sm muted cuesl">
              ${known.cues.map((cue) => html`<li>${cue}</li>`)}
            </ol>
          </section>`
        : nothing
    }
    <section class="card">
      <h2>${t('workout-execution:last.title')}</h2>
      ${
        times.length === 0
          ? html`<p class="sm muted">${t('workout-execution:last.none')}</p>`
          : html`<table class="table">
              <tbody>
                ${times.map(
                  (time) =>
                    html`<tr>
                      <td>${date(time.localDate, 'short')}</td>
                      <td class="r">${timeInWords(time)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
    </section>
  `;
}

function demonstration(exercise: Exercise): TemplateResult | typeof nothing {
  const picture = exerciseAnimation(exercise, 'large');
  if (picture === nothing) return nothing;
  return html`<section class="card stack" aria-label=${t('workout-execution:shown')}>
    ${picture}${pauseControl()}
  </section>`;
}
