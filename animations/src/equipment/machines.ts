import { BODY } from '../body/measures.ts';
import { add, scaled, sub, type Vec } from '../geometry/vector.ts';
import { block, built, onBothSides, type Piece, tube, wheel } from './build.ts';
import { atBall, betweenFeet, type Gear, type Stage } from './gear.ts';
import { disc, rod } from './solids.ts';

/** The sledge of a leg press runs on two rails at 42°. */
export const legPressSledge: Gear = built(
  'machine',
  block([-20, 25.4, 0], { half: [2, 21, 8], lean: -58, tones: 'pad', nearer: -16 }),
  block([2, 13.5, 0], { half: [8, 2, 8], lean: -12, tones: 'pad', nearer: -14 }),
  tube([-26, 1, 0], [-26, 26, 0], { wide: 3.4, nearer: -24 }),
  tube([2, 0, 0], [2, 12, 0], { wide: 3.4, nearer: -24 }),
  tube([-30, 1, 0], [64, 1, 0], { wide: 3.4, nearer: -30 }),
  tube([62, 1, -14], [62, 62, -14], { wide: 3, nearer: -30 }),
  tube([62, 1, 14], [62, 62, 14], { wide: 3, nearer: -20 }),
  tube([62, 1, -14], [62, 1, 14], { wide: 3, nearer: -30 }),
  // The rails stand on the floor beam at their lower end and on the posts at their upper one.
  tube([24, 1, -14], [24, 27.6, -14], { wide: 2.6, nearer: -30 }),
  tube([24, 1, 14], [24, 27.6, 14], { wide: 2.6, nearer: -22 }),
  tube([24, 1, -14], [24, 1, 14], { wide: 2.6, nearer: -30 }),
  tube([20, 24, -14], [66, 65.4, -14], { wide: 2.6, colour: 'steelLight', nearer: -24 }),
  tube([20, 24, 14], [66, 65.4, 14], { wide: 2.6, colour: 'steelLight', nearer: -14 }),
  block(betweenFeet([3.3, -2.8, 0]), { half: [1.3, 11.5, 15], lean: -28, tones: 'dark', nearer: -10 }),
  tube(betweenFeet([6, -2, -16]), betweenFeet([6, -2, 16]), { wide: 2, colour: 'steelDark', nearer: -12 }),
  wheel(betweenFeet([12, 1, -19]), { radius: 7.5, thick: 3, nearer: -16 }),
  wheel(betweenFeet([12, 1, 19]), { radius: 7.5, thick: 3, nearer: -6 }),
  tube([6, 12, 11], [6, 20, 11], { wide: 1.7, colour: 'steelDark' }),
  tube([6, 12, -11], [6, 20, -11], { wide: 1.7, colour: 'steelDark', nearer: -6 }),
);

/** The lever of a leg curl turns about the knee, with its pad behind the heel. */
const curlLever: readonly Piece[] = [
  (stage) => rod(stage.paper, ...leverEnds(stage, 11.5, 11.5), { wide: 2.2, nearer: 6 }),
  (stage) =>
    disc(stage.paper, kneeAt(stage, 11.5), {
      radius: 2.6,
      thick: 1.2,
      colours: ['steelDark', 'steel', 'steelLight'],
      nearer: 8,
    }),
  (stage) => {
    const [, pad] = leverEnds(stage, 0, 0);
    return rod(stage.paper, [pad[0], pad[1], -10], [pad[0], pad[1], 11], { wide: 5, colour: 'pad', nearer: -3 });
  },
];

const kneeAt = ({ skeleton }: Stage, z: number): Vec => {
  const [x, y] = skeleton.right.leg.knee;
  return [x, y, z];
};

function leverEnds(stage: Stage, kneeZ: number, padZ: number): [Vec, Vec] {
  const { knee, ankle } = stage.skeleton.right.leg;
  const [dx, dy] = scaled(sub(ankle, knee), 1 / BODY.shank);
  const end = add(add(knee, scaled([dx, dy, 0], 20)), scaled([dy, -dx, 0], 5));
  return [kneeAt(stage, kneeZ), [end[0], end[1], padZ]];
}

