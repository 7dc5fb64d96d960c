import type { Pose } from '../body/pose.ts';
import { channelsOf, poseFrom } from './channels.ts';
import { curveThrough } from './curve.ts';
import type { Movement } from './movement.ts';
import { joined, poseOf } from './words.ts';

/** A movement in time: it begins anew after `seconds`. */
export interface Timeline {
  readonly seconds: number;
  /** Seconds at which each phase is reached. */
  readonly reached: readonly number[];
  at(second: number): Pose;
}

/** Joins the phases: every number of a pose is led through its values on a curve of its own. */
export function timelineOf({ slug, stance, phases, steadyFeet = false }: Movement): Timeline {
  const keys: { at: number; pose: Pose }[] = [];
  const reached: number[] = [];
  let at = 0;
  phases.forEach((phase, i) => {
    const { name: _, takes, hold = 0, ...words } = phase;
    if (i > 0) at += takes;
    const pose = poseOf(joined(stance, words));
    reached.push(at);
    keys.push({ at, pose });
    if (hold > 0) keys.push({ at: (at += hold), pose });
  });
  const seconds = at + (phases[0]?.takes ?? 0);
  const shape = keys[0]?.pose;
  if (!shape) throw new Error(`${slug} has no phases.`);

  const names = [...channelsOf(shape).keys()];
  const valuesOf = (pose: Pose): number[] => {
    const channels = channelsOf(pose);
    return names.map((name) => {
      const value = channels.get(name);
      if (value === undefined) throw new Error(`${slug}: a phase says nothing of ${name}, which the first one has.`);
      return value;
    });
  };
  const curve = curveThrough(
    keys.map((key) => ({ at: key.at, values: valuesOf(key.pose) })),
    seconds,
    (i) => steadyFeet && (names[i] ?? '').includes('.foot.'),
  );
  return {
    seconds,
    reached,
    at(second) {
      const values = curve(second);
      return poseFrom(shape, new Map(names.map((name, i) => [name, values[i] as number])));
    },
  };
}
