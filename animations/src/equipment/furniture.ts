import type { Vec } from '../geometry/vector.ts';
import { block, built, onBothSides, tube } from './build.ts';
import type { Gear } from './gear.ts';

/** A flat bench, 24 high, along the lying figure. */
export const flatBench: Gear = built(
  'bench',
  block([-14, 22.3, 0], { half: [27, 1.9, 6.4], tones: 'pad', nearer: -16 }),
  block([-34, 10.2, 0], { half: [1.6, 10.2, 5], nearer: -30 }),
  block([6, 10.2, 0], { half: [1.6, 10.2, 5], nearer: -30 }),
);

/** The same bench beside the figure, to kneel on. */
export const sideBench: Gear = built(
  'bench',
  block([6, 22, -9], { half: [33, 2, 7], tones: 'pad', nearer: -14 }),
  block([-18, 10, -9], { half: [1.6, 10, 5], nearer: -20 }),
  block([30, 10, -9], { half: [1.6, 10, 5], nearer: -20 }),
);

/** A seat with a back. */
export const uprightBench: Gear = built(
  'bench',
  block([1, 22, 0], { half: [9, 2, 7.5], tones: 'pad', nearer: -14 }),
  block([-9.5, 42, 0], { half: [1.8, 20, 7], lean: -8, tones: 'pad', nearer: -20 }),
  block([0, 10, 0], { half: [2, 10, 4], nearer: -20 }),
  tube([-10, 1, 0], [10, 1, 0], { wide: 3, nearer: -24 }),
);

/** A sturdy bench to put the hands on. */
export const woodenBench: Gear = built(
  'bench',
  block([66, 22, 0], { half: [9.5, 2, 19], tones: 'wood', nearer: -22 }),
  ...onBothSides((z) => [block([66, 10, z(16)], { half: [7, 10, 1.5], tones: 'wood', nearer: -30 })]),
);

/** The uprights of a bench for pressing, behind the head. */
export const pressRack: Gear = built(
  'rack',
  ...onBothSides((z, side) => {
    const nearer = side < 0 ? -20 : -50;
    return [
      tube([-42, 0, z(22)], [-42, 58, z(22)], { wide: 2.2, nearer }),
      tube([-42, 56, z(22)], [-38.5, 56, z(22)], { wide: 2, colour: 'steelDark', nearer }),
    ];
  }),
);

/** A squat rack behind the figure. @param x where its uprights stand @param high where their tops are */
export function squatRack(x: number, high: number): Gear {
  const z0 = 24;
  const light = { colour: 'steelLight', nearer: -70 } as const;
  return built(
    'rack',
    ...onBothSides((z) => [
      tube([x, 0, z(z0)], [x, high, z(z0)], { ...light, wide: 2.2 }),
      tube([x - 8, 0, z(z0)], [x + 8, 0, z(z0)], { ...light, wide: 2.2 }),
      tube([x, high - 8, z(z0)], [x + 4, high - 8, z(z0)], { wide: 2, nearer: -69 }),
    ]),
    tube([x, 4, z0], [x, 4, -z0], { ...light, wide: 1.8 }),
  );
}

/** Two posts with feet that carry a bar, or a bar alone between them. */
export function posts(
  is: 'pull-up bar' | 'low bar',
  bar: Vec,
  half: number,
  over: number,
  nearers: readonly [number, number],
): Gear {
  const [x, y] = bar;
  return built(
    is,
    ...onBothSides((z, side) => {
      const nearer = side > 0 ? nearers[0] : nearers[1];
      return [
        tube([x, 0, z(half)], [x, y + over, z(half)], { wide: 2.4, nearer }),
        tube([x - 9, 0, z(half)], [x + 9, 0, z(half)], { wide: 2.4, nearer }),
      ];
    }),
    tube([x, y, -half], [x, y, half], { wide: 1.9, colour: 'steelDark' }),
  );
}

/** A low wooden step to stand on with the balls of the feet, and a rail to hold on to. */
export const stepWithRail: Gear = built(
  'step',
  block([12, 3, 0], { half: [12, 3, 13], tones: 'wood', nearer: -24 }),
  tube([26, 0, -16], [26, 66, -16], { wide: 2.2, nearer: -20 }),
  tube([26, 66, -16], [26, 66, 4], { wide: 2.2, nearer: -20 }),
);

/** A mat under a body of this length. */
export const mat = (middle: number, half: number): Gear =>
  built('mat', block([middle, -0.7, 0], { half: [half, 0.6, 17], tones: 'mat', nearer: -90 }));
