import { html, nothing, type TemplateResult } from 'lit-html';
import { weightUnit } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { banner } from '../../ui/banner.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { field, segmented, selectField, textField } from '../../ui/field.ts';
import { icon } from '../../ui/icon.ts';
import { submitting } from '../../ui/submitting.ts';
import type { DraftExercise, DraftSet, EditState } from './edit-state.ts';

const INTENSITIES = ['low', 'moderate', 'high'] as const;
const MOODS = ['great', 'good', 'okay', 'tired', 'bad'] as const;

/** A workout as a form. @param save keeps the changes; @param leave throws them away */
export function editView(state: EditState, save: () => Promise<void>, leave: () => void): TemplateResult {
  const draft = state.draft.value;
  const error = (path: string) => state.errors.value.get(path);
  return html`
    <div class="pagehead"><h1>${t('history:edit.title')}</h1></div>
    <form class="stack" novalidate @submit=${submitting(save)}>
      ${state.failure.value ? banner({ kind: 'bad', text: sentenceOf(state.failure.value) }) : nothing}
      ${error('exercises') ? banner({ kind: 'bad', text: error('exercises') ?? '' }) : nothing}
      <section class="card stack">
        <div class="fgrid">
          <div class="full">
            ${field({
              id: 'name',
              label: t('history:edit.name'),
              value: draft.name,
              error: error('name'),
              maxlength: 120,
              onInput: (name) => {
                state.change({ name });
              },
            })}
          </div>
          <div class="full">
            ${field({
              id: 'date',
              label: t('history:edit.date'),
              type: 'datetime-local',
              value: draft.date,
              error: error('date'),
              onChange: (date) => {
                state.change({ date });
              },
            })}
          </div>
          ${field({
            id: 'totalDuration',
            label: t('history:edit.duration'),
            unit: t('common:unit.min'),
            inputmode: 'decimal',
            value: draft.minutes,
            error: error('totalDuration'),
            onInput: (minutes) => {
              state.change({ minutes });
            },
          })}
          ${field({
            id: 'totalCalories',
            label: t('history:edit.calories'),
            unit: t('common:unit.kcal'),
            inputmode: 'decimal',
            hint: t('history:edit.caloriesHint'),
            value: draft.calories,
            error: error('totalCalories'),
            onInput: (calories) => {
              state.change({ calories });
            },
          })}
        </div>
        ${segmented({
          name: 'intensity',
          legend: t('history:edit.intensity'),
          options: INTENSITIES.map((value) => ({ value, label: t(`common:intensity.${value}`) })),
          value: draft.intensity,
          onChange: (intensity) => {
            state.change({ intensity });
          },
        })}
        ${selectField({
          id: 'mood',
          label: t('history:edit.mood'),
          value: draft.mood,
          options: moodOptions(draft.mood),
          onChange: (mood) => {
            state.change({ mood });
          },
        })}
        ${textField({
          id: 'notes',
          label: t('history:edit.notes'),
          value: draft.notes,
          error: error('notes'),
          onInput: (notes) => {
            state.change({ notes });
          },
        })}
      </section>
      ${draft.exercises.map((exercise, i) => exerciseCard(state, exercise, i))}
      <button
        type="button"
        class="btn quiet"
        @click=${() => {
          state.addExercise();
        }}
      >
        ${icon('plus')}${t('history:edit.addExercise')}
      </button>
      <div class="row wrap">
        <button class="btn primary lg" data-testid="save-changes">
          ${state.busy.value ? html`<span class="spin" aria-hidden="true"></span>` : nothing}${t('history:edit.save')}
        </button>
        <button type="button" class="btn second lg" @click=${leave}>${t('history:edit.cancel')}</button>
      </div>
    </form>
  `;
}

function moodOptions(now: string): { value: string; label: string }[] {
  const known = [
    { value: '', label: t('history:edit.mood.none') },
    ...MOODS.map((mood) => ({ value: mood, label: t(`common:mood.${mood}`) })),
  ];
  return known.some((option) => option.value === now) ? known : [...known, { value: now, label: now }];
}

function exerciseCard(state: EditState, exercise: DraftExercise, at: number): TemplateResult {
  return html`<section class="card stack stack-3">
    <div class="row between">
      ${exercise.was ? html`<h2>${exercise.name}</h2>` : newName(state, exercise, at)}
      <button
        type="button"
        class="btn icon"
        aria-label=${t('history:edit.removeExercise', { name: exercise.name })}
        @click=${() => {
          state.removeExercise(at);
        }}
      >
        ${icon('trash')}
      </button>
    </div>
    ${exercise.sets.map((set, i) => setRow(state, set, at, i))}
    <button
      type="button"
      class="btn quiet"
      @click=${() => {
        state.addSet(at);
      }}
    >
      ${icon('plus')}${t('history:edit.addSet')}
    </button>
  </section>`;
}

const newName = (state: EditState, exercise: DraftExercise, at: number): TemplateResult =>
  html`<div class="grow">
    ${field({
      id: `exercise-${String(at)}`,
      label: t('history:edit.exerciseName'),
      value: exercise.name,
      error: state.errors.value.get(`exercises.${String(at)}.name`),
      maxlength: 120,
      onInput: (name) => {
        state.renameExercise(at, name);
      },
    })}
  </div>`;

function setRow(state: EditState, set: DraftSet, exercise: number, at: number): TemplateResult {
  const path = `exercises.${String(exercise)}.setLog.${String(at)}`;
  const input = (key: 'reps' | 'weight' | 'seconds', label: string, unit: string) => {
    const name = key === 'seconds' ? 'duration' : key;
    const error = state.errors.value.get(`${path}.${name}`);
    const id = `${path}.${name}`.replaceAll('.', '-');
    return html`<div class="with-unit grow">
      <input
        id=${id}
        class="input"
        inputmode="decimal"
        aria-label=${label}
        aria-invalid=${error ? 'true' : nothing}
        title=${error ?? nothing}
        .value=${set[key]}
        @input=${(event: Event) => {
          state.changeSet(exercise, at, { [key]: (event.target as HTMLInputElement).value });
        }}
      /><span class="u" aria-hidden="true">${unit}</span>
      ${error ? html`<p class="errmsg">${error}</p>` : nothing}
    </div>`;
  };
  const timed = set.was.reps === null && set.was.duration !== null;
  const place = { set: at + 1 };
  return html`<div class="row row-2">
    <span class="faint num">${at + 1}</span>
    ${
      timed
        ? input('seconds', t('history:edit.seconds', place), 's')
        : html`${input('weight', t('history:edit.weight', place), t(`common:unit.${weightUnit()}`))}
          ${input('reps', t('history:edit.reps', place), t('common:unit.reps'))}`
    }
    <button
      type="button"
      class="btn icon"
      aria-label=${t('history:edit.removeSet', place)}
      @click=${() => {
        state.removeSet(exercise, at);
      }}
    >
      ${icon('x')}
    </button>
  </div>`;
}
