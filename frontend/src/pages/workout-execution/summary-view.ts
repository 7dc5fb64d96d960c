import { localDateOf } from '@trainer/coach/days';
import type { LoggedExercise, PersonalRecord, Workout } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { account } from '../../account.ts';
import { date, number, time, weight, weightUnit, weightValue } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { banner } from '../../ui/banner.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { segmented, textField } from '../../ui/field.ts';
import { icon } from '../../ui/icon.ts';
import { kolam } from '../../ui/kolam.ts';
import { diamond } from '../../ui/kolam-path.ts';
import { weekStrip } from '../../ui/week-strip.ts';
import type { NewRecord, SummaryState } from './summary-state.ts';

const INTENSITIES = ['low', 'moderate', 'high'] as const;
const MOODS = ['great', 'good', 'okay', 'tired', 'bad'] as const;

export function summaryView(state: SummaryState, close: () => void): TemplateResult {
  const workout = state.workout.value;
  return html`<div class="sum" data-testid="summary">
    <div class="center stack stack-3">
      <div class="sumart">${kolam(diamond(2), { classes: 'draws' })}</div>
      <h1 tabindex="-1">${t('workout-execution:done.title', { name: workout.name })}</h1>
      <p class="muted">
        ${when(workout)}
        <span class="ok-t nowrap">${icon('cloud', 'i-sm inl')} ${t('workout-execution:done.stored')}</span>
      </p>
    </div>
    ${numbers(workout)} ${streak(state)} ${records(state.told?.records ?? [])}
    <section class="card">
      <div class="stack">
        ${state.failure.value ? banner({ kind: 'bad', title: t('workout-execution:done.notChanged'), text: sentenceOf(state.failure.value), action: { label: t('common:retry'), run: () => void state.change({}) } }) : nothing}
        ${segmented({
          name: 'intensity',
          legend: t('workout-execution:done.hard'),
          options: INTENSITIES.map((value) => ({ value, label: t(`common:intensity.${value}`) })),
          value: workout.intensity,
          onChange: (intensity) => void state.change({ intensity }),
        })}
        <fieldset>
          <legend class="lab">${t('workout-execution:done.mood')}</legend>
          <div class="chips">${MOODS.map((mood) => moodChip(mood, workout.mood, state))}</div>
        </fieldset>
        ${textField({ id: 'notes', label: t('workout-execution:done.note'), value: workout.notes ?? '', rows: 2, onChange: (text) => void state.change({ notes: text.trim() || null }) })}
      </div>
    </section>
    <div class="dock">
      <div class="sumdock">
        <button type="button" class="btn primary lg block" data-testid="close-summary" @click=${close}>
          ${state.storing.value > 0 ? html`<span class="spin" aria-hidden="true"></span>` : nothing}${t(state.failure.value ? 'workout-execution:done.closeAnyway' : 'workout-execution:done.close')}
        </button>
      </div>
    </div>
  </div>`;
}

function moodChip(mood: (typeof MOODS)[number], now: string | null, state: SummaryState): TemplateResult {
  const on = mood === now;
  return html`<button
    type="button"
    class="chip"
    aria-pressed=${on}
    @click=${() => void state.change({ mood: on ? null : mood })}
  >
    ${t(`common:mood.${mood}`)}
  </button>`;
}

function when(workout: Workout): string {
  const began = Date.parse(workout.date);
  return t('workout-execution:done.when', {
    date: date(workout.localDate, 'long'),
    from: time(began),
    to: time(began + workout.totalDuration * 60_000),
  });
}

function numbers(workout: Workout): TemplateResult {
  const assumed = account.user.value?.profile.weight == null;
  const unit = t(`common:unit.${weightUnit()}`);
  return html`<dl class="trio">
    <div class="stat">
      <dt>${t('workout-execution:done.time')}</dt>
      <dd>${number(workout.totalDuration)} <small>${t('common:unit.min')}</small></dd>
    </div>
    <div class="stat">
      <dt>${t('workout-execution:done.lifted')}</dt>
      <dd>${number(weightValue(liftedKg(workout.exercises)))} <small>${unit}</small></dd>
    </div>
    <div class="stat">
      <dt>${t('workout-execution:done.energy')}</dt>
      <dd>${number(workout.totalCalories)} <small>${t('common:unit.kcal')}</small></dd>
      <dd class="d">${t(assumed ? 'workout-execution:done.assumed' : 'workout-execution:done.about')}</dd>
    </div>
  </dl>`;
}

/** kg × reps of all working sets. */
const liftedKg = (exercises: readonly LoggedExercise[]): number =>
  exercises
    .flatMap((exercise) => exercise.setLog)
    .reduce((sum, set) => sum + (set.type === 'warmup' ? 0 : (set.weight ?? 0) * (set.reps ?? 0)), 0);

function streak({ told }: SummaryState): TemplateResult | typeof nothing {
  if (!told) return nothing;
  const { progress } = told;
  const today = localDateOf(new Date(), account.timeZone());
  const trained = new Set(progress.days.filter((day) => day.workouts > 0).map((day) => day.date));
  const words = t('workout-execution:done.inARow', { count: progress.streak });
  return html`<section class="card streak">
    <div class="row between">
      <h2>${words}</h2>
      <span class="tag acc">${t('workout-execution:done.best', { count: progress.longestStreak })}</span>
    </div>
    ${weekStrip({ trained, today, label: words, draws: true })}
  </section>`;
}

function records(list: readonly NewRecord[]): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<section class="card" aria-labelledby="records-title">
    <h2 id="records-title">${t('workout-execution:done.records', { count: list.length })}</h2>
    <ul class="list">
      ${list.map(
        ({ record, before }) =>
          html`<li>
            ${icon('trophy', 'i-lg acc-t')}<span class="grow"
              ><b>${record.exercise}</b><br /><span class="muted"
                >${before ? t('workout-execution:done.record', { value: valueOf(record), before: valueOf(before) }) : t('workout-execution:done.recordFirst', { value: valueOf(record) })}</span
              ></span
            >
          </li>`,
      )}
    </ul>
  </section>`;
}

const valueOf = ({ kind, value, reps }: PersonalRecord): string =>
  kind === 'weight' ? `${weight(value)} × ${number(reps ?? 1)}` : `${number(value)} ${t('common:unit.reps')}`;
