import { describe, expect, it } from 'vitest';
import { gifInspector } from './gif-check.ts';

/** The smallest GIF there is: one pixel. */
const ONE_PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

function checked(bytes: Uint8Array, piece = bytes.length || 1) {
  const inspector = gifInspector();
  for (let at = 0; at < bytes.length; at += piece) inspector.take(bytes.subarray(at, at + piece));
  return inspector.end();
}

const changedAt = (at: number, ...values: number[]) => {
  const bytes = Buffer.from(ONE_PIXEL);
  values.forEach((value, i) => (bytes[at + i] = value));
  return bytes;
};

describe('a file that is said to be a GIF', () => {
  it('is kept as it is where it is one, in whatever pieces it comes', () => {
    for (const piece of [1, 7, ONE_PIXEL.length]) expect(checked(ONE_PIXEL, piece)).toEqual({ bytes: ONE_PIXEL });
  });

  it.each([
    ['a text', Buffer.from('This was a GIF once, I promise.'), 'This is a text, not a GIF.'],
    ['a short text', Buffer.from('GIF'), 'This is a text, not a GIF.'],
    [
      'a PNG',
      Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64'),
      'This is a PNG picture, not a GIF.',
    ],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.alloc(20)]), 'This is a JPEG picture, not a GIF.'],
    ['nothing', Buffer.alloc(0), 'This file is empty.'],
    [
      'a bomb',
      changedAt(6, 0xff, 0xff, 0xff, 0xff),
      'This GIF is 65,535 × 65,535 pixels large; 2,000 × 2,000 is the most.',
    ],
    ['a flat one', changedAt(6, 0, 0), 'This GIF is 0 pixels wide or high.'],
    ['half of one', ONE_PIXEL.subarray(0, 30), 'This GIF breaks off: its end is missing.'],
    ['one without its end', ONE_PIXEL.subarray(0, -1), 'This GIF breaks off: its end is missing.'],
    [
      'one with a tail',
      Buffer.concat([ONE_PIXEL, Buffer.from('<script>')]),
      'There is more in this file behind the end of the GIF.',
    ],
    ['a frame outside', changedAt(28, 5), 'This GIF is damaged: a frame lies outside of the picture.'],
    ['what is no block', changedAt(27, 0x77), 'This GIF is damaged: it holds something that is no frame.'],
    ['codes of no width', changedAt(37, 77), 'This GIF is damaged: a frame cannot be unpacked.'],
    ['no frame', Buffer.concat([ONE_PIXEL.subarray(0, 19), Buffer.from([0x3b])]), 'This GIF has no picture in it.'],
  ])('is refused by name: %s', (_, bytes, wrong) => {
    for (const piece of [3, bytes.length || 1]) expect(checked(bytes, piece)).toEqual({ wrong });
  });

  it('is refused where it would unpack to more than a page can play', () => {
    const frame = ONE_PIXEL.subarray(19, -1);
    const many = Buffer.concat([ONE_PIXEL.subarray(0, 19), ...Array<Buffer>(1001).fill(frame), Buffer.from([0x3b])]);
    expect(checked(many)).toEqual({ wrong: 'This GIF has more than 1,000 frames.' });
  });
});
