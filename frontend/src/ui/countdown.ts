import { type ReadonlySignal, signal } from '@preact/signals-core';

/** Seconds until something may be tried again; 0 when it may. */
export interface Countdown {
  readonly left: ReadonlySignal<number>;
  start(seconds: number): void;
}

/** Counts from a deadline, so that a sleeping tab wakes up right. */
export function countdown(now: () => number = Date.now): Countdown {
  const left = signal(0);
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    left,
    start(seconds) {
      const until = now() + seconds * 1000;
      clearInterval(timer);
      left.value = seconds;
      timer = setInterval(() => {
        left.value = Math.max(0, Math.ceil((until - now()) / 1000));
        if (left.value === 0) clearInterval(timer);
      }, 1000);
    },
  };
}
