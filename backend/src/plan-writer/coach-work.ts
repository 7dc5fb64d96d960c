import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { CoachTasks } from './coach-tasks.ts';
import type { Asked } from './coach-worker.ts';
import type { CoachWork } from './port.ts';

export interface CoachThreads extends CoachWork {
  close(): Promise<void>;
}

/** One core is left to whoever answers everybody else. */
const THREADS = Math.min(Math.max(availableParallelism() - 1, 1), 4);
/** Plans are written now and then: between them the memory is given back. */
const IDLE_MS = 300_000;

/** `coach` in threads of its own. They start with the first work, and end when there has been none for some minutes. */
export function coachThreads(): CoachThreads {
  let pool: Piscina | undefined;
  let isClosed = false;

  function run<Name extends keyof CoachTasks>(
    name: Name,
    given: Parameters<CoachTasks[Name]>[0],
    signal?: AbortSignal,
  ): Promise<ReturnType<CoachTasks[Name]>> {
    if (isClosed) return Promise.reject(new Error('The coach has gone home.'));
    pool ??= new Piscina({ filename: entry(), name: 'work', minThreads: 0, maxThreads: THREADS, idleTimeout: IDLE_MS });
    const asked: Asked<Name> = { name, given };
    return pool.run(asked, signal && { signal }) as Promise<ReturnType<CoachTasks[Name]>>;
  }

  return {
    fitting: (ask, signal) => run('fitting', ask, signal),
    draft: (ask, signal) => run('draft', ask, signal),
    check: (ask, draft, signal) => run('check', { ask, draft }, signal),
    swaps: (of) => run('swaps', of),
    swapped: (of, swapId) => run('swapped', { of, swapId }),
    async close() {
      isClosed = true;
      await pool?.destroy();
    },
  };
}

/** The file that a thread starts with: beside this one, in the sources and in the built server alike. */
function entry(): string {
  const isSource = import.meta.url.endsWith('.ts');
  return new URL(isSource ? './coach-worker-from-source.mjs' : './coach-worker.js', import.meta.url).href;
}
