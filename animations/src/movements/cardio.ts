import { CRANK, exerciseBike, treadmill } from '../equipment/machines.ts';
import type { Vec } from '../geometry/vector.ts';
import { type Gait, groundSpeedOf, phasesOf } from '../motion/gait.ts';
import type { Movement, Phase } from '../motion/movement.ts';

/** 6.5 km/h for a person of 1.75 m: 125 steps a minute, a foot on the ground for 60 % of each cycle. */
const WALK: Gait = {
  cycle: 0.96,
  stance: 0.6,
  lands: 26,
  leaves: -20,
  aside: 4,
  ground: 5,
  foot: [
    [0, 26, 0, -20],
    [0.1, 18, 0, 0],
    [0.36, -1.6, 0, 0],
    [0.6, -20, 0, 48],
    [0.72, -9, 6, 44],
    [0.86, 17, 4.4, 0],
    [0.96, 28.5, 4.6, -20],
  ],
  arm: [
    [0, -30, 4],
    [0.5, 24, 58],
  ],
  // The pelvis turns with the leg that goes ahead, the chest against it; over the standing leg the free hip drops a little.
  trunk: [
    { at: 0, high: 55.2, lean: [5, 4, 3], turn: [5, -5], heart: 1.06 },
    { at: 0.2, high: 57, lean: [4, 3, 3], turn: [0, 0], drop: -3, heart: 0.94 },
    { at: 0.5, high: 55.2, lean: [5, 4, 3], turn: [-5, 5], heart: 1.06 },
    { at: 0.7, high: 57, lean: [4, 3, 3], turn: [0, 0], drop: 3, heart: 0.94 },
  ],
};

/** 150 steps a minute of a fast run is 0.72 s a cycle; a foot is on the ground for 35 % of it, both are in the air for 30 %. */
const RUN: Gait = {
  cycle: 0.72,
  stance: 0.35,
  lands: 12,
  leaves: -21,
  aside: 3,
  ground: 0,
  foot: [
    [0, 12, 0, -5],
    [0.08, 4.5, 0, 0],
    [0.2, -6.8, 0, 4],
    [0.35, -21, 0, 52],
    [0.5, -33, 19, 104],
    [0.62, -20, 27, 92],
    [0.76, 7, 19, 40],
    [0.9, 20, 7.5, 2],
  ],
  arm: [
    [0, -42, 48],
    [0.5, 34, 124],
  ],
  trunk: [
    { at: 0, high: 50.6, lean: [10, 8, 4], turn: [3, -4], heart: 1.08 },
    { at: 0.17, high: 49.4, lean: [11, 9, 4], turn: [0, 2], drop: -3, heart: 1 },
    { at: 0.42, high: 53, lean: [9, 8, 4], turn: [-4, 5], heart: 0.93 },
    { at: 0.5, high: 50.6, lean: [10, 8, 4], turn: [-3, 4], heart: 1.08 },
    { at: 0.67, high: 49.4, lean: [11, 9, 4], turn: [0, -2], drop: 3, heart: 1 },
    { at: 0.92, high: 53, lean: [9, 8, 4], turn: [4, -5], heart: 0.93 },
  ],
};

export const briskWalking: Movement = {
  slug: 'brisk-walking',
  shows:
    'On a treadmill, the figure walks briskly and upright: each heel lands first, the foot rolls over to the toes, one foot is always on the belt, and bent arms swing with the opposite leg.',
  view: { yaw: 16, pitch: 9 },
  ground: WALK.ground,
  planted: [],
  groundSpeed: groundSpeedOf(WALK),
  steadyFeet: true,
  gear: [treadmill(WALK.cycle)],
  stance: { knees: [1, 0, 0.05] },
  phases: phasesOf(WALK),
  sheet: [0, 3],
};

export const running: Movement = {
  slug: 'running',
  shows:
    'The figure runs with quick, light steps: it lands under the hips, leaning slightly forward, elbows bent, and both feet leave the ground between steps.',
  view: { yaw: 16, pitch: 8 },
  planted: [],
  groundSpeed: groundSpeedOf(RUN),
  steadyFeet: true,
  marks: { every: (groundSpeedOf(RUN) * RUN.cycle) / 3, count: 3, from: -50, long: 11, aside: 13 },
  gear: [],
  stance: { knees: [1, 0, 0.05] },
  phases: phasesOf(RUN),
  shadow: [0, 0, 0],
  sheet: [0, 3],
};

const CRANK_LENGTH = 9.7;
const TURNS = 12;
/** 80 turns a minute */
const TURN_SECONDS = 0.75;

/** The ball of a foot on its pedal; 0 is the top, a quarter turn is ahead. The heel sinks a little on the way down. */
function onPedal(turn: number, aside: number): { at: Vec; pitch: number; out: number } {
  const angle = turn * 2 * Math.PI;
  const [x, y] = CRANK;
  return {
    at: [x + CRANK_LENGTH * Math.sin(angle), y + CRANK_LENGTH * Math.cos(angle) + 0.9, aside],
    pitch: 14 - 10 * Math.cos(angle - 0.5),
    out: 2,
  };
}

export const stationaryCycling: Movement = {
  slug: 'stationary-cycling',
  shows:
    'On a stationary bike, the figure pedals evenly: the knee stays slightly bent at the bottom of each turn, the balls of the feet on the pedals, the trunk leaning forward with loose shoulders.',
  view: { yaw: 22, pitch: 9 },
  toesBend: false,
  planted: [],
  steadyFeet: true,
  gear: [exerciseBike],
  stance: {
    hips: [-17, 68, 0],
    trunk: { pelvis: 36, chest: 40, head: 22 },
    hands: [29, 83, 9],
    elbows: [-0.2, -1, 0.35],
    knees: [1, 0.6, 0.05],
  },
  phases: Array.from({ length: TURNS }, (_, i): Phase => ({
    ...(i === 0 && { name: 'right pedal up' }),
    ...(i === TURNS / 2 && { name: 'right pedal down' }),
    takes: TURN_SECONDS / TURNS,
    rightFoot: onPedal(i / TURNS, 7),
    leftFoot: onPedal(i / TURNS + 0.5, -7),
    heart: i % (TURNS / 2) < TURNS / 4 ? 1.06 : 0.95,
  })),
  shadow: [6, 0, 0],
  sheet: [0, 6],
};
