import type { Stats, Workout } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { Unreachable } from '../../api.ts';
import { date, duration, number, weight, withUnit } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { banner } from '../../ui/banner.ts';
import { emptyState } from '../../ui/empty-state.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { field } from '../../ui/field.ts';
import { icon } from '../../ui/icon.ts';
import { byMonth, type ListState } from './list-state.ts';

interface Doors {
  open(id: string): void;
  openImport(): void;
  exportAll(): void;
  exporting: boolean;
  /** What has to be said before the list. */
  notices: TemplateResult | typeof nothing;
}

export function listView(state: ListState, doors: Doors): TemplateResult {
  const stats = state.stats.value;
  return html`
    <div class="pagehead">
      <div>
        <h1>${t('history:heading')}</h1>
        <p class="muted">${stats ? t('history:since', { count: stats.totals.workouts }) : html`&nbsp;`}</p>
      </div>
      <div class="row row-2">
        <button type="button" class="btn second" @click=${doors.openImport}>
          ${icon('upload')}${t('history:import')}
        </button>
        <button type="button" class="btn second" ?disabled=${doors.exporting} @click=${doors.exportAll}>
          ${icon('download')}${t(doors.exporting ? 'history:exporting' : 'history:export')}
        </button>
      </div>
    </div>
    <div class="cols c-8-4">
      <div class="stack">${doors.notices} ${problem(state)} ${list(state, doors)}</div>
      <div class="stack">${stats?.totals.workouts === 0 ? nothing : filters(state)} ${figures(stats)}</div>
    </div>
  `;
}

function problem(state: ListState): TemplateResult | typeof nothing {
  const { value: error } = state.failure;
  if (!error) return nothing;
  const action = { label: t('common:retry'), run: () => void state.load() };
  if (state.workouts.value && error instanceof Unreachable)
    return banner({ kind: 'info', text: t('history:offline'), action });
  return banner({ kind: 'bad', title: t('history:failed'), text: sentenceOf(error), action });
}

function list(state: ListState, doors: Doors): TemplateResult | typeof nothing {
  const workouts = state.workouts.value;
  if (!workouts)
    return state.failure.value
      ? nothing
      : html`<div class="card">
          <span class="skel w2 h2"></span><span class="skel h3"></span><span class="skel h3"></span>
        </div>`;
  const { from, to } = state.filter.value;
  if (workouts.length === 0 && (from || to))
    return html`<p class="muted" role="status">${t('history:none.filter')}</p>`;
  if (workouts.length === 0) {
    return html`<section class="card">
      ${emptyState({
        title: t('history:none.title'),
        text: t('history:none.text'),
        action: html`<a class="btn primary lg" href="/pages/muscle-workout.html">${t('history:none.start')}</a>`,
      })}
    </section>`;
  }
  const records = new Set(state.stats.value?.records.map((record) => record.workoutId));
  return html`<section class="card flush">
    ${byMonth(workouts).map(({ month, workouts: ofMonth }) => monthPart(month, ofMonth, records, doors))}
    ${
      state.cursor.value
        ? html`<div class="more">
            <button
              type="button"
              class="btn quiet"
              ?disabled=${state.loadingMore.value}
              @click=${() => void state.more()}
            >
              ${t('history:earlier')}
            </button>
          </div>`
        : nothing
    }
  </section>`;
}

function monthPart(
  month: string,
  workouts: readonly Workout[],
  records: ReadonlySet<string>,
  doors: Doors,
): TemplateResult {
  const minutes = workouts.reduce((sum, workout) => sum + workout.totalDuration, 0);
  const summary = t('history:month', {
    workouts: t('history:month.workouts', { count: workouts.length }),
    time: duration(minutes),
  });
  return html`<h2 class="mh">${date(`${month}-01`, 'monthYear')} <span class="sm muted">${summary}</span></h2>
    <ul class="list pad">
      ${workouts.map((workout) => row(workout, records.has(workout._id), doors))}
    </ul>`;
}

function row(workout: Workout, isRecord: boolean, doors: Doors): TemplateResult {
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    doors.open(workout._id);
  };
  return html`<li class="hrow" data-testid="workout-row">
    <span class="hd"
      ><b class="num">${Number(workout.localDate.slice(8))}</b
      ><span class="xs muted">${date(workout.localDate, 'weekday')}</span></span
    >
    <a
      class="grow cover"
      href="?id=${workout._id}"
      aria-label=${t('history:row.open', { name: workout.name, date: date(workout.localDate, 'long') })}
      @click=${open}
    >
      <b>${workout.name}</b><br /><span class="sm muted">${exercisesInShort(workout)}</span
      >${workout.notes ? html`<br /><span class="tag clip">“${workout.notes}”</span>` : nothing}
    </a>
    <span class="hm"
      ><b class="num">${number(workout.totalDuration)}</b> ${t('common:unit.min')}<br /><span class="sm muted"
        >${withUnit(workout.totalCalories, t('common:unit.kcal'))}</span
      ></span
    >
    ${isRecord ? icon('trophy', 'acc-t', t('history:row.record')) : nothing}
  </li>`;
}

function exercisesInShort({ exercises }: Workout): string {
  const names = [...new Set(exercises.map((exercise) => exercise.name))];
  if (names.length <= 2) return names.join(', ');
  return t('history:row.more', { names: names.slice(0, 2).join(', '), count: names.length - 2 });
}

function filters(state: ListState): TemplateResult {
  const { from, to } = state.filter.value;
  const choose = (change: Partial<{ from: string; to: string }>) =>
    void state.choose({ ...state.filter.value, ...change });
  return html`<section class="card" aria-labelledby="filter-title">
    <h2 id="filter-title">${t('history:filter.title')}</h2>
    <div class="fgrid days hintm">
      ${field({
        id: 'from',
        label: t('history:filter.from'),
        type: 'date',
        value: from,
        onChange: (value) => {
          choose({ from: value });
        },
      })}
      ${field({
        id: 'to',
        label: t('history:filter.to'),
        type: 'date',
        value: to,
        onChange: (value) => {
          choose({ to: value });
        },
      })}
    </div>
    ${
      from || to
        ? html`<button
            type="button"
            class="btn quiet"
            @click=${() => {
              choose({ from: '', to: '' });
            }}
          >
            ${t('history:filter.clear')}
          </button>`
        : nothing
    }
  </section>`;
}

/** Zeros say nothing: they come with the first workout. */
const figures = (stats: Stats | null): TemplateResult | typeof nothing =>
  stats && stats.totals.workouts > 0 ? html`${totals(stats)} ${streaks(stats)}` : nothing;

const totals = ({ totals: all }: Stats): TemplateResult =>
  facts('totals-title', t('history:totals.title'), [
    [t('history:totals.workouts'), number(all.workouts)],
    [t('history:totals.sets'), number(all.sets)],
    [t('history:totals.volume'), weight(all.volume, 0)],
    [t('history:totals.minutes'), duration(all.minutes)],
    [t('history:totals.energy'), withUnit(all.calories, t('common:unit.kcal'))],
  ]);

const streaks = ({ streak }: Stats): TemplateResult =>
  facts('streaks-title', t('history:streaks.title'), [
    [t('history:streaks.daily'), number(streak.daily)],
    [t('history:streaks.longest'), number(streak.longest)],
    [t('history:streaks.weekly'), number(streak.weekly)],
  ]);

const facts = (id: string, title: string, rows: [string, string][]): TemplateResult =>
  html`<section class="card" aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    <dl class="kv hintm">
      ${rows.map(
        ([label, value]) =>
          html`<dt class="muted">${label}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
  </section>`;
