import { addDays, daysBetween } from '@trainer/coach/days';
import type { BodyWeight, ClientDetail } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { date, number, weight, weightDigits, weightUnit, weightValue } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { shortName } from '../../names.ts';
import { asTable } from '../../ui/charts.ts';
import { icon } from '../../ui/icon.ts';
import { lineChart } from '../../ui/line-chart.ts';
import { meter } from '../../ui/meter.ts';
import { type ClientDoors, type ClientShown, hiddenPart, noteCard } from './client-parts.ts';
import { BAND, setsThisWeek, strengthOf } from './figures.ts';
import { workoutRows } from './history-view.ts';
import { nextPlanned } from './plans-view.ts';

const FEW = 3;
const MOST_GROUPS = 6;

/** Four totals, strength, sets against the band, the last workouts, a plan, the note. */
export function overviewTab(shown: ClientShown, detail: ClientDetail, doors: ClientDoors): TemplateResult {
  const { client } = shown;
  const workouts = client.workouts.value;
  return html`<div class="stack">
    ${totals(detail)}
    ${
      workouts
        ? html`<div class="cols c-6-6">${strengthCard(shown, detail)} ${setsCard(shown, detail)}</div>`
        : detail.share.history
          ? html`<span class="skel h3"></span>`
          : hiddenPart(t('trainer-dashboard:history.hidden', { name: shortName(detail) }))
    }
    <div class="cols c-8-4">
      <div class="stack">${workouts ? lastWorkouts(shown, doors) : nothing} ${weightCard(detail)}</div>
      <div class="stack">
        <section class="card stack stack-3" aria-labelledby="give-title">
          <h2 id="give-title">${t('trainer-dashboard:give.title')}</h2>
          <p class="sm muted">${nextPlanned(client.plans.value, detail.today)}</p>
          <button
            type="button"
            class="btn primary"
            @click=${() => {
              doors.openPlan(null);
            }}
          >
            ${icon('plus')}${t('trainer-dashboard:give.button')}
          </button>
        </section>
        ${noteCard(client, 5)}
      </div>
    </div>
  </div>`;
}

function totals(detail: ClientDetail): TemplateResult {
  const { compliance, planned, progress, weights } = detail;
  const share = compliance?.d30;
  const newest = weights?.[0];
  return html`<dl class="quad">
    ${tile(
      t('trainer-dashboard:totals.planned'),
      share === null || share === undefined ? '–' : html`${number(share)} <small>%</small>`,
      planned && planned.d30.planned > 0
        ? t('trainer-dashboard:totals.plannedOf', { done: planned.d30.done, count: planned.d30.planned })
        : t('trainer-dashboard:nothingPlanned'),
    )}
    ${tile(
      t('trainer-dashboard:totals.streak'),
      progress
        ? html`${number(progress.streak)}
            <small>${t('trainer-dashboard:totals.days', { count: progress.streak })}</small>`
        : '–',
      progress
        ? t('trainer-dashboard:totals.longest', { count: progress.longestStreak })
        : t('trainer-dashboard:notShared'),
    )}
    ${tile(
      t('trainer-dashboard:totals.minutes'),
      progress ? number(progress.totalDuration) : '–',
      progress
        ? t('trainer-dashboard:totals.minutesIn', { count: progress.totalWorkouts })
        : t('trainer-dashboard:notShared'),
    )}
    ${tile(
      t('trainer-dashboard:totals.weight'),
      newest ? html`${number(weightValue(newest.weight), 1)} <small>${t(`common:unit.${weightUnit()}`)}</small>` : '–',
      weights ? weightChange(weights, detail.today) : t('trainer-dashboard:notShared'),
    )}
  </dl>`;
}

const tile = (label: string, value: string | TemplateResult, below: string): TemplateResult =>
  html`<div class="stat">
    <dt>${label}</dt>
    <dd>${value}</dd>
    <dd class="d">${below}</dd>
  </div>`;

/** Against the newest weight that is a month old, or the oldest there is. */
function weightChange(weights: readonly BodyWeight[], today: string): string {
  const [newest] = weights;
  if (!newest) return t('trainer-dashboard:totals.noWeight');
  const monthAgo = addDays(today, -30);
  const before = weights.find((one) => one.localDate <= monthAgo) ?? weights.at(-1);
  if (!before || before._id === newest._id) return date(newest.localDate, 'medium');
  const by = newest.weight - before.weight;
  const change = `${by > 0 ? '+' : by < 0 ? '−' : '±'}${weight(Math.abs(by), 1)}`;
  return t('trainer-dashboard:totals.weightIn', { change, count: daysBetween(before.localDate, newest.localDate) });
}

