/** A point or direction. x forward, y up (floor 0), z to the figure's right; 1 is 1 % of the figure's height. */
export type Vec = readonly [number, number, number];

export const DEGREE = Math.PI / 180;

export const UP: Vec = [0, 1, 0];

export const add = (a: Vec, b: Vec): Vec => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const sub = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scaled = (a: Vec, by: number): Vec => [a[0] * by, a[1] * by, a[2] * by];
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec, b: Vec): Vec => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const length = (a: Vec): number => Math.hypot(a[0], a[1], a[2]);
export const distance = (a: Vec, b: Vec): number => length(sub(a, b));

/** The direction of a; of nothing, nothing. */
export const unit = (a: Vec): Vec => scaled(a, 1 / (length(a) || 1));

/** From `a` as far as `far` along `direction`. */
export const along = (a: Vec, direction: Vec, far: number): Vec => add(a, scaled(direction, far));

/** 0 is a, 1 is b. */
export const between = (a: Vec, b: Vec, part: number): Vec => add(a, scaled(sub(b, a), part));

/** The part of `direction` that stands square on `axis`, as a direction. `axis` has length 1. */
export const squareTo = (direction: Vec, axis: Vec): Vec => unit(sub(direction, scaled(axis, dot(direction, axis))));

/** The same place on the other side of the body. */
export const mirrored = (a: Vec): Vec => [a[0], a[1], -a[2]];

/** Degrees between two directions of length 1. */
export const angleBetween = (a: Vec, b: Vec): number => Math.acos(Math.max(-1, Math.min(1, dot(a, b)))) / DEGREE;
