import { createHash, randomInt } from 'node:crypto';

/** What nobody mixes up when it is read aloud or copied from a sheet: no 0 and O, no 1, I and L. */
const CHARACTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 10;

/** A one-time code of 49 bits, as `K7QXM-2HPRA`. */
export function newCode(): string {
  const characters = Array.from({ length: LENGTH }, () => CHARACTERS[randomInt(CHARACTERS.length)] ?? '');
  return `${characters.slice(0, 5).join('')}-${characters.slice(5).join('')}`;
}

/** What a code is found by, however it was typed. */
export const hashOfCode = (code: string): string =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest('hex');
