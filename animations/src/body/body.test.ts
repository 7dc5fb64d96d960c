import { describe, expect, it } from 'vitest';
import { angleBetween, cross, distance, dot, sub, unit, type Vec } from '../geometry/vector.ts';
import { films, findings } from '../testing/frames.ts';
import { BODY } from './measures.ts';
import { SIDES } from './pose.ts';
import type { Skeleton } from './skeleton.ts';

/**
 * Limits of joints in degrees, after the table of ranges of motion in the Merck Manual (Physical Therapy), wider where
 * the weight of the body or two joints together add to them. `flow`: what yoga and jumps ask of a supple hip.
 */
const LIMITS = {
  hip: [-30, 132],
  hipInFlows: [-30, 145],
  knee: [0, 145],
  elbow: [0, 155],
  /** between shin and foot; 90 is square to it */
  ankle: [50, 145],
  wrist: 95,
  spine: 45,
  neck: 60,
} as const;

type Found = [string, number];

function* lengths({ hips, waist, neck, ...skeleton }: Skeleton): Generator<Found> {
  const segments: [string, Vec, Vec, number][] = [
    ['lower back', hips, waist, BODY.lumbar],
    ['upper back', waist, neck, BODY.thorax],
    ...SIDES.flatMap((side): [string, Vec, Vec, number][] => {
      const { leg, arm } = skeleton[side];
      return [
        [`${side} thigh`, leg.hip, leg.knee, BODY.thigh],
        [`${side} shank`, leg.knee, leg.ankle, BODY.shank],
        [`${side} foot`, leg.foot.heel, leg.foot.ball, BODY.heel + BODY.ball],
        [`${side} upper arm`, arm.shoulder, arm.elbow, BODY.upperArm],
        [`${side} forearm`, arm.elbow, arm.wrist, BODY.forearm],
      ];
    }),
  ];
  for (const [name, a, b, long] of segments) {
    const off = distance(a, b) / long - 1;
    if (Math.abs(off) > 0.01) yield [`${name} is longer by`, off];
  }
}

function* joints(skeleton: Skeleton, hips: readonly [number, number]): Generator<Found> {
  const outside = (value: number, [from, to]: readonly [number, number]) => value < from || value > to;
  for (const side of SIDES) {
    const { leg, arm } = skeleton[side];
    const thigh = unit(sub(leg.knee, leg.hip));
    const shank = unit(sub(leg.ankle, leg.knee));
    const knee = angleBetween(thigh, shank);
    const hip = (Math.atan2(dot(thigh, skeleton.pelvis.front), -dot(thigh, skeleton.pelvis.top)) * 180) / Math.PI;
    if (outside(hip, hips)) yield [`${side} hip bends to`, hip];
    if (outside(knee, LIMITS.knee)) yield [`${side} knee bends to`, knee];
    const backwards = dot(cross(thigh, shank), skeleton.pelvis.right);
    if (knee > 14 && backwards > 0.03) yield [`${side} knee bends the wrong way by`, backwards];
    const ankle = angleBetween(leg.foot.forward, unit(sub(leg.knee, leg.ankle)));
    if (outside(ankle, LIMITS.ankle)) yield [`${side} ankle is at`, ankle];
    const forearm = unit(sub(arm.wrist, arm.elbow));
    const elbow = angleBetween(unit(sub(arm.elbow, arm.shoulder)), forearm);
    if (outside(elbow, LIMITS.elbow)) yield [`${side} elbow bends to`, elbow];
    const wrist = angleBetween(forearm, arm.pointing);
    if (wrist > LIMITS.wrist) yield [`${side} wrist bends to`, wrist];
  }
  const spine = angleBetween(skeleton.pelvis.top, skeleton.chest.top);
  if (spine > LIMITS.spine) yield ['the spine bends to', spine];
  const neck = angleBetween(skeleton.chest.top, skeleton.face.top);
  if (neck > LIMITS.neck) yield ['the neck bends to', neck];
}

/** How thick the body is round each joint: no joint may be nearer to the floor. */
function* underFloor(skeleton: Skeleton): Generator<Found> {
  if (skeleton.head[1] < 5.5) yield ['the head is under the floor at', skeleton.head[1]];
  for (const side of SIDES) {
    const { leg, arm } = skeleton[side];
    const points: [string, Vec, number][] = [
      ['hip', leg.hip, 5],
      ['knee', leg.knee, 1.2],
      ['ankle', leg.ankle, 1.2],
      ['ball', leg.foot.ball, -0.05],
      ['elbow', arm.elbow, 1.8],
      ['wrist', arm.wrist, 1.2],
    ];
    for (const [name, [, y], least] of points) if (y < least) yield [`${side} ${name} is under the floor at`, y];
  }
}

describe.each(films())('the body in $movement.slug', (film) => {
  it('keeps the lengths of its limbs', () => {
    expect(findings(film, ({ skeleton }) => lengths(skeleton))).toEqual([]);
  });

  it('bends no joint further than people do', () => {
    const hips = film.movement.flow === true || film.movement.slug === 'burpee' ? LIMITS.hipInFlows : LIMITS.hip;
    expect(findings(film, ({ skeleton }) => joints(skeleton, hips))).toEqual([]);
  });

  it('stays over the floor', () => {
    expect(findings(film, ({ skeleton }) => underFloor(skeleton))).toEqual([]);
  });
});
