import type { FileInspector, SentFile } from '../../http/file-in-body.ts';

/** px of a side, and frames: more than any screen shows or anybody waits for. */
const MOST_SIDE = 2_000;
const MOST_FRAMES = 1_000;
/** px of all frames together: what a page has to unpack to play it. */
const MOST_PIXELS = 400_000_000;

const HEADER = 13;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;

/** What people send instead, by how it begins. */
const OTHERS: readonly [name: string, at: number, begins: string][] = [
  ['PNG picture', 0, '\x89PNG'],
  ['JPEG picture', 0, '\xff\xd8\xff'],
  ['WebP picture', 8, 'WEBP'],
  ['video', 4, 'ftyp'],
  ['PDF', 0, '%PDF'],
  ['drawing (SVG)', 0, '<svg'],
];

/** Not a GIF, or not one that we would show; the message says what it is. */
class Wrong extends Error {}

/** How many bytes the check needs next; it is given just these. */
type Check = Generator<number, void, Buffer>;

/** Keeps a GIF as it comes in and checks its structure on the way: what is wrong is known, and let go, at once. */
export function gifInspector(): FileInspector {
  const check = gifStructure();
  const parts: Uint8Array[] = [];
  let pending: Buffer = Buffer.alloc(0);
  let wanted = check.next().value as number;
  let whole = false;
  let wrong: string | undefined;

  function look(): void {
    while (pending.length >= wanted && !whole) {
      const step = check.next(pending.subarray(0, wanted));
      pending = pending.subarray(wanted);
      if (step.done) whole = true;
      else wanted = step.value;
    }
    if (whole && pending.length > 0) throw new Wrong('There is more in this file behind the end of the GIF.');
  }

  return {
    take(bytes) {
      if (wrong !== undefined) return;
      parts.push(bytes);
      pending = Buffer.concat([pending, bytes]);
      try {
        look();
      } catch (error) {
        if (!(error instanceof Wrong)) throw error;
        wrong = error.message;
        parts.length = 0;
        pending = Buffer.alloc(0);
      }
    },
    end(): SentFile {
      if (wrong !== undefined) return { wrong };
      if (parts.length === 0) return { wrong: 'This file is empty.' };
      if (!whole) return { wrong: beganAs(Buffer.concat(parts)) };
      return { bytes: Buffer.concat(parts) };
    },
  };
}

/** Of a file that ended before the check did. */
function beganAs(bytes: Buffer): string {
  return bytes.length < HEADER ? notGif(bytes) : 'This GIF breaks off: its end is missing.';
}

function notGif(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const [name] = OTHERS.find(([, at, begins]) => text.startsWith(begins, at)) ?? [];
  if (name !== undefined) return `This is a ${name}, not a GIF.`;
  return /^[\s\x20-\x7e]*$/.test(text) ? 'This is a text, not a GIF.' : 'This is not a GIF.';
}

/** The blocks of GIF89a, one after the other, as its specification has them. */
function* gifStructure(): Check {
  const header = Buffer.from(yield HEADER);
  if (!/^GIF8[79]a/.test(header.toString('latin1'))) throw new Wrong(notGif(header));
  const [width, height] = [header.readUInt16LE(6), header.readUInt16LE(8)];
  if (width === 0 || height === 0) throw new Wrong('This GIF is 0 pixels wide or high.');
  if (width > MOST_SIDE || height > MOST_SIDE) {
    throw new Wrong(`This GIF is ${sides(width, height)} pixels large; ${sides(MOST_SIDE, MOST_SIDE)} is the most.`);
  }
  yield* colours(header[10] as number);
  let [frames, pixels] = [0, 0];
  for (;;) {
    const kind = (yield 1)[0];
    if (kind === TRAILER) break;
    if (kind === EXTENSION) {
      yield 1;
      yield* subBlocks();
    } else if (kind === IMAGE) {
      frames++;
      pixels += yield* image(width, height);
      if (frames > MOST_FRAMES) throw new Wrong(`This GIF has more than ${shown(MOST_FRAMES)} frames.`);
      if (pixels > MOST_PIXELS) throw new Wrong('This GIF has too many pixels in its frames to be played.');
    } else throw new Wrong('This GIF is damaged: it holds something that is no frame.');
  }
  if (frames === 0) throw new Wrong('This GIF has no picture in it.');
}

function* colours(flags: number): Check {
  if ((flags & 0x80) !== 0) yield 3 * 2 ** ((flags & 7) + 1);
}

/** → how many pixels it covers */
function* image(width: number, height: number): Generator<number, number, Buffer> {
  const place = Buffer.from(yield 9);
  const [x, y, w, h] = [0, 2, 4, 6].map((at) => place.readUInt16LE(at)) as [number, number, number, number];
  if (w === 0 || h === 0 || x + w > width || y + h > height) {
    throw new Wrong('This GIF is damaged: a frame lies outside of the picture.');
  }
  yield* colours(place[8] as number);
  const [bits = 0] = yield 1;
  if (bits < 1 || bits > 8) throw new Wrong('This GIF is damaged: a frame cannot be unpacked.');
  const data = yield* subBlocks();
  if (data === 0) throw new Wrong('This GIF is damaged: a frame is empty.');
  return w * h;
}

/** → bytes in them */
function* subBlocks(): Generator<number, number, Buffer> {
  for (let all = 0; ;) {
    const [length = 0] = yield 1;
    if (length === 0) return all;
    yield length;
    all += length;
  }
}

const shown = (count: number): string => count.toLocaleString('en');
const sides = (width: number, height: number): string => `${shown(width)} × ${shown(height)}`;
