import { add, along, length, scaled, squareTo, sub, unit, type Vec } from './vector.ts';

export interface TwoBones {
  /** Knee or elbow. */
  readonly joint: Vec;
  /** Where the second bone ends: at the target, or as near as the bones reach. */
  readonly end: Vec;
  /** To which side the joint stands out. */
  readonly bend: Vec;
  /** How far the end is from the target, in units of the body. */
  readonly missedBy: number;
}

/** A limb is never quite straight here: at full stretch the joint could stand out to any side. */
const STRETCH = 0.9995;

/**
 * Bends two bones so that the second ends at the target.
 * @param pole the side to which the joint is to stand out; not within 25° of the line to the target, where it would flip
 */
export function twoBones(from: Vec, target: Vec, first: number, second: number, pole: Vec): TwoBones {
  const line = sub(target, from);
  const wanted = length(line);
  const reach = Math.min((first + second) * STRETCH, Math.max(Math.abs(first - second) + 0.01, wanted));
  const direction = unit(line);
  const foot = (first * first - second * second + reach * reach) / (2 * reach);
  const height = Math.sqrt(Math.max(0, first * first - foot * foot));
  const bend = squareTo(pole, direction);
  return {
    joint: add(along(from, direction, foot), scaled(bend, height)),
    end: along(from, direction, reach),
    bend,
    missedBy: Math.abs(wanted - reach),
  };
}
