import type { LoggedExercise, Workout } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { date, duration, number, time, withUnit } from '../../i18n/format.ts';
import { t, type TextKey } from '../../i18n/t.ts';
import { setInWords } from '../../set-words.ts';
import { icon } from '../../ui/icon.ts';

interface Doors {
  back(): void;
  change(): void;
  remove(): void;
}

/** One workout with every set. */
export function detailView(workout: Workout, doors: Doors): TemplateResult {
  const kcal = withUnit(workout.totalCalories, t('common:unit.kcal'));
  return html`
    <p>
      <button type="button" class="btn quiet back" @click=${doors.back}>
        ${icon('left')}${t('history:detail.back')}
      </button>
    </p>
    <div class="pagehead">
      <div>
        <p class="eyebrow">${date(workout.localDate, 'full')}, ${time(workout.date)}</p>
        <h1>${workout.name}</h1>
        <p class="muted">
          ${duration(workout.totalDuration)},
          ${workout.caloriesEstimated ? `${t('history:detail.about')} ${kcal}` : kcal},
          ${t(`common:intensity.${workout.intensity}`).toLowerCase()}
          ${workout.mood ? html`<span class="tag">${moodInWords(workout.mood)}</span>` : nothing}
          ${workout.source === 'import' ? html`<span class="tag info">${t('history:detail.imported')}</span>` : nothing}
        </p>
      </div>
      <div class="row row-2">
        <button type="button" class="btn second" data-testid="change-workout" @click=${doors.change}>
          ${icon('edit')}${t('history:detail.change')}
        </button>
        <button type="button" class="btn danger-q" data-testid="delete-workout" @click=${doors.remove}>
          ${icon('trash')}${t('history:detail.delete')}
        </button>
      </div>
    </div>
    ${workout.notes ? html`<p class="card sunk">${workout.notes}</p>` : nothing}
    <div class="stack mt">${workout.exercises.map(exerciseCard)}</div>
  `;
}

const MOODS = new Set(['great', 'good', 'okay', 'tired', 'bad']);
/** Other programs may have words of their own for it. */
const moodInWords = (mood: string): string => (MOODS.has(mood) ? t(`common:mood.${mood}` as TextKey) : mood);

function exerciseCard(exercise: LoggedExercise): TemplateResult {
  return html`<section class="card">
    <h2>${exercise.name}</h2>
    ${exercise.note ? html`<p class="sm muted">${exercise.note}</p>` : nothing}
    ${exercise.setLog.length > 0 ? setTable(exercise) : html`<p>${asWhole(exercise)}</p>`}
  </section>`;
}

function asWhole({ sets, reps, weight, duration: minutes }: LoggedExercise): string {
  const what = setInWords({
    reps,
    weight,
    duration: minutes === null ? null : (minutes * 60) / Math.max(1, sets),
    distance: null,
  });
  return t('history:detail.setsTimes', { sets: number(sets), what });
}

const setTable = (exercise: LoggedExercise): TemplateResult => {
  const withRpe = exercise.setLog.some((set) => set.rpe !== null);
  return html`<table class="table">
    <thead>
      <tr>
        <th scope="col">${t('history:detail.set')}</th>
        <th scope="col">${t('history:detail.what')}</th>
        ${withRpe ? html`<th scope="col" class="r">${t('history:detail.rpe')}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${exercise.setLog.map(
        (set, i) =>
          html`<tr>
            <td>
              ${i + 1}${set.type === 'normal' ? nothing : html` <span class="tag">${t(`common:set.${set.type}`)}</span>`}
            </td>
            <td>${setInWords(set)}${set.note ? html`<br /><span class="sm muted">${set.note}</span>` : nothing}</td>
            ${withRpe ? html`<td class="r">${set.rpe === null ? '' : number(set.rpe, 1)}</td>` : nothing}
          </tr>`,
      )}
    </tbody>
  </table>`;
};
