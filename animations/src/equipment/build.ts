import { type Gear, type GearName, type Place, placeOn, type Stage } from './gear.ts';
import { box, type Box, disc, type Disc, rod, type Rod } from './solids.ts';

/** A part of something built. */
export type Piece = (stage: Stage) => ReturnType<typeof box>;

export const block =
  (at: Place, looks: Box): Piece =>
  (stage) =>
    box(stage.paper, placeOn(at, stage), looks);

export const tube =
  (a: Place, b: Place, looks: Rod = {}): Piece =>
  (stage) =>
    rod(stage.paper, placeOn(a, stage), placeOn(b, stage), looks);

export const wheel =
  (at: Place, looks: Disc): Piece =>
  (stage) =>
    disc(stage.paper, placeOn(at, stage), looks);

/** Something of several pieces, each as near as it is. */
export const built = (is: GearName, ...pieces: readonly Piece[]): Gear => ({
  is,
  draw: (stage) => pieces.map((piece) => ({ ...piece(stage), id: is })),
});

/** The same piece on both sides. */
export const onBothSides = (make: (z: (distance: number) => number, side: 1 | -1) => Piece[]): Piece[] =>
  ([1, -1] as const).flatMap((side) => make((distance) => distance * side, side));
