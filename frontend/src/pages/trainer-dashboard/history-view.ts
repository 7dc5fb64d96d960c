import type { ClientDetail, Workout } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { date, duration, number, withUnit } from '../../i18n/format.ts';
import { t, type TextKey } from '../../i18n/t.ts';
import { shortName } from '../../names.ts';
import { setInWords } from '../../set-words.ts';
import { openDialog } from '../../ui/dialog.ts';
import { icon } from '../../ui/icon.ts';
import type { ClientState } from './client-state.ts';
import { type ClientDoors, hiddenPart } from './client-parts.ts';

/** The whole history, as the client sees it, newest first. */
export function historyTab(client: ClientState, detail: ClientDetail, doors: ClientDoors): TemplateResult {
  const workouts = client.workouts.value;
  const name = shortName(detail);
  if (!workouts)
    return detail.share.history
      ? html`<div class="card"><span class="skel h3"></span><span class="skel h3"></span></div>`
      : hiddenPart(t('trainer-dashboard:history.hidden', { name }));
  if (workouts.length === 0)
    return html`<section class="card"><p class="muted">${t('trainer-dashboard:history.none')}</p></section>`;
  return html`<section class="card flush" aria-labelledby="history-title">
    <h2 id="history-title" class="mh">
      ${t('trainer-dashboard:history.count', { count: client.stats.value?.totals.workouts ?? workouts.length })}
    </h2>
    ${workoutRows(workouts, client, doors)}
    ${
      client.cursor.value
        ? html`<div class="more">
            <button
              type="button"
              class="btn quiet"
              ?disabled=${client.loadingMore.value}
              @click=${() => void client.more()}
            >
              ${t('trainer-dashboard:history.earlier')}
            </button>
          </div>`
        : nothing
    }
  </section>`;
}

export function workoutRows(workouts: readonly Workout[], client: ClientState, doors: ClientDoors): TemplateResult {
  const records = new Set(client.stats.value?.records.map((record) => record.workoutId));
  return html`<ul class="list pad">
    ${workouts.map((workout) => row(workout, records.has(workout._id), doors))}
  </ul>`;
}

const row = (workout: Workout, isRecord: boolean, doors: ClientDoors): TemplateResult =>
  html`<li class="hrow" data-testid="client-workout">
    <span class="hd"
      ><b class="num">${Number(workout.localDate.slice(8))}</b
      ><span class="xs muted">${date(workout.localDate, 'month')}</span></span
    >
    <button
      type="button"
      class="grow cover plainb"
      @click=${() => {
        doors.openWorkout(workout._id);
      }}
    >
      <b>${workout.name}</b><br /><span class="sm muted">${inShort(workout)}</span>${
        workout.mood ? html` <span class="tag">${moodInWords(workout.mood)}</span>` : nothing
      }${workout.notes ? html`<br /><span class="tag clip">“${workout.notes}”</span>` : nothing}
    </button>
    <span class="hm"
      ><b class="num">${number(workout.totalDuration)}</b> ${t('common:unit.min')}<br /><span class="sm muted"
        >${withUnit(workout.totalCalories, t('common:unit.kcal'))}</span
      ></span
    >
    ${isRecord ? icon('trophy', 'acc-t', t('trainer-dashboard:history.record')) : nothing}
  </li>`;

function inShort({ exercises }: Workout): string {
  const names = [...new Set(exercises.map((exercise) => exercise.name))];
  if (names.length <= 2) return names.join(', ');
  return t('trainer-dashboard:history.more', { names: names.slice(0, 2).join(', '), count: names.length - 2 });
}

const MOODS = new Set(['great', 'good', 'okay', 'tired', 'bad']);
const moodInWords = (mood: string): string => (MOODS.has(mood) ? t(`common:mood.${mood}` as TextKey) : mood);

/** One workout with every set, notes and mood. */
export function openWorkout(workout: Workout): void {
  openDialog({
    title: workout.name,
    sheet: true,
    body: () => html`
      <p class="muted">
        ${date(workout.localDate, 'long')}, ${duration(workout.totalDuration)},
        ${t(`common:intensity.${workout.intensity}`).toLowerCase()}
        ${workout.mood ? html`<span class="tag">${moodInWords(workout.mood)}</span>` : nothing}
      </p>
      ${workout.notes ? html`<p class="card sunk">${workout.notes}</p>` : nothing}
      ${workout.exercises.map(
        (exercise) =>
          html`<section>
            <h3>${exercise.name}</h3>
            ${exercise.note ? html`<p class="sm muted">${exercise.note}</p>` : nothing}
            ${
              exercise.setLog.length > 0
                ? html`<ol class="setline">
                    ${exercise.setLog.map(
                      (set) =>
                        html`<li>
                          ${setInWords(set)}${set.rpe === null ? nothing : html`, ${t('trainer-dashboard:rpe', { rpe: number(set.rpe, 1) })}`}${
                            set.type === 'normal'
                              ? nothing
                              : html` <span class="tag">${t(`common:set.${set.type}`)}</span>`
                          }
                        </li>`,
                    )}
                  </ol>`
                : html`<p>
                    ${t('trainer-dashboard:setsTimes', {
                      sets: number(exercise.sets),
                      what: setInWords({
                        reps: exercise.reps,
                        weight: exercise.weight,
                        duration:
                          exercise.duration === null ? null : (exercise.duration * 60) / Math.max(1, exercise.sets),
                        distance: null,
                      }),
                    })}
                  </p>`
            }
          </section>`,
      )}
    `,
  });
}
