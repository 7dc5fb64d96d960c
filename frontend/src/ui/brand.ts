import { html, type TemplateResult } from 'lit-html';
import { kolam } from './kolam.ts';
import { diamond } from './kolam-path.ts';

export const brand = (): TemplateResult =>
  html`<div class="row">${kolam(diamond(1), { classes: 'mark', radius: 3.2 })}<b>AI Personal Trainer</b></div>`;
