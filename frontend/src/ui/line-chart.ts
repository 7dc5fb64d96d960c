import { html, type TemplateResult } from 'lit-html';

interface Line {
  points: readonly { at: string; value: number }[];
  /** What the chart shows, as a sentence. */
  label: string;
  valueText: (value: number) => string;
  dateText: (localDate: string) => string;
}

const HEIGHT = 154;
const TOP = 26;
const FLOOR = 126;

/** One line over time. Points lie in percent of the width and pixels of height, so that text never stretches. */
export function lineChart({ points, label, valueText, dateText }: Line): TemplateResult {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return html``;
  const [start, end] = [Date.parse(first.at), Date.parse(last.at)];
  const values = points.map((point) => point.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (at: string) => (end === start ? 50 : ((Date.parse(at) - start) / (end - start)) * 100);
  // A line that hardly changes lies in the middle: it must not look like a mountain.
  const span = Math.max(high - low, high * 0.08, 0.1);
  const y = (value: number) => FLOOR - 14 - ((value - (high + low) / 2) / span + 0.5) * (FLOOR - 14 - TOP);
  const line = points.map(({ at, value }) => `${x(at).toFixed(2)},${y(value).toFixed(1)}`).join(' ');
  return html`<svg class="chart" width="100%" height=${HEIGHT} role="img" aria-label=${label}>
    <line class="g" x1="0" x2="100%" y1=${FLOOR} y2=${FLOOR}></line>
    <svg x="0" y="0" width="100%" height=${HEIGHT} viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none">
      <polygon class="area" points="0,${FLOOR} ${line} 100,${FLOOR}"></polygon>
      <polyline class="ln" points=${line}></polyline>
    </svg>
    <circle class="pt" cx="${x(last.at).toFixed(2)}%" cy=${y(last.value).toFixed(1)} r="5"></circle>
    <text x="0" y=${y(first.value) - 10}>${valueText(first.value)}</text>
    <text class="hi" x="100%" y=${y(last.value) - 12} text-anchor="end">${valueText(last.value)}</text>
    <text x="0" y=${HEIGHT - 6}>${dateText(first.at)}</text>
    <text class="hi" x="100%" y=${HEIGHT - 6} text-anchor="end">${dateText(last.at)}</text>
  </svg>`;
}
