import { unlzw } from './unlzw.ts';

/** A decoded animation: every frame as it stands on the screen. */
export interface Film {
  readonly width: number;
  readonly height: number;
  /** One RGBA picture a frame; `delay` in hundredths of a second. */
  readonly frames: readonly { rgba: Uint8Array; delay: number }[];
  readonly loops: boolean;
}

/**
 * Reads what our own writer writes: one palette, frames that stay where they are.
 * @throws Error where the bytes are anything else
 */
export function read(bytes: Uint8Array): Film {
  const at = cursor(bytes);
  if (at.text(6) !== 'GIF89a') throw new Error('This is no GIF89a.');
  const [width, height] = [at.short(), at.short()];
  const flags = at.byte();
  at.skip(2);
  const palette = at.take(3 * 2 ** ((flags & 7) + 1));
  const screen = new Uint8Array(width * height * 4);
  const frames: { rgba: Uint8Array; delay: number }[] = [];
  let [delay, transparent, loops] = [0, -1, false];
  for (let kind = at.byte(); kind !== 0x3b; kind = at.byte()) {
    if (kind === 0x21) {
      const label = at.byte();
      const data = at.blocks();
      if (label === 0xff) loops = new TextDecoder().decode(data.subarray(0, 11)) === 'NETSCAPE2.0';
      if (label !== 0xf9) continue;
      delay = (data[1] as number) | ((data[2] as number) << 8);
      transparent = ((data[0] as number) & 1) === 1 ? (data[3] as number) : -1;
    } else if (kind === 0x2c) {
      const [x, y, w, h] = [at.short(), at.short(), at.short(), at.short()];
      at.skip(1);
      const bits = at.byte();
      unlzw(at.blocks(), bits, w * h).forEach((symbol, i) => {
        if (symbol === transparent) return;
        const place = ((y + Math.floor(i / w)) * width + x + (i % w)) * 4;
        screen.set([...palette.subarray(symbol * 3, symbol * 3 + 3), 255], place);
      });
      frames.push({ rgba: screen.slice(), delay });
    } else throw new Error(`There is no block of the kind ${String(kind)}.`);
  }
  if (at.left() > 0) throw new Error('There is something behind the end.');
  return { width, height, frames, loops };
}

function cursor(bytes: Uint8Array) {
  let position = 0;
  const take = (length: number): Uint8Array => {
    if (position + length > bytes.length) throw new Error('This GIF breaks off.');
    position += length;
    return bytes.subarray(position - length, position);
  };
  const byte = (): number => take(1)[0] as number;
  return {
    take,
    byte,
    skip: (length: number) => void take(length),
    text: (length: number) => new TextDecoder().decode(take(length)),
    short: () => byte() | (byte() << 8),
    blocks(): Uint8Array {
      const parts: number[] = [];
      for (let length = byte(); length > 0; length = byte()) parts.push(...take(length));
      return Uint8Array.from(parts);
    },
    left: () => bytes.length - position,
  };
}
