import { EQUIPMENT } from '@trainer/contract/plan-words';
import type { Exercise } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { account } from '../../account.ts';
import { number } from '../../i18n/format.ts';
import { t, type TextKey } from '../../i18n/t.ts';
import { openDialog } from '../../ui/dialog.ts';
import { exerciseAnimation } from '../../ui/exercise-animation.ts';
import { icon } from '../../ui/icon.ts';
import { openOwn } from './own-dialog.ts';
import type { PickState } from './state.ts';

/** Everything that there is to say about an exercise; one’s own can be changed from here. */
export function openDetails(exercise: Exercise, changed: () => void): void {
  const isOwn = exercise.owner !== null && exercise.owner === account.user.peek()?._id;
  const row = (label: string, value: string): TemplateResult | typeof nothing =>
    value
      ? html`<dt class="muted">${label}</dt>
          <dd>${value}</dd>`
      : nothing;
  openDialog({
    title: exercise.name,
    sheet: true,
    body: () => html`
      ${exerciseAnimation(exercise, 'large')}
      <p>${exercise.description}</p>
      ${
        exercise.cues.length > 0
          ? html`<h3>${t('muscle-workout:detail.how')}</h3>
              <ol class="stack stack-2 cuesl">
                ${exercise.cues.map((cue) => html`<li>${cue}</li>`)}
              </ol>`
          : nothing
      }
      <dl class="facts">
        ${row(t('muscle-workout:detail.muscles'), exercise.primaryMuscles.join(', '))}
        ${row(t('muscle-workout:detail.also'), exercise.secondaryMuscles.join(', '))}
        ${row(t('muscle-workout:detail.needs'), exercise.equipment.join(', '))}
        ${row(t('muscle-workout:detail.energy'), t('muscle-workout:detail.energyValue', { kcal: number(exercise.caloriesBurned, 1) }))}
        ${row(t('muscle-workout:detail.avoid'), exercise.contraindications.map(conditionInWords).join('; '))}
      </dl>
    `,
    actions: isOwn
      ? [
          {
            label: t('muscle-workout:own.change'),
            run: () => {
              openOwn(exercise, exercise.muscleGroup, changed);
            },
          },
        ]
      : [],
  });
}

/** A condition that nobody has put into words is better shown as it is written than not at all. */
function conditionInWords(tag: string): string {
  const key = `muscle-workout:avoid.${tag}` as TextKey;
  const words = t(key);
  return words === key ? tag.replaceAll('-', ' ') : words;
}

export function openEquipment(state: PickState): void {
  openDialog({
    title: t('muscle-workout:equipment.title'),
    sheet: true,
    body: () =>
      html`<p class="muted">${t('muscle-workout:equipment.text')}</p>
        <div class="chips">
          ${EQUIPMENT.map((thing) => {
            const on = state.equipment.value.includes(thing);
            return html`<button
              type="button"
              class="chip"
              aria-pressed=${on}
              @click=${() => {
                state.toggleEquipment(thing);
              }}
            >
              ${thing}
            </button>`;
          })}
        </div>`,
    actions: [
      {
        label: t('muscle-workout:equipment.all'),
        kind: 'quiet',
        run: () => {
          state.forgetEquipment();
        },
      },
      { label: t('muscle-workout:equipment.show'), kind: 'primary', safe: true },
    ],
  });
}

/** What was picked, in the order in which it is done. */
export function openSelection(state: PickState): void {
  const close = openDialog({
    title: t('muscle-workout:selection.title'),
    sheet: true,
    body: () =>
      html`<ol class="list">
        ${state.selection.value.map(
          (exercise, i) =>
            html`<li>
              <span class="grow">${i + 1}. ${exercise.name}</span>
              ${
                i > 0
                  ? html`<button
                      type="button"
                      class="btn icon"
                      aria-label=${t('muscle-workout:selection.up', { name: exercise.name })}
                      @click=${() => {
                        state.moveUp(exercise);
                      }}
                    >
                      ${icon('upload')}
                    </button>`
                  : nothing
              }
              <button
                type="button"
                class="btn icon"
                aria-label=${t('muscle-workout:remove', { name: exercise.name })}
                @click=${() => {
                  state.toggle(exercise);
                  if (state.selection.value.length === 0) close();
                }}
              >
                ${icon('x')}
              </button>
            </li>`,
        )}
      </ol>`,
    actions: [
      {
        label: t('muscle-workout:selection.clear'),
        kind: 'quiet',
        run: () => {
          state.clear();
        },
      },
    ],
  });
}
