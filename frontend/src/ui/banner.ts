import { html, nothing, type TemplateResult } from 'lit-html';
import { icon } from './icon.ts';

type Kind = 'info' | 'ok' | 'warn' | 'bad' | 'acc';
const ICONS: Record<Kind, string> = { info: 'info', ok: 'check', warn: 'alert', bad: 'alert', acc: 'star' };

interface Banner {
  kind: Kind;
  title?: string;
  text?: string | TemplateResult;
  action?: { label: string; run: () => void };
}

/** What happened, what is kept, what to do. Warnings and errors are read out at once. */
export const banner = ({ kind, title, text, action }: Banner): TemplateResult =>
  html`<div class="banner ${kind}" role=${kind === 'bad' ? 'alert' : 'status'}>
    ${icon(ICONS[kind])}
    <div>
      ${title ? html`<b>${title}</b> ` : nothing}${text ?? nothing}${action ? html` <button type="button" class="a" @click=${action.run}>${action.label}</button>` : nothing}
    </div>
  </div>`;
