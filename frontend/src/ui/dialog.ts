import { effect } from '@preact/signals-core';
import { html, nothing, render, type TemplateResult } from 'lit-html';
import { t } from '../i18n/t.ts';
import { icon } from './icon.ts';

interface Action {
  label: string;
  kind?: 'primary' | 'second' | 'danger' | 'danger-q' | 'quiet';
  run?: () => void;
  /** Gets the focus when the dialog opens: the choice that does no harm. */
  safe?: boolean;
}

interface Dialog {
  title: string;
  /** Drawn anew when a signal that it reads changes. */
  body: (close: () => void) => TemplateResult;
  actions?: Action[];
  /** From the foot of a phone's screen; in the middle of wider ones. */
  sheet?: boolean;
  closed?: () => void;
}

let count = 0;

/** A native dialog: Escape closes it, the focus stays inside and goes back where it was. */
export function openDialog({ title, body, actions = [], sheet = false, closed }: Dialog): () => void {
  const element = document.createElement('dialog');
  element.className = sheet ? 'sheet' : 'dialog';
  const titleId = `dialog-${String((count += 1))}`;
  element.setAttribute('aria-labelledby', titleId);
  const before = document.activeElement;
  const close = () => {
    element.close();
  };
  const stop = effect(() => {
    render(
      html`<div class="row between">
          <h2 id=${titleId}>${title}</h2>
          <button type="button" class="btn icon" aria-label=${t('common:close')} @click=${close}>${icon('x')}</button>
        </div>
        ${body(close)} ${actions.length > 0 ? html`<div class="row wrap end">${actions.map(button)}</div>` : nothing}`,
      element,
    );
  });
  element.addEventListener('close', () => {
    stop();
    element.remove();
    if (before instanceof HTMLElement) before.focus();
    closed?.();
  });
  element.addEventListener('click', (event) => {
    if (event.target === element) close();
  });
  document.body.append(element);
  element.showModal();
  element.querySelector<HTMLElement>('[data-safe]')?.focus();
  return close;

  function button({ label, kind = 'second', run, safe }: Action): TemplateResult {
    const act = () => {
      close();
      run?.();
    };
    return html`<button type="button" class="btn ${kind}" ?data-safe=${safe} @click=${act}>${label}</button>`;
  }
}
