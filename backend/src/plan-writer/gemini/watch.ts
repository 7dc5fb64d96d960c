import type { Timings } from './timings.ts';

/** Watches one call: ends it where the person or the whole deadline does, or where nothing comes for too long. */
export interface Watch {
  /** Goes to the client library; aborted in any case once the call is over, so that no socket stays open. */
  readonly signal: AbortSignal;
  /** Rejects when the call is to end. */
  readonly ended: Promise<never>;
  /** Why it ended: `aborted` is from outside. */
  readonly cause: 'aborted' | 'no_answer' | 'stalled' | undefined;
  sawChunk(): void;
  close(): void;
}

export function watch(outer: AbortSignal, { firstChunkMs, betweenChunksMs }: Timings): Watch {
  const call = new AbortController();
  let cause: Watch['cause'];
  let reject: (reason: Error) => void;
  const ended = new Promise<never>((_, no) => (reject = no));
  // Nobody may be listening yet, or any more.
  ended.catch(() => undefined);

  function stop(why: NonNullable<Watch['cause']>): void {
    if (cause) return;
    cause = why;
    reject(new Error(why));
  }
  const stopFromOutside = () => {
    stop('aborted');
  };
  let idle = setTimeout(stop, firstChunkMs, 'no_answer');
  if (outer.aborted) stopFromOutside();
  else outer.addEventListener('abort', stopFromOutside, { once: true });

  return {
    signal: call.signal,
    ended,
    get cause() {
      return cause;
    },
    sawChunk() {
      clearTimeout(idle);
      idle = setTimeout(stop, betweenChunksMs, 'stalled');
    },
    close() {
      clearTimeout(idle);
      outer.removeEventListener('abort', stopFromOutside);
      call.abort();
    },
  };
}

/** Waits, or rejects with the reason of the signal. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, ms);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}
