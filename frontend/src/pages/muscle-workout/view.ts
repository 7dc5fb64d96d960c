import type { Exercise } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { date, duration } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { banner } from '../../ui/banner.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { exerciseAnimation, pauseControl } from '../../ui/exercise-animation.ts';
import { icon } from '../../ui/icon.ts';
import { type LastTimes, lastTimesOf } from '../../last-times.ts';
import { setInWords } from '../../set-words.ts';
import { openDetails, openEquipment, openSelection } from './dialogs.ts';
import { openOwn } from './own-dialog.ts';
import type { PickState } from './state.ts';

interface Shown {
  state: PickState;
  lastTimes: LastTimes;
  running: boolean;
  start: () => void;
}

export function pickView({ state, lastTimes, running, start }: Shown): TemplateResult {
  const all = state.exercises.value;
  return html`
    <div class="pagehead">
      <div>
        <h1>${t('muscle-workout:heading')}</h1>
        <p class="muted">${t('muscle-workout:text')}</p>
      </div>
    </div>
    <div class="stack">
      ${
        state.failure.value
          ? banner({
              kind: 'bad',
              title: t('muscle-workout:failed'),
              text: sentenceOf(state.failure.value),
              action: { label: t('common:retry'), run: () => void state.load() },
            })
          : nothing
      }
      ${all ? html`${chips(state)} ${filters(state, all.length)} ${list(state, lastTimes)}` : state.failure.value ? nothing : skeleton()}
      <div class="traygap"></div>
    </div>
    ${state.selection.value.length > 0 ? tray(state, running, start) : nothing}
  `;
}

function chips(state: PickState): TemplateResult {
  return html`<div class="chips scroll" role="group" aria-label=${t('muscle-workout:groups')}>
    ${state.counts.value.map(({ group, count }) => {
      const on = state.query.value.trim() === '' && group === state.group.value;
      const choose = () => {
        state.chooseGroup(group);
      };
      return html`<button
        type="button"
        class="chip"
        data-testid="group-${group}"
        aria-pressed=${on}
        @click=${choose}
        ${on ? ref(intoView) : nothing}
      >
        ${t(`common:group.${group}`)} <span class="n">${count}</span>
      </button>`;
    })}
  </div>`;
}

/** The chosen one of a row that is wider than the screen, as soon as it stands. */
function intoView(chip: Element | undefined): void {
  if (chip)
    requestAnimationFrame(() => {
      chip.scrollIntoView({ inline: 'center', block: 'nearest' });
    });
}

function filters(state: PickState, count: number): TemplateResult {
  const chosen = state.equipment.value.length;
  return html`<div class="row row-2 wrap">
    <div class="grow field">
      <label class="sr" for="search">${t('muscle-workout:search')}</label>
      <input
        id="search"
        class="input"
        type="search"
        placeholder=${t('muscle-workout:searchHint', { count })}
        .value=${state.query.value}
        @input=${(event: Event) => (state.query.value = (event.target as HTMLInputElement).value)}
      />
    </div>
    <button
      type="button"
      class="btn second"
      @click=${() => {
        openEquipment(state);
      }}
    >
      ${icon('settings')}${chosen > 0 ? t('muscle-workout:equipment.count', { count: chosen }) : t('muscle-workout:equipment')}
    </button>
    ${pauseControl()}
  </div>`;
}

function list(state: PickState, lastTimes: LastTimes): TemplateResult {
  const shown = state.shown.value;
  const group = t(`common:group.${state.group.value}`);
  if (shown.length === 0) return noHit(state);
  const advanced = shown.filter((exercise) => exercise.difficulty === 'advanced').map((exercise) => exercise.name);
  return html`<h2 class="sr" aria-live="polite">${t('muscle-workout:list', { group, count: shown.length })}</h2>
    <ul class="exgrid">
      ${shown.map((exercise) => card(state, exercise, lastTimes))}
    </ul>
    <p class="center">
      <button
        type="button"
        class="btn quiet"
        data-testid="own-new"
        @click=${() => {
          openOwn(null, state.group.value, () => void state.load());
        }}
      >
        ${icon('plus')}${t('muscle-workout:own.add')}
      </button>
    </p>
    ${
      advanced.length > 0
        ? html`<p class="sm muted center">
            ${t('muscle-workout:advanced', { count: advanced.length, names: new Intl.ListFormat('en').format(advanced) })}
          </p>`
        : nothing
    }`;
}

