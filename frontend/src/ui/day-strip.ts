import { html, nothing, type TemplateResult } from 'lit-html';

interface Day<K extends number> {
  day: K;
  /** As `Mon`. */
  name: string;
  /** What the day is about. */
  main: string;
  below: string;
  /** Of `below`, what there is no room for on a phone. */
  belowMore?: string;
  /** The whole day in words. */
  label: string;
}

interface Strip<K extends number> {
  label: string;
  days: readonly Day<K>[];
  open: K;
  choose: (day: K) => void;
}

/** The seven days, one of them open. Arrow keys go from day to day. */
export function dayStrip<K extends number>({ label, days, open, choose }: Strip<K>): TemplateResult {
  const byKey = (event: KeyboardEvent) => {
    const at = days.findIndex(({ day }) => day === open);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: days.length - 1 }[event.key];
    const next = to === undefined ? undefined : days[to];
    if (!next) return;
    event.preventDefault();
    choose(next.day);
    (event.currentTarget as HTMLElement)
      .querySelectorAll<HTMLElement>('button')
      .item(to ?? 0)
      .focus();
  };
  return html`<ol class="daystrip" aria-label=${label} @keydown=${byKey}>
    ${days.map(
      ({ day, name, main, below, belowMore, label: words }) =>
        html`<li>
          <button
            type="button"
            class=${day === open ? 'on' : ''}
            data-testid="day-${day}"
            aria-current=${day === open ? 'date' : nothing}
            aria-label=${words}
            tabindex=${day === open ? 0 : -1}
            @click=${() => {
              choose(day);
            }}
          >
            <span>${name}</span><b>${main}</b
            ><span class="s">${below}${belowMore ? html`<span class="opt"> ${belowMore}</span>` : nothing}</span>
          </button>
        </li>`,
    )}
  </ol>`;
}
