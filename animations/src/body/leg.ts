import type { Frame } from '../geometry/frame.ts';
import { twoBones } from '../geometry/two-bones.ts';
import { add, along, DEGREE, dot, length, scaled, squareTo, sub, unit, type Vec } from '../geometry/vector.ts';
import { type Foot, footAtAnkle } from './foot.ts';
import { BODY } from './measures.ts';
import type { LegAngles } from './pose.ts';

export interface Leg {
  readonly hip: Vec;
  readonly knee: Vec;
  readonly ankle: Vec;
  readonly foot: Foot;
  /** The side to which the knee stands out: the front of the leg. */
  readonly front: Vec;
  /** How far the ankle is from where the foot needs it. */
  readonly missedBy: number;
}

/** A leg between the hip and a foot that is somewhere. */
export function legOf(hip: Vec, foot: Foot, knee: Vec | undefined, sign: 1 | -1, pelvis: Frame): Leg {
  const pole = knee ?? add(pelvis.front, scaled(pelvis.right, 0.12 * sign));
  const bones = twoBones(hip, foot.ankle, BODY.thigh, BODY.shank, pole);
  return { hip, knee: bones.joint, ankle: bones.end, foot, front: bones.bend, missedBy: bones.missedBy };
}

/** A leg whose angles are given. */
export function legByAngles(hip: Vec, angles: LegAngles, sign: 1 | -1, pelvis: Frame): Leg {
  const knee = along(hip, hanging(angles.thigh, angles.thighOut * sign), BODY.thigh);
  const ankle = along(knee, hanging(angles.shank, angles.shankOut * sign), BODY.shank);
  const pointing = (angles.shank + 90 + angles.foot) * DEGREE;
  const forward: Vec = [Math.sin(pointing), -Math.cos(pointing), 0];
  const up: Vec = [Math.cos(pointing), Math.sin(pointing), 0];
  const line = unit(sub(ankle, hip));
  const offset = sub(knee, hip);
  const aside = sub(offset, scaled(line, dot(offset, line)));
  // A straight leg has no side of its own to which it bends.
  const front = length(aside) > 0.4 ? unit(aside) : squareTo(pelvis.front, line);
  return { hip, knee, ankle, foot: footAtAnkle(ankle, forward, up), front, missedBy: 0 };
}

/** Degrees from hanging down, forward, and to the right. */
function hanging(forward: number, right: number): Vec {
  return unit([Math.sin(forward * DEGREE), -Math.cos(forward * DEGREE), Math.tan(right * DEGREE)]);
}
