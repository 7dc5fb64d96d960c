import { pino } from 'pino';
import type { Log } from '../log.ts';

/** A log and its lines, as they would stand there. */
export function notedLog(): { log: Log; lines: string[]; said: () => string[] } {
  const lines: string[] = [];
  return {
    log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }),
    lines,
    said: () => lines.map((line) => (JSON.parse(line) as { msg: string }).msg),
  };
}
