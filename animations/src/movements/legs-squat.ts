import { squatRack } from '../equipment/furniture.ts';
import { onChest } from '../equipment/gear.ts';
import { legPressSledge } from '../equipment/machines.ts';
import { barbell, dumbbells, kettlebell } from '../equipment/weights.ts';
import type { Movement } from '../motion/movement.ts';

export const barbellBackSquat: Movement = {
  slug: 'barbell-back-squat',
  shows:
    'With a barbell on the upper back, the figure sits back and down until the thighs are level, the bar staying over the middle of the feet, and stands up again.',
  view: { yaw: 33, pitch: 9 },
  handsMoveWith: 'chest',
  planted: ['feet'],
  gear: [squatRack(-26, 80), barbell({ at: onChest([-5.6, 16.2, 0]), half: 43, grip: 27, shaftNearer: -5 })],
  stance: {
    hips: [0.6, 52.4, 0],
    trunk: { pelvis: 4, chest: 2, head: 2 },
    feet: { at: [7, 0, 9], pitch: 0, out: 18 },
    knees: [1, 0, 0.42],
    hands: [-5.6, 16.2, 18.5],
    elbows: [-0.6, -1, 0.1],
  },
  phases: [
    { name: 'top', takes: 0.88, hold: 0.34, hips: [-1, 52.2, 0], trunk: { pelvis: 8, chest: 8, head: 4 } },
    { name: 'bottom', takes: 1.22, hold: 0.12, hips: [-14.2, 25.4, 0], trunk: { pelvis: 40, chest: 37, head: 18 } },
  ],
  largest: 2.15,
};

export const bodyweightSquat: Movement = {
  slug: 'bodyweight-squat',
  shows:
    'Standing with the feet shoulder width apart, the figure sits back and down until the thighs are level, arms reaching forward, heels on the floor, and stands up again.',
  view: { yaw: 32, pitch: 9 },
  armsHangFrom: 'room',
  planted: ['feet'],
  gear: [],
  stance: {
    hips: [0.6, 52.4, 0],
    trunk: { pelvis: 4, chest: 2, head: 2 },
    feet: { at: [7, 0, 9], pitch: 0, out: 18 },
    knees: [1, 0, 0.42],
  },
  phases: [
    { name: 'top', takes: 0.9, hold: 0.3, arms: { upper: [14, 6], fore: [24, 2] } },
    {
      name: 'bottom',
      takes: 1.38,
      hold: 0.12,
      hips: [-13.4, 25.2, 0],
      trunk: { pelvis: 36, chest: 32, head: 14 },
      arms: { upper: [84, 4], fore: [90, -3] },
    },
  ],
  largest: 2.3,
};

export const gobletSquat: Movement = {
  slug: 'goblet-squat',
  shows:
    'Holding a kettlebell at the breastbone, the figure squats deep with an upright trunk, elbows inside the knees, and stands up again.',
  view: { yaw: 34, pitch: 9 },
  handsMoveWith: 'chest',
  planted: ['feet'],
  gear: [kettlebell(5.2)],
  stance: {
    hips: [0.6, 52.4, 0],
    trunk: { pelvis: 4, chest: 2, head: 2 },
    feet: { at: [7, 0, 9], pitch: 0, out: 18 },
    knees: [1, 0, 0.42],
    hands: [9.6, 13, 2.9],
    elbows: [0.15, -1, 0.45],
  },
  phases: [
    { name: 'top', takes: 0.9, hold: 0.3, hips: [-0.4, 52.3, 0], trunk: { pelvis: 4, chest: 2, head: 2 } },
    { name: 'bottom', takes: 1.63, hold: 0.15, hips: [-11.2, 23.6, 0], trunk: { pelvis: 26, chest: 20, head: 8 } },
  ],
  largest: 2.3,
};

export const legPress: Movement = {
  slug: 'leg-press',
  shows:
    'Lying back in a leg press with both feet flat on the plate, the figure lets the sledge down until the knees are bent to a right angle and presses it away without locking the knees.',
  view: { yaw: 24, pitch: 10 },
  toesBend: false,
  planted: [],
  gear: [legPressSledge],
  stance: {
    hips: [0, 21.5, 0],
    trunk: { pelvis: -58, chest: -56, head: -40 },
    feet: { at: [0, 0, 0], pitch: -118, out: 0 },
    knees: [-1, 1, 0.35],
    hands: [6, 19.5, 11],
    elbows: [-0.6, -0.6, 0.6],
  },
  phases: [
    { name: 'extended', takes: 0.86, hold: 0.3, feet: { at: [33.2, 61.2, 8.5] } },
    { name: 'flexed', takes: 1.46, hold: 0.15, feet: { at: [21.7, 50.6, 8.5] } },
  ],
};

export const dumbbellReverseLunge: Movement = {
  slug: 'dumbbell-reverse-lunge',
  shows:
    'Holding two dumbbells, the figure takes a long step back, lowers until both knees are bent to about a right angle, and drives through the front foot back to standing.',
  view: { yaw: 36, pitch: 9 },
  armsHangFrom: 'room',
  planted: ['right foot'],
  gear: [...dumbbells()],
  stance: {
    hips: [0.6, 52.6, 0],
    trunk: { pelvis: 2, chest: 2, head: 2 },
    rightFoot: { at: [7.5, 0, 6.5], pitch: 0, out: 5 },
    leftFoot: { at: [7.5, 0, -6.5], pitch: 0, out: 5 },
    rightKnee: [1, 0, 0.1],
    leftKnee: [1, 0, -0.1],
    arms: { upper: [-2, 7], fore: [4, 4] },
  },
  phases: [
    { name: 'stand', takes: 0.43, hold: 0.25 },
    {
      name: 'step',
      takes: 0.52,
      hips: [-6.5, 47.8, 0],
      trunk: { pelvis: 7, chest: 6 },
      leftFoot: { at: [-22, 5.5, -6.5], pitch: 38 },
    },
    {
      name: 'land',
      takes: 0.52,
      hips: [-15, 38.5, 0],
      trunk: { pelvis: 9, chest: 8 },
      leftFoot: { at: [-46, 0, -6.5], pitch: 62 },
    },
    {
      name: 'bottom',
      takes: 0.39,
      hold: 0.15,
      hips: [-20, 30.8, 0],
      trunk: { pelvis: 9, chest: 8 },
      leftFoot: { at: [-46, 0, -6.5], pitch: 76 },
    },
    {
      name: 'drive',
      takes: 0.39,
      hips: [-14.4, 39.5, 0],
      trunk: { pelvis: 9, chest: 8 },
      leftFoot: { at: [-46, 0, -6.5], pitch: 62 },
    },
    {
      name: 'return',
      takes: 0.34,
      hips: [-5.5, 48.4, 0],
      trunk: { pelvis: 6, chest: 5 },
      leftFoot: { at: [-20, 6, -6.5], pitch: 40 },
    },
  ],
  sheet: [0, 3],
  largest: 2.15,
};
