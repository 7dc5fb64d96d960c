/** `[red, green, blue]`, 0–255 */
type Rgb = readonly [number, number, number];

/** The colours of an animation, and which of them stands for which colour of its frames. */
export interface Palette {
  readonly colours: readonly Rgb[];
  /** The index of the nearest colour. @param packed a pixel as it lies in memory: red in the lowest byte */
  indexOf(packed: number): number;
  /** Distance of two colours of the palette, in steps of RGB. */
  distance(a: number, b: number): number;
}

/** The colour as it lies in the memory of a frame. */
export function packed(hex: string): number {
  const value = Number.parseInt(hex.slice(1), 16);
  return ((255 << 24) | ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16)) >>> 0;
}

const unpacked = (pixel: number): Rgb => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];

const distanceOf = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** A flat colour of fewer pixels a frame than this is left to the blends. */
const FEW_PIXELS = 12;
/** Nearer to a flat colour than this, a blend needs no colour of its own. */
const CLOSE = 10;
const ROUNDS = 12;

/**
 * The flat colours of the drawing exactly, and the rest of the places for what anti-aliasing blends from them.
 * @param counts how many pixels of all frames have each colour
 * @param flat the colours of the drawing, packed
 * @param size how many colours at most
 */
export function paletteOf(
  counts: ReadonlyMap<number, number>,
  frames: number,
  flat: readonly number[],
  size: number,
): Palette {
  const kept = flat.filter((colour) => (counts.get(colour) ?? 0) > frames * FEW_PIXELS).map(unpacked);
  const blends = [...counts]
    .filter(([colour]) => kept.every((one) => distanceOf(one, unpacked(colour)) > CLOSE))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([colour, count]) => ({ colour: unpacked(colour), weight: Math.min(300, count / frames) }));
  const colours = [...kept, ...means(blends, size - kept.length)];
  const distances = colours.map((a) => colours.map((b) => distanceOf(a, b)));
  const known = new Map<number, number>();
  return {
    colours,
    indexOf(pixel) {
      const before = known.get(pixel);
      if (before !== undefined) return before;
      const index = nearest(unpacked(pixel), colours);
      known.set(pixel, index);
      return index;
    },
    distance: (a, b) => distances[a]?.[b] ?? Infinity,
  };
}

/** The eye sees green best and red least. */
const seenDistance = (a: Rgb, b: Rgb): number =>
  2 * (a[0] - b[0]) ** 2 + 4 * (a[1] - b[1]) ** 2 + 3 * (a[2] - b[2]) ** 2;

function nearest(colour: Rgb, colours: readonly Rgb[]): number {
  let best = 0;
  let least = Infinity;
  colours.forEach((one, i) => {
    const far = seenDistance(one, colour);
    if (far < least) [best, least] = [i, far];
  });
  return best;
}

interface Weighted {
  colour: Rgb;
  weight: number;
}

/** The colours that stand best for all (k-means, begun from the heaviest of those that are far from each other; no chance in it). */
function means(all: readonly Weighted[], count: number): Rgb[] {
  const [heaviest] = all;
  if (count <= 0 || !heaviest) return [];
  let centres: Rgb[] = [heaviest.colour];
  const away = all.map(({ colour }) => seenDistance(colour, heaviest.colour));
  while (centres.length < Math.min(count, all.length)) {
    let next = 0;
    let most = -1;
    all.forEach(({ weight }, i) => {
      const pull = weight * (away[i] as number);
      if (pull > most) [next, most] = [i, pull];
    });
    const centre = (all[next] as Weighted).colour;
    centres.push(centre);
    all.forEach(({ colour }, i) => (away[i] = Math.min(away[i] as number, seenDistance(colour, centre))));
  }
  for (let round = 0; round < ROUNDS; round++) centres = moved(all, centres);
  return centres.map(([r, g, b]): Rgb => [Math.round(r), Math.round(g), Math.round(b)]);
}

function moved(all: readonly Weighted[], centres: readonly Rgb[]): Rgb[] {
  const sums = centres.map(() => [0, 0, 0, 0]);
  for (const { colour, weight } of all) {
    const sum = sums[nearest(colour, centres)] as number[];
    colour.forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value * weight));
    sum[3] = (sum[3] ?? 0) + weight;
  }
  return sums.map(([r = 0, g = 0, b = 0, weight = 0], i) =>
    weight > 0 ? [r / weight, g / weight, b / weight] : (centres[i] as Rgb),
  );
}
