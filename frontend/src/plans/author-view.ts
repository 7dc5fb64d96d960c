import type { DietPlan, SuggestionPlan } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { t } from '../i18n/t.ts';
import { openDialog } from '../ui/dialog.ts';
import { icon } from '../ui/icon.ts';

type Authored = Pick<SuggestionPlan | DietPlan, 'writer' | 'model' | 'verification'>;

/** @param seeSent shows what left the server; absent on a shared plan */
export const authorCard = (plan: Authored, seeSent?: () => void): TemplateResult =>
  html`<section class="card stack stack-2" aria-labelledby="author-title">
    <h2 id="author-title">${t('plans:author')}</h2>
    <p class="sm muted">${authorOf(plan)} ${t('plans:author.advice')}</p>
    ${
      seeSent
        ? html`<button type="button" class="btn quiet seesent" data-testid="see-sent" @click=${seeSent}>
            ${icon('eye')}${t('plans:author.sent')}
          </button>`
        : nothing
    }
  </section>`;

export function authorOf({ writer, model, verification }: Authored): string {
  if (writer === 'gemini') return t('plans:author.gemini', { model: model ?? 'Gemini' });
  return t(verification.status === 'fallback' ? 'plans:author.fallback' : 'plans:author.builtIn');
}

/** Word for word what left the server, or that nothing did. */
export function openSent(sent: SuggestionPlan['sent']): void {
  openDialog({
    title: t('plans:author.sent'),
    sheet: true,
    body: () =>
      sent
        ? html`<p class="muted">${t('plans:sent.text')}</p>
            <p class="sm faint">${t('plans:sent.to', { model: sent.model })}</p>
            <h3>${t('plans:sent.contents')}</h3>
            <pre class="sent" tabindex="0">${sent.contents}</pre>
            <h3>${t('plans:sent.system')}</h3>
            <pre class="sent" tabindex="0">${sent.system}</pre>`
        : html`<p>${t('plans:sent.none')}</p>`,
  });
}
