/** A dot of a kolam, in steps of the grid. */
export type Dot = readonly [x: number, y: number];

/**
 * The line that runs round dots: each dot gets four quarter curves between the midpoints towards its neighbours. With a
 * neighbour the line crosses there at 45°, without one it rounds off. Any set of dots works.
 * @param u distance of neighbouring dots, in units of the drawing
 */
export function kolamPath(dots: readonly Dot[], u: number): string {
  const there = new Set(dots.map(String));
  const has = (x: number, y: number) => there.has(`${String(x)},${String(y)}`);
  return dots
    .map(([x, y]) =>
      QUARTERS.map(([from, to]) =>
        quarter([x * u, y * u], u, end(from, has(x + from[0], y + from[1])), end(to, has(x + to[0], y + to[1]))),
      ).join(''),
    )
    .join('');
}

/** Path and dots of a kolam as SVG markup, for pages that are put together before any script runs. */
export function kolamMarkup(dots: readonly Dot[], u: number, radius: number): string {
  const circles = dots.map(
    ([x, y]) => `<circle class="dotk" cx="${String(x * u)}" cy="${String(y * u)}" r="${String(radius)}"/>`,
  );
  return `<path class="ln" d="${kolamPath(dots, u)}"/>${circles.join('')}`;
}

/** All dots at most `size` steps from the middle. */
export function diamond(size: number): Dot[] {
  const steps = Array.from({ length: 2 * size + 1 }, (_, i) => i - size);
  return steps.flatMap((x) => steps.filter((y) => Math.abs(x) + Math.abs(y) <= size).map((y): Dot => [x, y]));
}

type Direction = readonly [number, number];
const LEFT: Direction = [-1, 0];
const UP: Direction = [0, -1];
const RIGHT: Direction = [1, 0];
const DOWN: Direction = [0, 1];

/** Round the dot, each from one side to the next. */
const QUARTERS: readonly (readonly [Direction, Direction])[] = [
  [UP, RIGHT],
  [RIGHT, DOWN],
  [DOWN, LEFT],
  [LEFT, UP],
];

/** Where a quarter begins or ends: on the crossing half-way to a neighbour, or on the round of a dot that stands alone. */
interface End {
  direction: Direction;
  crosses: boolean;
}
const end = (direction: Direction, crosses: boolean): End => ({ direction, crosses });

/** How far from the dot the line runs where it rounds off, and how long its handles are there (a circle’s 0.5523). */
const ROUND = 0.43;
const ROUND_HANDLE = 0.26;
/** The handle at a crossing, along the 45° line. */
const CROSS_HANDLE = 0.185;

function quarter([cx, cy]: readonly [number, number], u: number, from: End, to: End): string {
  const start = at(cx, cy, from, u);
  const stop = at(cx, cy, to, u);
  const first = handle(start, from, to.direction, u);
  const second = handle(stop, to, from.direction, u);
  return `M${point(start)}C${point(first)} ${point(second)} ${point(stop)}`;
}

function at(cx: number, cy: number, { direction: [dx, dy], crosses }: End, u: number): [number, number] {
  const reach = (crosses ? 0.5 : ROUND) * u;
  return [cx + dx * reach, cy + dy * reach];
}

function handle(
  [x, y]: readonly [number, number],
  { direction: [dx, dy], crosses }: End,
  [ox, oy]: Direction,
  u: number,
): [number, number] {
  if (crosses) return [x + (ox - dx) * CROSS_HANDLE * u, y + (oy - dy) * CROSS_HANDLE * u];
  return [x + ox * ROUND_HANDLE * u, y + oy * ROUND_HANDLE * u];
}

const point = ([x, y]: readonly [number, number]): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
