import { type Signal, signal } from '@preact/signals-core';
import type { CueReceived } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { t } from '../../i18n/t.ts';
import { initialsOf } from '../../names.ts';
import { icon } from '../../ui/icon.ts';

/** A trainer's word into the running workout: the newest one stays until it is dismissed. */
export interface CueState {
  readonly shown: Signal<CueReceived | null>;
  received(cue: CueReceived): void;
  dismiss(): void;
}

/** @param felt tells it to somebody who does not look at the screen */
export function cueState(felt: () => void): CueState {
  const shown = signal<CueReceived | null>(null);
  return {
    shown,
    received(cue) {
      shown.value = cue;
      felt();
    },
    dismiss: () => (shown.value = null),
  };
}

/** The region is there before the word comes, so that it is read out. */
export const cueCard = ({ shown, dismiss }: CueState): TemplateResult =>
  html`<div role="status" class="cueat">${shown.value ? card(shown.value, dismiss) : nothing}</div>`;

const card = ({ name, text }: CueReceived, dismiss: () => void): TemplateResult =>
  html`<div class="cue" data-testid="cue">
    <span class="avatar" aria-hidden="true">${initialsOf(name)}</span>
    <div class="grow"><span class="sm muted">${t('workout-execution:cue.from', { name })}</span><q>${text}</q></div>
    <button type="button" class="btn icon" aria-label=${t('workout-execution:cue.dismiss', { name })} @click=${dismiss}>
      ${icon('x')}
    </button>
  </div>`;
