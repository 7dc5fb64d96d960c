import { html, nothing, type TemplateResult } from 'lit-html';

/** A symbol of the sprite. Decorative unless it has a label. */
export const icon = (name: string, classes = '', label?: string): TemplateResult =>
  html`<svg
    class="i ${classes}"
    aria-hidden=${label ? nothing : 'true'}
    role=${label ? 'img' : nothing}
    aria-label=${label ?? nothing}
  >
    <use href="/icons.svg#i-${name}"></use>
  </svg>`;
