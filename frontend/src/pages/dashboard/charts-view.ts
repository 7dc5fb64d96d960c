import { weekOf } from '@trainer/coach/days';
import type { PersonalRecord, Progress, Stats } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { date, number, weight } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { asTable, barChart } from '../../ui/charts.ts';
import { heatmap, shadesOf } from '../../ui/heatmap.ts';
import { icon } from '../../ui/icon.ts';

const RECORDS_SHOWN = 5;
const WEEKS_BACK = 12;

export function barsCard({ days, totalDuration, totalWorkouts }: Progress, today: string): TemplateResult {
  const dayTitle = (day: string, minutes: number) =>
    t('dashboard:bars.day', { date: date(day, 'medium'), minutes: number(minutes) });
  const tick = (i: number) => ({ at: i / days.length + 0.006, text: date(days[i]?.date ?? today, 'short') });
  return html`<section class="card" aria-labelledby="bars-title">
    <header>
      <h2 id="bars-title">${t('dashboard:bars.title')}</h2>
      <a class="sm" href="/pages/history.html">${t('dashboard:bars.all')}</a>
    </header>
    ${barChart({
      bars: days.map((day) => ({
        value: day.duration,
        title: dayTitle(day.date, day.duration),
        now: day.date === today,
      })),
      label: t('dashboard:bars.label', { count: totalWorkouts, minutes: number(totalDuration) }),
      axis: (minutes) => t('dashboard:bars.axis', { minutes }),
      ticks: [tick(0), tick(10), tick(20), { at: 1, text: t('dashboard:bars.today'), end: true }],
    })}
    ${asTable(
      t('dashboard:table.show'),
      [
        t('dashboard:table.day'),
        t('dashboard:table.workouts'),
        t('dashboard:table.minutes'),
        t('dashboard:table.kcal'),
      ],
      days
        .toReversed()
        .map((day) => [date(day.date, 'medium'), number(day.workouts), number(day.duration), number(day.calories)]),
    )}
  </section>`;
}

export function calendarCard(stats: Stats | null, today: string): TemplateResult {
  if (!stats) return html`<section class="card"><span class="skel h3"></span></section>`;
  const [second, third, fourth] = shadesOf(stats.calendar);
  const count = stats.calendar.reduce((sum, day) => sum + day.workouts, 0);
  const legend = [
    t('dashboard:calendar.rest'),
    t('dashboard:calendar.under', { minutes: second }),
    t('dashboard:calendar.between', { from: second, to: third - 1 }),
    t('dashboard:calendar.between', { from: third, to: fourth - 1 }),
    t('dashboard:calendar.over', { minutes: fourth }),
  ];
  return html`<section class="card" aria-labelledby="calendar-title">
    <header>
      <h2 id="calendar-title">${t('dashboard:calendar.title')}</h2>
      <span class="sm muted">${t('dashboard:calendar.average', { average: number(averageAWeek(stats), 1) })}</span>
    </header>
    ${heatmap({
      days: stats.calendar,
      today,
      label: t('dashboard:calendar.label', { count }),
      titleOf: (day) =>
        day.minutes > 0
          ? t('dashboard:bars.day', { date: date(day.date, 'medium'), minutes: number(day.minutes) })
          : `${date(day.date, 'medium')}: ${t('dashboard:calendar.rest')}`,
    })}
    <div class="legend">${legend.map((text, i) => html`<span><i class="sw h${i}"></i>${text}</span>`)}</div>
    ${asTable(t('dashboard:table.show'), [t('dashboard:table.week'), t('dashboard:table.workouts'), t('dashboard:table.minutes')], weekRows(stats))}
  </section>`;
}

/** Sessions a week over the last twelve, or since the first workout where that is less ago. */
function averageAWeek({ calendar }: Stats): number {
  const recent = calendar.slice(-7 * WEEKS_BACK);
  const first = recent.findIndex((day) => day.workouts > 0);
  if (first < 0) return 0;
  const since = recent.slice(first);
  return since.reduce((sum, day) => sum + day.workouts, 0) / Math.max(1, since.length / 7);
}

function weekRows({ calendar }: Stats): string[][] {
  const weeks = new Map<string, { workouts: number; minutes: number }>();
  for (const day of calendar) {
    const week = weeks.get(weekOf(day.date)) ?? { workouts: 0, minutes: 0 };
    weeks.set(weekOf(day.date), { workouts: week.workouts + day.workouts, minutes: week.minutes + day.minutes });
  }
  return [...weeks]
    .reverse()
    .map(([week, { workouts, minutes }]) => [date(week, 'full'), number(workouts), number(minutes)]);
}

export function recordsCard(stats: Stats | null): TemplateResult | typeof nothing {
  if (!stats) return nothing;
  const records = worthShowing(stats.records).slice(0, RECORDS_SHOWN);
  return html`<section class="card" aria-labelledby="records-title">
    <header><h2 id="records-title">${t('dashboard:records.title')}</h2></header>
    ${
      records.length === 0
        ? html`<p class="muted sm">${t('dashboard:records.none')}</p>`
        : html`<ul class="list">
            ${records.map(
              (record) =>
                html`<li>
                  ${icon('trophy', 'acc-t')}<a class="grow cover" href="/pages/history.html?id=${record.workoutId}"
                    >${record.exercise}<br /><span class="sm muted">${recordText(record)}</span></a
                  >
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}

/** Reps count where nothing was lifted. */
function worthShowing(records: readonly PersonalRecord[]): PersonalRecord[] {
  const lifted = new Set(records.filter((record) => record.kind === 'weight').map((record) => record.exercise));
  return records.filter((record) => record.kind === 'weight' || !lifted.has(record.exercise));
}

function recordText({ kind, value, reps, localDate }: PersonalRecord): string {
  const day = date(localDate, 'medium');
  if (kind === 'reps') return t('dashboard:records.reps', { count: value, date: day });
  return t('dashboard:records.weight', { weight: weight(value), reps: reps ?? 1, date: day });
}
