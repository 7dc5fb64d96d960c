import type { Side } from '../body/pose.ts';
import { SIDES } from '../body/pose.ts';
import type { Skeleton } from '../body/skeleton.ts';
import { cameraAt } from '../drawing/camera.ts';
import { dot, type Vec } from '../geometry/vector.ts';
import { movements } from '../movements/all.ts';
import type { Movement, Planted } from '../motion/movement.ts';
import type { Moment, Scene } from '../scene/scene.ts';
import { sceneFor } from '../build/draw.ts';

/** The finest rate that anything is drawn at: every frame of every GIF is one of these or lies between two. */
const RATE = 12.5;

export interface Film {
  readonly movement: Movement;
  readonly scene: Scene;
  readonly moments: readonly Moment[];
  /** seconds between two moments */
  readonly step: number;
}

let made: Film[] | undefined;
/** Every frame of all movements. */
export const films = (): readonly Film[] => (made ??= movements.map(filmOf));

function filmOf(movement: Movement): Film {
  const scene = sceneFor(movement);
  const count = Math.round(scene.timeline.seconds * RATE);
  const step = scene.timeline.seconds / count;
  return { movement, scene, step, moments: Array.from({ length: count }, (_, i) => scene.at(i * step)) };
}

/** Everything wrong in these frames, one line for each kind with its worst frame. */
export function findings(
  film: Film,
  look: (moment: Moment, i: number) => Iterable<readonly [what: string, by: number]>,
): string[] {
  const worst = new Map<string, { by: number; i: number }>();
  film.moments.forEach((moment, i) => {
    for (const [what, by] of look(moment, i)) {
      const before = worst.get(what);
      if (!before || Math.abs(by) > Math.abs(before.by)) worst.set(what, { by, i });
    }
  });
  return [...worst].map(
    ([what, { by, i }]) =>
      `${film.movement.slug}: ${what} ${by.toFixed(2)} in frame ${String(i)} of ${String(film.moments.length)}`,
  );
}

/** Where a place of the room is on the picture, px. */
export function pictureOf({ movement, scene }: Film): (place: Vec) => readonly [number, number] {
  const camera = cameraAt(movement.view);
  return (place) => [dot(place, camera.across) * scene.fit.px, dot(place, camera.up) * scene.fit.px];
}

/** The places of the body that a movement plants. */
export function plantedPlaces(planted: Planted, skeleton: Skeleton): [name: string, place: Vec][] {
  const each = (name: string, sides: readonly Side[], of: (side: Side) => Vec): [string, Vec][] =>
    sides.map((side) => [`${side} ${name}`, of(side)]);
  const ball = (side: Side) => skeleton[side].leg.foot.ball;
  const elbow = (side: Side) => skeleton[side].arm.elbow;
  switch (planted) {
    case 'feet':
      return each('ball', SIDES, ball);
    case 'right foot':
      return each('ball', ['right'], ball);
    case 'left foot':
      return each('ball', ['left'], ball);
    case 'heels':
      return each('heel', SIDES, (side) => skeleton[side].leg.foot.heel);
    case 'palms':
      return each('wrist', SIDES, (side) => skeleton[side].arm.wrist);
    case 'left palm':
      return each('wrist', ['left'], (side) => skeleton[side].arm.wrist);
    case 'elbows':
      return each('elbow', SIDES, elbow);
    case 'left elbow':
      return each('elbow', ['left'], elbow);
    case 'left knee':
      return each('knee', ['left'], (side) => skeleton[side].leg.knee);
    case 'left hand':
      return each('grip', ['left'], (side) => skeleton[side].arm.grip);
  }
}
