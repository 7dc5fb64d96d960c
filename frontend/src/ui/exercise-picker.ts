import { signal } from '@preact/signals-core';
import type { Exercise } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { t } from '../i18n/t.ts';
import { openDialog } from './dialog.ts';
import { field } from './field.ts';
import { icon } from './icon.ts';

interface Picker {
  title: string;
  search: string;
  none: string;
  exercises: readonly Exercise[];
  choose: (exercise: Exercise) => void;
}

/** One exercise of all, found by its name or muscle group. */
export function openExercisePicker({ title, search, none, exercises, choose }: Picker): void {
  const query = signal('');
  const close = openDialog({
    title,
    sheet: true,
    body: () => {
      const wanted = query.value.trim().toLowerCase();
      const shown = exercises.filter((exercise) =>
        `${exercise.name} ${t(`common:group.${exercise.muscleGroup}`)}`.toLowerCase().includes(wanted),
      );
      return html`${field({ id: 'find-exercise', label: search, type: 'search', value: query.value, onInput: (text) => (query.value = text) })}
        ${shown.length === 0 ? html`<p class="muted">${none}</p>` : nothing}
        <ul class="list">
          ${shown.map((exercise) =>
            row(exercise, () => {
              close();
              choose(exercise);
            }),
          )}
        </ul>`;
    },
  });
  document.querySelector<HTMLElement>('#find-exercise')?.focus();
}

const row = (exercise: Exercise, choose: () => void): TemplateResult =>
  html`<li>
    <button type="button" class="plainb grow" data-testid="pick-${exercise.slug ?? exercise._id}" @click=${choose}>
      <b>${exercise.name}</b><br /><span class="sm muted">${t(`common:group.${exercise.muscleGroup}`)}</span>
    </button>
    ${icon('plus')}
  </li>`;
