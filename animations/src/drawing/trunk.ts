import type { Side } from '../body/pose.ts';
import { SIDES, signOf } from '../body/pose.ts';
import type { Skeleton } from '../body/skeleton.ts';
import { directionIn, placeIn } from '../geometry/frame.ts';
import { add, between, scaled, squareTo, sub, unit, type Vec } from '../geometry/vector.ts';
import { nearness } from './camera.ts';
import { COLOURS } from './colours.ts';
import { type Looks, muscleColour } from './looks.ts';
import { CIRCULATION } from './muscles.ts';
import { type Ball, tenth } from './paper.ts';
import { type Part, painted, type Shape } from './shape.ts';
import { TRUNK_MUSCLES } from './trunk-muscles.ts';

/** Of a muscle that faces away further than this nothing is seen. */
const TURNED_AWAY = -0.35;

/** The trunk with its muscles, and the heart over everything where the circulation is trained. */
export function trunkParts(skeleton: Skeleton, looks: Looks, heart: number): Part[] {
  const { paper } = looks;
  const depth = nearness(paper.camera, between(skeleton.hips, skeleton.neck, 0.55));
  const parts: Part[] = [{ id: 'trunk', depth, svg: painted([...skin(skeleton, looks), ...muscles(skeleton, looks)]) }];
  if (looks.level(CIRCULATION)) parts.push({ id: 'heart', depth: Infinity, svg: heartOf(skeleton, looks, heart) });
  return parts;
}

function skin(skeleton: Skeleton, { paper }: Looks): Shape[] {
  const onChest = (front: number, up: number, out: number) => placeIn(skeleton.chest, skeleton.waist, [front, up, out]);
  const onPelvis = (front: number, up: number, out: number) =>
    placeIn(skeleton.pelvis, skeleton.hips, [front, up, out]);
  const both = (make: (sign: number, side: Side) => Ball[]): Ball[] =>
    SIDES.flatMap((side) => make(signOf(side), side));

  const seat = both((s) => [[onPelvis(-0.5, -0.4, 4.4 * s), 5.6]]);
  const belt = both((s) => [[onPelvis(-0.2, 5.5, 3.6 * s), 5.3]]);
  const waist = both((s) => [[onChest(0, 0, 3.4 * s), 4.9]]);
  const underWaist = both((s) => [[placeIn(skeleton.pelvis, skeleton.waist, [0, -1, 3.4 * s]), 5]]);
  const ribs = both((s) => [
    [onChest(0.3, 9.5, 4.2 * s), 5.9],
    [onChest(-0.1, 13.8, 5.4 * s), 5],
  ]);
  const shoulders = both((s, side) => [[between(skeleton[side].arm.shoulder, onChest(0, 14.5, 8 * s), 0.35), 3.6]]);
  const nape: Ball = [onChest(-0.6, 18, 0), 3.4];
  const trunk = (path: string): Shape => ({ path, colour: COLOURS.trunk });
  return [
    trunk(paper.hull([...waist, ...ribs])),
    trunk(paper.hull([...ribs, ...shoulders])),
    trunk(paper.hull([...shoulders, nape])),
    trunk(
      paper.chain([
        [nape[0], 4],
        [skeleton.skull, 2.9],
      ]),
    ),
    trunk(paper.hull([...waist, ...underWaist])),
    trunk(paper.hull([...underWaist, ...belt])),
    { path: paper.hull([...seat, ...belt]), colour: COLOURS.shorts },
  ];
}

/** Secondary muscles first, so that a primary one is never covered by its helper. */
function muscles(skeleton: Skeleton, looks: Looks): Shape[] {
  const found: (Shape & { primary: boolean })[] = [];
  const show = (name: string, faces: Vec, balls: readonly Ball[], far = looks.seen(faces) < 0) => {
    const level = looks.level(name);
    if (!level || looks.seen(faces) < TURNED_AWAY) return;
    found.push({
      path: looks.paper.hull(balls),
      colour: muscleColour(level, far),
      primary: level === 'primary',
    });
  };
  for (const side of looks.order) {
    const sign = signOf(side);
    for (const { name, faces, balls } of TRUNK_MUSCLES) {
      const frame = balls[0]?.[0] === 'pelvis' ? skeleton.pelvis : skeleton.chest;
      const direction = unit(directionIn(frame, [faces[0], faces[1], faces[2] * sign]));
      const placed = balls.map(([of, front, up, out, radius]): Ball => {
        const place: Vec = [front, up, out * sign];
        const at =
          of === 'chest'
            ? placeIn(skeleton.chest, skeleton.waist, place)
            : placeIn(skeleton.pelvis, skeleton.hips, place);
        return [at, radius];
      });
      show(name, direction, placed);
    }
    show('glutes', glutesFace(skeleton, side), glutes(skeleton, side), looks.isFar(side));
  }
  return [...found.filter((one) => !one.primary), ...found.filter((one) => one.primary)];
}

/** The glutes lie on the pelvis and reach onto the thigh: painted with both, and alike, so that neither covers them. */
export function glutes(skeleton: Skeleton, side: Side): Ball[] {
  const sign = signOf(side);
  const { leg } = skeleton[side];
  const thigh = unit(sub(leg.knee, leg.hip));
  const back = squareTo(scaled(leg.front, -1), thigh);
  return [
    [placeIn(skeleton.pelvis, skeleton.hips, [-2.6, 2.6, 4.4 * sign]), 3.6],
    [placeIn(skeleton.pelvis, skeleton.hips, [-3, -1.5, 4.6 * sign]), 3.6],
    [add(between(leg.hip, leg.knee, 0.1), scaled(back, 2.4)), 3.7],
  ];
}

export const glutesFace = (skeleton: Skeleton, side: Side): Vec =>
  unit(directionIn(skeleton.pelvis, [-0.8, 0, 0.5 * signOf(side)]));

function heartOf(skeleton: Skeleton, { paper, near, seen }: Looks, size: number): string {
  const aside = seen(skeleton.chest.front) > 0.7 ? -2.5 : 2.2 * signOf(near);
  const [x, y] = paper.place(placeIn(skeleton.chest, skeleton.waist, [4.4, 12.4, aside]));
  const scale = Math.round(paper.px * 3.6 * size * 10) / 10;
  return `<path transform="translate(${tenth(x)} ${tenth(y)}) scale(${String(scale)})" d="M0 .95C-1.35 -.05 -1.05 -1 -.5 -1C-.2 -1 0 -.75 0 -.55C0 -.75 .2 -1 .5 -1C1.05 -1 1.35 -.05 0 .95Z" fill="${COLOURS.heart}" stroke="#fff" stroke-width=".22"/>`;
}
