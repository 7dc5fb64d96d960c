import { mirrored, type Vec } from '../geometry/vector.ts';
import type { Turn } from '../geometry/frame.ts';
import type { FootPlace, LegAngles, Pose, SidePose } from '../body/pose.ts';

/**
 * A pose as a trainer would say it. Points are forward, up, right in percent of the body's height; angles are degrees.
 * What is said of both sides holds for the right one and, mirrored, for the left one; what is said of one side counts
 * more. What is not said stays as the stance has it.
 */
export interface Words {
  /** Where the body is: by the middle of the hips, by the middle of the shoulders, or by straight legs at this angle over the feet. */
  hips?: Vec;
  shoulders?: Vec;
  legsAt?: number;
  /** How far each part of the trunk leans forward; 90 is face down, −90 face up. */
  trunk?: ThreeParts;
  /** To the left, about the body's own length. The head turns with the chest unless it is said. */
  twist?: ThreeParts;
  /** To the left, about the plumb line. */
  yaw?: ThreeParts;
  /** Towards the right side. */
  roll?: ThreeParts;

  feet?: FootWords;
  rightFoot?: FootWords;
  leftFoot?: FootWords;
  knees?: Vec;
  rightKnee?: Vec;
  leftKnee?: Vec;
  legs?: LegWords;
  rightLeg?: LegWords;
  leftLeg?: LegWords;

  hands?: Vec;
  rightHand?: Vec;
  leftHand?: Vec;
  fingers?: Vec;
  leftFingers?: Vec;
  backsOfHands?: Vec;
  /** `[forward, out]` from hanging down. */
  arms?: ArmWords;
  rightArm?: ArmWords;
  leftArm?: ArmWords;
  elbows?: Vec;
  rightElbow?: Vec;
  leftElbow?: Vec;
  /** The shoulder blades: forward, up, in. */
  blades?: Vec;
  rightBlade?: Vec;
  leftBlade?: Vec;

  dumbbells?: number;
  heart?: number;
}

interface ThreeParts {
  pelvis?: number;
  chest?: number;
  head?: number;
}

/** A foot by its ball; `pitch` lifts the heel, `out` turns the toes out. */
interface FootWords {
  at?: Vec;
  pitch?: number;
  out?: number;
  toes?: Vec;
  instep?: Vec;
}

type LegWords = Partial<LegAngles>;

interface ArmWords {
  upper: readonly [forward: number, out: number];
  fore: readonly [forward: number, out: number];
}

/** What is said later counts more, down to the parts of a part. */
export function joined(stance: Words, phase: Words): Words {
  const result: Record<string, unknown> = { ...stance };
  for (const [name, value] of Object.entries(phase)) {
    const before = result[name];
    result[name] = isParts(before) && isParts(value) ? { ...before, ...value } : value;
  }
  return result;
}

const isParts = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was said, worked out for both sides. */
export function poseOf(words: Words): Pose {
  const { hips, shoulders, legsAt } = words;
  return {
    root: { ...(hips && { hips }), ...(shoulders && { shoulders }), ...(legsAt !== undefined && { legsAt }) },
    ...trunkOf(words),
    right: sideOf(words, 'right'),
    left: sideOf(words, 'left'),
    dumbbells: words.dumbbells ?? 0,
    heart: words.heart ?? 1,
  };
}

function trunkOf({ trunk = {}, twist = {}, yaw = {}, roll = {} }: Words): Record<'pelvis' | 'chest' | 'head', Turn> {
  const follows = ({ pelvis = 0, chest = pelvis, head = chest }: ThreeParts) => ({ pelvis, chest, head });
  const [lean, yaws, rolls] = [follows(trunk), follows(yaw), follows(roll)];
  const twists = { pelvis: twist.pelvis ?? 0, chest: twist.chest ?? 0, head: twist.head ?? twist.chest ?? 0 };
  const turn = (part: 'pelvis' | 'chest' | 'head'): Turn => ({
    lean: lean[part],
    yaw: yaws[part],
    roll: rolls[part],
    twist: twists[part],
  });
  return { pelvis: turn('pelvis'), chest: turn('chest'), head: turn('head') };
}

function sideOf(words: Words, side: 'right' | 'left'): SidePose {
  const flip = side === 'left' ? mirrored : (vec: Vec) => vec;
  const point = (one: Vec | undefined, both: Vec | undefined) => one ?? (both && flip(both));
  const isLeft = side === 'left';
  const ownFoot = isLeft ? words.leftFoot : words.rightFoot;
  const leg = (isLeft ? words.leftLeg : words.rightLeg) ?? words.legs;
  const foot = leg
    ? undefined
    : ((ownFoot && footOf(ownFoot, side, false)) ?? (words.feet && footOf(words.feet, side, isLeft)));
  const arm = (isLeft ? words.leftArm : words.rightArm) ?? words.arms;
  const hand = point(isLeft ? words.leftHand : words.rightHand, words.hands);
  const knee = point(isLeft ? words.leftKnee : words.rightKnee, words.knees);
  const elbow = point(isLeft ? words.leftElbow : words.rightElbow, words.elbows);
  const fingers = point(isLeft ? words.leftFingers : undefined, words.fingers);
  const backOfHand = point(undefined, words.backsOfHands);
  return {
    ...(foot && { foot }),
    ...(leg && { leg: { thigh: 0, shank: 0, foot: 0, thighOut: 0, shankOut: 0, ...leg } }),
    ...(knee && { knee }),
    blade: (isLeft ? words.leftBlade : words.rightBlade) ?? words.blades ?? [0, 0, 0],
    ...(hand && { hand }),
    ...(fingers && { fingers }),
    ...(backOfHand && { backOfHand }),
    ...(arm &&
      !hand && {
        arm: {
          upper: { forward: arm.upper[0], out: arm.upper[1] },
          fore: { forward: arm.fore[0], out: arm.fore[1] },
        },
      }),
    ...(elbow && { elbow }),
  };
}

function footOf(foot: FootWords, side: 'right' | 'left', mirror: boolean): FootPlace {
  const flip = mirror ? mirrored : (vec: Vec) => vec;
  return {
    ball: flip(foot.at ?? [0, 0, 0]),
    pitch: foot.pitch ?? 0,
    turn: (foot.out ?? 0) * (side === 'left' ? -1 : 1),
    ...(foot.toes && { toes: flip(foot.toes) }),
    ...(foot.instep && { instep: flip(foot.instep) }),
  };
}
