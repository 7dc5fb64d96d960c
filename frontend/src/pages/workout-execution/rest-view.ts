import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { clock } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import type { Rest } from '@trainer/coach/running/session';
import { setInWords } from '../../set-words.ts';
import { icon } from '../../ui/icon.ts';
import type { Actions } from './actions.ts';
import type { WorkoutState } from './state.ts';

const RADIUS = 98;
const ROUND = 2 * Math.PI * RADIUS;

/** The rest between two sets, and what comes after it. @param left seconds */
export function restView(state: WorkoutState, actions: Actions, rest: Rest, left: number): TemplateResult {
  const next = state.next.value;
  const set = next?.sets.find((one) => !one.done);
  const paused = rest.until === null;
  const button = (label: TemplateResult | string, run: () => void) =>
    html`<button type="button" class="btn second lg grow" @click=${run}>${label}</button>`;
  return html`
    ${ring(left, Math.max(rest.seconds, left), paused)}
    <div class="row row-2 restrow">
      ${button(t('workout-execution:rest.minus'), () => {
        actions.moreRest(-15);
      })}
      ${button(
        html`${icon(paused ? 'play' : 'pause')}${t(paused ? 'workout-execution:rest.goOn' : 'workout-execution:rest.pause')}`,
        actions.pauseRest,
      )}
      ${button(t('workout-execution:rest.plus'), () => {
        actions.moreRest(15);
      })}
    </div>
    <section class="card flat">
      ${
        next && set
          ? html`<p class="sm muted">${t('workout-execution:rest.next')}</p>
              <p class="nextset"><b>${next.name}</b><br /><span class="num">${setInWords(set)}</span></p>`
          : nothing
      }
      <p class="sm muted">
        ${t('workout-execution:rest.change')}
        <button type="button" class="a" @click=${actions.correctLast}>${t('workout-execution:rest.changeIt')}</button>
      </p>
    </section>
    <div class="dock">
      <button type="button" class="btn primary xl block" data-testid="skip-rest" @click=${actions.skipRest}>
        ${icon('skip', 'i-xl')}${t('workout-execution:rest.skip')}
      </button>
    </div>
  `;
}

/** The rest while something else is looked at: how long it still is, and the way back to it. */
export const restStrip = (state: WorkoutState, left: number): TemplateResult =>
  html`<button
    type="button"
    class="banner acc reststrip"
    @click=${() => {
      state.looking.value = false;
    }}
  >
    ${icon('timer')}<b class="num">${t('workout-execution:rest.left', { time: clock(Math.ceil(left)) })}</b>
  </button>`;

function ring(left: number, whole: number, paused: boolean): TemplateResult {
  const time = clock(Math.ceil(left));
  return html`<svg
    class="ring"
    viewBox="0 0 220 220"
    role="timer"
    aria-label=${t(paused ? 'workout-execution:rest.pausedAt' : 'workout-execution:rest.left', { time })}
  >
    <circle class="t" cx="110" cy="110" r=${RADIUS}></circle>
    ${svg`<circle class="v" cx="110" cy="110" r=${RADIUS} transform="rotate(-90 110 110)" stroke-dasharray=${`${String((left / whole) * ROUND)} ${String(ROUND)}`}></circle>`}
    <text class="s" x="110" y="74" font-size="15">
      ${t(paused ? 'workout-execution:rest.paused' : 'workout-execution:rest.title')}
    </text>
    <text x="110" y="131" font-size="60">${time}</text>
    <text class="s" x="110" y="158" font-size="15">${t('workout-execution:rest.of', { time: clock(whole) })}</text>
  </svg>`;
}
