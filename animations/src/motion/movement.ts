import type { HandUse } from '../body/skeleton.ts';
import type { Side } from '../body/pose.ts';
import type { Gear } from '../equipment/gear.ts';
import type { Vec } from '../geometry/vector.ts';
import type { Words } from './words.ts';

/** One key position. */
export type Phase = Words & {
  /** As a trainer would call it. */
  name?: string;
  /** Seconds from the position before; of the first one, from the last. */
  takes: number;
  /** Seconds that it is held. */
  hold?: number;
};

/** What stays where it is throughout the movement. */
export type Planted =
  | 'feet'
  | 'right foot'
  | 'left foot'
  | 'heels'
  | 'palms'
  | 'left palm'
  | 'elbows'
  | 'left elbow'
  | 'left knee'
  | 'left hand';

/** An exercise as it is drawn. */
export interface Movement {
  readonly slug: string;
  /** What the animation shows, for people who do not see it. */
  readonly shows: string;
  /** Where one looks from: degrees round the figure (0 from its right side, 90 from the front, less than 0 from behind) and from above. */
  readonly view: { readonly yaw: number; readonly pitch: number };
  readonly hands?: HandUse | Readonly<Record<Side, HandUse>>;
  readonly handsMoveWith?: 'chest' | 'head';
  readonly armsHangFrom?: 'room';
  readonly ground?: number;
  readonly toesBend?: false;
  readonly planted: readonly Planted[];
  readonly gear: readonly Gear[];
  readonly stance: Words;
  readonly phases: readonly Phase[];
  /** Hands and feet that touch the ground in turn: while they do, they go with it at this speed, units a second backwards. */
  readonly groundSpeed?: number;
  /** Marks on the ground that pass under somebody who stays in the middle of the picture. */
  readonly marks?: GroundMarks;
  /** Feet move at a steady pace between positions instead of slowing down at turning points: on a belt, on pedals. */
  readonly steadyFeet?: boolean;
  /** Middle of the ground's shadow; by default under the figure. */
  readonly shadow?: Vec;
  /** px a unit at most, where the figure is to stay small. */
  readonly largest?: number;
  /** The two phases that the contact sheet shows. */
  readonly sheet?: readonly [number, number];
  /** A flow through many positions, which may be shown at a calmer rate. */
  readonly flow?: true;
}

/** Strokes ahead, `every` units apart, that come round after `count` of them; units and units a second. */
export interface GroundMarks {
  readonly every: number;
  readonly count: number;
  readonly from: number;
  readonly long: number;
  readonly aside: number;
}
