import { mat } from '../equipment/furniture.ts';
import type { Movement, Phase } from '../motion/movement.ts';
import type { Words } from '../motion/words.ts';

const FRONT = { at: [7.5, 0, 5], pitch: 0, out: 2 } as const;
const FRONT_LEFT = { ...FRONT, at: [7.5, 0, -5] } as const;
/** Where the balls of the feet are in the plank and in the dog. */
const BACK = -58;

const STANDING: Words = { rightFoot: FRONT, leftFoot: FRONT_LEFT, rightKnee: [1, 0, 0.05], leftKnee: [1, 0, -0.05] };
const PALMS_DOWN: Words = { hands: [14, 0, 11], fingers: [1, 0, 0.05], backsOfHands: [0, 1, 0] };

const backFeet = (pitch: number): Words => ({
  rightFoot: { at: [BACK, 0, 5], pitch, out: 0 },
  leftFoot: { at: [BACK, 0, -5], pitch, out: 0 },
  rightKnee: [0.3, -1, 0],
  leftKnee: [0.3, -1, 0],
});

const PRAYER: Words = {
  ...STANDING,
  hips: [0.3, 52.6, 0],
  trunk: { pelvis: 0, chest: 0, head: 0 },
  hands: [10.5, 70, 1.3],
  fingers: [0.12, 1, -0.05],
  backsOfHands: [0, 0.05, 1],
  elbows: [-0.2, -0.8, 1],
};

/** On the way between prayer and raised arms the hands pass in front of the face. */
const BEFORE_THE_FACE: Words = {
  ...STANDING,
  hips: [1.2, 52.6, 0],
  trunk: { pelvis: -2, chest: -6, head: -6 },
  hands: [26, 94, 8],
  fingers: [0.35, 0.95, 0],
  backsOfHands: [0.6, -0.1, 0.8],
  elbows: [0.1, -0.6, 1],
};

const RAISED: Words = {
  ...STANDING,
  hips: [2.6, 52.4, 0],
  trunk: { pelvis: -8, chest: -20, head: -30 },
  hands: [-13, 113.5, 9],
  fingers: [-0.35, 1, 0],
  backsOfHands: [1, 0.3, 0.3],
  elbows: [0.2, 0, 1],
};

/** Half-way between raised arms and the fold: flat back, arms reaching forward. */
const HINGE: Words = {
  ...STANDING,
  hips: [-3.5, 52, 0],
  trunk: { pelvis: 55, chest: 62, head: 50 },
  hands: [46, 49, 12],
  fingers: [0.82, -0.57, 0],
  backsOfHands: [0.57, 0.82, 0],
  elbows: [-0.2, -0.3, 1],
};

const FOLD: Words = {
  ...STANDING,
  ...PALMS_DOWN,
  hips: [-7, 51.6, 0],
  trunk: { pelvis: 121, chest: 160, head: 172 },
  elbows: [-1, 0.2, 0.5],
};

/** Knees soft, hands flat: ready to step. */
const CROUCH: Words = {
  ...STANDING,
  ...PALMS_DOWN,
  hips: [-10, 43, 0],
  trunk: { pelvis: 89, chest: 124, head: 112 },
  elbows: [-1, 0.25, 0.5],
};

const STEP_TRUNK: Words = {
  ...PALMS_DOWN,
  hips: [-15, 33, 0],
  trunk: { pelvis: 65, chest: 102, head: 88 },
  elbows: [-1, 0.3, 0.5],
};
const LUNGE_TRUNK: Words = {
  ...PALMS_DOWN,
  hips: [-20, 28.5, 0],
  trunk: { pelvis: 49, chest: 93.5, head: 60 },
  elbows: [-1, -0.1, 0.5],
};

const RIGHT_BACK: Words = {
  rightFoot: { at: [BACK, 0, 5], pitch: 68, out: 0 },
  leftFoot: FRONT_LEFT,
  rightKnee: [0.25, -1, 0],
  leftKnee: [1, 1, -0.1],
};
const LEFT_BACK: Words = {
  rightFoot: FRONT,
  leftFoot: { at: [BACK, 0, -5], pitch: 68, out: 0 },
  rightKnee: [1, 1, 0.1],
  leftKnee: [0.25, -1, 0],
};

