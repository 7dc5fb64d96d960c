import type { Movement } from '../motion/movement.ts';

export const plank: Movement = {
  slug: 'plank',
  shows:
    'On forearms and toes with the body in one line and the elbows under the shoulders, the figure holds still and breathes.',
  view: { yaw: 28, pitch: 12 },
  hands: 'forearm',
  planted: ['feet', 'elbows'],
  gear: [],
  stance: {
    shoulders: [77.6, 21.1, 0],
    trunk: { pelvis: 80, chest: 79.5, head: 76 },
    feet: { at: [0, 0, 4.5], pitch: 78, out: 0 },
    hands: [78, 2.6, 11.5],
    fingers: [1, 0, -0.12],
    knees: [0, -1, 0],
  },
  phases: [
    { name: 'breath in', takes: 1.29, hold: 0.2, trunk: { pelvis: 80.4, chest: 79, head: 76 } },
    { name: 'breath out', takes: 1.12, hold: 0.2, trunk: { pelvis: 79.2, chest: 80.6, head: 75 } },
  ],
};

export const sidePlank: Movement = {
  slug: 'side-plank',
  shows:
    'On one forearm and the edge of one foot, the body in one line from head to feet and the upper arm pointing up, the figure holds still and breathes.',
  view: { yaw: -22, pitch: 12 },
  hands: { right: 'grip', left: 'forearm' },
  armsHangFrom: 'room',
  planted: ['left foot', 'left elbow'],
  gear: [],
  stance: {
    shoulders: [75.3, 31.15, 0],
    trunk: { pelvis: 0, chest: 0, head: 0 },
    yaw: { pelvis: -90, chest: -90, head: -90 },
    roll: { pelvis: -69.5, chest: -70, head: -72 },
    rightFoot: { at: [1.5, 5.6, 5.5], toes: [0.12, -0.05, 1], instep: [0.94, 0.34, 0] },
    leftFoot: { at: [1.5, 1.9, 3], toes: [0.12, -0.05, 1], instep: [0.94, 0.34, 0] },
    rightKnee: [0, 0, 1],
    leftKnee: [0, 0, 1],
    leftHand: [79.2, 2.6, 0],
    leftFingers: [0.45, 0, 0.9],
    rightArm: { upper: [182, 0], fore: [178, 0] },
  },
  phases: [
    { name: 'hold', takes: 1.29, hold: 0.2, roll: { pelvis: -69.4, chest: -70.2 } },
    { name: 'breath', takes: 1.12, hold: 0.2, roll: { pelvis: -70.2, chest: -69.8 } },
  ],
};

export const deadBug: Movement = {
  slug: 'dead-bug',
  shows:
    'Lying on the back with arms up and knees over the hips, the figure stretches one arm overhead and the opposite leg forward, comes back, and changes sides, the lower back staying down.',
  view: { yaw: 22, pitch: 13 },
  armsHangFrom: 'room',
  toesBend: false,
  planted: [],
  gear: [],
  stance: {
    hips: [0, 6.4, 0],
    trunk: { pelvis: -90, chest: -89, head: -87 },
    rightLeg: { thigh: 180, shank: 92, foot: -6, thighOut: 2 },
    leftLeg: { thigh: 180, shank: 92, foot: -6, thighOut: 2 },
    rightArm: { upper: [180, 4], fore: [180, 0] },
    leftArm: { upper: [180, 4], fore: [180, 0] },
  },
  phases: [
    { name: 'tabletop', takes: 1.12, hold: 0.15 },
    {
      name: 'right arm, left leg',
      takes: 1.12,
      hold: 0.25,
      rightArm: { upper: [254, 4], fore: [256, 2] },
      leftLeg: { thigh: 104, shank: 98, foot: -6, thighOut: 2 },
    },
    { name: 'tabletop 2', takes: 1.12, hold: 0.15 },
    {
      name: 'left arm, right leg',
      takes: 1.12,
      hold: 0.25,
      leftArm: { upper: [254, 4], fore: [256, 2] },
      rightLeg: { thigh: 104, shank: 98, foot: -6, thighOut: 2 },
    },
  ],
  shadow: [-4, 0, 0],
  sheet: [0, 1],
};

export const bicycleCrunch: Movement = {
  slug: 'bicycle-crunch',
  shows:
    'Lying on the back with the hands by the ears and the shoulders lifted, the figure turns one elbow to the opposite knee while the other leg stretches, side after side.',
  view: { yaw: 20, pitch: 14 },
  handsMoveWith: 'head',
  toesBend: false,
  planted: [],
  gear: [],
  stance: {
    hips: [0, 6.4, 0],
    trunk: { pelvis: -88, chest: -57, head: -34 },
    twist: { chest: 0, head: 0 },
    hands: [-2.4, 0.4, 6.2],
    elbows: [0.25, 0, 1],
    rightLeg: { thigh: 150, shank: 98, foot: -20, thighOut: 1 },
    leftLeg: { thigh: 150, shank: 98, foot: -20, thighOut: 1 },
  },
  phases: [
    {
      name: 'left elbow to right knee',
      takes: 0.82,
      hold: 0.2,
      twist: { chest: -34, head: -20 },
      rightLeg: { thigh: 204, shank: 96, foot: -20, thighOut: 1 },
      leftLeg: { thigh: 108, shank: 101, foot: -30, thighOut: 1 },
    },
    {
      name: 'right elbow to left knee',
      takes: 0.82,
      hold: 0.2,
      twist: { chest: 34, head: 20 },
      leftLeg: { thigh: 204, shank: 96, foot: -20, thighOut: 1 },
      rightLeg: { thigh: 108, shank: 101, foot: -30, thighOut: 1 },
    },
  ],
  shadow: [2, 0, 0],
};
