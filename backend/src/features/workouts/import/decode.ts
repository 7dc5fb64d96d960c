import { isUtf8 } from 'node:buffer';

/** Small, so that parsing a piece takes about a millisecond. */
const PIECE_BYTES = 8 * 1024;

/**
 * The bytes of a text file as text, a piece at a time: UTF-8, UTF-16 where a byte order mark says so, else
 * Windows-1252, which every sequence of bytes is. Byte order marks are left out, and U+FFFD never stands for a byte
 * that could not be read.
 */
export function* decode(file: Uint8Array): Generator<string> {
  const encoding = encodingOf(file);
  const decoder = new TextDecoder(encoding);
  for (let from = 0; from < file.length; from += PIECE_BYTES) {
    const end = from + PIECE_BYTES;
    const text = decoder.decode(file.subarray(from, end), { stream: end < file.length });
    if (text !== '') yield encoding === 'windows-1252' ? withoutControls(text) : text;
  }
}

function encodingOf(file: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le';
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be';
  return isUtf8(file) ? 'utf-8' : 'windows-1252';
}

/** 0x80 to 0x9F of Windows-1252, which some versions of Node leave as the control characters of Latin-1. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const withoutControls = (text: string): string =>
  text.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));

/** Text of a cell as it is kept: NFC, without spaces around it; a mark that its writer already put for a lost letter is a plain `?`. */
export const clean = (cell: string): string => cell.normalize('NFC').replaceAll('\uFFFD', '?').trim();
