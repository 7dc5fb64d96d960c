import { html, type TemplateResult } from 'lit-html';
import { number } from '../i18n/format.ts';

type Working = readonly { name: string; formula: string; value: number; unit: string }[];

/** Every number with the formula that it comes from. */
export const workingTable = (working: Working): TemplateResult =>
  html`<table class="table working">
    <tbody>
      ${working.map(
        ({ name, formula, value, unit }) =>
          html`<tr>
            <td>${name}<br /><span class="sm muted">${formula}</span></td>
            <td class="r">${valueInWords(value, unit)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

/** `−372 kcal`, with a real minus; no digits that an estimate does not have */
export function valueInWords(value: number, unit: string): string {
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 2;
  const text = number(Math.abs(value), digits);
  return `${value < 0 ? '−' : ''}${text}${unit ? `\u00a0${unit}` : ''}`;
}
