import { svg, html, type TemplateResult } from 'lit-html';
import { type Dot, kolamPath } from './kolam-path.ts';

const U = 20;

/** A kolam as decoration. */
export function kolam(dots: readonly Dot[], { classes = '', mono = false, radius = 2.8 } = {}): TemplateResult {
  const reach = Math.max(...dots.flat().map(Math.abs)) * U + 14.4;
  const box = [-reach, -reach, 2 * reach, 2 * reach].join(' ');
  return html`<svg class="kolam ${mono ? 'mono' : ''} ${classes}" viewBox=${box} aria-hidden="true">
    <path class="ln" d=${kolamPath(dots, U)} pathLength="1"></path>
    ${dots.map(([x, y]) => svg`<circle class="dotk" cx=${x * U} cy=${y * U} r=${radius}></circle>`)}
  </svg>`;
}
