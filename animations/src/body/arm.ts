import { directionIn, type Frame, placeIn } from '../geometry/frame.ts';
import { twoBones } from '../geometry/two-bones.ts';
import {
  add,
  along,
  DEGREE,
  distance,
  dot,
  length,
  scaled,
  squareTo,
  sub,
  unit,
  UP,
  type Vec,
} from '../geometry/vector.ts';
import { BODY } from './measures.ts';
import type { SidePose, Swing } from './pose.ts';
import type { HandUse, Rules } from './skeleton.ts';

export interface Arm {
  readonly shoulder: Vec;
  readonly elbow: Vec;
  readonly wrist: Vec;
  /** The middle of the closed hand. */
  readonly grip: Vec;
  /** Where the hand points. */
  readonly pointing: Vec;
  /** The side to which the elbow stands out: the back of the arm. */
  readonly back: Vec;
  /** Of a flat hand: where it lies, and where its back points. */
  readonly palm?: { readonly at: Vec; readonly back: Vec };
  /** How far the hand is from where it should be. */
  readonly missedBy: number;
}

interface Given {
  shoulder: Vec;
  given: SidePose;
  sign: 1 | -1;
  chest: Frame;
  rules: Pick<Rules, 'armsHangFrom'>;
  use: HandUse;
  carrier: { frame: Frame; at: Vec } | undefined;
}

/** How far the wrist is from the middle of a flat hand, and over it. */
const PALM_BEHIND = 4;
const PALM_ABOVE = 2;
const PALM_THICK = 1.2;

export function armOf({ shoulder, given, sign, chest, rules, use, carrier }: Given): Arm {
  const pole = given.elbow ?? directionIn(chest, [-1, -0.5, 0.35 * sign]);
  if (given.arm && !given.hand) {
    return byAngles(shoulder, given.arm, pole, (swing) => {
      const direction = hanging(swing, sign);
      return rules.armsHangFrom === 'room' ? direction : directionIn(chest, direction);
    });
  }
  if (!given.hand) throw new Error('An arm needs a hand or angles.');
  const hand = carrier ? placeIn(carrier.frame, carrier.at, given.hand) : given.hand;
  if (use === 'grip') return gripping(shoulder, hand, pole);
  const fingers = unit(given.fingers ?? [1, 0, 0]);
  if (use === 'forearm') return onForearm(shoulder, hand, fingers);
  return onPalm(shoulder, hand, fingers, given.backOfHand ? unit(given.backOfHand) : UP, pole);
}

function gripping(shoulder: Vec, hand: Vec, pole: Vec): Arm {
  const bones = twoBones(shoulder, hand, BODY.upperArm, BODY.forearm + BODY.grip, pole);
  const pointing = unit(sub(bones.end, bones.joint));
  return {
    shoulder,
    elbow: bones.joint,
    wrist: along(bones.joint, pointing, BODY.forearm),
    grip: bones.end,
    pointing,
    back: bones.bend,
    missedBy: bones.missedBy,
  };
}

function onPalm(shoulder: Vec, palm: Vec, fingers: Vec, back: Vec, pole: Vec): Arm {
  const wrist = along(along(palm, fingers, -PALM_BEHIND), back, PALM_ABOVE);
  const bones = twoBones(shoulder, wrist, BODY.upperArm, BODY.forearm, pole);
  return {
    shoulder,
    elbow: bones.joint,
    wrist: bones.end,
    grip: along(palm, back, PALM_THICK),
    pointing: fingers,
    back: bones.bend,
    palm: { at: palm, back },
    missedBy: bones.missedBy,
  };
}

/** The elbow itself is what is planted. */
function onForearm(shoulder: Vec, elbowAt: Vec, fingers: Vec): Arm {
  const elbow = along(shoulder, unit(sub(elbowAt, shoulder)), BODY.upperArm);
  const wrist = along(elbow, fingers, BODY.forearm);
  return {
    shoulder,
    elbow,
    wrist,
    grip: along(wrist, fingers, BODY.grip),
    pointing: fingers,
    back: scaled(fingers, -1),
    missedBy: Math.abs(distance(elbowAt, shoulder) - BODY.upperArm),
  };
}

function byAngles(shoulder: Vec, arm: { upper: Swing; fore: Swing }, pole: Vec, direction: (swing: Swing) => Vec): Arm {
  const pointing = direction(arm.fore);
  const elbow = along(shoulder, direction(arm.upper), BODY.upperArm);
  const wrist = along(elbow, pointing, BODY.forearm);
  const grip = along(wrist, pointing, BODY.grip);
  const line = unit(sub(grip, shoulder));
  const offset = sub(elbow, shoulder);
  const aside = add(offset, scaled(line, -dot(offset, line)));
  const back = length(aside) > 1 ? unit(aside) : squareTo(pole, line);
  return { shoulder, elbow, wrist, grip, pointing, back, missedBy: 0 };
}

function hanging({ forward, out }: Swing, sign: 1 | -1): Vec {
  const [f, o] = [forward * DEGREE, out * DEGREE];
  return [Math.sin(f) * Math.cos(o), -Math.cos(f) * Math.cos(o), Math.sin(o) * sign];
}
