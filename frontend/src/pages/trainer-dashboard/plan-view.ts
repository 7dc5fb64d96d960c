import type { ClientDetail } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { weightUnit } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { shortName } from '../../names.ts';
import { banner } from '../../ui/banner.ts';
import { dayStrip } from '../../ui/day-strip.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { field } from '../../ui/field.ts';
import { icon } from '../../ui/icon.ts';
import { submitting } from '../../ui/submitting.ts';
import type { ClientDoors } from './client-parts.ts';
import type { DraftExercise, PlanState } from './plan-state.ts';
import { weekdayName } from './plans-view.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** A plan built by hand, day by day. */
export function planForm(state: PlanState, detail: ClientDetail | null, doors: ClientDoors): TemplateResult {
  const error = (path: string) => state.errors.value.get(path);
  const name = detail ? shortName(detail) : '';
  return html`
    <div class="pagehead">
      <div class="row grow">
        <button type="button" class="btn icon" aria-label=${t('trainer-dashboard:plan.back')} @click=${doors.closePlan}>
          ${icon('left')}
        </button>
        <h1>${t(state.isNew ? 'trainer-dashboard:plan.new' : 'trainer-dashboard:plan.change', { name })}</h1>
      </div>
    </div>
    <form class="stack" novalidate @submit=${submitting(() => doors.savePlan(state))}>
      ${state.failure.value ? banner({ kind: 'bad', text: sentenceOf(state.failure.value) }) : nothing}
      <section class="card stack">
        <div class="fgrid">
          <div class="full">
            ${field({
              id: 'name',
              label: t('trainer-dashboard:plan.name'),
              value: state.name.value,
              error: error('name'),
              maxlength: 120,
              onInput: (text) => (state.name.value = text),
            })}
          </div>
          ${field({
            id: 'startsOn',
            label: t('trainer-dashboard:plan.startsOn'),
            type: 'date',
            value: state.startsOn.value,
            error: error('startsOn'),
            onChange: (text) => (state.startsOn.value = text),
          })}
          ${field({
            id: 'weeks',
            label: t('trainer-dashboard:plan.weeks'),
            inputmode: 'numeric',
            value: state.weeks.value,
            error: error('weeks'),
            onInput: (text) => (state.weeks.value = text),
          })}
        </div>
      </section>
      <section class="card stack" aria-labelledby="days-title">
        <h2 id="days-title">${t('trainer-dashboard:plan.days')}</h2>
        ${error('days') ? banner({ kind: 'bad', text: error('days') ?? '' }) : nothing} ${strip(state)}
        ${openDay(state, doors)}
      </section>
      <div class="row row-2 wrap">
        <button class="btn primary" data-testid="save-plan" ?disabled=${state.busy.value}>
          ${t(state.isNew ? 'trainer-dashboard:plan.give' : 'trainer-dashboard:plan.save')}
        </button>
        <button type="button" class="btn second" @click=${doors.closePlan}>${t('common:cancel')}</button>
      </div>
    </form>
  `;
}

function strip(state: PlanState): TemplateResult {
  const byDay = new Map(state.days.value.map((day) => [day.weekday, day]));
  return dayStrip({
    label: t('trainer-dashboard:plan.days'),
    open: state.open.value,
    choose: (day) => (state.open.value = day),
    days: WEEKDAYS.map((weekday): { day: number; name: string; main: string; below: string; label: string } => {
      const count = byDay.get(weekday)?.exercises.length ?? 0;
      return {
        day: weekday,
        name: weekdayName(weekday, 'weekday'),
        main: count === 0 ? '–' : String(count),
        below: '',
        label: `${weekdayName(weekday)}: ${t('trainer-dashboard:plan.exercises', { count })}`,
      };
    }),
  });
}

function openDay(state: PlanState, doors: ClientDoors): TemplateResult {
  const { weekday, name, exercises } = state.openDay.value;
  const d = state.days.value.findIndex((day) => day.weekday === weekday);
  const wrong = state.errors.value.get(`days.${String(d)}`);
  return html`
    <h3>${weekdayName(weekday)}</h3>
    ${wrong ? html`<p class="errmsg">${icon('alert', 'i-sm')}<span>${wrong}</span></p>` : nothing}
    ${
      exercises.length === 0
        ? html`<p class="muted">${t('trainer-dashboard:plan.restDay')}</p>`
        : html`${field({
              id: 'dayName',
              label: t('trainer-dashboard:plan.dayName'),
              hint: t('trainer-dashboard:plan.dayNameHint'),
              value: name,
              maxlength: 120,
              onInput: state.rename,
            })}
            <ol class="stack stack-3">
              ${exercises.map((exercise, e) => exerciseFields(state, exercise, e, `days.${String(d)}.exercises.${String(e)}`))}
            </ol>`
    }
    <div>
      <button type="button" class="btn second" data-testid="add-exercise" @click=${doors.pickExercise}>
        ${icon('plus')}${t('trainer-dashboard:plan.add')}
      </button>
    </div>
  `;
}

function exerciseFields(state: PlanState, exercise: DraftExercise, index: number, path: string): TemplateResult {
  const wrong = state.errors.value.get(path) ?? [...state.errors.value].find(([at]) => at.startsWith(`${path}.`))?.[1];
  const timed = exercise.tracking === 'duration' || exercise.tracking === 'distance_duration';
  const amount = (key: 'sets' | 'reps' | 'weight' | 'seconds', label: string, unit?: string) =>
    field({
      id: `${key}-${String(index)}`,
      label,
      ...(unit === undefined ? {} : { unit }),
      inputmode: key === 'weight' ? 'decimal' : 'numeric',
      value: exercise[key],
      onInput: (text) => {
        state.change(index, { [key]: text });
      },
    });
  return html`<li class="card sunk stack stack-3">
    <div class="row between">
      <b class="grow">${exercise.name}</b>
      <span class="row row-2">
        ${
          index === 0
            ? nothing
            : html`<button
                type="button"
                class="btn icon"
                aria-label=${t('trainer-dashboard:plan.up', { name: exercise.name })}
                @click=${() => {
                  state.moveUp(index);
                }}
              >
                ${icon('upload')}
              </button>`
        }
        <button
          type="button"
          class="btn icon"
          aria-label=${t('trainer-dashboard:plan.removeOf', { name: exercise.name })}
          @click=${() => {
            state.remove(index);
          }}
        >
          ${icon('x')}
        </button>
      </span>
    </div>
    <div class="fgrid three">
      ${amount('sets', t('trainer-dashboard:plan.sets'))}
      ${timed ? amount('seconds', t('trainer-dashboard:plan.seconds'), t('common:unit.s')) : amount('reps', t('trainer-dashboard:plan.reps'))}
      ${timed || exercise.tracking === 'reps' ? nothing : amount('weight', t('trainer-dashboard:plan.weight'), t(`common:unit.${weightUnit()}`))}
    </div>
    ${wrong ? html`<p class="errmsg">${icon('alert', 'i-sm')}<span>${wrong}</span></p>` : nothing}
    ${field({
      id: `note-${String(index)}`,
      label: t('trainer-dashboard:plan.note'),
      value: exercise.note,
      maxlength: 2000,
      onInput: (note) => {
        state.change(index, { note });
      },
    })}
  </li>`;
}
