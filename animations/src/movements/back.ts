import { narrowHandle, pulldownTower, rowingTower } from '../equipment/cable.ts';
import { posts, sideBench } from '../equipment/furniture.ts';
import { barbell, dumbbell, straightBar } from '../equipment/weights.ts';
import type { Movement } from '../motion/movement.ts';

export const pullUp: Movement = {
  slug: 'pull-up',
  shows:
    'Hanging from a high bar with straight arms, the figure pulls the elbows down to the ribs until the chin is over the bar, then lowers itself to a full hang.',
  view: { yaw: -38, pitch: 8 },
  planted: [],
  gear: [posts('pull-up bar', [0, 128, 0], 36, 0, [-12, -12])],
  stance: {
    hands: [0, 128, 21],
    elbows: [-0.35, -1, 0.5],
    knees: [1, 0, 0],
    feet: { at: [0, 0, 0], pitch: 60, out: 0 },
  },
  phases: [
    {
      name: 'hang',
      takes: 1.63,
      hold: 0.45,
      hips: [0, 63.2, 0],
      trunk: { pelvis: 2, chest: 0, head: 0 },
      blades: [0, 2.2, 0],
      feet: { at: [-2.5, 8.5, 4], pitch: 62 },
    },
    {
      name: 'top',
      takes: 0.86,
      hold: 0.3,
      hips: [-6.2, 93.2, 0],
      trunk: { pelvis: -5, chest: -12, head: -8 },
      blades: [-0.8, -1, 0],
      feet: { at: [-4, 37.5, 4], pitch: 58 },
    },
  ],
};

export const latPulldown: Movement = {
  slug: 'lat-pulldown',
  shows:
    'Seated under a cable machine with the thighs held by pads, the figure pulls a wide bar from straight arms down to the collarbone, chest tall, and lets it rise slowly.',
  view: { yaw: -52, pitch: 10 },
  planted: ['feet'],
  gear: [...pulldownTower, straightBar('bar', 29)],
  stance: { feet: { at: [27, 0, 8], pitch: 0, out: 8 }, knees: [0.6, 1, 0.2], elbows: [-0.3, -1, 0.5] },
  phases: [
    {
      name: 'top',
      takes: 1.55,
      hold: 0.2,
      hips: [0, 30.5, 0],
      trunk: { pelvis: 2, chest: 0, head: 0 },
      blades: [0, 2.4, 0],
      hands: [3, 95.3, 22],
    },
    {
      name: 'bottom',
      takes: 0.86,
      hold: 0.35,
      hips: [0, 30.5, 0],
      trunk: { pelvis: -10, chest: -14, head: -10 },
      blades: [-1, -1.2, 0],
      hands: [7.6, 62, 22],
    },
  ],
};

export const seatedCableRow: Movement = {
  slug: 'seated-cable-row',
  shows:
    'Seated with the feet on a plate and the knees a little bent, the figure pulls a narrow handle to the navel, shoulder blades together and trunk still, then reaches forward again.',
  view: { yaw: -40, pitch: 12 },
  planted: ['feet'],
  gear: [...rowingTower, narrowHandle],
  stance: {
    hips: [0, 20.8, 0],
    feet: { at: [51.5, 24.5, 7], pitch: -65, out: 0 },
    knees: [0.1, 1, 0.1],
    elbows: [-1, -0.55, 0.35],
  },
  phases: [
    {
      name: 'reach',
      takes: 1.55,
      hold: 0.2,
      trunk: { pelvis: 10, chest: 14, head: 6 },
      blades: [2, 0, 0],
      hands: [38.5, 38, 4.2],
    },
    {
      name: 'pull',
      takes: 0.86,
      hold: 0.4,
      trunk: { pelvis: -4, chest: -7, head: -3 },
      blades: [-1.6, -0.5, 0],
      hands: [9.2, 33.5, 4.2],
    },
  ],
};

export const oneArmDumbbellRow: Movement = {
  slug: 'one-arm-dumbbell-row',
  shows:
    'With the left hand and knee on a bench and the back flat, the figure pulls a dumbbell from a hanging arm up and back to the hip, then lowers it.',
  view: { yaw: 20, pitch: 13 },
  hands: { right: 'grip', left: 'palm' },
  planted: ['right foot', 'left knee', 'left palm'],
  gear: [sideBench, dumbbell('right', { nearer: 2 })],
  stance: {
    hips: [-2, 49.8, 0],
    trunk: { pelvis: 75, chest: 77, head: 66 },
    rightFoot: { at: [-1, 0, 12], pitch: 0, out: 8 },
    leftFoot: { at: [-33.4, 27.2, -8], pitch: 150, out: 0 },
    rightKnee: [1, 0, 0.25],
    leftKnee: [1, -0.8, 0],
    leftHand: [30, 24, -11],
    leftFingers: [1, 0, 0],
    leftElbow: [-1, 0, -0.3],
    rightElbow: [-0.5, 1, 0.12],
  },
  phases: [
    {
      name: 'hang',
      takes: 1.55,
      hold: 0.2,
      rightBlade: [2.2, 0, 0],
      leftBlade: [0, 0, 0],
      rightHand: [27, 19.5, 11.5],
    },
    {
      name: 'row',
      takes: 0.86,
      hold: 0.4,
      rightBlade: [-1.5, -0.5, 0],
      leftBlade: [0, 0, 0],
      rightHand: [12.5, 43.5, 12.5],
    },
  ],
};

export const barbellBentOverRow: Movement = {
  slug: 'barbell-bent-over-row',
  shows:
    'Bent forward at the hips with a flat back and soft knees, the figure pulls a barbell from hanging arms to the lower ribs and lowers it again.',
  view: { yaw: -30, pitch: 10 },
  planted: ['feet'],
  gear: [barbell({ half: 35, plates: 11 })],
  stance: {
    hips: [-13.5, 46, 0],
    trunk: { pelvis: 53, chest: 52, head: 40 },
    feet: { at: [7.5, 0, 8.5], pitch: 0, out: 12 },
    knees: [1, 0, 0.2],
    elbows: [-0.75, 1, 0.3],
  },
  phases: [
    { name: 'hang', takes: 1.46, hold: 0.2, blades: [1.5, 0, 0], hands: [10.2, 27.2, 16] },
    {
      name: 'row',
      takes: 0.82,
      hold: 0.3,
      trunk: { chest: 50, pelvis: 51 },
      blades: [-1.6, -0.4, 0],
      hands: [5.2, 50.4, 16],
    },
  ],
};

export const invertedRow: Movement = {
  slug: 'inverted-row',
  shows:
    'Hanging under a low bar with straight arms, heels on the floor and the body in one line, the figure pulls the chest to the bar and lowers itself.',
  view: { yaw: -26, pitch: 11 },
  toesBend: false,
  planted: ['heels'],
  gear: [posts('low bar', [-54, 44, 0], 30, 6, [-30, -12])],
  stance: {
    feet: { at: [3.9, 10.8, 4.6], pitch: -70, out: 6 },
    knees: [0.2, 1, 0],
    hands: [-54, 44, 17],
    elbows: [0.5, -1, 0.7],
  },
  phases: [
    {
      name: 'hang',
      takes: 1.55,
      hold: 0.25,
      legsAt: 171,
      trunk: { pelvis: -81, chest: -81, head: -78 },
      blades: [1.6, 0.5, 0],
    },
    {
      name: 'top',
      takes: 0.86,
      hold: 0.4,
      legsAt: 151.5,
      trunk: { pelvis: -61.5, chest: -60, head: -60 },
      blades: [-1.6, -0.5, 0],
    },
  ],
};
