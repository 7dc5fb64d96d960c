import type { Pose } from '../body/pose.ts';
import { type Rules, type Skeleton, skeletonOf } from '../body/skeleton.ts';
import { cameraAt } from '../drawing/camera.ts';
import { figureParts } from '../drawing/figure.ts';
import type { Lit } from '../drawing/muscles.ts';
import { type Fit, type Paper, paperOf } from '../drawing/paper.ts';
import type { Movement } from '../motion/movement.ts';
import { type Timeline, timelineOf } from '../motion/timeline.ts';
import { fitOf, type Ground } from './fit.ts';
import { groundOf } from './ground.ts';
import { COLOURS } from '../drawing/colours.ts';

/** Length of a picture’s side, px. */
export const PICTURE = 320;

/** A movement that is ready to be drawn at any moment of it. */
export interface Scene {
  readonly movement: Movement;
  readonly timeline: Timeline;
  readonly rules: Rules;
  readonly fit: Fit;
  readonly ground: Ground;
  at(second: number): Moment;
}

export interface Moment {
  readonly pose: Pose;
  readonly skeleton: Skeleton;
  readonly svg: string;
  /** left, top, right, bottom of figure and equipment, px */
  readonly reach: Paper['reach'];
}

/** Every frame is looked at for the fit: one sampled in steps could leave out the height of a jump. */
const FIT_RATE = 12.5;

export function sceneOf(movement: Movement, lit: Lit): Scene {
  const timeline = timelineOf(movement);
  const rules = rulesOf(movement);
  const camera = cameraAt(movement.view);
  const count = Math.max(2, Math.round(timeline.seconds * FIT_RATE));
  const skeletons: Skeleton[] = [];
  const trial = paperOf(camera, { px: 1, x: 0, y: 0 });
  for (let i = 0; i < count; i++) {
    const second = (i * timeline.seconds) / count;
    skeletons.push(drawn(trial, movement, rules, lit, timeline.at(second), second).skeleton);
  }
  const { fit, ground } = fitOf(movement, camera, trial.reach, skeletons);
  return {
    movement,
    timeline,
    rules,
    fit,
    ground,
    at(second) {
      const paper = paperOf(camera, fit);
      const pose = timeline.at(second);
      const { skeleton, body } = drawn(paper, movement, rules, lit, pose, second);
      const tile = `<rect width="${String(PICTURE)}" height="${String(PICTURE)}" fill="${COLOURS.tile}"/>`;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(PICTURE)}" height="${String(PICTURE)}" viewBox="0 0 ${String(PICTURE)} ${String(PICTURE)}">${tile}${groundOf(movement, paper, ground, second)}${body}</svg>`;
      return { pose, skeleton, svg, reach: paper.reach };
    },
  };
}

function drawn(paper: Paper, movement: Movement, rules: Rules, lit: Lit, pose: Pose, second: number) {
  const skeleton = skeletonOf(pose, rules);
  const stage = { paper, skeleton, pose, second };
  const parts = [
    ...movement.gear.flatMap((gear) => gear.draw(stage)),
    ...figureParts(paper, skeleton, lit, pose.heart),
  ];
  const body = parts
    .sort((a, b) => a.depth - b.depth)
    .map((part) => part.svg)
    .join('');
  return { skeleton, body };
}

function rulesOf(movement: Movement): Rules {
  const { hands = 'grip' } = movement;
  return {
    hands: typeof hands === 'string' ? { right: hands, left: hands } : hands,
    handsMoveWith: movement.handsMoveWith ?? 'room',
    armsHangFrom: movement.armsHangFrom ?? 'chest',
    ground: movement.ground ?? 0,
    toesBend: movement.toesBend ?? true,
  };
}
