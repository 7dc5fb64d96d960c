import type { Vec } from '../geometry/vector.ts';

/** `[of, front, up, out, radius]`: a ball of a muscle in the frame of the chest (from the waist) or the pelvis (from the hips). */
type MuscleBall = readonly [of: 'chest' | 'pelvis', front: number, up: number, out: number, radius: number];

/** One side of a muscle of the trunk: the hull of its balls, seen where `faces` points to the viewer. */
export interface TrunkMuscle {
  readonly name: string;
  /** front, up, out */
  readonly faces: Vec;
  readonly balls: readonly MuscleBall[];
}

export const TRUNK_MUSCLES: readonly TrunkMuscle[] = [
  {
    name: 'pectorals',
    faces: [0.9, 0, 0.3],
    balls: [
      ['chest', 4.7, 14.2, 2.4, 2.3],
      ['chest', 3.6, 14.6, 7.6, 2.3],
      ['chest', 5, 10.8, 2.8, 2.3],
      ['chest', 4.1, 11.2, 6.6, 2.5],
    ],
  },
  {
    name: 'latissimus dorsi',
    faces: [-0.45, 0, 0.85],
    balls: [
      ['chest', -1.5, 13.6, 8.2, 2.2],
      ['chest', -4.3, 10.5, 4.2, 2.4],
      ['chest', 0.6, 9, 7.4, 1.8],
      ['chest', -3.8, 1, 3.2, 1.9],
    ],
  },
  {
    name: 'middle trapezius',
    faces: [-1, 0, 0.1],
    balls: [
      ['chest', -5, 16, 1.6, 2],
      ['chest', -4.7, 15.4, 6.2, 1.8],
      ['chest', -5.2, 9.5, 1.2, 1.7],
      ['chest', -5, 12, 4.6, 1.8],
    ],
  },
  {
    name: 'upper trapezius',
    faces: [-0.35, 0.8, 0.25],
    balls: [
      ['chest', -2.6, 18.2, 2.2, 2],
      ['chest', -1.4, 17.3, 7.4, 1.5],
      ['chest', -2.4, 22, 1.2, 1.4],
    ],
  },
  {
    name: 'spinal erectors',
    faces: [-1, 0, 0.15],
    balls: [
      ['chest', -4.9, 8, 2, 1.7],
      ['chest', -4.6, 0, 2.2, 2],
      ['pelvis', -5.2, 5, 2.2, 2],
    ],
  },
  {
    name: 'abdominals',
    faces: [1, 0, 0.35],
    balls: [
      ['chest', 4.6, 8.4, 1.8, 1.8],
      ['chest', 4.2, 0, 2.1, 2.1],
      ['pelvis', 4.4, 4, 1.8, 1.9],
    ],
  },
  {
    name: 'transverse abdominis',
    faces: [0.75, 0, 0.5],
    balls: [
      ['chest', 3.8, 1.5, 2.2, 1.9],
      ['chest', 1.6, 1.2, 4.6, 1.9],
      ['pelvis', 3.8, 6, 2, 1.9],
      ['pelvis', 1.8, 6.5, 4.8, 1.8],
    ],
  },
  {
    name: 'obliques',
    faces: [0.35, 0, 0.9],
    balls: [
      ['chest', 2.4, 8, 5.8, 1.6],
      ['chest', 1.2, 0.5, 4.7, 2.1],
      ['pelvis', 1.6, 7, 5.2, 1.9],
    ],
  },
  {
    name: 'quadratus lumborum',
    faces: [-0.3, 0, 0.95],
    balls: [
      ['chest', -3.2, 3, 4, 1.7],
      ['chest', -2.4, 0.5, 5, 1.6],
      ['pelvis', -3.4, 6.5, 4.2, 1.7],
      ['pelvis', -1.8, 7.5, 5.2, 1.5],
    ],
  },
  {
    name: 'supraspinatus',
    faces: [-0.4, 0.8, 0.3],
    balls: [
      ['chest', -2.6, 17.6, 5, 1.2],
      ['chest', -1.4, 17.6, 8.8, 1.2],
    ],
  },
  {
    name: 'rotator cuff',
    faces: [-0.8, 0.1, 0.5],
    balls: [
      ['chest', -4.2, 14.2, 6, 1.8],
      ['chest', -2.6, 14.4, 8.8, 1.6],
    ],
  },
];

/** From the shoulder joint: front, up, out. */
export const DELTOIDS: readonly { name: string; at: Vec }[] = [
  { name: 'front deltoids', at: [1.7, 0.2, 0.5] },
  { name: 'side deltoids', at: [0.1, 0.9, 1.5] },
  { name: 'rear deltoids', at: [-1.9, 0.1, 0.5] },
];