function card(state: PickState, exercise: Exercise, lastTimes: LastTimes): TemplateResult {
  const on = state.isPicked(exercise);
  const last = lastTimesOf(lastTimes, { exerciseId: exercise._id, name: exercise.name })[0];
  const best = last?.sets.findLast((set) => set.type !== 'warmup');
  const picture = exerciseAnimation(exercise);
  return html`<li class="ex ${picture === nothing ? 'plain' : ''} ${on ? 'on' : ''}">
    ${picture}
    <button
      type="button"
      class="body open"
      aria-label=${t('muscle-workout:details', { name: exercise.name })}
      @click=${() => {
        openDetails(exercise, () => void state.load());
      }}
    >
      <b>${exercise.name}</b>
      ${exercise.primaryMuscles.length > 0 ? html`<span class="sm muted">${capital(exercise.primaryMuscles.join(', '))}</span>` : nothing}
      <span class="xs faint">${below(exercise)}</span>
      ${last && best ? html`<span class="xs acc-t">${t('muscle-workout:last', { what: setInWords(best), date: date(last.localDate, 'short') })}</span>` : nothing}
    </button>
    <button
      type="button"
      class="add"
      data-testid="add-${exercise.slug ?? exercise._id}"
      aria-pressed=${on}
      aria-label=${t('muscle-workout:add', { name: exercise.name })}
      @click=${() => {
        state.toggle(exercise);
      }}
    >
      ${icon(on ? 'check' : 'plus')}
    </button>
  </li>`;
}

/** What an import brought along says of itself that it is the member’s own; the rest is not known. */
function below(exercise: Exercise): string {
  if (exercise.owner !== null) return t('muscle-workout:own');
  return `${capital(exercise.equipment.join(', '))} · ${t(`muscle-workout:difficulty.${exercise.difficulty}`)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function noHit(state: PickState): TemplateResult {
  const hidden = state.candidates.value.length;
  if (hidden === 0) return html`<p class="muted" role="status">${t('muscle-workout:none.search')}</p>`;
  return html`<p class="muted" role="status">
    ${state.query.value.trim() === '' ? t(`muscle-workout:none.${state.group.value}`) : t('muscle-workout:none.found')}
    <button
      type="button"
      class="a"
      @click=${() => {
        state.showAll();
      }}
    >
      ${t('muscle-workout:none.showAll', { count: hidden })}
    </button>
  </p>`;
}

function tray(state: PickState, running: boolean, start: () => void): TemplateResult {
  const count = t('muscle-workout:tray.count', { count: state.selection.value.length });
  return html`<div class="tray" role="region" aria-label=${t('muscle-workout:tray')}>
    <button
      type="button"
      class="grow trayopen"
      aria-label=${t('muscle-workout:tray.open')}
      @click=${() => {
        openSelection(state);
      }}
    >
      <b>${t('muscle-workout:tray.announce', { count, time: duration(state.minutes.value) })}</b>
      <span class="s names">${state.selection.value.map((exercise) => exercise.name).join(', ')}</span>
    </button>
    <button type="button" class="btn lg" data-testid="start-workout" @click=${start}>
      ${t(running ? 'muscle-workout:start.running' : 'muscle-workout:start')}
    </button>
  </div>`;
}

const skeleton = (): TemplateResult =>
  html`<span class="skel h4"></span>
    <div class="exgrid">${Array.from({ length: 6 }, () => html`<span class="skel h3"></span>`)}</div>`;
