/**
 * A warm tile that is readable on light and on dark cards, a figure of warm neutrals, and muscles that differ from all
 * of it in lightness as well as in hue, so that they are unmistakable to colour-blind eyes too (`colours.test.ts`).
 */
export const COLOURS = {
  tile: '#F5F0E8',
  ground: '#E6DCCB',
  mark: '#C6B8A0',

  trunk: '#BFAE96',
  arm: '#D5C7B0',
  leg: '#CABAA2',
  /** What is on the far side of the body. */
  far: '#A08F78',
  shorts: '#2F6B68',
  shortsFar: '#24524F',
  shoe: '#3A332C',
  shoeFar: '#2E2822',
  hair: '#3F362E',
  face: '#D5C7B0',
  eye: '#3F362E',

  primary: '#C9281D',
  primaryFar: '#A52218',
  secondary: '#F08A3C',
  secondaryFar: '#CC7231',
  heart: '#C9281D',

  steelLight: '#AFA79B',
  steel: '#8B8378',
  steelDark: '#5A534A',
  plate: '#3B3631',
  plateLight: '#565049',
  hub: '#A39A8D',
  padLight: '#7B8A99',
  pad: '#5E6E7E',
  padDark: '#485664',
  cable: '#3B3631',
  woodLight: '#CDB08C',
  wood: '#B0916B',
  woodDark: '#8E7353',
  matLight: '#93AFA0',
  mat: '#7C9A8A',
  matDark: '#637F70',
} as const;

export type Colour = keyof typeof COLOURS;

/** Top, side and front of a solid. */
export type Tones = readonly [top: string, side: string, front: string];
export const TONES = {
  steel: [COLOURS.steelLight, COLOURS.steel, COLOURS.steelDark],
  pad: [COLOURS.padLight, COLOURS.pad, COLOURS.padDark],
  wood: [COLOURS.woodLight, COLOURS.wood, COLOURS.woodDark],
  mat: [COLOURS.matLight, COLOURS.mat, COLOURS.matDark],
  dark: [COLOURS.plateLight, COLOURS.plate, COLOURS.plate],
} as const satisfies Record<string, Tones>;
