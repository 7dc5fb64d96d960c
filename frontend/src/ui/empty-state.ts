import { html, nothing, type TemplateResult } from 'lit-html';
import { kolam } from './kolam.ts';
import { diamond } from './kolam-path.ts';

/** A page without content offers the first step. */
export const emptyState = (given: { title: string; text: string; action?: TemplateResult }): TemplateResult =>
  html`<div class="empty">
    ${kolam(diamond(2), { classes: 'art' })}
    <h2>${given.title}</h2>
    <p>${given.text}</p>
    ${given.action ?? nothing}
  </div>`;
