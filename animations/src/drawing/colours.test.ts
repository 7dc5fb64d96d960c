import { describe, expect, it } from 'vitest';
import { COLOURS, type Colour } from './colours.ts';

type Linear = readonly [number, number, number];

/** What eyes without one kind of cones see, of linear RGB: Machado, Oliveira & Fernandes, IEEE TVCG 2009;15:1291–1298, severity 1. */
const EYES: Readonly<Record<string, readonly Linear[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopic: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopic: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopic: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const linear = (hex: string): Linear =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Linear;

const through = (rows: readonly Linear[], [r, g, b]: Linear): Linear =>
  rows.map(([x, y, z]) => Math.min(1, Math.max(0, x * r + y * g + z * b))) as unknown as Linear;

/** CIE L*a*b* under D65. */
function lab([r, g, b]: Linear): Linear {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** A difference of 10 is plain to see beside each other, 20 across a picture. */
const PLAIN = 20;

const BESIDE: readonly Colour[] = [
  'trunk',
  'arm',
  'leg',
  'shorts',
  'shoe',
  'hair',
  'plate',
  'steel',
  'pad',
  'tile',
  'ground',
];
const FAR: readonly Colour[] = ['far', 'shortsFar', 'shoeFar', 'tile', 'ground'];

describe.each(Object.entries(EYES))('to %s eyes', (_, rows) => {
  const seen = (colour: Colour) => lab(through(rows, linear(COLOURS[colour])));
  const apart = (a: Colour, b: Colour) => Math.hypot(...seen(a).map((value, i) => value - (seen(b)[i] as number)));
  const closest = (muscle: Colour, others: readonly Colour[]) =>
    others.map((other) => ({ other, apart: apart(muscle, other) })).filter((one) => one.apart < PLAIN);

  it.each(['primary', 'secondary'] as const)(
    'a %s muscle differs from all of the figure and its equipment',
    (level) => {
      expect(closest(level, BESIDE)).toEqual([]);
    },
  );

  it.each(['primaryFar', 'secondaryFar'] as const)('and so does one of the far side (%s)', (level) => {
    expect(closest(level, FAR)).toEqual([]);
  });

  it('primary and secondary muscles differ from each other', () => {
    expect(apart('primary', 'secondary')).toBeGreaterThan(PLAIN);
    expect(apart('primaryFar', 'secondaryFar')).toBeGreaterThan(PLAIN);
  });
});
