import type { Side } from '../body/pose.ts';
import { SIDES } from '../body/pose.ts';
import type { Skeleton } from '../body/skeleton.ts';
import { dot, type Vec } from '../geometry/vector.ts';
import { COLOURS } from './colours.ts';
import { type Level, levelOf, type Lit } from './muscles.ts';
import type { Paper } from './paper.ts';

/** How a figure is painted: on what, from where it is seen, and which muscles are lit. */
export interface Looks {
  readonly paper: Paper;
  readonly lit: Lit;
  /** The side that is nearer to the viewer. */
  readonly near: Side;
  /** Far side first. */
  readonly order: readonly [Side, Side];
  isFar(side: Side): boolean;
  /** How much a direction points to the viewer, −1 to 1. */
  seen(direction: Vec): number;
  level(muscle: string): Level | undefined;
}

/** Seen from the front or from behind, neither side is the far one. */
const FRONTAL = 0.35;

export function looksOf(paper: Paper, skeleton: Skeleton, lit: Lit): Looks {
  const seen = (direction: Vec) => dot(direction, paper.camera.towards);
  const near: Side = seen(skeleton.chest.right) >= 0 ? 'right' : 'left';
  const frontal = Math.abs(seen(skeleton.pelvis.right)) < FRONTAL;
  const [first, second] = SIDES;
  return {
    paper,
    lit,
    near,
    order: near === first ? [second, first] : [first, second],
    isFar: (side) => !frontal && side !== near,
    seen,
    level: (muscle) => levelOf(lit, muscle),
  };
}

export const muscleColour = (level: Level, far: boolean): string => COLOURS[far ? (`${level}Far` as const) : level];
