import { type Frame, frameOf, placeIn } from '../geometry/frame.ts';
import { add, along, between, scaled, sub, unit, type Vec } from '../geometry/vector.ts';
import { type Arm, armOf } from './arm.ts';
import { footOf } from './foot.ts';
import { type Leg, legOf, legByAngles } from './leg.ts';
import { BODY, STRAIGHT_LEG } from './measures.ts';
import { type Pose, type Side, SIDES, signOf } from './pose.ts';

/** What a hand does: closes on something, lies flat on it, or the whole forearm lies on it. */
export type HandUse = 'grip' | 'palm' | 'forearm';

/** What stays the same throughout a movement and says how its poses are to be read. */
export interface Rules {
  readonly hands: Readonly<Record<Side, HandUse>>;
  /** Hands are given in the frame of the chest or the head, which carries them. */
  readonly handsMoveWith: 'room' | 'chest' | 'head';
  /** Angles of arms count from the room's plumb line, or from the chest. */
  readonly armsHangFrom: 'room' | 'chest';
  /** Height of what the feet stand on. */
  readonly ground: number;
  /** Shoes that bend at the ball, or toes that stay in line with the foot. */
  readonly toesBend: boolean;
}

/** Every joint of one pose, in the room. */
export interface Skeleton {
  readonly pelvis: Frame;
  readonly chest: Frame;
  readonly face: Frame;
  readonly hips: Vec;
  readonly waist: Vec;
  readonly neck: Vec;
  readonly skull: Vec;
  readonly head: Vec;
  readonly right: Limbs;
  readonly left: Limbs;
}

interface Limbs {
  readonly leg: Leg;
  readonly arm: Arm;
}

/** Works a pose out, joint by joint: trunk, then legs, then arms. */
export function skeletonOf(pose: Pose, rules: Rules): Skeleton {
  const pelvis = frameOf(pose.pelvis);
  const chest = frameOf(pose.chest);
  const face = frameOf(pose.head);
  const feet = { right: footOf(pose.right.foot, rules), left: footOf(pose.left.foot, rules) };
  const hips = hipsOf(pose, feet.right?.ankle, feet.left?.ankle, pelvis, chest);
  const waist = along(hips, pelvis.top, BODY.lumbar);
  const neck = along(waist, chest.top, BODY.thorax);
  const skull = along(neck, unit(add(chest.top, face.top)), BODY.neck);
  const head = along(skull, face.top, BODY.head);

  const limbs = (side: Side): Limbs => {
    const sign = signOf(side);
    const given = pose[side];
    const hip = placeIn(pelvis, hips, [0, 0, BODY.hipHalf * sign]);
    const foot = feet[side];
    const leg = given.leg
      ? legByAngles(hip, given.leg, sign, pelvis)
      : legOf(hip, required(foot, 'A leg needs a foot or angles.'), given.knee, sign, pelvis);
    const [forward, up, inward] = given.blade;
    const shoulder = placeIn(chest, waist, [forward, BODY.shoulderUp + up, (BODY.shoulderHalf - inward) * sign]);
    const carried = { room: undefined, chest: { frame: chest, at: waist }, head: { frame: face, at: head } };
    return {
      leg,
      arm: armOf({
        shoulder,
        given,
        sign,
        chest,
        rules,
        use: rules.hands[side],
        carrier: carried[rules.handsMoveWith],
      }),
    };
  };
  const [right, left] = SIDES.map(limbs) as [Limbs, Limbs];
  return { pelvis, chest, face, hips, waist, neck, skull, head, right, left };
}

function hipsOf(
  { root }: Pose,
  rightAnkle: Vec | undefined,
  leftAnkle: Vec | undefined,
  pelvis: Frame,
  chest: Frame,
): Vec {
  if (root.hips) return root.hips;
  if (root.shoulders) {
    const spine = add(scaled(pelvis.top, BODY.lumbar), scaled(chest.top, BODY.shoulderUp));
    return sub(root.shoulders, spine);
  }
  const right = required(rightAnkle, 'Straight legs stand on feet.');
  const left = required(leftAnkle, 'Straight legs stand on feet.');
  const angle = (required(root.legsAt, 'A pose needs hips, shoulders or straight legs.') * Math.PI) / 180;
  const [x, y, z] = between(right, left, 0.5);
  // Feet closer together than the hips, or wider apart, take a little from the legs' height.
  const aside = (right[2] - left[2]) / 2 - BODY.hipHalf;
  const high = Math.sqrt(STRAIGHT_LEG * STRAIGHT_LEG - aside * aside);
  return [x + Math.cos(angle) * high, y + Math.sin(angle) * high, z];
}

function required<T>(value: T | undefined, because: string): T {
  if (value === undefined) throw new Error(because);
  return value;
}
