import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { icon } from './icon.ts';

interface Option<T extends string> {
  value: T;
  label: string;
}

interface Chips {
  /** Ties an error to the group; also the path that the server names it by. */
  id: string;
  legend: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** Several of a few, each switched on and off. */
export const toggleChips = <T extends string>(
  given: Chips & { options: readonly Option<T>[]; chosen: readonly T[]; onToggle: (value: T) => void },
): TemplateResult =>
  group(
    given,
    given.options.map(({ value, label }) => {
      const on = given.chosen.includes(value);
      return html`<button
        type="button"
        class="chip ${on ? 'on' : ''}"
        data-testid="${given.id}-${value.replaceAll(' ', '-')}"
        aria-pressed=${on}
        @click=${() => {
          given.onToggle(value);
        }}
      >
        ${on ? icon('check', 'i-sm') : nothing}${label}
      </button>`;
    }),
  );

/** One of a few, as chips. */
export const choiceChips = <T extends string>(
  given: Chips & { options: readonly Option<T>[]; value: T | null; onChange: (value: T) => void },
): TemplateResult =>
  group(
    given,
    given.options.map(({ value, label }) => {
      const on = value === given.value;
      return html`<label class="chip ${on ? 'on' : ''}" data-testid="${given.id}-${value.replaceAll(' ', '-')}"
        ><input
          type="radio"
          name=${given.id}
          value=${value}
          .checked=${live(on)}
          @change=${() => {
            given.onChange(value);
          }}
        />${on ? icon('check', 'i-sm') : nothing}<span>${label}</span></label
      >`;
    }),
  );

/** A group that is wrong can take the focus, as a field would. */
const group = ({ id, legend, hint, error }: Chips, chips: readonly TemplateResult[]): TemplateResult =>
  html`<fieldset
    data-wrong=${error ? '' : nothing}
    tabindex=${error ? '-1' : nothing}
    aria-describedby=${error || hint ? `${id}-below` : nothing}
  >
    <legend class="lab">${legend}</legend>
    <div class="chips">${chips}</div>
    ${
      error
        ? html`<p class="errmsg hintm" id="${id}-below">${icon('alert', 'i-sm')}<span>${error}</span></p>`
        : hint
          ? html`<p class="hint hintm" id="${id}-below">${hint}</p>`
          : nothing
    }
  </fieldset>`;
