import { nearness } from '../drawing/camera.ts';
import { COLOURS, type Colour, TONES } from '../drawing/colours.ts';
import { type Ball, hullOf, type Paper } from '../drawing/paper.ts';
import type { Part } from '../drawing/shape.ts';
import { frameOf, UPRIGHT } from '../geometry/frame.ts';
import { along, between, cross, dot, scaled, squareTo, unit, UP, type Vec } from '../geometry/vector.ts';

/** `nearer` moves a thing before or behind what its middle alone would say, in units. */
interface Layer {
  readonly nearer?: number;
}

export interface Box extends Layer {
  /** half of its length, height and width */
  readonly half: Vec;
  /** degrees forward */
  readonly lean?: number;
  readonly tones?: keyof typeof TONES;
}

/** A block in three tones: top, side and front. */
export function box(paper: Paper, at: Vec, { half, lean = 0, tones = 'steel', nearer = 0 }: Box): Part {
  const frame = frameOf({ ...UPRIGHT, lean });
  const axes = [frame.front, frame.top, frame.right] as const;
  const [top, side, front] = TONES[tones];
  let svg = '';
  for (const i of [0, 1, 2] as const) {
    for (const sign of [1, -1]) {
      const faces = scaled(axes[i], sign);
      if (dot(faces, paper.camera.towards) < 0.001) continue;
      const [j, k] = [((i + 1) % 3) as 0 | 1 | 2, ((i + 2) % 3) as 0 | 1 | 2];
      const middle = along(at, faces, half[i]);
      const corners = [
        [1, 1],
        [1, -1],
        [-1, -1],
        [-1, 1],
      ].map(([a = 0, b = 0]) => paper.place(along(along(middle, axes[j], a * half[j]), axes[k], b * half[k])));
      const colour = faces[1] > 0.55 ? top : Math.abs(faces[2]) > 0.6 ? side : front;
      // A hair of its own colour closes the seam to the next face.
      svg += `<path d="${paper.outline(corners)}" fill="${colour}" stroke="${colour}" stroke-width=".6" stroke-linejoin="round"/>`;
    }
  }
  return { id: 'box', depth: nearness(paper.camera, at) + nearer, svg };
}

export interface Rod extends Layer {
  readonly wide?: number;
  readonly colour?: Colour;
  readonly ends?: 'round' | 'butt';
}

export function rod(paper: Paper, a: Vec, b: Vec, { wide = 1.5, colour = 'steel', nearer = 0, ends }: Rod = {}): Part {
  const depth = nearness(paper.camera, between(a, b, 0.5)) + nearer;
  return { id: 'rod', depth, svg: paper.line(a, b, wide, COLOURS[colour], ends) };
}

export interface Disc extends Layer {
  readonly axis?: Vec;
  readonly radius: number;
  readonly thick?: number;
  /** rim, face, hub */
  readonly colours?: readonly [Colour, Colour, Colour];
}

const CORNERS = 32;

export function disc(
  paper: Paper,
  at: Vec,
  { axis = [0, 0, 1], radius, thick = 1.5, colours = ['plate', 'plateLight', 'hub'], nearer = 0 }: Disc,
): Part {
  const along0 = unit(axis);
  const a = squareTo(Math.abs(along0[1]) < 0.9 ? UP : [1, 0, 0], along0);
  const b = cross(along0, a);
  const ring = (middle: Vec, r: number) =>
    Array.from({ length: CORNERS }, (_, i) => {
      const turn = (i * 2 * Math.PI) / CORNERS;
      return paper.place(along(along(middle, a, r * Math.cos(turn)), b, r * Math.sin(turn)));
    });
  const towards = dot(along0, paper.camera.towards) >= 0 ? 1 : -1;
  const face = along(at, along0, (thick / 2) * towards);
  const back = along(at, along0, (-thick / 2) * towards);
  const [rim, plate, hub] = colours.map((name) => COLOURS[name]) as [string, string, string];
  return {
    id: 'disc',
    depth: nearness(paper.camera, at) + nearer,
    svg:
      `<path d="${paper.outline(hullOf([...ring(face, radius), ...ring(back, radius)]))}" fill="${rim}"/>` +
      `<path d="${paper.outline(ring(face, radius * 0.84))}" fill="${plate}"/>` +
      `<path d="${paper.outline(ring(face, radius * 0.2))}" fill="${hub}"/>`,
  };
}

/** Something round, of balls. */
export const lump = (paper: Paper, balls: readonly Ball[], colour: Colour): string =>
  `<path d="${paper.hull(balls)}" fill="${COLOURS[colour]}"/>`;
