import type { Pose } from '../body/pose.ts';

/** Every number of a pose by its path, such as `right.foot.ball.1`. */
export function channelsOf(pose: Pose): Map<string, number> {
  const channels = new Map<string, number>();
  collect(pose, '', channels);
  return channels;
}

function collect(value: unknown, path: string, into: Map<string, number>): void {
  if (typeof value === 'number') into.set(path, value);
  else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value)) collect(part, path === '' ? name : `${path}.${name}`, into);
}

/** The pose of this shape whose numbers are those of the channels. */
export function poseFrom(shape: Pose, channels: ReadonlyMap<string, number>): Pose {
  return filled(shape, '', channels) as Pose;
}

function filled(value: unknown, path: string, channels: ReadonlyMap<string, number>): unknown {
  if (typeof value === 'number') return channels.get(path);
  if (Array.isArray(value)) return value.map((part, i) => filled(part, `${path}.${String(i)}`, channels));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, filled(part, path === '' ? name : `${path}.${name}`, channels)]),
  );
}
