import type { CheckStatus, Verification } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { t } from '../i18n/t.ts';
import { icon } from '../ui/icon.ts';

type Check = Verification['checks'][number];

/** As many as are read at a glance. */
const FIRST = 6;
const ORDER: readonly CheckStatus[] = ['repaired', 'missed', 'held'];
const SIGNS: Record<CheckStatus, [symbol: string, colour: string]> = {
  repaired: ['swap', 'acc-t'],
  missed: ['info', 'warn-t'],
  held: ['check', 'ok-t'],
};

/** Every rule that was checked, what was changed first. @param all whether all of them are shown */
export function checksCard(verification: Verification, all: boolean, showAll: () => void): TemplateResult {
  const checks = inOrder(verification.checks);
  const shown = all ? checks : checks.slice(0, FIRST);
  return html`<section class="card" aria-labelledby="checks-title" data-testid="checks">
    <header>
      <div>
        <h2 id="checks-title">${t('plans:checks')}</h2>
        <p class="sm muted">${checksInShort(verification)}</p>
      </div>
      <span class="tag ok">${icon('shield', 'i-sm')}${t('plans:checks.verified')}</span>
    </header>
    <ul class="vf">
      ${shown.map(row)}
    </ul>
    ${
      shown.length < checks.length
        ? html`<button type="button" class="btn quiet" @click=${showAll}>
            ${t('plans:checks.showAll', { count: checks.length })}${icon('down', 'i-sm')}
          </button>`
        : nothing
    }
  </section>`;
}

const row = ({ name, status, detail }: Check): TemplateResult => {
  const [symbol, colour] = SIGNS[status];
  return html`<li>
    ${icon(symbol, colour, t(`plans:checks.status.${status}`))}
    <div><b>${nameOfCheck(name)}</b>${detail ? html`<br /><span class="sm muted">${detail}</span>` : nothing}</div>
  </li>`;
};

/** A rule in words. One that is newer than this page is named by its code. */
export function nameOfCheck(code: string): string {
  const key = `plans:check.${code}`;
  const name = t(key as 'plans:check.diet');
  return name === key ? code.charAt(0).toUpperCase() + code.slice(1).replaceAll('_', ' ') : name;
}

export const inOrder = (checks: readonly Check[]): Check[] =>
  checks.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));

/** `12 rules: 10 held, 2 repaired` */
export function checksInShort({ checks }: Verification): string {
  const rules = t('plans:checks.rules', { count: checks.length });
  const parts = (['held', 'repaired', 'missed'] as const).flatMap((status) => {
    const count = checks.filter((check) => check.status === status).length;
    return count > 0 ? [t(`plans:checks.${status}`, { count })] : [];
  });
  return checks.every((check) => check.status === 'held')
    ? t('plans:checks.all', { rules })
    : t('plans:checks.some', { rules, parts: parts.join(', ') });
}
