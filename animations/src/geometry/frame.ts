import { add, DEGREE, scaled, sub, type Vec } from './vector.ts';

/** How a part of the body stands in space: where its front, its top and its right side point. */
export interface Frame {
  readonly front: Vec;
  readonly top: Vec;
  readonly right: Vec;
}

/** Degrees. `lean` forward, `yaw` to the left, `roll` to the right, then `twist` about its own long axis, to the left. */
export interface Turn {
  readonly lean: number;
  readonly yaw: number;
  readonly roll: number;
  readonly twist: number;
}

export const UPRIGHT: Turn = { lean: 0, yaw: 0, roll: 0, twist: 0 };

export function frameOf({ lean, yaw, roll, twist }: Turn): Frame {
  const turned = (point: Vec): Vec => aboutUp(aboutRight(aboutFront(point, roll), lean), yaw);
  const top = turned([0, 1, 0]);
  const front = turned([1, 0, 0]);
  const right = turned([0, 0, 1]);
  const [cos, sin] = [Math.cos(twist * DEGREE), Math.sin(twist * DEGREE)];
  return {
    front: sub(scaled(front, cos), scaled(right, sin)),
    top,
    right: add(scaled(right, cos), scaled(front, sin)),
  };
}

/** A place given in the frame, as one in the room. `place` is front, top, right of `origin`. */
export const placeIn = (frame: Frame, origin: Vec, place: Vec): Vec =>
  add(origin, add(scaled(frame.front, place[0]), add(scaled(frame.top, place[1]), scaled(frame.right, place[2]))));

/** The same for a direction. */
export const directionIn = (frame: Frame, direction: Vec): Vec => placeIn(frame, [0, 0, 0], direction);

function aboutFront([x, y, z]: Vec, degrees: number): Vec {
  const [cos, sin] = [Math.cos(degrees * DEGREE), Math.sin(degrees * DEGREE)];
  return [x, cos * y - sin * z, sin * y + cos * z];
}

function aboutRight([x, y, z]: Vec, degrees: number): Vec {
  const [cos, sin] = [Math.cos(degrees * DEGREE), Math.sin(degrees * DEGREE)];
  return [cos * x + sin * y, -sin * x + cos * y, z];
}

function aboutUp([x, y, z]: Vec, degrees: number): Vec {
  const [cos, sin] = [Math.cos(degrees * DEGREE), Math.sin(degrees * DEGREE)];
  return [cos * x + sin * z, y, -sin * x + cos * z];
}
