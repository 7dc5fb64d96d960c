import type { SharedPlan } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { duration, number } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { asTable } from '../ui/charts.ts';
import { dayStrip } from '../ui/day-strip.ts';
import { icon } from '../ui/icon.ts';
import { checksCard } from './checks-view.ts';
import { doseInWords, loadInWords, restInWords } from './dose.ts';
import { isTraining, weekdayName } from './week.ts';

export type ReadableWorkout = Extract<SharedPlan, { kind: 'workout' }>;
type Exercise = ReadableWorkout['exercises'][number];
type Day = ReadableWorkout['schedule'][number];

/** What is open of a plan while it is read. */
export interface Reading {
  day: number;
  chooseDay(day: number): void;
  allChecks: boolean;
  showAllChecks(): void;
}

/** A workout plan as it is read. @param head its header @param side cards beside it, below the checks */
export const workoutView = (
  plan: ReadableWorkout,
  reading: Reading,
  { head, side }: { head: TemplateResult; side: TemplateResult },
): TemplateResult => html`
  ${head}
  <div class="cols c-8-4 mt">
    <div class="stack">
      ${weekCard(plan, reading)} ${exercisesCard(plan)} ${progressionCard(plan)} ${wholeCard(plan)}
    </div>
    <div class="stack">
      ${checksCard(plan.verification, reading.allChecks, reading.showAllChecks)} ${notesCard(plan.notes)} ${side}
    </div>
  </div>
`;

function weekCard(plan: ReadableWorkout, reading: Reading): TemplateResult {
  const open = plan.schedule.find((day) => day.day === reading.day) ?? plan.schedule[0];
  return html`<section class="card stack stack-3" aria-labelledby="week-title">
    <div class="row between">
      <h2 id="week-title">${t('plans:week')}</h2>
      <span class="sm muted"
        >${t('plans:week.all', { time: duration(sum(plan.schedule.map((day) => day.minutes))) })}</span
      >
    </div>
    ${dayStrip({
      label: t('plans:week.days'),
      days: plan.schedule.map((day) => ({
        day: day.day,
        name: weekdayName(day.day),
        main: day.focus,
        below: isTraining(day) || day.minutes > 0 ? number(day.minutes) : '–',
        ...(day.minutes > 0 ? { belowMore: t('common:unit.min') } : {}),
        label: dayInWords(day),
      })),
      open: reading.day,
      choose: reading.chooseDay,
    })}
    ${open ? openDay(open) : nothing}
  </section>`;
}

export const dayInWords = (day: Day): string =>
  day.minutes > 0
    ? t('plans:week.day', { day: weekdayName(day.day, 'weekdayLong'), focus: day.focus, time: duration(day.minutes) })
    : `${weekdayName(day.day, 'weekdayLong')}: ${day.focus}`;

const openDay = (day: Day): TemplateResult =>
  html`<div class="openday" data-testid="open-day">
    <h3>${dayInWords(day)}</h3>
    ${
      isTraining(day)
        ? html`<ol class="daylist">
            ${day.exercises.map(
              (exercise) =>
                html`<li><span>${exercise.name}</span><span class="num muted">${doseInWords(exercise)}</span></li>`,
            )}
          </ol>`
        : html`<p class="sm muted">${t('plans:week.restText')}</p>`
    }
  </div>`;

const exercisesCard = (plan: ReadableWorkout): TemplateResult =>
  html`<section class="card" aria-labelledby="exercises-title">
    <header>
      <h2 id="exercises-title">${t('plans:exercises')}</h2>
      <span class="sm muted">${number(plan.exercises.length)}</span>
    </header>
    <ol class="pre">
      ${plan.exercises.map(exerciseRow)}
    </ol>
  </section>`;

/** The dose before the reason. No picture stands in for an animation. */
const exerciseRow = (exercise: Exercise): TemplateResult =>
  html`<li data-testid="plan-exercise">
    <div>
      <b>${exercise.name}</b><br />
      <span class="dose">${doseInWords(exercise)}</span>${
        exercise.load ? html` <span class="muted">${loadInWords(exercise.load)}</span>` : nothing
      }<br />
      <span class="sm muted">${restInWords(exercise)}</span>
    </div>
    <div class="whyp sm muted">
      ${exercise.why ? html`<p>${exercise.why}</p>` : nothing}
      ${exercise.load ? html`<p>${exercise.load.basis}</p>` : nothing}
      ${
        exercise.caution
          ? html`<p class="caution acc-t">${icon('alert', 'i-sm')}<span>${exercise.caution}</span></p>`
          : nothing
      }
    </div>
  </li>`;

function progressionCard(plan: ReadableWorkout): TemplateResult {
  const steps = (title: string, list: ReadableWorkout['warmUp']) =>
    html`<div>
      <h3>${title}</h3>
      <ul class="bullets sm muted">
        ${list.map(({ text, minutes }) => html`<li>${text}${minutes > 0 ? html` <span class="nowrap">(${duration(minutes)})</span>` : nothing}</li>`)}
      </ul>
    </div>`;
  return html`<section class="card stack stack-3" aria-labelledby="progression-title">
    <h2 id="progression-title">${t('plans:progression')}</h2>
    <ul class="bullets">
      ${plan.progression.map((text) => html`<li>${text}</li>`)}
    </ul>
    <div class="fgrid words">
      ${steps(t('plans:before', { time: minutesOf(plan.warmUp) }), plan.warmUp)}
      ${steps(t('plans:after', { time: minutesOf(plan.coolDown) }), plan.coolDown)}
    </div>
  </section>`;
}

export const minutesOf = (steps: ReadableWorkout['warmUp']): string => duration(sum(steps.map((step) => step.minutes)));

const wholeCard = (plan: ReadableWorkout): TemplateResult =>
  html`<section class="card stack stack-2" aria-labelledby="whole-title">
    <h2 id="whole-title">${t('plans:whole')}</h2>
    <p class="sm muted">${t('plans:whole.text')}</p>
    <details data-testid="prescription">
      <summary class="pri-t sm">${t('plans:whole.show')}</summary>
      <dl class="subjects">
        ${plan.prescription.map(
          ({ subject, text }) =>
            html`<dt>${t(`plans:subject.${subject}`)}</dt>
              <dd>${text}</dd>`,
        )}
      </dl>
    </details>
    ${plan.volume.length > 0 ? asTable(t('plans:volume.show'), volumeHeads(), volumeRows(plan)) : nothing}
  </section>`;

export const volumeHeads = (): string[] => [t('plans:volume.muscle'), t('plans:volume.sets'), t('plans:volume.band')];

export const volumeRows = ({ volume }: ReadableWorkout): string[][] =>
  volume.map(({ muscle, sets, from, to }) => [
    capital(muscle),
    number(sets, 1),
    t('plans:volume.range', { from: number(from), to: number(to) }),
  ]);

export const notesCard = (notes: readonly string[]): TemplateResult | typeof nothing =>
  notes.length === 0
    ? nothing
    : html`<section class="card stack stack-2" aria-labelledby="notes-title">
        <h2 id="notes-title">${t('plans:notes')}</h2>
        <ul class="stack stack-2 sm muted">
          ${notes.map((note) => html`<li>${note}</li>`)}
        </ul>
      </section>`;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
