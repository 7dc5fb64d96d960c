import { stepWithRail } from '../equipment/furniture.ts';
import { legCurl } from '../equipment/machines.ts';
import { dumbbell } from '../equipment/weights.ts';
import type { Movement } from '../motion/movement.ts';

export const seatedLegCurl: Movement = {
  slug: 'seated-leg-curl',
  shows:
    'Seated in a leg curl machine with the knees at its pivot, the figure pulls the heels from nearly straight legs down under the seat and lets them come back slowly.',
  view: { yaw: 24, pitch: 10 },
  planted: [],
  gear: [legCurl],
  stance: {
    hips: [0, 36, 0],
    trunk: { pelvis: -14, chest: -12, head: -4 },
    hands: [8, 31, 12],
    elbows: [-1, -0.3, 0.4],
    legs: { thigh: 90, shank: 78, foot: 8, thighOut: 3 },
  },
  phases: [
    { name: 'extended', takes: 1.63, hold: 0.2, legs: { shank: 74, foot: 4 } },
    { name: 'curled', takes: 0.86, hold: 0.35, legs: { shank: -18, foot: 12 } },
  ],
};

export const standingCalfRaise: Movement = {
  slug: 'standing-calf-raise',
  shows:
    'Standing with the balls of the feet on a step, a dumbbell in one hand and the other on a rail, the figure lets the heels sink below the step and rises as high as it can.',
  view: { yaw: 24, pitch: 9 },
  armsHangFrom: 'room',
  ground: 6,
  planted: ['feet', 'left hand'],
  gear: [stepWithRail, dumbbell('right')],
  stance: {
    trunk: { pelvis: 2, chest: 1, head: 1 },
    feet: { at: [4.5, 6, 5], pitch: 0, out: 6 },
    knees: [1, 0, 0.1],
    leftHand: [25.4, 67, -11],
    leftElbow: [-0.4, -1, -0.3],
    rightArm: { upper: [-1, 8], fore: [5, 5] },
  },
  phases: [
    { name: 'stretch', takes: 1.72, hold: 0.3, legsAt: 84.2, feet: { pitch: -15 } },
    { name: 'top', takes: 0.77, hold: 0.4, legsAt: 88.2, feet: { pitch: 42 } },
  ],
};
