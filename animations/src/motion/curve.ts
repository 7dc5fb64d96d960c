/** A place on a closed curve. */
export interface Key {
  readonly at: number;
  readonly values: readonly number[];
}

/**
 * A smooth way through the keys, round and round: a monotone cubic through each value (Fritsch & Carlson, SIAM J Numer
 * Anal 1980;17:238–246, with their harmonic mean of slopes). It stops where a value turns, never overshoots, and goes
 * through keys in between without a stop.
 * @param loop where it begins anew @param steady values that go straight from key to key instead
 */
export function curveThrough(
  keys: readonly Key[],
  loop: number,
  steady: (value: number) => boolean = () => false,
): (at: number) => number[] {
  const count = keys[0]?.values.length ?? 0;
  const channels = Array.from({ length: count }, (_, value) =>
    channel(
      keys.map(({ at, values }) => ({ t: at, y: values[value] as number })),
      loop,
      steady(value),
    ),
  );
  return (at) => {
    const t = ((at % loop) + loop) % loop;
    return channels.map((value) => value(t));
  };
}

interface Point {
  t: number;
  y: number;
}

function channel(points: readonly Point[], loop: number, steady: boolean): (t: number) => number {
  const point = (i: number): Point => {
    const turns = Math.floor(i / points.length);
    const { t, y } = points[i - turns * points.length] as Point;
    return { t: t + turns * loop, y };
  };
  const slopes = points.map((_, i) => slope(point(i - 1), point(i), point(i + 1)));
  return (t) => {
    const i = Math.max(
      0,
      points.findLastIndex((one) => one.t <= t + 1e-9),
    );
    const [from, to] = [point(i), point(i + 1)];
    const width = to.t - from.t;
    const part = (t - from.t) / width;
    if (steady) return from.y + (to.y - from.y) * part;
    const [square, cube] = [part * part, part * part * part];
    return (
      (2 * cube - 3 * square + 1) * from.y +
      (cube - 2 * square + part) * width * (slopes[i] as number) +
      (3 * square - 2 * cube) * to.y +
      (cube - square) * width * (slopes[(i + 1) % points.length] as number)
    );
  };
}

function slope(before: Point, here: Point, after: Point): number {
  const [width0, width1] = [here.t - before.t, after.t - here.t];
  const [slope0, slope1] = [(here.y - before.y) / width0, (after.y - here.y) / width1];
  if (slope0 * slope1 <= 0) return 0;
  const [weight0, weight1] = [2 * width1 + width0, width1 + 2 * width0];
  return (weight0 + weight1) / (weight0 / slope0 + weight1 / slope1);
}
