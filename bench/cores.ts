import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Server and load each have a core of their own, so that neither takes the other's time. */
export const SERVER_CORE = '0';
export const LOAD_CORE = '1';

const CORES = availableParallelism();

/** Whether processes can be kept to cores here; the figures are less steady where they can't. */
export const canPin = CORES > 1 && hasTaskset();

/** A command, kept to a core. */
export const pinned = (core: string, command: readonly string[]): [string, ...string[]] =>
  (canPin ? ['taskset', '-c', core, ...command] : [...command]) as [string, ...string[]];

/** Keeps this process, with all its threads, to a core; without one, frees it. */
export function pinSelf(core?: string): void {
  if (canPin)
    execFileSync('taskset', ['-a', '-c', '-p', core ?? `0-${String(CORES - 1)}`, String(process.pid)], {
      stdio: 'ignore',
    });
}

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
