import { describe, expect, it } from 'vitest';
import { SIDES } from '../body/pose.ts';
import type { Skeleton } from '../body/skeleton.ts';
import { add, distance, type Vec } from '../geometry/vector.ts';
import { type Film, films, findings, pictureOf, plantedPlaces } from '../testing/frames.ts';

/** px that a planted hand or foot may seem to slip */
const DRIFT = 1;
/** units that a limb may miss what it holds on to */
const MISSED = 0.25;
const ON_GROUND = 0.02;

const apart = (a: readonly [number, number], b: readonly [number, number]) => Math.hypot(a[0] - b[0], a[1] - b[1]);

function plantedDrift(film: Film): string[] {
  const onPicture = pictureOf(film);
  const places = (skeleton: Skeleton) => film.movement.planted.flatMap((one) => plantedPlaces(one, skeleton));
  const first = new Map(places((film.moments[0] as Film['moments'][number]).skeleton));
  return findings(film, ({ skeleton }) =>
    places(skeleton).flatMap(([name, place]): [string, number][] => {
      const drift = apart(onPicture(place), onPicture(first.get(name) as Vec));
      return drift > DRIFT ? [[`${name} drifts by`, drift]] : [];
    }),
  );
}

/** What touches the ground in two frames on end: palms, and balls of the feet. */
function touching(skeleton: Skeleton, ground: number): Map<string, { place: Vec; missedBy: number }> {
  const found = new Map<string, { place: Vec; missedBy: number }>();
  for (const side of SIDES) {
    const { leg, arm } = skeleton[side];
    if (Math.abs(leg.foot.ball[1] - ground) < ON_GROUND)
      found.set(`${side} ball`, { place: leg.foot.ball, missedBy: leg.missedBy });
    if (arm.palm && Math.abs(arm.palm.at[1] - ground) < ON_GROUND)
      found.set(`${side} palm`, { place: arm.palm.at, missedBy: arm.missedBy });
  }
  return found;
}

function slips(film: Film): string[] {
  const onPicture = pictureOf(film);
  const { ground = 0, groundSpeed = 0 } = film.movement;
  const moves: Vec = [-groundSpeed * film.step, 0, 0];
  return findings(film, ({ skeleton }, i) => {
    const before = film.moments[i - 1];
    if (!before) return [];
    const then = touching(before.skeleton, ground);
    return [...touching(skeleton, ground)].flatMap(([name, now]): [string, number][] => {
      const was = then.get(name);
      if (!was) return [];
      const slip = apart(onPicture(now.place), onPicture(add(was.place, moves)));
      return [
        ...(slip > DRIFT ? ([[`${name} slips by`, slip]] as [string, number][]) : []),
        ...(now.missedBy > MISSED ? ([[`${name} is out of reach by`, now.missedBy]] as [string, number][]) : []),
      ];
    });
  });
}

const tracked = (skeleton: Skeleton): Vec[] => [
  skeleton.hips,
  skeleton.neck,
  skeleton.head,
  ...SIDES.flatMap((side) => {
    const { leg, arm } = skeleton[side];
    return [arm.elbow, arm.wrist, leg.knee, leg.ankle];
  }),
];

const stepOf = (a: Skeleton, b: Skeleton): number => {
  const to = tracked(b);
  return Math.max(...tracked(a).map((place, i) => distance(place, to[i] as Vec)));
};

describe.each(films())('$movement.slug', (film) => {
  it('leaves what is planted where it is', () => {
    expect(plantedDrift(film)).toEqual([]);
  });

  it('lets nothing slip that touches the ground', () => {
    expect(slips(film)).toEqual([]);
  });

  it('reaches what it holds on to', () => {
    expect(
      findings(film, ({ skeleton }) =>
        SIDES.flatMap((side): [string, number][] => {
          const { arm, leg } = skeleton[side];
          return [
            ...(arm.missedBy > MISSED ? ([[`the ${side} hand misses by`, arm.missedBy]] as [string, number][]) : []),
            ...(leg.missedBy > MISSED ? ([[`the ${side} foot misses by`, leg.missedBy]] as [string, number][]) : []),
          ];
        }),
      ),
    ).toEqual([]);
  });

  it('begins anew where it ends, without a jump', () => {
    const { moments, scene } = film;
    const skeletons = moments.map((moment) => moment.skeleton);
    const steps = skeletons.slice(1).map((one, i) => stepOf(skeletons[i] as Skeleton, one));
    const first = skeletons[0] as Skeleton;
    expect(stepOf(scene.at(scene.timeline.seconds).skeleton, first)).toBeLessThan(1e-6);
    expect(stepOf(skeletons.at(-1) as Skeleton, first)).toBeLessThanOrEqual(1.3 * Math.max(...steps));
  });

  it('stays inside the picture', () => {
    const { moments } = film;
    const edges = moments.map(({ reach: [left, top, right, bottom] }) =>
      Math.min(left, top, 320 - right, 320 - bottom),
    );
    expect(Math.min(...edges)).toBeGreaterThanOrEqual(2);
  });
});
