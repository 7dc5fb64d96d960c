import type { Skeleton } from '../body/skeleton.ts';
import type { Camera } from '../drawing/camera.ts';
import type { Fit } from '../drawing/paper.ts';
import { dot, type Vec } from '../geometry/vector.ts';
import type { Movement } from '../motion/movement.ts';

const SIDE = 320;
const MARGIN = { side: 14, top: 14, bottom: 20 } as const;
/** px a unit at most, so that a small movement does not make a giant. */
const LARGEST = 2.4;
/** How much of the room left over stands below the figure. */
const BELOW = 0.32;

/** The shadow on the ground: its middle, and its half axes in units. */
export interface Ground {
  readonly middle: Vec;
  readonly rx: number;
  readonly ry: number;
}

/** Places a movement so that all of it, with its shadow, is as large as the picture lets it be. */
export function fitOf(
  movement: Movement,
  camera: Camera,
  reach: readonly [number, number, number, number],
  skeletons: readonly Skeleton[],
): { fit: Fit; ground: Ground } {
  const xs = skeletons.flatMap(pointsOfBody).map(([x]) => x);
  const [from, to] = [Math.min(...xs), Math.max(...xs)];
  const middle = movement.shadow ?? [(from + to) / 2, 0, 0];
  const rx = Math.max(30, ((to - from) / 2) * Math.abs(camera.across[0]) + 16);
  const ry = Math.max(6, rx * Math.max(0.12, camera.towards[1] * 0.9));
  const [x, y] = [dot(middle, camera.across), -dot(middle, camera.up)];

  const left = Math.min(reach[0], x - rx * 0.98);
  const right = Math.max(reach[2], x + rx * 0.98);
  const [top, bottom] = [reach[1], Math.max(reach[3], y + ry * 0.8)];
  const px = Math.min(
    movement.largest ?? LARGEST,
    (SIDE - 2 * MARGIN.side) / (right - left),
    (SIDE - MARGIN.top - MARGIN.bottom) / (bottom - top),
  );
  const spare = Math.max(0, SIDE - MARGIN.top - MARGIN.bottom - (bottom - top) * px);
  return {
    fit: { px, x: SIDE / 2 - ((left + right) / 2) * px, y: SIDE - MARGIN.bottom - bottom * px - spare * BELOW },
    ground: { middle, rx, ry },
  };
}

const pointsOfBody = ({ hips, head, right, left }: Skeleton): Vec[] => [
  hips,
  head,
  ...[right, left].flatMap(({ leg, arm }) => [leg.foot.ball, leg.foot.toe, leg.foot.heel, arm.shoulder]),
];
