import { add, along, DEGREE, scaled, unit, type Vec } from '../geometry/vector.ts';
import { BODY } from './measures.ts';
import type { FootPlace } from './pose.ts';

export interface Foot {
  readonly ball: Vec;
  readonly ankle: Vec;
  readonly heel: Vec;
  readonly toe: Vec;
  /** Where the foot points, and where its instep does. */
  readonly forward: Vec;
  readonly up: Vec;
}

/** So far over the ground the ball still counts as on it. */
const ON_GROUND = 1.2;
/** Past this pitch the foot is on its way over the toes, not on them. */
const OVER_THE_TOES = 115;

/** A foot from the place of its ball: the ankle follows, and toes on the ground lie flat on it. */
export function footOf(
  place: FootPlace | undefined,
  { ground, toesBend }: { ground: number; toesBend: boolean },
): Foot | undefined {
  if (!place) return undefined;
  const { ball, pitch } = place;
  const [p, y] = [pitch * DEGREE, place.turn * DEGREE];
  const level: Vec = [Math.cos(y), 0, Math.sin(y)];
  const forward = place.toes ? unit(place.toes) : add(scaled(level, Math.cos(p)), [0, -Math.sin(p), 0]);
  const up = place.instep ? unit(place.instep) : add(scaled(level, Math.sin(p)), [0, Math.cos(p), 0]);
  const onToes = toesBend && pitch > 0 && pitch < OVER_THE_TOES && ball[1] - ground < ON_GROUND;
  return {
    ball,
    ankle: along(along(ball, forward, -BODY.ball), up, BODY.ankle),
    heel: along(ball, forward, -BODY.ball - BODY.heel),
    toe: along(ball, onToes ? level : forward, BODY.toe),
    forward,
    up,
  };
}

/** A foot at the end of a leg that hangs or lies. */
export function footAtAnkle(ankle: Vec, forward: Vec, up: Vec): Foot {
  const ball = along(along(ankle, forward, BODY.ball), up, -BODY.ankle);
  return {
    ball,
    ankle,
    heel: along(ball, forward, -BODY.ball - BODY.heel),
    toe: along(ball, forward, BODY.toe),
    forward,
    up,
  };
}
