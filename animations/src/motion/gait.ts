import { DEGREE, type Vec } from '../geometry/vector.ts';
import type { Phase } from './movement.ts';
import { curveThrough } from './curve.ts';
import { joined, type Words } from './words.ts';

/** A way of going: what one foot and the opposite arm do in a cycle, and what the trunk does twice. */
export interface Gait {
  /** seconds of a whole cycle, two steps */
  readonly cycle: number;
  /** Part of the cycle that a foot is on the ground. */
  readonly stance: number;
  /** Where the ball lands and where it leaves, and how far from the middle line. */
  readonly lands: number;
  readonly leaves: number;
  readonly aside: number;
  readonly ground: number;
  /** The foot from its landing on: part of the cycle, forward, up, pitch. */
  readonly foot: readonly (readonly [at: number, forward: number, up: number, pitch: number])[];
  /** The arm of the same side: part of the cycle, upper arm and forearm forward. */
  readonly arm: readonly (readonly [at: number, upper: number, fore: number])[];
  /** The trunk: part of the cycle, height of the hips, leans, turns of pelvis and chest to the left, pelvis dropped to the right, heart. */
  readonly trunk: readonly TrunkAt[];
}

interface TrunkAt {
  readonly at: number;
  readonly high: number;
  readonly lean: readonly [pelvis: number, chest: number, head: number];
  readonly turn: readonly [pelvis: number, chest: number];
  readonly drop?: number;
  readonly heart: number;
}

const SAMPLES = 12;
const HEEL_TO_BALL = 11.5;
/** How wide the arms hang. */
const ARM_OUT = 8;

/** Speed of the ground, units a second: a foot on it goes with it. */
export const groundSpeedOf = ({ lands, leaves, stance, cycle }: Gait): number => (lands - leaves) / (stance * cycle);

/** The cycle as phases. A foot on the ground travels with it at a steady speed; in the air it follows its track. */
export function phasesOf(gait: Gait, base: Words = {}): Phase[] {
  const foot = track(gait.foot);
  const arm = track(gait.arm);
  const { at: trunkAt } = trunkOf(gait);
  const footAt = (part: number) => placeOfFoot(gait, foot, wrapped(part));
  return Array.from({ length: SAMPLES }, (_, i) => {
    const part = i / SAMPLES;
    const opposite = wrapped(part + 0.5);
    const right = footAt(part);
    const left = footAt(opposite);
    const [rightArm, leftArm] = [arm(part), arm(opposite)].map(([upper = 0, fore = 0]) => ({
      upper: [upper, ARM_OUT] as const,
      fore: [fore, -2] as const,
    }));
    return {
      ...(i === 0 && { name: 'landing' }),
      ...(i === SAMPLES / 4 && { name: 'middle of the step' }),
      takes: gait.cycle / SAMPLES,
      ...joined(base, trunkAt(part)),
      rightFoot: { at: right.ball, pitch: right.pitch, out: 4 },
      leftFoot: { at: [left.ball[0], left.ball[1], -left.ball[2]], pitch: left.pitch, out: 4 },
      ...(rightArm && { rightArm }),
      ...(leftArm && { leftArm }),
    };
  });
}

type Track = (part: number) => number[];

const track = (keys: readonly (readonly number[])[]): Track =>
  curveThrough(
    keys.map(([at = 0, ...values]) => ({ at, values })),
    1,
  );

function trunkOf({ trunk }: Gait): { at: (part: number) => Words } {
  const values = track(
    trunk.map(({ at, high, lean, turn, drop = 0, heart }) => [at, high, ...lean, ...turn, drop, heart]),
  );
  return {
    at: (part) => {
      const [high = 0, pelvis = 0, chest = 0, head = 0, pelvisTurn = 0, chestTurn = 0, drop = 0, heart = 1] =
        values(part);
      return {
        hips: [0, high, 0],
        trunk: { pelvis, chest, head },
        twist: { pelvis: pelvisTurn, chest: chestTurn, head: 0 },
        roll: { pelvis: drop, chest: 0, head: 0 },
        heart,
      };
    },
  };
}

function placeOfFoot(gait: Gait, foot: Track, part: number): { ball: Vec; pitch: number } {
  const [forward = 0, up = 0, pitch = 0] = foot(part);
  if (part >= gait.stance) return { ball: [forward, up + gait.ground, gait.aside], pitch };
  const x = gait.lands - ((gait.lands - gait.leaves) * part) / gait.stance;
  if (pitch >= 0) return { ball: [x, gait.ground, gait.aside], pitch };
  // Toes up: the heel is what touches the ground, and the ball is over it.
  const [cos, sin] = [Math.cos(pitch * DEGREE), -Math.sin(pitch * DEGREE)];
  return { ball: [x - HEEL_TO_BALL + HEEL_TO_BALL * cos, HEEL_TO_BALL * sin + gait.ground, gait.aside], pitch };
}

const wrapped = (part: number): number => ((part % 1) + 1) % 1;
