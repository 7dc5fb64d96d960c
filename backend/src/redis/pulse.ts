import type { Redis } from 'ioredis';
import type { Timings } from './timings.ts';

export interface Pulse {
  /** How many milliseconds ago the latest ping that was answered had been sent. */
  silentMs(): number;
  stop(): void;
}

/** Pings the connection until it stops or falls silent; an answer that comes after all is told. */
export function pulse(
  client: Redis,
  { pingMs, patienceMs }: Timings,
  on: { silence: () => void; lateAnswer: () => void; everyTick: () => void },
): Pulse {
  let heard = performance.now();
  let unanswered: number | undefined;
  let isSilent = false;

  function tick(): void {
    if (unanswered === undefined) ping();
    // Where this process stood still, the answer may lie there unread: it is read before the check.
    else if (performance.now() - unanswered > patienceMs) setImmediate(check, unanswered);
    on.everyTick();
  }

  function ping(): void {
    const sent = performance.now();
    unanswered = sent;
    client.ping().then(
      () => {
        heard = sent;
        if (unanswered === sent && isSilent) on.lateAnswer();
        unanswered = undefined;
      },
      // A connection that closes says so itself.
      () => undefined,
    );
  }

  function check(sent: number): void {
    if (unanswered !== sent) return;
    clearInterval(ticking);
    isSilent = true;
    on.silence();
  }

  const ticking = setInterval(tick, pingMs);
  return {
    silentMs: () => performance.now() - heard,
    stop() {
      unanswered = undefined;
      clearInterval(ticking);
    },
  };
}
