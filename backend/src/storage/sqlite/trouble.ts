import { StorageAway } from '../port.ts';

/** Primary result codes of SQLite that speak of the disk, not of what was asked: busy, read-only, I/O, full, can't open. */
const AWAY = new Set([5, 8, 10, 13, 14]);

/** An error as the port tells it: trouble with the disk is `StorageAway`, the rest stays. */
export function toldByPort(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const code = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0;
  // The low byte is the primary code.
  return AWAY.has(code & 0xff) ? new StorageAway(error) : error;
}
