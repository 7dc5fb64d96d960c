import { distance, type Vec } from '../geometry/vector.ts';
import { block, built, type Piece, tube, wheel } from './build.ts';
import { from, type Gear, hand, hands, placeOn } from './gear.ts';
import { box } from './solids.ts';

interface Tower {
  /** Where the cable leaves its pulley. */
  readonly pulley: Vec;
  /** Where the weights stand. */
  readonly weights: number;
  /** Length of cable that is out while the weights rest. */
  readonly slack: number;
  readonly frame: readonly Piece[];
  readonly nearer: number;
  readonly pulleyNearer?: number;
  /** Where on the handle the cable ends. */
  readonly ends: Vec;
  readonly cableNearer?: number;
}

const STACK = { base: 2, high: 20, taken: 7 } as const;
const PULLEY = { radius: 3, thick: 1.4, colours: ['steelDark', 'steel', 'steelLight'] } as const;

/** A cable machine: what is pulled out of the pulley, the weights rise. */
function cableTower(tower: Tower): Gear[] {
  const { pulley, nearer, cableNearer = -6 } = tower;
  return [
    built('machine', ...tower.frame),
    built('machine', ...weightStack(tower)),
    built(
      'cable',
      wheel(pulley, { ...PULLEY, nearer: tower.pulleyNearer ?? nearer + 12 }),
      tube(from(hands, tower.ends), [pulley[0], pulley[1] - 2, pulley[2]], {
        wide: 0.8,
        colour: 'cable',
        nearer: cableNearer,
      }),
    ),
  ];
}

function weightStack({ pulley, weights, slack, nearer }: Tower): Piece[] {
  const rest: Piece = block([weights, STACK.base + STACK.high / 2, 0], {
    half: [4, STACK.high / 2, 5],
    tones: 'dark',
    nearer: nearer - 0.4,
  });
  const lifted: Piece = (stage) => {
    const pulled = Math.max(0, distance(placeOn(hands, stage), pulley) - slack);
    const y = STACK.base + STACK.taken + STACK.high + pulled;
    return box(stage.paper, [weights, y, 0], { half: [4, STACK.taken, 5], nearer });
  };
  return [rest, lifted];
}

/** A rope with two ends, one in each hand, that meet at the cable. */
export const rope: Gear = built(
  'rope',
  ...(['right', 'left'] as const).map((side) =>
    tube(hand(side), from(hands, [9, 0.4, 0]), { wide: 1.3, colour: 'cable', nearer: -2 }),
  ),
);

/** A narrow handle between the hands. */
export const narrowHandle: Gear = built(
  'bar',
  tube(hand('right'), hand('left'), { wide: 1.6, colour: 'steelDark', nearer: -1 }),
);

export const pulldownTower = cableTower({
  pulley: [3, 119, 0],
  weights: 44,
  slack: 24,
  nearer: -24,
  pulleyNearer: -10,
  ends: [0, 1, 0],
  frame: [
    block([1, 23, 0], { half: [9, 2, 7.5], tones: 'pad', nearer: -14 }),
    tube([1, 0, 0], [1, 22, 0], { wide: 3.4, nearer: -20 }),
    tube([36, 0, 0], [36, 120, 0], { wide: 4, nearer: -20 }),
    tube([36, 119, 0], [3, 119, 0], { wide: 3.4, nearer: -18 }),
    tube([-6, 0, 0], [44, 0, 0], { wide: 3, nearer: -24 }),
    // Pads over the thighs hold the seat.
    tube([20, 36.5, -11], [20, 36.5, 11], { wide: 5.4, colour: 'pad' }),
    tube([36, 40, 0], [20, 36.5, 0], { wide: 2.4, nearer: -10 }),
  ],
});

export const rowingTower = cableTower({
  pulley: [62, 32, 0],
  weights: 72,
  slack: 24,
  nearer: -22,
  pulleyNearer: -6,
  ends: [1, 0, 0],
  cableNearer: -8,
  frame: [
    block([-2, 13.2, 0], { half: [16, 2, 7], tones: 'pad', nearer: -16 }),
    tube([-12, 0, 0], [-12, 12, 0], { wide: 3, nearer: -24 }),
    tube([-14, 1, 0], [62, 1, 0], { wide: 3, nearer: -26 }),
    block([56, 21, 0], { half: [1.4, 9, 15], lean: -25, tones: 'dark', nearer: -8 }),
    tube([64, 0, 0], [64, 64, 0], { wide: 4, nearer: -22 }),
  ],
});

export const facePullTower = cableTower({
  pulley: [49, 92, 0],
  weights: 60,
  slack: 12,
  nearer: -22,
  pulleyNearer: -8,
  ends: [9, 0.4, 0],
  frame: [
    tube([52, 0, 0], [52, 118, 0], { wide: 4, nearer: -20 }),
    tube([40, 0, 0], [66, 0, 0], { wide: 3, nearer: -22 }),
  ],
});

export const pushdownTower = cableTower({
  pulley: [24, 115, 0],
  weights: 49,
  slack: 36,
  nearer: -30,
  pulleyNearer: -8,
  ends: [0.3, 0.6, 0],
  cableNearer: -4,
  frame: [
    tube([40, 0, 0], [40, 118, 0], { wide: 4, nearer: -30 }),
    tube([40, 117, 0], [24, 117, 0], { wide: 3.2, nearer: -26 }),
    tube([26, 0, 0], [56, 0, 0], { wide: 3, nearer: -30 }),
  ],
});
