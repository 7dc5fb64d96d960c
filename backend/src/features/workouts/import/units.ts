import type { WeightUnit } from '@trainer/contract/types';
import { clean } from './decode.ts';
import { Unreadable } from './rows.ts';

export type DistanceUnit = 'km' | 'mi' | 'm';

const KG_PER_LB = 0.45359237;
const METERS: Record<DistanceUnit, number> = { m: 1, km: 1000, mi: 1609.344 };

/** More than this is no count, load, length or time of anything, and sums of it would stop being exact. */
const LARGEST = 1e9;

/** → kg; pounds to the gram. */
export const kilograms = (value: number, unit: WeightUnit): number =>
  unit === 'kg' ? value : round(value * KG_PER_LB, 3);

/** → m, to the centimetre */
export const meters = (value: number, unit: DistanceUnit): number => round(value * METERS[unit], 2);

/**
 * The number in a cell, with a decimal point or comma; null for a blank one.
 * @throws Unreadable for anything else, for what is below zero, and for what is too large to mean anything
 */
export function exactNumberIn(cell: string, what: string): number | null {
  const text = cell.trim();
  if (text === '') return null;
  if (!/^[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?$/i.test(text))
    throw new Unreadable(`The ${what} “${shown(text)}” is not a number.`);
  const value = Number(text.replace(',', '.'));
  if (value < 0) throw new Unreadable(`The ${what} “${shown(text)}” is below zero.`);
  if (value > LARGEST) throw new Unreadable(`The ${what} “${shown(text)}” is too large.`);
  return Math.abs(value);
}

/** The same to six decimals, since apps write 149.99999999999997 for 150. */
export function numberIn(cell: string, what: string): number | null {
  const value = exactNumberIn(cell, what);
  return value === null ? null : round(value, 6);
}

/** @throws Unreadable as `numberIn`, and for a fraction */
export function wholeNumberIn(cell: string, what: string): number | null {
  const value = numberIn(cell, what);
  if (value !== null && !Number.isInteger(value))
    throw new Unreadable(`The ${what} “${shown(cell)}” is not a whole number.`);
  return value;
}

/** RPE from 1 to 10; 0 stands for none. */
export function rpeIn(cell: string): number | null {
  const value = numberIn(cell, 'RPE') || null;
  if (value !== null && (value < 1 || value > 10))
    throw new Unreadable(`The RPE “${shown(cell)}” is not between 1 and 10.`);
  return value;
}

/**
 * Minutes of `1h 5m`, `2h`, `45m`, `45s`, `38min` or of plain seconds, to the hundredth; null for a blank cell and for zero,
 * which no workout takes. A clock that nobody stopped is kept as it is.
 */
export function minutesIn(cell: string): number | null {
  const text = cell.trim();
  if (text === '') return null;
  const parts = /^(?:(\d{1,6})\s*h)?\s*(?:(\d{1,6})\s*m(?:in)?)?\s*(?:(\d{1,6})\s*s)?$/i.exec(text);
  const seconds = parts
    ? Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0)
    : numberIn(text, 'duration of the workout');
  return round((seconds ?? 0) / 60, 2) || null;
}

const LONGEST_SHOWN = 40;

/** A cell in a sentence: short, on one line. */
export function shown(cell: string): string {
  // Cells can be as long as the file, and cutting must not halve a letter.
  const text = clean(cell.slice(0, 4 * LONGEST_SHOWN).replace(/\s+/g, ' '));
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}

function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}
