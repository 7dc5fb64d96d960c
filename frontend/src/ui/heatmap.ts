import { weekOf } from '@trainer/coach/days';
import { html, svg, type TemplateResult } from 'lit-html';
import { date } from '../i18n/format.ts';

export interface HeatDay {
  date: string;
  minutes: number;
}

interface Heatmap {
  /** Oldest first, one a day. */
  days: readonly HeatDay[];
  today: string;
  label: string;
  titleOf: (day: HeatDay) => string;
}

const PITCH = 17;
const CELL = 14;
const TOP = 17;
/** Quartiles of fewer days than this would say nothing. */
const FEW = 8;

/** Minutes from which the second, third and fourth shade begin: the quartiles of the days with a workout. */
export function shadesOf(days: readonly HeatDay[]): [number, number, number] {
  const trained = days
    .map((day) => day.minutes)
    .filter((minutes) => minutes > 0)
    .sort((a, b) => a - b);
  if (trained.length < FEW) return [30, 45, 60];
  const quartile = (part: number) => Math.round(trained[Math.floor(trained.length * part)] ?? 0);
  const second = Math.max(2, quartile(0.25));
  const third = Math.max(second + 1, quartile(0.5));
  return [second, third, Math.max(third + 1, quartile(0.75))];
}

/** 0 for rest, then 1–4. */
export const shadeOf = (minutes: number, shades: readonly number[]): number =>
  minutes <= 0 ? 0 : 1 + shades.filter((from) => minutes >= from).length;

/** Weeks as columns, Monday on top; the newest at the right end, older ones as far as there is room. */
export function heatmap({ days, today, label, titleOf }: Heatmap): TemplateResult {
  const shades = shadesOf(days);
  const weeks = [...new Set(days.map((day) => weekOf(day.date)))];
  const column = new Map(weeks.map((week, i) => [week, i]));
  const width = weeks.length * PITCH;
  const weekdays =
    weeks[0] === undefined
      ? []
      : days
          .slice(0, 7)
          .map((day) => day.date)
          .sort((a, b) => dayOfWeek(a) - dayOfWeek(b));
  return html`<div class="heatwrap">
    <div class="days" aria-hidden="true">
      <span></span>${weekdays.map((day, i) => html`<span>${i % 2 === 0 ? date(day, 'weekday') : ''}</span>`)}
    </div>
    <div class="heatclip">
      <svg class="heat" width=${width} height=${TOP + 7 * PITCH} role="img" aria-label=${label}>
        ${weeks.map((week, i) => (isFirstOfMonth(week, weeks[i - 1]) ? svg`<text x=${i * PITCH} y="10">${date(week, 'month')}</text>` : ''))}
        ${days.map((day) => {
          const [x, y] = [(column.get(weekOf(day.date)) ?? 0) * PITCH, TOP + dayOfWeek(day.date) * PITCH];
          const ring =
            day.date === today
              ? svg`<rect class="today" x=${x + 1} y=${y + 1} width=${CELL - 2} height=${CELL - 2} rx="3"></rect>`
              : '';
          return svg`<rect class="l${shadeOf(day.minutes, shades)}" x=${x} y=${y} width=${CELL} height=${CELL} rx="3.5"><title>${titleOf(day)}</title></rect>${ring}`;
        })}
      </svg>
    </div>
  </div>`;
}

const dayOfWeek = (localDate: string): number => (new Date(`${localDate}T00:00:00Z`).getUTCDay() + 6) % 7;
const isFirstOfMonth = (week: string, before: string | undefined): boolean =>
  before !== undefined && week.slice(0, 7) !== before.slice(0, 7);
