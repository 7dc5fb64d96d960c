import { lzw } from './lzw.ts';
import { type Palette, paletteOf } from './palette.ts';

/** A picture of the animation: RGBA, and how long it is shown. */
export interface Frame {
  readonly rgba: Uint8Array;
  /** hundredths of a second */
  readonly delay: number;
}

interface Options {
  readonly width: number;
  readonly height: number;
  /** The colours of the drawing, packed: kept exact. */
  readonly flat: readonly number[];
  /** So far from its own colour, in steps of RGB, a blend may be written. Flat colours never are. */
  readonly tolerance: number;
}

/** One place of 32 stands for what has not changed. */
const COLOURS = 31;
/** Flat colours nearer than this are the same. */
const SAME = 6;
/** How many colours beside its own a blend may take. */
const OTHERS = 16;
/** What part of the tolerance the first frame has: what it blends wrong stays, wherever nothing moves, for the whole film. */
const FIRST = 2 / 3;

/**
 * An endless GIF89a with one palette. Each frame holds only the box that changed, in it what did not change is
 * transparent, and a frame that changes nothing lengthens the one before. The same frames give the same bytes.
 */
export function gif(frames: readonly Frame[], { width, height, flat, tolerance }: Options): Uint8Array {
  const pictures = frames.map(({ rgba }) => new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4));
  const palette = paletteOf(counted(pictures), frames.length, flat, COLOURS);
  const unchanged = palette.colours.length;
  const bits = Math.max(2, Math.ceil(Math.log2(unchanged + 1)));
  const isFlat = new Set(flat);
  const near = alternatives(palette, tolerance);
  const nearer = alternatives(palette, tolerance * FIRST);

  const out = new Bytes();
  header(out, width, height, palette, bits);
  let shown: Uint8Array | undefined;
  let last: { delayAt: number; delay: number } | undefined;
  pictures.forEach((picture, i) => {
    const wanted = Uint8Array.from(picture, (pixel) => palette.indexOf(pixel));
    const strict = Uint8Array.from(picture, (pixel) => (isFlat.has(pixel) ? 1 : 0));
    const before = shown;
    const isSame = (p: number) =>
      before !== undefined &&
      palette.distance(wanted[p] as number, before[p] as number) <= (strict[p] === 1 ? SAME : tolerance);
    const box = before ? changedBox(width, height, isSame) : { x: 0, y: 0, width, height };
    const delay = (frames[i] as Frame).delay;
    if (!box) {
      if (last) out.setShort(last.delayAt, (last.delay += delay));
      return;
    }
    const coded = lzw(choicesIn(box, width, wanted, strict, isSame, before ? near : nearer, unchanged), bits);
    shown = before ? before.slice() : new Uint8Array(width * height);
    const now = shown;
    coded.symbols.forEach((symbol, at) => {
      if (symbol !== unchanged) now[placeIn(box, width, at)] = symbol;
    });
    last = { delayAt: image(out, box, delay, before ? unchanged : undefined, bits, coded.bytes), delay };
  });
  out.byte(0x3b);
  return out.taken();
}

function counted(pictures: readonly Uint32Array[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const picture of pictures) for (const pixel of picture) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  return counts;
}

/** For each colour those that may stand for it, the nearest first. */
function alternatives({ colours, distance }: Palette, tolerance: number): number[][] {
  return colours.map((_, i) =>
    colours
      .map((__, j) => j)
      .filter((j) => j !== i && distance(i, j) <= tolerance)
      .sort((a, b) => distance(i, a) - distance(i, b) || a - b)
      .slice(0, OTHERS),
  );
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const placeIn = (box: Box, width: number, at: number): number =>
  (box.y + Math.floor(at / box.width)) * width + box.x + (at % box.width);

function changedBox(width: number, height: number, isSame: (place: number) => boolean): Box | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (isSame(y * width + x)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function choicesIn(
  box: Box,
  width: number,
  wanted: Uint8Array,
  strict: Uint8Array,
  isSame: (place: number) => boolean,
  near: readonly number[][],
  unchanged: number,
) {
  const length = box.width * box.height;
  const row = OTHERS + 2;
  const counts = new Uint8Array(length);
  const table = new Uint8Array(length * row);
  for (let at = 0; at < length; at++) {
    const place = placeIn(box, width, at);
    const colour = wanted[place] as number;
    const add = (symbol: number) => (table[at * row + (counts[at] as number)] = symbol);
    if (isSame(place)) {
      add(unchanged);
      counts[at] = 1;
    }
    for (const symbol of strict[place] === 1 ? [colour] : [colour, ...(near[colour] ?? [])]) {
      add(symbol);
      counts[at] = (counts[at] as number) + 1;
    }
  }
  return {
    length,
    count: (pixel: number) => counts[pixel] as number,
    symbol: (pixel: number, choice: number) => table[pixel * row + choice] as number,
  };
}

function header(out: Bytes, width: number, height: number, { colours }: Palette, bits: number): void {
  out.text('GIF89a');
  out.short(width);
  out.short(height);
  out.bytes([0xf0 | (bits - 1), 0, 0]);
  for (let i = 0; i < 1 << bits; i++) out.bytes(colours[i] ?? [0, 0, 0]);
  out.bytes([0x21, 0xff, 11]);
  out.text('NETSCAPE2.0');
  // Again and again, without an end.
  out.bytes([3, 1, 0, 0, 0]);
}

/** → where the delay stands, which a frame that changes nothing makes longer */
function image(out: Bytes, box: Box, delay: number, transparent: number | undefined, bits: number, data: Uint8Array) {
  const keep = 1 << 2;
  out.bytes([0x21, 0xf9, 4, keep | (transparent === undefined ? 0 : 1)]);
  const delayAt = out.short(delay);
  out.bytes([transparent ?? 0, 0, 0x2c]);
  for (const value of [box.x, box.y, box.width, box.height]) out.short(value);
  out.bytes([0, bits]);
  for (let i = 0; i < data.length; i += 255) {
    const part = data.subarray(i, i + 255);
    out.byte(part.length);
    out.bytes(part);
  }
  out.byte(0);
  return delayAt;
}

class Bytes {
  readonly #all: number[] = [];
  byte(value: number): void {
    this.#all.push(value & 255);
  }
  bytes(values: Iterable<number>): void {
    for (const value of values) this.byte(value);
  }
  text(text: string): void {
    this.bytes(new TextEncoder().encode(text));
  }
  /** Little-endian. → where it stands */
  short(value: number): number {
    this.bytes([value, value >> 8]);
    return this.#all.length - 2;
  }
  setShort(at: number, value: number): void {
    this.#all[at] = value & 255;
    this.#all[at + 1] = (value >> 8) & 255;
  }
  taken(): Uint8Array {
    return Uint8Array.from(this.#all);
  }
}
