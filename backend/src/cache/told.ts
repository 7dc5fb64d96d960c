import type { Entry } from './port.ts';

/** Told of every hit and miss, in the words that operators know; left out where nobody listens, so that a hit costs nothing more. */
export type Tell = (line: string) => void;

export function tellHit(tell: Tell, { key, ttlSeconds }: Entry): void {
  tell(`Cache HIT: ${key} (${span(ttlSeconds)} TTL)`);
}

export const tellMiss = (tell: Tell) => (key: string) => {
  tell(`Cache MISS: ${key} (querying DB)`);
};

/** 300 → `5m`, 86400 → `24h` */
const span = (seconds: number): string => (seconds >= 3600 ? `${String(seconds / 3600)}h` : `${String(seconds / 60)}m`);
