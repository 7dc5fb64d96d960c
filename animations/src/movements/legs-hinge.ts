import { barbell } from '../equipment/weights.ts';
import type { Movement } from '../motion/movement.ts';

export const barbellDeadlift: Movement = {
  slug: 'barbell-deadlift',
  shows:
    'With a barbell on the floor over the middle of the feet, the figure stands up with a flat back, hips and shoulders rising together and the bar close to the legs, then puts it down the same way.',
  view: { yaw: -30, pitch: 9 },
  armsHangFrom: 'room',
  planted: ['feet'],
  gear: [barbell()],
  stance: {
    feet: { at: [7.5, 0, 8], pitch: 0, out: 10 },
    knees: [1, 0, 0.22],
    arms: { upper: [1.4, 4], fore: [2, 4] },
  },
  phases: [
    { name: 'floor', takes: 0.56, hold: 0.35, hips: [-18, 35.36, 0], trunk: { pelvis: 59, chest: 56.5, head: 38 } },
    {
      name: 'knee',
      takes: 0.47,
      hips: [-16, 46.3, 0],
      trunk: { pelvis: 54, chest: 51, head: 34 },
      arms: { upper: [1.4, 4], fore: [2.4, 4] },
    },
    {
      name: 'lockout',
      takes: 0.56,
      hold: 0.4,
      hips: [1.2, 52.5, 0],
      trunk: { pelvis: -2, chest: -2, head: 0 },
      arms: { upper: [11, 4], fore: [12, 4] },
    },
    {
      name: 'knee-down',
      takes: 0.65,
      hips: [-16, 46.3, 0],
      trunk: { pelvis: 54, chest: 51, head: 34 },
      arms: { upper: [1.4, 4], fore: [2.4, 4] },
    },
  ],
  sheet: [0, 2],
  largest: 2.15,
};

export const romanianDeadlift: Movement = {
  slug: 'romanian-deadlift',
  shows:
    'Standing with a barbell against the thighs, the figure pushes the hips back with soft knees and a flat back, the bar sliding down to below the knees, and stands up by bringing the hips forward.',
  view: { yaw: -30, pitch: 9 },
  armsHangFrom: 'room',
  planted: ['feet'],
  gear: [barbell({ half: 35, plates: 11 })],
  stance: { feet: { at: [7.5, 0, 8], pitch: 0, out: 8 }, knees: [1, 0, 0.15] },
  phases: [
    {
      name: 'top',
      takes: 0.52,
      hold: 0.3,
      hips: [1, 52.3, 0],
      trunk: { pelvis: -1, chest: -1, head: 0 },
      arms: { upper: [11, 4], fore: [12, 4] },
    },
    {
      name: 'mid',
      takes: 0.86,
      hips: [-9.5, 50.2, 0],
      trunk: { pelvis: 35, chest: 33, head: 24 },
      arms: { upper: [1.5, 4], fore: [2.5, 4] },
    },
    {
      name: 'bottom',
      takes: 0.77,
      hold: 0.3,
      hips: [-16.5, 47.6, 0],
      trunk: { pelvis: 67, chest: 65, head: 52 },
      arms: { upper: [-6, 4], fore: [-5, 4] },
    },
    {
      name: 'mid-up',
      takes: 0.52,
      hips: [-9.5, 50.2, 0],
      trunk: { pelvis: 35, chest: 33, head: 24 },
      arms: { upper: [1.5, 4], fore: [2.5, 4] },
    },
  ],
  sheet: [0, 2],
  largest: 2.1,
};

export const gluteBridge: Movement = {
  slug: 'glute-bridge',
  shows:
    'Lying on the back with bent knees and the feet on the floor, the figure lifts the hips until shoulders, hips and knees are in one line, holds, and lowers them.',
  view: { yaw: 24, pitch: 12 },
  hands: 'palm',
  planted: ['feet', 'palms'],
  gear: [],
  stance: {
    shoulders: [-27.6, 7.1, 0],
    feet: { at: [27, 0, 7.5], pitch: 0, out: 4 },
    knees: [0, 1, 0.1],
    hands: [8.4, 0, 16],
    fingers: [1, 0, 0.05],
    elbows: [0, 0.5, 1],
  },
  phases: [
    { name: 'down', takes: 1.46, hold: 0.2, trunk: { pelvis: -90, chest: -90, head: -88 } },
    { name: 'up', takes: 0.86, hold: 0.5, trunk: { pelvis: -117, chest: -113, head: -88 } },
  ],
};
