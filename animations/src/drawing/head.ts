import { SIDES, signOf } from '../body/pose.ts';
import type { Skeleton } from '../body/skeleton.ts';
import { directionIn, placeIn } from '../geometry/frame.ts';
import { nearness } from './camera.ts';
import { COLOURS } from './colours.ts';
import type { Looks } from './looks.ts';
import type { Ball } from './paper.ts';
import { type Part, painted, type Shape } from './shape.ts';

/** Seen from further behind than this, the hair covers the face. */
const FROM_BEHIND = -0.25;

export function headPart(skeleton: Skeleton, { paper, seen }: Looks): Part {
  const at = (front: number, up: number, out: number, radius: number): Ball => [
    placeIn(skeleton.face, skeleton.head, [front, up, out]),
    radius,
  ];
  const shape = (colour: string, ...balls: Ball[]): Shape => ({ path: paper.hull(balls), colour });

  const hair = shape(COLOURS.hair, at(-0.7, 0.7, 0, 5.7), at(-1.6, -1.2, 0, 4.7));
  const face = shape(COLOURS.face, at(1.1, 0.1, 0, 4.75), at(1.9, -3.2, 0, 2.9));
  const nose = shape(COLOURS.face, at(5.2, -0.5, 0, 0.8), at(5.6, -1.4, 0, 0.9));
  const fringe = shape(COLOURS.hair, at(2.2, 4.2, -2, 2.1), at(2.2, 4.2, 2, 2.1), at(-1.5, 4.6, 0, 1.9));
  const ears = SIDES.filter((side) => seen(skeleton.face.right) * signOf(side) > 0.25).map((side) =>
    shape(COLOURS.trunk, at(-0.4, -0.9, 4.6 * signOf(side), 1.15)),
  );
  const eyes = SIDES.filter((side) => seen(directionIn(skeleton.face, [0.85, 0.1, 0.5 * signOf(side)])) > 0.25).map(
    (side) => shape(COLOURS.eye, at(4.7, 0.5, 2.3 * signOf(side), 0.55), at(4.7, 0.1, 2.3 * signOf(side), 0.55)),
  );
  const shapes =
    seen(skeleton.face.front) > FROM_BEHIND
      ? [hair, nose, face, fringe, ...eyes, ...ears]
      : [nose, face, hair, ...ears];
  return { id: 'head', depth: nearness(paper.camera, skeleton.head), svg: painted(shapes) };
}
