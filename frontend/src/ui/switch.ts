import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';

interface Switch {
  id: string;
  label: string;
  text?: string | TemplateResult;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** Something that is on or off, and holds at once. */
export const switchField = ({ id, label, text, on, onChange }: Switch): TemplateResult =>
  html`<label class="switch ${on ? 'on' : ''}" for=${id}
    ><span>${label}${text ? html`<br /><span class="sm muted">${text}</span>` : nothing}</span
    ><input
      id=${id}
      type="checkbox"
      role="switch"
      .checked=${live(on)}
      @change=${(event: Event) => {
        onChange((event.target as HTMLInputElement).checked);
      }} /><i aria-hidden="true"></i
  ></label>`;
