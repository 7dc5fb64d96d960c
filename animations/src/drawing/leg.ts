import type { Foot } from '../body/foot.ts';
import type { Side } from '../body/pose.ts';
import { signOf } from '../body/pose.ts';
import type { Skeleton } from '../body/skeleton.ts';
import { placeIn } from '../geometry/frame.ts';
import { add, along, between, cross, dot, scaled, squareTo, sub, unit, type Vec } from '../geometry/vector.ts';
import { nearness } from './camera.ts';
import { COLOURS } from './colours.ts';
import { type Looks, muscleColour } from './looks.ts';
import type { Ball } from './paper.ts';
import { type Part, painted, type Shape } from './shape.ts';
import { glutes, glutesFace } from './trunk.ts';

/** A place on a limb: how far along, to its front, to its outside, and how thick. */
type OnLimb = (part: number, front: number, out: number, radius: number) => Ball;

export function legPart(skeleton: Skeleton, side: Side, looks: Looks): Part {
  const { paper } = looks;
  const { leg } = skeleton[side];
  const far = looks.isFar(side);
  const skin = far ? COLOURS.far : COLOURS.leg;
  const thigh = limb(leg.hip, leg.knee, leg.front, skeleton, side);
  const shank = limb(leg.knee, leg.ankle, leg.front, skeleton, side);

  const upper = painted([
    {
      path: paper.chain([thigh.at(0, -0.2, 0, 5.6), thigh.at(0.35, 0.2, 0, 5.3), thigh.at(1, 0, 0, 3.55)]),
      colour: skin,
    },
    ...shorts(skeleton, side, looks, thigh.at),
    ...thighMuscles(skeleton, side, looks, thigh),
  ]);
  const lower = painted([
    {
      path: paper.chain([
        shank.at(0, 0, 0, 3.5),
        shank.at(0.3, -0.9, 0, 3.75),
        shank.at(0.62, -0.4, 0, 2.7),
        shank.at(1, 0, 0, 2.15),
      ]),
      colour: skin,
    },
    ...shankMuscles(looks, shank, far),
  ]);
  const knee = painted([{ path: paper.hull([shank.at(0.03, 0, 0, 3), thigh.at(0.97, 0, 0, 3)]), colour: skin }]);
  const foot = painted(footShapes(leg.ankle, leg.foot, looks, far));

  const depth = (point: Vec) => nearness(paper.camera, point);
  // Where the foot is behind the knee, the shank is painted first and the thigh covers it.
  const footBehind = depth(leg.hip) >= depth(leg.ankle) - 3 && depth(leg.ankle) < depth(leg.knee) - 3;
  return {
    id: `${side} leg`,
    depth: depth(between(between(leg.hip, leg.knee, 0.6), leg.ankle, 0.25)),
    svg: footBehind ? foot + lower + upper + knee : upper + lower + knee + foot,
  };
}

interface Limb {
  at: OnLimb;
  front: Vec;
  outside: Vec;
}

function limb(from: Vec, to: Vec, front: Vec, skeleton: Skeleton, side: Side): Limb {
  const axis = unit(sub(to, from));
  const ahead = squareTo(front, axis);
  const aside = cross(axis, ahead);
  const outside = scaled(aside, dot(aside, skeleton.pelvis.right) * signOf(side) >= 0 ? 1 : -1);
  return {
    front: ahead,
    outside,
    at: (part, forward, out, radius) => [
      add(add(between(from, to, part), scaled(ahead, forward)), scaled(outside, out)),
      radius,
    ],
  };
}

function shorts(skeleton: Skeleton, side: Side, { paper, isFar }: Looks, thigh: OnLimb): Shape[] {
  const colour = isFar(side) ? COLOURS.shortsFar : COLOURS.shorts;
  const hip: Ball = [placeIn(skeleton.pelvis, skeleton.hips, [-0.3, 0.3, 3.6 * signOf(side)]), 4.9];
  return [
    { path: paper.chain([thigh(0, -0.2, 0, 5.75), thigh(0.36, 0.2, 0, 5.6)]), colour },
    { path: paper.hull([hip, thigh(0.12, -0.2, 0, 5)]), colour },
  ];
}

