import type { Arm } from '../body/arm.ts';
import type { Side } from '../body/pose.ts';
import { signOf } from '../body/pose.ts';
import type { Skeleton } from '../body/skeleton.ts';
import { directionIn, placeIn } from '../geometry/frame.ts';
import { add, along, between, cross, dot, scaled, squareTo, sub, unit } from '../geometry/vector.ts';
import { nearness } from './camera.ts';
import { COLOURS } from './colours.ts';
import { type Looks, muscleColour } from './looks.ts';
import type { Ball } from './paper.ts';
import { type Part, painted, type Shape } from './shape.ts';
import { DELTOIDS } from './trunk-muscles.ts';

export function armPart(skeleton: Skeleton, side: Side, looks: Looks): Part {
  const { paper } = looks;
  const { arm } = skeleton[side];
  const skin = looks.isFar(side) ? COLOURS.far : COLOURS.arm;
  const { shoulder, elbow, grip } = arm;
  const upperAxis = unit(sub(elbow, shoulder));
  const lowerAxis = unit(sub(arm.wrist, elbow));
  const onChest = placeIn(skeleton.chest, skeleton.waist, [-0.1, 14.2, 6 * signOf(side)]);

  const upper = painted([
    {
      path: paper.chain([
        [shoulder, 4],
        [between(shoulder, elbow, 0.4), 3.4],
        [elbow, 2.6],
      ]),
      colour: skin,
    },
    {
      path: paper.hull([
        [along(shoulder, upperAxis, 1), 3.5],
        [between(shoulder, onChest, 0.3), 3.3],
      ]),
      colour: skin,
    },
    ...upperMuscles(skeleton, side, looks),
  ]);
  const lower = painted([
    {
      path: paper.chain([
        [elbow, 2.55],
        [between(elbow, arm.wrist, 0.28), 2.75],
        [arm.wrist, 1.7],
      ]),
      colour: skin,
    },
    ...forearmMuscles(arm, side, looks),
    ...handShapes(arm, looks, skin),
  ]);
  const joint = painted([
    {
      path: paper.hull([
        [along(elbow, lowerAxis, 0.6), 2.15],
        [along(elbow, upperAxis, -0.6), 2.15],
      ]),
      colour: skin,
    },
  ]);
  const depth = (point: Arm['grip']) => nearness(paper.camera, point);
  const forearmInFront = depth(grip) >= depth(shoulder) - 14;
  return {
    id: `${side} arm`,
    depth: depth(between(elbow, grip, 0.35)),
    svg: (forearmInFront ? upper + lower : lower + upper) + joint,
  };
}

function upperMuscles(skeleton: Skeleton, side: Side, looks: Looks): Shape[] {
  const { paper, seen, level } = looks;
  const { arm } = skeleton[side];
  const sign = signOf(side);
  const axis = unit(sub(arm.elbow, arm.shoulder));
  const back = squareTo(arm.back, axis);
  const aside = cross(axis, back);
  const outside = scaled(aside, dot(aside, skeleton.chest.right) * sign >= 0 ? 1 : -1);
  const at = (part: number, behind: number, out: number, radius: number): Ball => [
    add(add(between(arm.shoulder, arm.elbow, part), scaled(back, behind)), scaled(outside, out)),
    radius,
  ];
  const found: (Shape & { primary: boolean })[] = [];
  const show = (name: string, visible: boolean, balls: readonly Ball[]) => {
    const lit = level(name);
    if (!lit || !visible) return;
    found.push({ path: paper.hull(balls), colour: muscleColour(lit, looks.isFar(side)), primary: lit === 'primary' });
  };
  show('brachialis', true, [at(0.55, -0.6, 1.2, 1.5), at(0.9, -0.6, 1, 1.2)]);
  show('biceps', true, [at(0.22, -1.5, 0, 1.5), at(0.5, -1.7, 0, 2.1), at(0.82, -1.1, 0, 1.2)]);
  show('triceps', true, [at(0.2, 1.4, 0, 1.7), at(0.5, 1.6, 0, 2), at(0.85, 1, 0, 1.2)]);
  for (const { name, at: place } of DELTOIDS) {
    const direction = directionIn(skeleton.chest, [place[0], place[1], place[2] * sign]);
    const base = add(arm.shoulder, direction);
    show(name, seen(unit(direction)) > -0.55, [
      [base, 2.9],
      [along(along(base, axis, 4.6), direction, -0.25), 1.5],
    ]);
  }
  return [...found.filter((one) => !one.primary), ...found.filter((one) => one.primary)];
}

function forearmMuscles({ elbow, wrist }: Arm, side: Side, looks: Looks): Shape[] {
  const lit = looks.level('forearms');
  if (!lit) return [];
  const balls: Ball[] = [
    [between(elbow, wrist, 0.1), 1.8],
    [between(elbow, wrist, 0.32), 2.3],
    [between(elbow, wrist, 0.75), 1.3],
  ];
  return [{ path: looks.paper.chain(balls), colour: muscleColour(lit, looks.isFar(side)) }];
}

function handShapes({ wrist, grip, pointing, palm }: Arm, { paper }: Looks, colour: string): Shape[] {
  if (palm) {
    const heel: Ball = [along(palm.at, palm.back, 1.1), 1.5];
    const tips: Ball = [along(along(palm.at, palm.back, 0.9), pointing, 4.2), 0.95];
    return [{ path: paper.chain([[wrist, 1.7], heel, tips]), colour }];
  }
  return [
    {
      path: paper.chain([
        [wrist, 1.7],
        [grip, 2.3],
      ]),
      colour,
    },
    {
      path: paper.hull([
        [along(grip, pointing, -0.2), 2.4],
        [along(grip, pointing, 1), 2],
      ]),
      colour,
    },
  ];
}
