import type { Timings } from './timings.ts';

/** Which models are left alone for a while, so that a plan does not wait for what just failed for others. */
export interface Pauses {
  isPaused(model: string): boolean;
  /** @returns whether this was the fault that pauses it */
  faulted(model: string): boolean;
  worked(model: string): void;
  /** It has nothing to give for this long. */
  rest(model: string, ms: number): void;
}

export function pauses(timings: Timings, clock: () => Date): Pauses {
  const faults = new Map<string, number[]>();
  const until = new Map<string, number>();
  /** Those that may be tried again after a pause: one more fault is enough. */
  const onTrial = new Set<string>();

  return {
    isPaused: (model) => (until.get(model) ?? 0) > clock().getTime(),
    faulted(model) {
      const now = clock().getTime();
      const recent = [...(faults.get(model) ?? []), now].filter((at) => now - at < timings.faultsWithinMs);
      faults.set(model, recent);
      if (recent.length < timings.faultsToPause && !onTrial.has(model)) return false;
      until.set(model, now + timings.pauseMs);
      onTrial.add(model);
      faults.delete(model);
      return true;
    },
    worked(model) {
      faults.delete(model);
      onTrial.delete(model);
    },
    rest(model, ms) {
      until.set(model, Math.max(until.get(model) ?? 0, clock().getTime() + ms));
    },
  };
}
