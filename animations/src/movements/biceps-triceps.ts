import { pushdownTower } from '../equipment/cable.ts';
import { barbell, dumbbells, straightBar } from '../equipment/weights.ts';
import type { Movement } from '../motion/movement.ts';

export const barbellCurl: Movement = {
  slug: 'barbell-curl',
  shows:
    'Standing with the elbows by the ribs, the figure curls a barbell from the thighs to the shoulders without swinging and lowers it slowly.',
  view: { yaw: 40, pitch: 8 },
  planted: ['feet'],
  gear: [barbell({ half: 32, plates: 6.6, grip: 20 })],
  stance: {
    hips: [0.4, 52.6, 0],
    trunk: { pelvis: 0, chest: 0, head: 2 },
    feet: { at: [7.5, 0, 8], pitch: 0, out: 12 },
    knees: [1, 0, 0.2],
  },
  phases: [
    { name: 'bottom', takes: 1.46, hold: 0.3, arms: { upper: [2, 4], fore: [9, -3] } },
    {
      name: 'top',
      takes: 0.86,
      hold: 0.3,
      trunk: { chest: -2, pelvis: -1 },
      arms: { upper: [12, 3], fore: [140, -3] },
    },
  ],
};

export const dumbbellCurl: Movement = {
  slug: 'dumbbell-curl',
  shows:
    'Standing, the figure curls two dumbbells, turning the palms from facing the thighs to facing the shoulders, upper arms still, and lowers them slowly.',
  view: { yaw: 40, pitch: 8 },
  planted: ['feet'],
  gear: [...dumbbells({ lies: 'turning' })],
  stance: {
    hips: [0.4, 52.6, 0],
    trunk: { pelvis: 0, chest: 0, head: 2 },
    feet: { at: [7.5, 0, 8], pitch: 0, out: 12 },
    knees: [1, 0, 0.2],
  },
  phases: [
    { name: 'bottom', takes: 1.46, hold: 0.3, arms: { upper: [2, 7], fore: [10, 4] }, dumbbells: 0 },
    {
      name: 'top',
      takes: 0.86,
      hold: 0.3,
      trunk: { chest: -1 },
      arms: { upper: [12, 5], fore: [138, 6] },
      dumbbells: 90,
    },
  ],
};

export const tricepsPushdown: Movement = {
  slug: 'triceps-pushdown',
  shows:
    'Standing at a high cable with the elbows pinned to the ribs, the figure pushes a short bar down until the arms are straight and lets it rise until the forearms are level.',
  view: { yaw: 24, pitch: 8 },
  planted: ['feet'],
  gear: [...pushdownTower, straightBar('bar', 12)],
  stance: {
    hips: [-2.4, 52.2, 0],
    trunk: { pelvis: 10, chest: 11, head: 8 },
    feet: { at: [7.5, 0, 8], pitch: 0, out: 10 },
    knees: [1, 0, 0.2],
  },
  phases: [
    { name: 'top', takes: 1.46, hold: 0.2, arms: { upper: [14, 3], fore: [122, -5] } },
    { name: 'bottom', takes: 0.82, hold: 0.35, arms: { upper: [10, 3], fore: [22, -4] } },
  ],
};

export const closeGripPushUp: Movement = {
  slug: 'close-grip-push-up',
  shows:
    'A push-up with the hands under the chest: the figure lowers itself with the elbows sliding past the ribs and pushes back to straight arms.',
  view: { yaw: 28, pitch: 12 },
  hands: 'palm',
  planted: ['feet', 'palms'],
  gear: [],
  stance: {
    feet: { at: [0, 0, 4.5], pitch: 70, out: 0 },
    hands: [73.5, 0, 8.2],
    fingers: [1, 0, 0],
    elbows: [-1, 0.75, 0.12],
    knees: [0, -1, 0],
  },
  phases: [
    {
      name: 'top',
      takes: 0.82,
      hold: 0.3,
      legsAt: 19.5,
      trunk: { pelvis: 70.5, chest: 69, head: 58.5 },
      feet: { pitch: 68.5 },
    },
    {
      name: 'bottom',
      takes: 1.38,
      hold: 0.12,
      legsAt: 4.4,
      trunk: { pelvis: 85.6, chest: 84.1, head: 73.6 },
      feet: { pitch: 83.6 },
      blades: [-1, 0, 0],
    },
  ],
};
