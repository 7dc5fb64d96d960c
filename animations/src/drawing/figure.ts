import { SIDES } from '../body/pose.ts';
import type { Skeleton } from '../body/skeleton.ts';
import { armPart } from './arm.ts';
import { headPart } from './head.ts';
import { legPart } from './leg.ts';
import { looksOf } from './looks.ts';
import type { Lit } from './muscles.ts';
import type { Paper } from './paper.ts';
import type { Part } from './shape.ts';
import { trunkParts } from './trunk.ts';

/** The whole figure, part by part, each as near as it is. */
export function figureParts(paper: Paper, skeleton: Skeleton, lit: Lit, heart: number): Part[] {
  const looks = looksOf(paper, skeleton, lit);
  return [
    ...trunkParts(skeleton, looks, heart),
    headPart(skeleton, looks),
    ...SIDES.flatMap((side) => [legPart(skeleton, side, looks), armPart(skeleton, side, looks)]),
  ];
}