function thighMuscles(skeleton: Skeleton, side: Side, looks: Looks, { at, front, outside }: Limb): Shape[] {
  const { paper, seen, level } = looks;
  const sign = signOf(side);
  const shapes: Shape[] = [];
  const show = (name: string, visible: boolean, path: () => string) => {
    const lit = level(name);
    if (lit && visible) shapes.push({ path: path(), colour: muscleColour(lit, looks.isFar(side)) });
  };
  const onPelvis = (forward: number, up: number, out: number): Vec =>
    placeIn(skeleton.pelvis, skeleton.hips, [forward, up, out * sign]);

  show('glutes', seen(glutesFace(skeleton, side)) > -0.45, () => paper.hull(glutes(skeleton, side)));
  show('adductors', seen(outside) < 0.2, () => paper.hull([at(0.08, 0.4, -2.6, 2.6), at(0.55, 0.2, -2, 1.9)]));
  show('hamstrings', seen(front) < 0.75, () =>
    paper.chain([at(0.1, -2.6, 0, 2.9), at(0.45, -2.5, 0, 2.7), at(0.9, -1.8, 0, 1.5)]),
  );
  show('quadriceps', seen(front) > -0.75, () =>
    paper.chain([at(0.1, 2.3, 0.4, 2.9), at(0.5, 2.5, 0.4, 3), at(0.9, 1.3, 0, 1.9)]),
  );
  show('hip flexors', seen(front) > -0.75, () => paper.hull([[onPelvis(3.4, 4.2, 4.4), 2.1], at(0.2, 3, 0, 2.1)]));
  show('gluteus medius', seen(scaled(skeleton.pelvis.right, sign)) > -0.35, () =>
    paper.hull([
      [onPelvis(-0.8, 4.6, 5.6), 2.5],
      [onPelvis(0.4, 1, 7.4), 2.2],
    ]),
  );
  return shapes;
}

function shankMuscles({ paper, seen, level }: Looks, { at, front }: Limb, far: boolean): Shape[] {
  const shapes: Shape[] = [];
  const calves = level('calves');
  if (calves && seen(front) < 0.8)
    shapes.push({
      path: paper.chain([at(0.04, -1.4, 0, 1.7), at(0.3, -2, 0, 2.6), at(0.58, -1.2, 0, 1.5)]),
      colour: muscleColour(calves, far),
    });
  const behindShin = level('tibialis posterior');
  if (behindShin)
    shapes.push({
      path: paper.chain([at(0.5, -0.6, -0.6, 1.2), at(0.95, -0.6, -0.6, 0.9)]),
      colour: muscleColour(behindShin, far),
    });
  return shapes;
}

function footShapes(ankle: Vec, foot: Foot, { paper, level }: Looks, far: boolean): Shape[] {
  const colour = far ? COLOURS.shoeFar : COLOURS.shoe;
  const at = (forward: number, up: number, radius: number): Ball => [
    along(along(ankle, foot.forward, forward), foot.up, up),
    radius,
  ];
  // The tip of a shoe that stands on its ball lies on the ground, not in line with the foot.
  const tipUp: Vec = foot.toe[1] < 1.2 && foot.forward[1] < -0.2 ? [0, 1, 0] : foot.up;
  const tip = between(along(foot.toe, tipUp, 1.35), along(foot.ball, foot.up, 1.4), 0.25);
  const shapes: Shape[] = [
    { path: paper.hull([at(-2.4, -2.3, 1.7), at(0, 0.2, 2.3), at(6.6, -2.2, 1.75), at(-1.6, -0.2, 1.9)]), colour },
    { path: paper.hull([at(6.6, -2.2, 1.75), [tip, 1.35]]), colour },
  ];
  const small = level('foot muscles');
  if (small)
    shapes.push({ path: paper.hull([at(-1.5, -3.2, 0.8), at(6.5, -3.2, 0.8)]), colour: muscleColour(small, far) });
  return shapes;
}