const PHASES: readonly Phase[] = [
  { name: '1 prayer', takes: 0.22, hold: 0.2, ...PRAYER },
  { name: 'hands rise', takes: 0.22, ...BEFORE_THE_FACE },
  { name: '2 raised arms', takes: 0.22, hold: 0.1, ...RAISED },
  { name: 'hinge', takes: 0.26, ...HINGE },
  { name: '3 forward fold', takes: 0.24, hold: 0.1, ...FOLD },
  { name: 'knees soft', takes: 0.18, ...CROUCH },
  {
    name: 'right foot back',
    takes: 0.18,
    ...STEP_TRUNK,
    rightFoot: { at: [-25, 6, 5], pitch: 68, out: 0 },
    leftFoot: FRONT_LEFT,
    rightKnee: [0.8, -0.5, 0.1],
    leftKnee: [1, 0.4, -0.1],
  },
  { name: '4 lunge', takes: 0.2, hold: 0.12, ...LUNGE_TRUNK, ...RIGHT_BACK },
  {
    name: 'left foot passes under the chest',
    takes: 0.14,
    ...PALMS_DOWN,
    hips: [-17, 28, 0],
    trunk: { pelvis: 47.5, chest: 92, head: 72 },
    rightFoot: { at: [BACK, 0, 5], pitch: 68, out: 0 },
    leftFoot: { at: [-12, 5, -5], pitch: 60, out: 0 },
    rightKnee: [0.3, -1, 0],
    leftKnee: [1, 0.3, -0.1],
    elbows: [-1, 0.4, 0.5],
  },
  {
    name: 'left foot back',
    takes: 0.14,
    ...PALMS_DOWN,
    hips: [-15, 27.5, 0],
    trunk: { pelvis: 62, chest: 82, head: 62 },
    rightFoot: { at: [BACK, 0, 5], pitch: 69, out: 0 },
    leftFoot: { at: [-36, 6, -5], pitch: 80, out: 0 },
    rightKnee: [0.3, -1, 0],
    leftKnee: [0.6, -1, -0.1],
    elbows: [-1, 0.8, 0.4],
  },
  {
    name: '5 plank',
    takes: 0.18,
    hold: 0.1,
    ...PALMS_DOWN,
    ...backFeet(70),
    hips: [-10.5, 23.6, 0],
    trunk: { pelvis: 71.5, chest: 70.5, head: 58 },
    elbows: [-1, 1.1, 0.3],
  },
  {
    name: '6 knees, chest and chin',
    takes: 0.38,
    hold: 0.12,
    ...PALMS_DOWN,
    ...backFeet(80),
    hips: [-17.2, 22.4, 0],
    trunk: { pelvis: 107, chest: 107, head: 80 },
    elbows: [-1, 0.3, 0.4],
  },
  {
    name: 'slide through',
    takes: 0.18,
    ...PALMS_DOWN,
    ...backFeet(100),
    rightFoot: { at: [-60, 1, 5], pitch: 100, out: 0 },
    leftFoot: { at: [-60, 1, -5], pitch: 100, out: 0 },
    hips: [-9, 15.5, 0],
    trunk: { pelvis: 90, chest: 70, head: 42 },
    elbows: [-1, 0.3, 0.35],
  },
  {
    name: '7 cobra',
    takes: 0.22,
    hold: 0.14,
    ...PALMS_DOWN,
    hips: [-8.6, 6.6, 0],
    trunk: { pelvis: 60, chest: 24, head: -4 },
    rightFoot: { at: [-66, 4.6, 5], pitch: 146, out: 0 },
    leftFoot: { at: [-66, 4.6, -5], pitch: 146, out: 0 },
    rightKnee: [0.2, -1, 0],
    leftKnee: [0.2, -1, 0],
    elbows: [-1, 0, 0.35],
  },
  {
    name: 'toes tucked, hips lift',
    takes: 0.2,
    ...PALMS_DOWN,
    ...backFeet(92),
    rightFoot: { at: [-59, 0.5, 5], pitch: 92, out: 0 },
    leftFoot: { at: [-59, 0.5, -5], pitch: 92, out: 0 },
    hips: [-12, 24, 0],
    trunk: { pelvis: 86, chest: 66, head: 44 },
    elbows: [-1, 0.2, 0.5],
  },
  {
    name: '8 downward dog',
    takes: 0.26,
    hold: 0.2,
    ...PALMS_DOWN,
    ...backFeet(32),
    hips: [-32.6, 45.3, 0],
    trunk: { pelvis: 134, chest: 136, head: 146 },
    rightKnee: [1, -0.6, 0],
    leftKnee: [1, -0.6, 0],
    elbows: [-0.6, 0.2, 0.8],
  },
  {
    name: 'right foot forward',
    takes: 0.2,
    ...PALMS_DOWN,
    hips: [-22, 34, 0],
    trunk: { pelvis: 74, chest: 97, head: 82 },
    rightFoot: { at: [-30, 5, 5], pitch: 60, out: 0 },
    leftFoot: { at: [BACK, 0, -5], pitch: 56, out: 0 },
    rightKnee: [1, 0.2, 0.1],
    leftKnee: [0.4, -1, 0],
    elbows: [-0.8, 0.6, 0.5],
  },
  {
    name: 'right foot passes under the chest',
    takes: 0.14,
    ...PALMS_DOWN,
    hips: [-17, 28, 0],
    trunk: { pelvis: 47.5, chest: 92, head: 72 },
    rightFoot: { at: [-10, 5, 5], pitch: 44, out: 0 },
    leftFoot: { at: [BACK, 0, -5], pitch: 66, out: 0 },
    rightKnee: [1, 0.4, 0.1],
    leftKnee: [0.3, -1, 0],
    elbows: [-1, 0.4, 0.5],
  },
  { name: '9 lunge', takes: 0.22, hold: 0.12, ...LUNGE_TRUNK, ...LEFT_BACK },
  {
    name: 'left foot forward',
    takes: 0.18,
    ...STEP_TRUNK,
    rightFoot: FRONT,
    leftFoot: { at: [-25, 6, -5], pitch: 62, out: 0 },
    rightKnee: [1, 0.4, 0.1],
    leftKnee: [0.8, -0.5, -0.1],
  },
  { name: 'knees soft again', takes: 0.18, ...CROUCH },
  { name: '10 forward fold', takes: 0.18, hold: 0.1, ...FOLD },
  { name: 'hinge again', takes: 0.24, ...HINGE },
  { name: '11 raised arms', takes: 0.26, hold: 0.1, ...RAISED },
  { name: '12 hands sink to prayer', takes: 0.22, ...BEFORE_THE_FACE },
];

export const suryaNamaskar: Movement = {
  slug: 'surya-namaskar',
  shows:
    'On a mat, the figure goes through the twelve positions of the sun salutation: prayer, raised arms, forward fold, lunge, plank, knees, chest and chin down, cobra, downward dog, lunge, forward fold, raised arms, and back to prayer.',
  view: { yaw: 26, pitch: 10 },
  hands: 'palm',
  planted: [],
  gear: [mat(-26, 48)],
  stance: {},
  phases: PHASES,
  shadow: [-26, -1.4, 0],
  largest: 1.5,
  sheet: [2, 15],
  flow: true,
};