export const legCurl: Gear = built(
  'machine',
  block([4, 28.5, 0], { half: [14, 2, 8], tones: 'pad', nearer: -14 }),
  block([-11, 49, 0], { half: [2, 20, 7.5], lean: -14, tones: 'pad', nearer: -18 }),
  tube([0, 0, 0], [0, 27, 0], { wide: 4, nearer: -24 }),
  tube([-16, 1, 0], [40, 1, 0], { wide: 3.2, nearer: -28 }),
  tube([30, 1, -12], [24, 34, -12], { wide: 3, nearer: -26 }),
  tube([17, 43.5, -10], [17, 43.5, 10], { wide: 5, colour: 'pad', nearer: 5 }),
  tube([24, 34, -12], [17, 43.5, -12], { wide: 2.2, nearer: -16 }),
  ...curlLever,
);

const BELT_SPEED = 46 / 0.576;
/** Two seams a cycle show that the belt runs; the distance between them keeps the loop whole. */
const SEAMS = 2;

/** @param cycle seconds of one gait cycle */
export function treadmill(cycle: number): Gear {
  const gap = (BELT_SPEED * cycle) / SEAMS;
  const seam =
    (i: number): Piece =>
    (stage) => {
      const loop = SEAMS * gap;
      const x = ((((i * gap - BELT_SPEED * stage.second) % loop) + loop) % loop) - 36;
      // Beyond the front roller the seam is on its way back underneath.
      const [a, b]: [Vec, Vec] =
        x < 34
          ? [
              [x, 4.55, -10],
              [x, 4.55, 10],
            ]
          : [
              [34, 4, -10],
              [34, 4, 10],
            ];
      return rod(stage.paper, a, b, { wide: 1, nearer: -39 });
    };
  return built(
    'treadmill',
    block([-1, 2.3, 0], { half: [39, 2.2, 12], tones: 'dark', nearer: -40 }),
    tube([36, 3, 11], [42, 58, 11], { wide: 2.6, nearer: -30 }),
    tube([36, 3, -11], [42, 58, -11], { wide: 2.6, nearer: -40 }),
    block([41, 60, 0], { half: [2, 4.5, 12], lean: -25, nearer: -35 }),
    ...Array.from({ length: SEAMS }, (_, i) => seam(i)),
  );
}

export const CRANK: Vec = [-1, 27, 0];

export const exerciseBike: Gear = built(
  'bike',
  block([-18, 60.2, 0], { half: [6, 1.5, 4], lean: -4, tones: 'dark', nearer: -6 }),
  tube([-16, 59, 0], [-9, 22, 0], { wide: 2.8, nearer: -8 }),
  tube(CRANK, [26, 27, 0], { wide: 3, nearer: -8 }),
  tube([-9, 24, 0], CRANK, { wide: 3, nearer: -8 }),
  tube([26, 27, 0], [24, 78, 0], { wide: 3, nearer: -9 }),
  ...onBothSides((z, side) => [
    tube([24, 78, 0], [29, 83, z(9)], { wide: 1.8, colour: 'steelDark', nearer: side > 0 ? -2 : -9 }),
  ]),
  block([22, 83, 0], { half: [1, 3.4, 4], lean: -30, tones: 'dark', nearer: -9 }),
  wheel([28, 19, 0], { radius: 15, thick: 2, nearer: -10 }),
  tube([28, 19, 1.5], [38, 2, 1.5], { wide: 2.6, nearer: -4 }),
  tube([-9, 23, 0], [-17, 2, 0], { wide: 2.6, nearer: -9 }),
  tube([38, 1.3, -9], [38, 1.3, 9], { wide: 2.6, colour: 'steelDark', nearer: -6 }),
  tube([-17, 1.3, -9], [-17, 1.3, 9], { wide: 2.6, colour: 'steelDark', nearer: -6 }),
  tube([-10, 23, 0], [28, 19, 0], { wide: 2.4, nearer: -9 }),
  wheel([-1, 27, 3], { radius: 5.4, thick: 1, colours: ['steelDark', 'steel', 'steelLight'] }),
  tube([-1, 27, 4], atBall('right', [0, -1, -3]), { wide: 1.7, colour: 'steelDark', nearer: 0.5 }),
  tube([-1, 27, -4], atBall('left', [0, -1, 3]), { wide: 1.7, colour: 'steelDark', nearer: -9 }),
  tube(atBall('right', [-2.5, -1, 0]), atBall('right', [2.5, -1, 0]), { wide: 1.6, colour: 'steelDark', nearer: 1 }),
  tube(atBall('left', [-2.5, -1, 0]), atBall('left', [2.5, -1, 0]), { wide: 1.6, colour: 'steelDark' }),
);
