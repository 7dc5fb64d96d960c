import { html, nothing, type TemplateResult } from 'lit-html';
import { number } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';

type Working = readonly { name: string; formula: string; value: number; unit: string }[];

/** Every number with the formula that it comes from. */
/** What the energy comes to in sight, and what follows from it folded away. */
export function workingCard(working: Working): TemplateResult {
  const first = working.filter(({ unit }) => unit === 'kcal');
  const rest = working.filter(({ unit }) => unit !== 'kcal');
  return html`${workingTable(first)}
  ${
    rest.length > 0
      ? html`<details>
          <summary class="pri-t sm">${t('plans:why.rest')}</summary>
          ${workingTable(rest)}
        </details>`
      : nothing
  }`;
}

export function workingTable(working: Working): TemplateResult {
  /** What all lines of energy come to. */
  const sum = working.findLast(({ unit }) => unit === 'kcal');
  return html`<table class="table working">
    <tbody>
      ${working.map(
        (line) =>
          html`<tr class=${line === sum ? 'comesto' : ''}>
            <td>${line.name}<br /><span class="sm muted">${line.formula}</span></td>
            <td class="r">${valueInWords(line.value, line.unit)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** `−372 kcal`, with a real minus; no digits that an estimate does not have */
export function valueInWords(value: number, unit: string): string {
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 2;
  const text = number(Math.abs(value), digits);
  return `${value < 0 ? '−' : ''}${text}${unit ? `\u00a0${unit}` : ''}`;
}
