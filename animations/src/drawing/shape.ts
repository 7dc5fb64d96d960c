/** Paths of one colour, painted one after the other. */
export interface Shape {
  readonly path: string;
  readonly colour: string;
}

/** A part of the picture that is painted as one, the farthest first. */
export interface Part {
  /** What it is, so that a test and a movement can speak of it. */
  readonly id: string;
  readonly depth: number;
  readonly svg: string;
}

export const painted = (shapes: readonly Shape[]): string =>
  shapes.map(({ path, colour }) => `<path d="${path}" fill="${colour}"/>`).join('');
