import { addDays, weekOf } from '@trainer/coach/days';
import { html, svg, type TemplateResult } from 'lit-html';
import { date } from '../i18n/format.ts';
import { type Dot, kolamPath } from './kolam-path.ts';

interface Week {
  /** Local days with a workout. */
  trained: ReadonlySet<string>;
  today: string;
  /** What the strip says, for those who don't see it. */
  label: string;
  /** The newest loop draws itself. */
  draws?: boolean;
}

const STEP = 44;
const LEFT = 26;
const MIDDLE = 26;

/** The days, Monday to Sunday, of the week that `today` lies in. */
export const daysOfWeek = (today: string): string[] => Array.from({ length: 7 }, (_, i) => addDays(weekOf(today), i));

/** The week as a line of dots: a dot is a day, a joined loop is a day trained. It is the streak, drawn. */
export function weekStrip({ trained, today, label, draws = false }: Week): TemplateResult {
  const days = daysOfWeek(today);
  const dots = days.flatMap((day, i): Dot[] => (trained.has(day) ? [[i, 0]] : []));
  return html`<svg class="week ${draws ? 'draws' : ''}" viewBox="0 0 316 72" role="img" aria-label=${label}>
    <g transform="translate(${LEFT} ${MIDDLE})"><path class="ln" pathLength="1" d=${kolamPath(dots, STEP)}></path></g>
    ${days.map((day, i) => {
      const x = LEFT + i * STEP;
      const [kind, radius] = trained.has(day) ? ['done', 6] : day === today ? ['today', 6.5] : ['', 4];
      return svg`<circle class="dotk ${kind}" cx=${x} cy=${MIDDLE} r=${radius}></circle><text class=${day === today ? 't' : ''} x=${x} y="66">${date(day, 'weekday')}</text>`;
    })}
  </svg>`;
}
