import { dot, type Vec } from '../geometry/vector.ts';
import type { Camera } from './camera.ts';

/** A ball in the room; what is drawn is the hull round such balls. */
export type Ball = readonly [at: Vec, radius: number];
type Dot = readonly [x: number, y: number];

/** Where a picture's unit and origin lie: `px` a unit, the origin's place in px. */
export interface Fit {
  readonly px: number;
  readonly x: number;
  readonly y: number;
}

/** What is drawn on: turns places of the room into paths, and remembers how far they reach. */
export interface Paper {
  readonly camera: Camera;
  readonly px: number;
  /** left, top, right, bottom of everything drawn */
  readonly reach: [number, number, number, number];
  place(point: Vec): Dot;
  /** The path round some places. */
  outline(points: readonly Dot[]): string;
  /** The path round some balls, drawn tight. */
  hull(balls: readonly Ball[]): string;
  /** Hulls of each ball with the next: a limb. */
  chain(balls: readonly Ball[]): string;
  /** A straight line with round or flat ends; `wide` in units. */
  line(from: Vec, to: Vec, wide: number, colour: string, ends?: 'round' | 'butt'): string;
}

const CORNERS = 30;
/** A tenth of a px is finer than anybody sees. */
export const tenth = (value: number): string => String(Math.round(value * 10) / 10);

export function paperOf(camera: Camera, fit: Fit): Paper {
  const reach: Paper['reach'] = [Infinity, Infinity, -Infinity, -Infinity];
  const place = (point: Vec): Dot => [
    fit.x + dot(point, camera.across) * fit.px,
    fit.y - dot(point, camera.up) * fit.px,
  ];
  const touch = ([x, y]: Dot, radius = 0) => {
    reach[0] = Math.min(reach[0], x - radius);
    reach[1] = Math.min(reach[1], y - radius);
    reach[2] = Math.max(reach[2], x + radius);
    reach[3] = Math.max(reach[3], y + radius);
  };
  const outline = (points: readonly Dot[]): string => {
    for (const point of points) touch(point);
    return `M${points.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join('L')}Z`;
  };
  const circle = ([at, radius]: Ball): Dot[] => {
    const [x, y] = place(at);
    return Array.from({ length: CORNERS }, (_, i) => {
      const turn = (i * 2 * Math.PI) / CORNERS;
      return [x + radius * fit.px * Math.cos(turn), y + radius * fit.px * Math.sin(turn)];
    });
  };
  const hull = (balls: readonly Ball[]) => outline(hullOf(balls.flatMap(circle)));
  return {
    camera,
    px: fit.px,
    reach,
    place,
    outline,
    hull,
    chain: (balls) =>
      balls
        .slice(1)
        .map((ball, i) => hull([balls[i] as Ball, ball]))
        .join(''),
    line(from, to, wide, colour, ends = 'round') {
      const [a, b] = [place(from), place(to)];
      touch(a, (wide * fit.px) / 2);
      touch(b, (wide * fit.px) / 2);
      return `<path d="M${tenth(a[0])} ${tenth(a[1])}L${tenth(b[0])} ${tenth(b[1])}" stroke="${colour}" stroke-width="${tenth(wide * fit.px)}" stroke-linecap="${ends}" fill="none"/>`;
    },
  };
}

/** The convex hull, anticlockwise (Andrew's monotone chain). */
export function hullOf(points: readonly Dot[]): Dot[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return [...half(sorted), ...half(sorted.reverse())];
}

function half(points: readonly Dot[]): Dot[] {
  const kept: Dot[] = [];
  for (const point of points) {
    while (kept.length > 1 && !turnsLeft(kept.at(-2) as Dot, kept.at(-1) as Dot, point)) kept.pop();
    kept.push(point);
  }
  kept.pop();
  return kept;
}

const turnsLeft = (a: Dot, b: Dot, c: Dot): boolean =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
