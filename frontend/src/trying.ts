import { signal } from '@preact/signals-core';
import { Refused } from './api.ts';
import { countdown } from './ui/countdown.ts';

/** One try at a time of what the server limits, and a wait after too many. */
export function trying(act: () => Promise<unknown>) {
  const busy = signal(false);
  const failure = signal<unknown>(null);
  const wait = countdown();
  return {
    busy,
    failure,
    wait: wait.left,
    /** → whether it came through */
    async submit(): Promise<boolean> {
      if (busy.value || wait.left.value > 0) return false;
      busy.value = true;
      failure.value = null;
      try {
        await act();
        return true;
      } catch (error) {
        failure.value = error;
        if (error instanceof Refused && error.status === 429) wait.start(error.retryAfterSeconds ?? 60);
        return false;
      } finally {
        busy.value = false;
      }
    },
  };
}
