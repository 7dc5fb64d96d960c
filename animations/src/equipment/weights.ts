import type { Side } from '../body/pose.ts';
import { signOf } from '../body/pose.ts';
import { nearness } from '../drawing/camera.ts';
import { COLOURS } from '../drawing/colours.ts';
import type { Paper } from '../drawing/paper.ts';
import { frameOf, placeIn, UPRIGHT } from '../geometry/frame.ts';
import { add, along, DEGREE, dot, unit, type Vec } from '../geometry/vector.ts';
import { type Gear, hand, hands, type Place, placeOn } from './gear.ts';
import { disc, lump } from './solids.ts';

/** Half the length of a bar as it fits the picture, its plates, and where the hands’ part ends. */
interface Bar {
  readonly half?: number;
  /** 12.86 is a plate of 45 cm at a height of 1.75 m. */
  readonly plates?: number;
  readonly grip?: number;
  readonly at?: Place;
  /** The shaft behind what it lies on. */
  readonly shaftNearer?: number;
}

const PLATE = 12.86;
const ACROSS: Vec = [0, 0, 1];

/** A loaded bar, by default in the hands, always level and square to the figure. */
export function barbell({ half = 36, plates = PLATE, grip = 26, at = hands, shaftNearer = 0 }: Bar = {}): Gear {
  return {
    is: 'barbell',
    draw: (stage) => {
      const { paper } = stage;
      const middle = placeOn(at, stage);
      const near = dot(ACROSS, paper.camera.towards) >= 0 ? 1 : -1;
      const end = (side: number, far: number) => along(middle, ACROSS, side * far);
      const plate = (side: 1 | -1) => {
        const one = disc(paper, end(side, half - 5), { axis: ACROSS, radius: plates, thick: 3 });
        const sleeve = paper.line(end(side, grip), end(side, half), 1.5, COLOURS.steel, 'butt');
        const tip = paper.line(end(side, half - 1), end(side, half + 3), 1.7, COLOURS.hub, 'butt');
        const svg = side === near ? sleeve + one.svg + tip : tip + one.svg + sleeve;
        return { id: 'barbell', depth: one.depth, svg };
      };
      const shaft = paper.line(end(-1, grip + 0.5), end(1, grip + 0.5), 1.25, COLOURS.steelDark, 'butt');
      return [plate(1), plate(-1), { id: 'barbell', depth: nearness(paper.camera, middle) + shaftNearer, svg: shaft }];
    },
  };
}

/** A straight bar without plates, by default in the hands: of a rack, a tower or a cable. */
export function straightBar(
  is: Gear['is'],
  half: number,
  { at = hands, wide = 1.6 }: { at?: Place; wide?: number } = {},
): Gear {
  return {
    is,
    draw: (stage) => {
      const { paper } = stage;
      const middle = placeOn(at, stage);
      const svg = paper.line(along(middle, ACROSS, -half), along(middle, ACROSS, half), wide, COLOURS.steelDark);
      return [{ id: is, depth: nearness(paper.camera, middle), svg }];
    },
  };
}

interface Dumbbell {
  /** How it lies in the hand. `turning` follows the wrist from pointing ahead to lying across. */
  readonly lies?: 'ahead' | 'across' | 'turning';
  readonly plates?: number;
  readonly half?: number;
  readonly nearer?: number;
}

const LIES = { ahead: [1, 0, 0], across: ACROSS } as const;

export function dumbbell(side: Side, { lies = 'ahead', plates = 3.9, half = 6.2, nearer = 1.2 }: Dumbbell = {}): Gear {
  return {
    is: 'dumbbell',
    draw: (stage) => {
      const turn = stage.pose.dumbbells * DEGREE * signOf(side);
      const axis: Vec = lies === 'turning' ? [Math.cos(turn), 0, Math.sin(turn)] : LIES[lies];
      return bell(stage.paper, placeOn(hand(side), stage), axis, plates, half, nearer);
    },
  };
}

/** One in each hand. */
export const dumbbells = (looks: Dumbbell = {}): Gear[] => [dumbbell('right', looks), dumbbell('left', looks)];

function bell(paper: Paper, middle: Vec, axis: Vec, radius: number, half: number, nearer: number) {
  const near = dot(axis, paper.camera.towards) >= 0 ? 1 : -1;
  const head = (side: number) =>
    disc(paper, along(middle, unit(axis), side * (half - 1.7)), { axis, radius, thick: 3.4 }).svg;
  const depth = nearness(paper.camera, middle) + nearer;
  const handle = paper.line(along(middle, axis, -4), along(middle, axis, 4), 1.3, COLOURS.steel, 'butt');
  // The hand closes round the handle: the far head lies behind it, the near one before it.
  return [
    { id: 'dumbbell', depth: depth - 3.5, svg: head(-near) + handle },
    { id: 'dumbbell', depth: depth + 3, svg: head(near) },
  ];
}

/** A kettlebell held by the horns, under the hands. */
export function kettlebell(hangs: number): Gear {
  return {
    is: 'kettlebell',
    draw: (stage) => {
      const { paper } = stage;
      const middle = add(placeOn(hands, stage), [0, -hangs, 0]);
      const frame = frameOf(UPRIGHT);
      const at = (front: number, up: number, right: number): Vec => placeIn(frame, middle, [front, up, right]);
      const horns = paper.chain([
        [at(0, 1, -2.6), 0.9],
        [at(0, 6.2, -2.2), 0.9],
        [at(0, 6.2, 2.2), 0.9],
        [at(0, 1, 2.6), 0.9],
      ]);
      const svg =
        `<path d="${horns}" fill="${COLOURS.steelDark}"/>` +
        lump(
          paper,
          [
            [middle, 4.8],
            [at(0, -1.4, 0), 4.6],
          ],
          'plate',
        ) +
        lump(paper, [[at(1, 0.6, 2.5), 2]], 'plateLight');
      return [{ id: 'kettlebell', depth: nearness(paper.camera, middle) + 3, svg }];
    },
  };
}
