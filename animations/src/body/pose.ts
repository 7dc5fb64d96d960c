import type { Turn } from '../geometry/frame.ts';
import type { Vec } from '../geometry/vector.ts';

/** A foot on something, by the ball, which is what stays where it is. */
export interface FootPlace {
  readonly ball: Vec;
  /** degrees: heel up is more, toes up is less than 0 */
  readonly pitch: number;
  /** degrees: toes to the figure's right */
  readonly turn: number;
  /** Both together, for a foot that lies on its edge: where the toes and the instep point. They stand for pitch and turn. */
  readonly toes?: Vec;
  readonly instep?: Vec;
}

/** A leg whose angles are what the exercise is about. Degrees from hanging down, forward is more. */
export interface LegAngles {
  readonly thigh: number;
  readonly shank: number;
  /** the foot, from square to the shank; toes pointed is less than 0 */
  readonly foot: number;
  /** to the outside */
  readonly thighOut: number;
  readonly shankOut: number;
}

/** Degrees from hanging down: forward and to the outside. */
export interface Swing {
  readonly forward: number;
  readonly out: number;
}

/** One side of the body. Points are in the room, unless the movement ties its hands to a part of the body. */
export interface SidePose {
  /** Where a planted foot is; or `leg`, where the angles say it. */
  readonly foot?: FootPlace;
  readonly leg?: LegAngles;
  /** To which side the knee bends; by default ahead of the pelvis and a little out. */
  readonly knee?: Vec;
  /** How far the shoulder blade carries the shoulder: forward, up, in. */
  readonly blade: Vec;
  /** Where the hand is; or `arm`, where the angles say it. */
  readonly hand?: Vec;
  /** Of a flat hand or a forearm on the floor: where the fingers, and the back of the hand, point. */
  readonly fingers?: Vec;
  readonly backOfHand?: Vec;
  readonly arm?: { readonly upper: Swing; readonly fore: Swing };
  /** To which side the elbow bends; by default behind the chest, down and a little out. */
  readonly elbow?: Vec;
}

/** From where the body is built up. */
interface Root {
  /** The middle between the hips; or … */
  readonly hips?: Vec;
  /** … between the shoulders, for a body that lies or hangs from them; or … */
  readonly shoulders?: Vec;
  /** … straight legs that stand at this angle over the feet, degrees. */
  readonly legsAt?: number;
}

export interface Pose {
  readonly root: Root;
  readonly pelvis: Turn;
  readonly chest: Turn;
  readonly head: Turn;
  readonly right: SidePose;
  readonly left: SidePose;
  /** How far dumbbells have turned in the hands, degrees. */
  readonly dumbbells: number;
  /** Size of the heart that stands for the circulation; 1 at rest. */
  readonly heart: number;
}

export type Side = 'right' | 'left';
export const SIDES = ['right', 'left'] as const;

/** 1 to the right, −1 to the left. */
export const signOf = (side: Side): 1 | -1 => (side === 'right' ? 1 : -1);
