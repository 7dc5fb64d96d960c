import { html, nothing, type TemplateResult } from 'lit-html';
import { time } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { icon } from '../../ui/icon.ts';
import type { LiveState } from './live-state.ts';

const QUICK = ['stop', 'back', 'slower', 'well'] as const;
const LONGEST = 120;

/** A short word into the running workout. */
export function cueCard({ cue }: LiveState, sendCue: (text: string) => Promise<void>, name: string): TemplateResult {
  return html`<section class="card stack stack-3" aria-labelledby="cue-title">
    <h2 id="cue-title">${t('trainer-dashboard:cue.title')}</h2>
    <p class="sm muted">${t('trainer-dashboard:cue.text', { name })}</p>
    <div class="chips">
      ${QUICK.map((word) => {
        const text = t(`trainer-dashboard:cue.${word}`);
        return html`<button type="button" class="chip" ?disabled=${cue.busy.value} @click=${() => void sendCue(text)}>
          ${text}
        </button>`;
      })}
    </div>
    <form
      class="row row-2"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void sendCue(cue.text.value);
      }}
    >
      <label class="sr" for="cue">${t('trainer-dashboard:cue.label')}</label>
      <input
        id="cue"
        class="input"
        autocomplete="off"
        maxlength=${LONGEST}
        .value=${cue.text.value}
        @input=${(event: Event) => (cue.text.value = (event.target as HTMLInputElement).value)}
      />
      <button class="btn primary sendb" aria-label=${t('trainer-dashboard:cue.send')} ?disabled=${cue.busy.value}>
        ${icon('send')}
      </button>
    </form>
    <div role="status">${outcome(cue, name)}</div>
  </section>`;
}

function outcome({ sent, failure }: LiveState['cue'], name: string): TemplateResult | typeof nothing {
  if (failure.value)
    return html`<p class="errmsg">${icon('alert', 'i-sm')}<span>${sentenceOf(failure.value)}</span></p>`;
  if (!sent.value) return nothing;
  return html`<p class="sm ok-t row row-2">
    ${icon('check', 'i-sm')}${t('trainer-dashboard:cue.sent', { name, text: sent.value.text, time: time(sent.value.at) })}
  </p>`;
}
