import { facePullTower, rope } from '../equipment/cable.ts';
import { squatRack, uprightBench } from '../equipment/furniture.ts';
import { barbell, dumbbells } from '../equipment/weights.ts';
import type { Movement } from '../motion/movement.ts';

export const overheadPress: Movement = {
  slug: 'overhead-press',
  shows:
    'Standing with a barbell at the collarbone, the figure moves the head back, presses the bar up past the face and locks the arms with the bar over the middle of the feet, then lowers it the same way.',
  view: { yaw: 44, pitch: 9 },
  planted: ['feet'],
  gear: [squatRack(-24, 84), barbell({ half: 38, plates: 10.5, grip: 24 })],
  stance: {
    hips: [0.8, 52.7, 0],
    trunk: { pelvis: 0, chest: 0, head: 0 },
    feet: { at: [7.5, 0, 8.5], pitch: 0, out: 12 },
    knees: [1, 0, 0.2],
    elbows: [0.35, -1, 0.15],
    blades: [0, 0, 0],
  },
  phases: [
    { name: 'rack', takes: 0.52, hold: 0.3, trunk: { chest: -5, head: -8 }, hands: [7.2, 83.2, 15] },
    { name: 'face', takes: 0.39, trunk: { chest: -6, head: -12 }, hands: [8.4, 97, 15] },
    {
      name: 'lockout',
      takes: 0.52,
      hold: 0.4,
      trunk: { chest: 2, head: 3 },
      blades: [0.4, 1.5, 0],
      hands: [1.6, 117.6, 15],
    },
    { name: 'face-down', takes: 0.6, trunk: { chest: -5, head: -10 }, hands: [8.2, 97, 15] },
  ],
  sheet: [0, 2],
};

export const dumbbellShoulderPress: Movement = {
  slug: 'dumbbell-shoulder-press',
  shows:
    'Seated against an upright back rest, the figure presses two dumbbells from ear height up and in until the arms are straight overhead, then lowers them.',
  view: { yaw: 42, pitch: 10 },
  planted: ['feet'],
  gear: [uprightBench, ...dumbbells({ lies: 'across' })],
  stance: {
    hips: [0, 29.4, 0],
    trunk: { pelvis: -5, chest: -5, head: -2 },
    feet: { at: [27, 0, 12], pitch: 0, out: 16 },
    knees: [0.6, 1, 0.5],
    elbows: [0.3, -1, 0.6],
  },
  phases: [
    { name: 'bottom', takes: 1.46, hold: 0.2, blades: [0, 0, 0], hands: [2.5, 70.5, 22.5] },
    { name: 'top', takes: 0.82, hold: 0.3, blades: [0, 1.5, 0], hands: [-1.5, 93.6, 12.5] },
  ],
};

export const lateralRaise: Movement = {
  slug: 'lateral-raise',
  shows:
    'Standing, the figure raises two dumbbells out to the sides with almost straight arms, elbows leading, stops at shoulder height and lowers them slowly.',
  view: { yaw: 76, pitch: 7 },
  planted: ['feet'],
  gear: [...dumbbells({ plates: 3.4, half: 5.4 })],
  stance: {
    hips: [0.4, 52.6, 0],
    trunk: { pelvis: 3, chest: 3, head: 2 },
    feet: { at: [7.5, 0, 8], pitch: 0, out: 14 },
    knees: [1, 0, 0.2],
  },
  phases: [
    { name: 'down', takes: 1.46, hold: 0.25, blades: [0, 0, 0], arms: { upper: [4, 7], fore: [14, 4] } },
    { name: 'up', takes: 1.12, hold: 0.25, blades: [0, 0.6, 0], arms: { upper: [12, 84], fore: [12, 76] } },
  ],
};

export const facePull: Movement = {
  slug: 'face-pull',
  shows:
    'Standing in front of a cable at face height, the figure pulls a rope to the forehead and apart, elbows high and hands ending beside the ears, then lets it go forward.',
  view: { yaw: -42, pitch: 9 },
  planted: ['feet'],
  gear: [...facePullTower, rope],
  stance: {
    hips: [0, 52.4, 0],
    trunk: { pelvis: -3, chest: -4, head: 0 },
    feet: { at: [8, 0, 8], pitch: 0, out: 10 },
    knees: [1, 0, 0.2],
    elbows: [-0.3, 0.35, 1],
  },
  phases: [
    { name: 'reach', takes: 1.55, hold: 0.2, blades: [2, 0, 0], hands: [35, 87, 4.5] },
    { name: 'pull', takes: 0.86, hold: 0.5, blades: [-1.6, 0, 0], hands: [6.5, 93, 15.5] },
  ],
};

export const pikePushUp: Movement = {
  slug: 'pike-push-up',
  shows:
    'On hands and toes with the hips high, like an upside-down V, the figure lowers the head to the floor ahead of the hands and pushes back up.',
  view: { yaw: 28, pitch: 11 },
  hands: 'palm',
  planted: ['feet', 'palms'],
  gear: [],
  stance: {
    feet: { at: [0, 0, 5], pitch: 35, out: 0 },
    hands: [60, 0, 14],
    fingers: [1, 0, 0.1],
    elbows: [-1, 0.9, 0.6],
    knees: [1, -1, 0],
  },
  phases: [
    {
      name: 'top',
      takes: 0.82,
      hold: 0.3,
      legsAt: 60,
      trunk: { pelvis: 138, chest: 139, head: 150 },
      feet: { pitch: 34 },
      blades: [0, 1.2, 0],
    },
    {
      name: 'bottom',
      takes: 1.38,
      hold: 0.15,
      legsAt: 48.5,
      trunk: { pelvis: 136, chest: 138, head: 146 },
      feet: { pitch: 46 },
      blades: [0, -0.6, 0],
    },
  ],
};
