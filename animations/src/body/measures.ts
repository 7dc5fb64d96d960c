/**
 * Lengths of the body in percent of its height, from the fractions of Drillis & Contini as given by Winter,
 * Biomechanics and Motor Control of Human Movement, 4th edition, figure 4.1.
 */
export const BODY = {
  thigh: 24.5,
  shank: 24.6,
  /** height of the ankle over the sole */
  ankle: 3.9,
  /** of the foot: behind and ahead of the ankle, and the toes ahead of the ball */
  heel: 4,
  ball: 7.5,
  toe: 3.7,
  hipHalf: 5.2,
  /** pelvis to waist, waist to the root of the neck */
  lumbar: 11,
  thorax: 19,
  /** shoulders above the waist, and to each side of it */
  shoulderUp: 16.6,
  shoulderHalf: 10.6,
  neck: 4.5,
  /** from the top of the neck to the middle of the head */
  head: 6.2,
  upperArm: 18.6,
  forearm: 14.6,
  /** from the wrist to the middle of a closed hand */
  grip: 4.2,
} as const;

/** Thigh and shank of a leg whose knee is not locked: a hair less than their sum. */
export const STRAIGHT_LEG = 48.95;