function strengthCard({ client }: ClientShown, detail: ClientDetail): TemplateResult {
  const [most] = strengthOf(client.workouts.value ?? [], detail.today);
  if (!most) {
    return html`<section class="card stack stack-2" aria-labelledby="strength-title">
      <h2 id="strength-title">${t('trainer-dashboard:strength.title')}</h2>
      <p class="sm muted">${t('trainer-dashboard:strength.none')}</p>
    </section>`;
  }
  const { exercise, points } = most;
  const [first, last] = [points[0]?.kg ?? 0, points.at(-1)?.kg ?? 0];
  const kilos = (kg: number) => weight(kg, Math.min(1, weightDigits()));
  const record = client.stats.value?.records.find((one) => one.exercise === exercise && one.kind === 'weight');
  const isNew = record !== undefined && daysBetween(record.localDate, detail.today) <= 7;
  return html`<section class="card" aria-labelledby="strength-title">
    <header>
      <div>
        <h2 id="strength-title">${exercise}</h2>
        <p class="sm muted">${t('trainer-dashboard:strength.text')}</p>
      </div>
      ${
        isNew
          ? html`<span class="tag acc"
              >${t('trainer-dashboard:strength.record', { date: date(record.localDate, 'medium') })}</span
            >`
          : nothing
      }
    </header>
    ${lineChart({
      points: points.map(({ localDate, kg }) => ({ at: localDate, value: kg })),
      label: t('trainer-dashboard:strength.label', { exercise, from: kilos(first), to: kilos(last) }),
      valueText: kilos,
      dateText: (day) => date(day, 'short'),
    })}
    ${asTable(
      t('trainer-dashboard:table.show'),
      [t('trainer-dashboard:table.day'), t('trainer-dashboard:strength.title')],
      points.toReversed().map(({ localDate, kg }) => [date(localDate, 'medium'), kilos(kg)]),
    )}
  </section>`;
}

function setsCard({ client, exercises }: ClientShown, detail: ClientDetail): TemplateResult {
  const groups = setsThisWeek(client.workouts.value ?? [], exercises, detail.today).slice(0, MOST_GROUPS);
  const widest = Math.max(BAND.to * 1.25, ...groups.map((one) => one.sets));
  const low = groups.filter((one) => one.sets < BAND.from).map((one) => t(`common:group.${one.group}`));
  return html`<section class="card" aria-labelledby="sets-title">
    <header>
      <h2 id="sets-title">${t('trainer-dashboard:sets.title')}</h2>
      <span class="xs faint">${t('trainer-dashboard:sets.band', BAND)}</span>
    </header>
    ${
      groups.length === 0
        ? html`<p class="sm muted">${t('trainer-dashboard:sets.none')}</p>`
        : html`<dl class="vol">
              ${groups.map(
                ({ group, sets }) =>
                  html`<div>
                    <dt class="sm">${t(`common:group.${group}`)}</dt>
                    <dd>${meter({ share: sets / widest, ...(sets >= BAND.from ? { kind: 'ok' as const } : {}) })}</dd>
                    <dd class="sm num r">${number(sets)}</dd>
                  </div>`,
              )}
            </dl>
            ${low.length > 0 ? html`<p class="sm muted">${t('trainer-dashboard:sets.low', { groups: low.join(', ') })}</p>` : nothing}`
    }
  </section>`;
}

function lastWorkouts({ id, client }: ClientShown, doors: ClientDoors): TemplateResult {
  const workouts = client.workouts.value ?? [];
  const count = client.stats.value?.totals.workouts ?? workouts.length;
  return html`<section class="card flush" aria-labelledby="last-title">
    <h2 id="last-title" class="mh">${t('trainer-dashboard:history.last')}</h2>
    ${
      workouts.length === 0
        ? html`<p class="muted sm padded">${t('trainer-dashboard:history.none')}</p>`
        : html`${workoutRows(workouts.slice(0, FEW), client, doors)}
          ${
            count > FEW
              ? html`<div class="more">
                  <button
                    type="button"
                    class="btn quiet"
                    @click=${() => {
                      doors.open(id, 'history');
                    }}
                  >
                    ${t('trainer-dashboard:history.all', { count })}
                  </button>
                </div>`
              : nothing
          }`
    }
  </section>`;
}

function weightCard({ weights }: ClientDetail): TemplateResult | typeof nothing {
  if (!weights || weights.length < 2) return nothing;
  const points = weights.toReversed().map((one) => ({ at: one.localDate, value: one.weight }));
  const kilos = (kg: number) => weight(kg, 1);
  const [first, last] = [points[0]?.value ?? 0, points.at(-1)?.value ?? 0];
  return html`<section class="card" aria-labelledby="weight-title">
    <h2 id="weight-title">${t('trainer-dashboard:weight.title')}</h2>
    ${lineChart({
      points,
      label: t('trainer-dashboard:weight.label', { from: kilos(first), to: kilos(last) }),
      valueText: kilos,
      dateText: (day) => date(day, 'short'),
    })}
    ${asTable(
      t('trainer-dashboard:table.show'),
      [t('trainer-dashboard:table.day'), t('trainer-dashboard:totals.weight')],
      weights.map((one) => [date(one.localDate, 'medium'), kilos(one.weight)]),
    )}
  </section>`;
}
