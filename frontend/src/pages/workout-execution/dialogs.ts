import { signal } from '@preact/signals-core';
import type { Exercise } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { account } from '../../account.ts';
import { number, weight, weightUnit, weightValue, withUnit } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { doneSets, type SessionExercise, type SessionSet } from '@trainer/coach/running/session';
import { openDialog } from '../../ui/dialog.ts';
import { field, selectField, textField } from '../../ui/field.ts';
import { icon } from '../../ui/icon.ts';
import { showToast } from '../../ui/toast.ts';
import { lastTimesOf } from '../../last-times.ts';
import { placeOf } from './set-view.ts';
import { BARS, platesFor } from './plates.ts';
import { instead } from './instead.ts';
import type { WorkoutState } from './state.ts';
import { timeInWords } from '../../set-words.ts';
import { type Dial } from './words.ts';

const TYPES = ['normal', 'warmup', 'drop', 'failure'] as const;
/** Halves tell something only where it is hard. */
const RPES = [1, 2, 3, 4, 5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5, 10];

/** A value typed instead of stepped. */
export function typeValue(dial: Dial, take: (shown: number) => void): void {
  const typed = signal(String(dial.shown));
  const value = () => (typed.value.trim() === '' ? NaN : Number(typed.value.replace(',', '.')));
  const valid = () => value() >= 0 && value() <= dial.most;
  const error = () => (valid() ? undefined : t('workout-execution:typeRange', { most: number(dial.most, 2) }));
  openDialog({
    title: t('workout-execution:typeTitle', { what: dial.label }),
    body: (close) =>
      html`<form
        class="stack"
        @submit=${(event: Event) => {
          event.preventDefault();
          if (!valid()) return;
          take(value());
          close();
        }}
      >
        ${field({ id: 'typed', label: dial.label, value: typed.value, inputmode: 'decimal', error: error(), onInput: (text) => (typed.value = text) })}
        <button class="btn primary lg" aria-disabled=${valid() ? nothing : 'true'}>
          ${t('workout-execution:typeSave')}
        </button>
      </form>`,
  });
  const input = document.querySelector<HTMLInputElement>('#typed');
  input?.focus();
  input?.select();
}

/** One set: its kind, how hard it was, and its end. */
export function setOptions(state: WorkoutState, exercise: SessionExercise, set: SessionSet): void {
  const place = placeOf(exercise, set);
  const fresh = () => state.currentSet.value ?? set;
  const close = openDialog({
    title: place === null ? t('common:set.warmup') : t('workout-execution:set.options', { set: place }),
    sheet: true,
    body: () => html`
      ${selectField({
        id: 'set-type',
        label: t('workout-execution:set.type'),
        value: fresh().type,
        options: TYPES.map((type) => ({ value: type, label: t(`common:set.${type}`) })),
        onChange: (type) => void state.change({ type: type as SessionSet['type'] }),
      })}
      ${selectField({
        id: 'set-rpe',
        label: t('workout-execution:set.rpe'),
        value: String(fresh().rpe ?? ''),
        options: [
          { value: '', label: t('workout-execution:set.rpe.none') },
          ...RPES.map((rpe) => ({ value: String(rpe), label: number(rpe, 1) })),
        ],
        onChange: (rpe) => void state.change({ rpe: rpe === '' ? null : Number(rpe) }),
      })}
      <button
        type="button"
        class="btn danger-q"
        @click=${() => {
          close();
          void state.removeSet(exercise.key, set);
          showToast({
            text: t('workout-execution:setRemoved'),
            action: { label: t('common:undo'), run: () => void state.undo() },
          });
        }}
      >
        ${icon('trash')}${t('workout-execution:set.remove')}
      </button>
    `,
  });
}

export function exerciseMenu(state: WorkoutState, exercise: SessionExercise): void {
  const act = (run: () => void) => () => {
    close();
    run();
  };
  const item = (name: string, label: string, run: () => void) =>
    html`<button type="button" class="btn second" @click=${act(run)}>${icon(name)}${label}</button>`;
  const close = openDialog({
    title: exercise.name,
    sheet: true,
    body: () =>
      html`<div class="stack stack-2">
        ${item('down', t('workout-execution:moveDown'), () => void state.move(exercise, 1))}
        ${item('upload', t('workout-execution:moveUp'), () => void state.move(exercise, -1))}
        ${item('swap', t('workout-execution:swap'), () => {
          swapSheet(state, exercise);
        })}
        ${item('trash', t('workout-execution:remove'), () => {
          void state.remove(exercise);
          showToast({
            text: t('workout-execution:removed', { name: exercise.name }),
            action: { label: t('common:undo'), run: () => void state.undo() },
          });
        })}
      </div>`,
  });
}

/** Another exercise for the same muscle: the nearest first, the last result beside. */
export function swapSheet(state: WorkoutState, exercise: SessionExercise): void {
  const choose = (other: Exercise) => {
    void state.swap(exercise, other);
    showToast({
      text: t('workout-execution:swapped', { old: exercise.name, name: other.name }),
      action: { label: t('common:undo'), run: () => void state.undo() },
    });
  };
  pickSheet(
    state,
    t('workout-execution:swap.title', { name: exercise.name }),
    t('workout-execution:swap.text', { name: exercise.name }),
    instead(exercise, state.exercises.peek(), account.user.peek()?.profile.equipment),
    choose,
  );
}

