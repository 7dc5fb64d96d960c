import type { Exercise, MuscleGroup } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { api } from '../../api.ts';
import { forgetExercises } from '../../exercises.ts';
import { t } from '../../i18n/t.ts';
import { banner } from '../../ui/banner.ts';
import { openDialog } from '../../ui/dialog.ts';
import { field, selectField } from '../../ui/field.ts';
import { icon } from '../../ui/icon.ts';
import { submitting } from '../../ui/submitting.ts';
import { type OwnState, ownState } from './own-state.ts';
import { GROUPS } from './state.ts';

const TRACKING = ['weight_reps', 'reps', 'duration', 'distance_duration'] as const;

/** The form for an exercise of one’s own. @param exercise null: a new one @param changed the list is to be shown anew */
export function openOwn(exercise: Exercise | null, group: MuscleGroup, changed: () => void): void {
  const state = ownState(
    {
      store: (id, body) => api.storeExercise(id, body),
      remove: (id) => api.call('removeExercise', { params: { id } }),
      dataUrl,
      changed() {
        forgetExercises();
        changed();
      },
      newClientId: () => crypto.randomUUID(),
    },
    exercise,
    group,
  );
  openDialog({
    title: t(state.isNew ? 'muscle-workout:own.new' : 'muscle-workout:own.change'),
    sheet: true,
    body: (close) => form(state, close),
  });
}

function form(state: OwnState, close: () => void): TemplateResult {
  const { name, muscleGroup, tracking, muscles, equipment, description } = state.values.value;
  const error = (path: string) => state.errors.value.get(path);
  const finish = async (work: () => Promise<boolean>) => {
    if (await work()) close();
  };
  return html`<form class="stack" novalidate @submit=${submitting(() => finish(state.save))}>
    ${state.failure.value === null ? nothing : banner({ kind: 'bad', text: state.failure.value })}
    ${field({
      id: 'own-name',
      label: t('muscle-workout:own.name'),
      value: name,
      required: true,
      maxlength: 120,
      error: error('name'),
      onInput: (value) => {
        state.set({ name: value });
      },
    })}
    ${selectField({
      id: 'own-group',
      label: t('muscle-workout:groups'),
      value: muscleGroup,
      options: GROUPS.map((one) => ({ value: one, label: t(`common:group.${one}`) })),
      onChange: (value) => {
        state.set({ muscleGroup: GROUPS.find((one) => one === value) ?? muscleGroup });
      },
    })}
    ${selectField({
      id: 'own-tracking',
      label: t('muscle-workout:own.tracking'),
      value: tracking,
      options: TRACKING.map((one) => ({ value: one, label: t(`muscle-workout:own.tracking.${one}`) })),
      onChange: (value) => {
        state.set({ tracking: TRACKING.find((one) => one === value) ?? tracking });
      },
    })}
    ${field({
      id: 'own-muscles',
      label: t('muscle-workout:own.muscles'),
      value: muscles,
      hint: t('muscle-workout:own.commas'),
      onInput: (value) => {
        state.set({ muscles: value });
      },
    })}
    ${field({
      id: 'own-equipment',
      label: t('muscle-workout:own.equipment'),
      value: equipment,
      hint: t('muscle-workout:own.commas'),
      onInput: (value) => {
        state.set({ equipment: value });
      },
    })}
    ${field({
      id: 'own-description',
      label: t('muscle-workout:own.description'),
      value: description,
      maxlength: 2000,
      error: error('description'),
      onInput: (value) => {
        state.set({ description: value });
      },
    })}
    ${gifField(state, error('gifUrl'))}
    <div class="row wrap end">
      ${
        state.isNew
          ? nothing
          : html`<button
              type="button"
              class="btn danger-q"
              ?disabled=${state.busy.value}
              @click=${() => void finish(state.remove)}
            >
              ${t('muscle-workout:own.remove')}
            </button>`
      }
      <button class="btn primary" data-testid="own-save" ?disabled=${state.busy.value}>
        ${t(state.isNew ? 'muscle-workout:own.make' : 'muscle-workout:own.save')}
      </button>
    </div>
  </form>`;
}

function gifField(state: OwnState, error: string | undefined): TemplateResult {
  const choose = (event: Event) => {
    state.choose((event.target as HTMLInputElement).files?.[0] ?? null, t('muscle-workout:own.gifLarge'));
  };
  return html`<div class="field ${error ? 'err' : ''}">
    <label for="own-gif">${t('muscle-workout:own.gif')}</label>
    <input
      class="input"
      id="own-gif"
      type="file"
      accept="image/gif"
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby="own-gif-below"
      @change=${choose}
    />
    ${
      error
        ? html`<p class="errmsg" id="own-gif-below">${icon('alert', 'i-sm')}<span>${error}</span></p>`
        : html`<p class="hint" id="own-gif-below">${t('muscle-workout:own.gifHint')}</p>`
    }
  </div>`;
}

/** The type is said anew: what the server looks at is what is in the file. */
function dataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const text = reader.result as string;
      resolve(`data:image/gif;base64,${text.slice(text.indexOf(',') + 1)}`);
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error('The file could not be read.'));
    };
    reader.readAsDataURL(file);
  });
}
