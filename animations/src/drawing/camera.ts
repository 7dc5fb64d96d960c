import { cross, DEGREE, dot, type Vec } from '../geometry/vector.ts';

/** Looks at the figure from far away: no perspective, so that lengths and contacts stay true. */
export interface Camera {
  /** Towards the viewer. */
  readonly towards: Vec;
  /** To the right of the picture. */
  readonly across: Vec;
  readonly up: Vec;
}

/** @param yaw degrees: 0 from the figure's right side, 90 from its front @param pitch degrees from above */
export function cameraAt({ yaw, pitch }: { yaw: number; pitch: number }): Camera {
  const [y, p] = [yaw * DEGREE, pitch * DEGREE];
  const towards: Vec = [Math.sin(y) * Math.cos(p), Math.sin(p), Math.cos(y) * Math.cos(p)];
  const across: Vec = [Math.cos(y), 0, -Math.sin(y)];
  return { towards, across, up: cross(towards, across) };
}

/** How near a point is to the viewer; more is nearer. */
export const nearness = (camera: Camera, point: Vec): number => dot(point, camera.towards);