export function addSheet(state: WorkoutState): void {
  pickSheet(
    state,
    t('workout-execution:add'),
    undefined,
    [...state.exercises.peek()],
    (exercise) => void state.add(exercise),
  );
}

function pickSheet(
  state: WorkoutState,
  title: string,
  text: string | undefined,
  choices: readonly Exercise[],
  choose: (exercise: Exercise) => void,
): void {
  const query = signal('');
  const close = openDialog({
    title,
    sheet: true,
    body: () => {
      const wanted = query.value.trim().toLowerCase();
      const shown = choices.filter((exercise) => exercise.name.toLowerCase().includes(wanted));
      return html`${text ? html`<p class="muted">${text}</p>` : nothing}
        ${field({ id: 'find-exercise', label: t('workout-execution:search'), type: 'search', value: query.value, onInput: (value) => (query.value = value) })}
        ${shown.length === 0 ? html`<p class="muted">${t('workout-execution:search.none')}</p>` : nothing}
        <ul class="list">
          ${shown.map((exercise) =>
            choice(state, exercise, () => {
              close();
              choose(exercise);
            }),
          )}
        </ul>`;
    },
  });
}

function choice(state: WorkoutState, exercise: Exercise, run: () => void): TemplateResult {
  const last = lastTimesOf(state.lastTimes.value, { exerciseId: exercise._id, name: exercise.name })[0];
  const below = last ? timeInWords(last) : exercise.equipment.join(', ');
  return html`<li>
    <button type="button" class="pick-ex grow" @click=${run}>
      <b>${exercise.name}</b><span class="sm muted">${t(`common:group.${exercise.muscleGroup}`)} · ${below}</span>
    </button>
  </li>`;
}

export function platesDialog(kg: number): void {
  const unit = weightUnit();
  const label = t(`common:unit.${unit}`);
  const plates = platesFor(Math.round(weightValue(kg) * 100) / 100, unit);
  const bar = withUnit(BARS[unit], label);
  openDialog({
    title: t('workout-execution:plates.title', { weight: weight(kg) }),
    body: () =>
      plates
        ? html`<p class="muted">${t('workout-execution:plates.each', { bar })}</p>
            ${plates.each.length === 0 ? html`<p>${t('workout-execution:plates.none')}</p>` : html`<p class="row row-2 wrap">${plates.each.map((plate) => html`<span class="tag pri plate">${withUnit(plate, label, 2)}</span>`)}</p>`}
            ${plates.rest > 0 ? html`<p class="sm warn-t">${t('workout-execution:plates.rest', { weight: withUnit(plates.rest, label, 2) })}</p>` : nothing}`
        : html`<p>${t('workout-execution:plates.light', { bar })}</p>`,
  });
}

export function noteDialog(state: WorkoutState, exercise: SessionExercise): void {
  const text = signal(exercise.note);
  openDialog({
    title: t('workout-execution:note.title', { name: exercise.name }),
    body: (close) =>
      html`<form
        class="stack"
        @submit=${(event: Event) => {
          event.preventDefault();
          void state.note(exercise.key, text.value.trim());
          close();
        }}
      >
        ${textField({ id: 'note', label: t('workout-execution:note'), value: text.value, onInput: (value) => (text.value = value) })}
        <button class="btn primary">${t('workout-execution:note.save')}</button>
      </form>`,
  });
}

export function keysDialog(): void {
  const keys = [
    ['Enter', t('workout-execution:keys.enter')],
    ['↑ ↓', t('workout-execution:keys.arrows')],
    ['R', t('workout-execution:keys.r')],
    ['U', t('workout-execution:keys.u')],
  ];
  openDialog({
    title: t('workout-execution:keys.title'),
    body: () =>
      html`<dl class="kv">
        ${keys.map(
          ([key, what]) =>
            html`<dt>${what}</dt>
              <dd>${key}</dd>`,
        )}
      </dl>`,
  });
}

/** The only question of the page, for the only thing that can't be undone. */
export function discardDialog(state: WorkoutState, run: () => void): void {
  const session = state.session.peek();
  const count = session ? doneSets(session) : 0;
  openDialog({
    title: count > 0 ? t('workout-execution:discard.title', { count }) : t('workout-execution:discard.none'),
    body: () => (count > 0 ? html`<p class="muted">${t('workout-execution:discard.text')}</p>` : html``),
    actions: [
      {
        label: count > 0 ? t('workout-execution:discard.yes', { count }) : t('workout-execution:discard.yesNone'),
        kind: 'danger-q',
        run,
      },
      { label: t('workout-execution:discard.keep'), kind: 'primary', safe: true },
    ],
  });
}

export function nothingDoneDialog(discard: () => void): void {
  openDialog({
    title: t('workout-execution:finish.none.title'),
    body: () => html`<p class="muted">${t('workout-execution:finish.none.text')}</p>`,
    actions: [
      { label: t('workout-execution:discard'), kind: 'danger-q', run: discard },
      { label: t('workout-execution:discard.keep'), kind: 'primary', safe: true },
    ],
  });
}
