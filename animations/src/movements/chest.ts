import { flatBench, pressRack, woodenBench } from '../equipment/furniture.ts';
import { barbell, dumbbells } from '../equipment/weights.ts';
import type { Movement } from '../motion/movement.ts';

export const barbellBenchPress: Movement = {
  slug: 'barbell-bench-press',
  shows:
    'Lying on a flat bench with both feet on the floor, the figure lowers a barbell from straight arms to the lower chest, elbows about halfway between ribs and shoulders, and presses it back up over the shoulders.',
  view: { yaw: -32, pitch: 16 },
  planted: ['feet'],
  gear: [flatBench, pressRack, barbell({ grip: 27 })],
  stance: {
    hips: [0, 30, 0],
    trunk: { pelvis: -93, chest: -84, head: -90 },
    blades: [-1.2, -0.6, 0],
    feet: { at: [28, 0, 13], pitch: 0, out: 14 },
    knees: [1, 1, 0.5],
    elbows: [0.25, -1, 0.75],
  },
  phases: [
    { name: 'top', takes: 0.86, hold: 0.4, hands: [-27, 66.2, 19.5] },
    { name: 'chest', takes: 1.46, hold: 0.25, hands: [-21, 38.6, 19.5] },
  ],
};

export const pushUp: Movement = {
  slug: 'push-up',
  shows:
    'On hands and toes with the body in one line from head to heels, the figure lowers the chest close to the floor, elbows at about 45 degrees, and pushes back up to straight arms.',
  view: { yaw: 28, pitch: 12 },
  hands: 'palm',
  planted: ['feet', 'palms'],
  gear: [],
  stance: {
    feet: { at: [0, 0, 4.5], pitch: 70, out: 0 },
    hands: [72.5, 0, 15.5],
    fingers: [1, 0, 0.12],
    elbows: [-1, 1, 0.6],
    knees: [0, -1, 0],
  },
  phases: [
    {
      name: 'top',
      takes: 0.82,
      hold: 0.3,
      legsAt: 19.3,
      trunk: { pelvis: 70.7, chest: 69.2, head: 58.7 },
      feet: { pitch: 68.7 },
    },
    {
      name: 'bottom',
      takes: 1.38,
      hold: 0.12,
      legsAt: 4,
      trunk: { pelvis: 86, chest: 84.5, head: 74 },
      feet: { pitch: 84 },
      blades: [-1, 0, 0],
    },
  ],
};

export const dumbbellBenchPress: Movement = {
  slug: 'dumbbell-bench-press',
  shows:
    'Lying on a flat bench, the figure lowers two dumbbells outward until the upper arms are level with the body, then presses them up and a little together over the chest.',
  view: { yaw: -34, pitch: 18 },
  planted: ['feet'],
  gear: [flatBench, ...dumbbells({ lies: 'across' })],
  stance: {
    hips: [0, 30, 0],
    trunk: { pelvis: -93, chest: -84, head: -90 },
    blades: [-1.2, -0.6, 0],
    feet: { at: [28, 0, 13], pitch: 0, out: 14 },
    knees: [1, 1, 0.5],
    elbows: [0.25, -1, 0.9],
  },
  phases: [
    { name: 'top', takes: 0.86, hold: 0.35, hands: [-27, 66.4, 12.5] },
    { name: 'bottom', takes: 1.46, hold: 0.2, hands: [-23, 47.6, 27] },
  ],
};

export const inclinePushUp: Movement = {
  slug: 'incline-push-up',
  shows:
    'With the hands on the edge of a bench and the body in one straight line, the figure lowers the lower chest to the edge and pushes back to straight arms.',
  view: { yaw: 28, pitch: 11 },
  hands: 'palm',
  planted: ['feet', 'palms'],
  gear: [woodenBench],
  stance: {
    feet: { at: [0, 0, 4.5], pitch: 50, out: 0 },
    hands: [60.5, 24, 14.5],
    fingers: [1, 0, 0.1],
    elbows: [-1, 0.2, 0.8],
    knees: [0, -1, 0],
  },
  phases: [
    {
      name: 'top',
      takes: 0.82,
      hold: 0.3,
      legsAt: 40.6,
      trunk: { pelvis: 49.4, chest: 47.9, head: 37.4 },
      feet: { pitch: 50 },
    },
    {
      name: 'bottom',
      takes: 1.38,
      hold: 0.12,
      legsAt: 24.5,
      trunk: { pelvis: 65.5, chest: 64, head: 53.5 },
      feet: { pitch: 65 },
      blades: [-1, 0, 0],
    },
  ],
};
