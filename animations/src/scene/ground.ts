import { COLOURS } from '../drawing/colours.ts';
import { type Paper, tenth } from '../drawing/paper.ts';
import type { GroundMarks, Movement } from '../motion/movement.ts';
import type { Ground } from './fit.ts';

/** The shadow under everything, and the marks that pass by. */
export function groundOf(movement: Movement, paper: Paper, { middle, rx, ry }: Ground, second: number): string {
  const [x, y] = paper.place(middle);
  const shadow = `<ellipse cx="${tenth(x)}" cy="${tenth(y)}" rx="${tenth(rx * paper.px)}" ry="${tenth(ry * paper.px)}" fill="${COLOURS.ground}"/>`;
  return movement.marks ? shadow + marksOf(movement.marks, movement.groundSpeed ?? 0, paper, second) : shadow;
}

function marksOf(
  { every, count, from, long, aside }: GroundMarks,
  speed: number,
  paper: Paper,
  second: number,
): string {
  const loop = every * count;
  return Array.from({ length: count }, (_, i) => {
    const x = from + ((((i * every - speed * second) % loop) + loop) % loop);
    const [a, b] = [paper.place([x, 0, aside]), paper.place([x + long, 0, aside])];
    return `<path d="M${a.map(tenth).join(' ')}L${b.map(tenth).join(' ')}" stroke="${COLOURS.mark}" stroke-width="${tenth(1.4 * paper.px)}" stroke-linecap="round"/>`;
  }).join('');
}
