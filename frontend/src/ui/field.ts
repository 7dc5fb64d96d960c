import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { icon } from './icon.ts';

interface Common {
  id: string;
  label: string | TemplateResult;
  value: string;
  error?: string | undefined;
  hint?: string | undefined;
  onChange?: (value: string) => void;
  onInput?: (value: string) => void;
}

interface Field extends Common {
  type?: string;
  unit?: string;
  autocomplete?: string;
  inputmode?: 'numeric' | 'decimal' | 'email' | 'text';
  required?: boolean;
  readonly?: boolean;
  min?: number;
  max?: number;
  step?: number | 'any';
  maxlength?: number;
  /** Inside the field at its end, instead of a unit. */
  end?: TemplateResult;
}

/** A labelled input: label above, unit inside, hint below, and the error in the hint's place. */
export function field(given: Field): TemplateResult {
  const { id, label, type = 'text', value, unit, end, error } = given;
  const input = html`<input
    class="input"
    id=${id}
    name=${id}
    type=${type}
    .value=${value}
    autocomplete=${given.autocomplete ?? 'off'}
    inputmode=${given.inputmode ?? nothing}
    min=${given.min ?? nothing}
    max=${given.max ?? nothing}
    step=${given.step ?? nothing}
    maxlength=${given.maxlength ?? nothing}
    ?required=${given.required}
    ?readonly=${given.readonly}
    aria-invalid=${error ? 'true' : nothing}
    aria-describedby=${described(given)}
    @input=${(event: Event) => given.onInput?.(valueOf(event))}
    @change=${(event: Event) => given.onChange?.(valueOf(event))}
  />`;
  return html`<div class="field ${error ? 'err' : ''}">
    <label for=${id}>${label}</label>
    ${unit || end ? html`<div class="with-unit">${input}${unit ? html`<span class="u" aria-hidden="true">${unit}</span>` : end}</div>` : input}
    ${below(given)}
  </div>`;
}

interface Select extends Common {
  options: readonly { value: string; label: string }[];
}

/** What is chosen is `value`, also after a choice of the person's that came to nothing. */
export function selectField(given: Select): TemplateResult {
  const { id, label, value, options, error } = given;
  return html`<div class="field ${error ? 'err' : ''}">
    <label for=${id}>${label}</label>
    <select
      class="input"
      id=${id}
      name=${id}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${described(given)}
      @change=${(event: Event) => given.onChange?.(valueOf(event))}
    >
      ${options.map((option) => html`<option value=${option.value} .selected=${live(option.value === value)}>${option.label}</option>`)}
    </select>
    ${below(given)}
  </div>`;
}

interface TextField extends Common {
  rows?: number;
  maxlength?: number;
  /** Where a heading says it already. */
  hidesLabel?: boolean;
}

export function textField(given: TextField): TemplateResult {
  const { id, label, value, error, rows = 3 } = given;
  return html`<div class="field ${error ? 'err' : ''}">
    <label class=${given.hidesLabel ? 'sr' : nothing} for=${id}>${label}</label>
    <textarea
      class="input"
      id=${id}
      name=${id}
      rows=${rows}
      maxlength=${given.maxlength ?? 2000}
      .value=${value}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${described(given)}
      @input=${(event: Event) => given.onInput?.(valueOf(event))}
      @change=${(event: Event) => given.onChange?.(valueOf(event))}
    ></textarea>
    ${below(given)}
  </div>`;
}

/** One choice of a few, all of them in sight. */
export const segmented = <T extends string>(given: {
  name: string;
  legend: string;
  options: readonly { value: T; label: string }[];
  value: T | null;
  onChange: (value: T) => void;
}): TemplateResult =>
  html`<fieldset>
    <legend class="lab">${given.legend}</legend>
    <div class="seg">
      ${given.options.map(
        ({ value, label }) =>
          html`<label class=${value === given.value ? 'on' : ''}
            ><input
              type="radio"
              name=${given.name}
              value=${value}
              .checked=${live(value === given.value)}
              @change=${() => {
                given.onChange(value);
              }}
            /><span>${label}</span></label
          >`,
      )}
    </div>
  </fieldset>`;

const described = ({ id, error, hint }: Common) => (error || hint ? `${id}-below` : nothing);

function below({ id, error, hint }: Common): TemplateResult | typeof nothing {
  if (error) return html`<p class="errmsg" id="${id}-below">${icon('alert', 'i-sm')}<span>${error}</span></p>`;
  return hint ? html`<p class="hint" id="${id}-below">${hint}</p>` : nothing;
}

const valueOf = (event: Event): string =>
  (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
