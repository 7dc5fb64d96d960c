import { html, nothing, svg, type TemplateResult } from 'lit-html';

interface Bar {
  value: number;
  title: string;
  /** Marigold: today. */
  now?: boolean;
}

interface Bars {
  bars: readonly Bar[];
  /** What the chart shows, as a sentence. */
  label: string;
  axis: (value: number) => string;
  /** Words under the bars: where, from 0 to 1, and what. */
  ticks: readonly { at: number; text: string; end?: boolean }[];
}

const HEIGHT = 154;
const TOP = 12;
const FLOOR = 132;

/** A round number at or over the highest value, with one in the middle: at most two grid lines and the floor. */
export function scaleOf(highest: number): { top: number; middle: number } {
  const steps = [10, 20, 30, 40, 60, 90, 120, 180, 240, 360, 480, 720, 1440];
  const top = steps.find((step) => step >= highest) ?? Math.ceil(highest / 60) * 60;
  return { top, middle: top / 2 };
}

/** Bars in percent of the width and pixels of height, so that text never stretches. */
export function barChart({ bars, label, axis, ticks }: Bars): TemplateResult {
  const { top, middle } = scaleOf(Math.max(0, ...bars.map((bar) => bar.value)));
  const y = (value: number) => FLOOR - (value / top) * (FLOOR - TOP);
  const slot = 100 / bars.length;
  return html`<div class="chartrow">
    <svg class="chart ylab" width="44" height=${HEIGHT} aria-hidden="true">
      <text x="0" y=${FLOOR + 4}>${axis(0)}</text>
      <text x="0" y=${y(middle) + 4}>${String(middle)}</text>
      <text x="0" y=${TOP + 4}>${String(top)}</text>
    </svg>
    <svg class="chart" width="100%" height=${HEIGHT} role="img" aria-label=${label}>
      ${[0, middle, top].map((value) => svg`<line class="g" x1="0" x2="100%" y1=${y(value)} y2=${y(value)}></line>`)}
      ${bars.map((bar, i) => oneBar(bar, i * slot + slot * 0.18, slot * 0.64, y(bar.value)))}
      ${ticks.map(({ at, text, end }) => svg`<text class=${end ? 'hi' : ''} x="${at * 100}%" y=${HEIGHT - 4} text-anchor=${end ? 'end' : 'start'}>${text}</text>`)}
    </svg>
  </div>`;
}

function oneBar({ value, title, now }: Bar, x: number, width: number, y: number) {
  if (value <= 0)
    return svg`<rect class="b z" x="${x.toFixed(2)}%" width="${width.toFixed(2)}%" y=${FLOOR - 3} height="3" rx="1.5"></rect>`;
  return svg`<rect class="b ${now ? 'now' : ''}" x="${x.toFixed(2)}%" width="${width.toFixed(2)}%" y=${y.toFixed(1)} height=${Math.max(3, FLOOR - y).toFixed(1)} rx="2"><title>${title}</title></rect>`;
}

/** The same numbers as rows, for those who read rather than look. */
export const asTable = (
  summary: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): TemplateResult =>
  html`<details>
    <summary class="sm pri-t">${summary}</summary>
    <div class="scroll-x">
      <table class="table">
        <thead>
          <tr>
            ${heads.map((head, i) => html`<th scope="col" class=${i > 0 ? 'r' : ''}>${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${row.map((cell, i) => html`<td class=${i > 0 ? 'r' : nothing}>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
