import type { Pose, Side } from '../body/pose.ts';
import type { Skeleton } from '../body/skeleton.ts';
import type { Paper } from '../drawing/paper.ts';
import type { Part } from '../drawing/shape.ts';
import { placeIn } from '../geometry/frame.ts';
import { add, between, type Vec } from '../geometry/vector.ts';

/** One moment of a movement, with what it is drawn on. */
export interface Stage {
  readonly paper: Paper;
  readonly skeleton: Skeleton;
  readonly pose: Pose;
  readonly second: number;
}

export type GearName =
  | 'barbell'
  | 'bar'
  | 'bench'
  | 'bike'
  | 'cable'
  | 'dumbbell'
  | 'kettlebell'
  | 'low bar'
  | 'machine'
  | 'mat'
  | 'pull-up bar'
  | 'rack'
  | 'rope'
  | 'step'
  | 'treadmill';

/** A piece of equipment: what it is called, and how it looks at one moment. */
export interface Gear {
  readonly is: GearName;
  readonly draw: (stage: Stage) => Part[];
}

/** Where something is: always there, or where the body carries it. */
export type Place = Vec | ((stage: Stage) => Vec);

export const placeOn = (place: Place, stage: Stage): Vec => (typeof place === 'function' ? place(stage) : place);

export const hand =
  (side: Side): Place =>
  ({ skeleton }) =>
    skeleton[side].arm.grip;

/** Midway between the hands. */
export const hands: Place = ({ skeleton }) => between(skeleton.right.arm.grip, skeleton.left.arm.grip, 0.5);

/** Front, up, right from the waist, carried by the chest. */
export const onChest =
  (place: Vec): Place =>
  ({ skeleton }) =>
    placeIn(skeleton.chest, skeleton.waist, place);

/** Under the ball of a foot, moved by this much. */
export const atBall =
  (side: Side, by: Vec): Place =>
  ({ skeleton }) =>
    add(skeleton[side].leg.foot.ball, by);

/** Midway between the balls of the feet, moved by this much. */
export const betweenFeet =
  (by: Vec): Place =>
  ({ skeleton }) =>
    add(between(skeleton.right.leg.foot.ball, skeleton.left.leg.foot.ball, 0.5), by);

export const from =
  (place: Place, by: Vec): Place =>
  (stage) =>
    add(placeOn(place, stage), by);
