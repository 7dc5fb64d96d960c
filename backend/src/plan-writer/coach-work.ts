import { availableParallelism } from 'node:os';
import type { Piscina } from 'piscina';
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
  let opening: Promise<Piscina> | undefined;
  let isClosed = false;

  async function run<Name extends keyof CoachTasks>(
    name: Name,
    given: Parameters<CoachTasks[Name]>[0],
    signal?: AbortSignal,
  ): Promise<ReturnType<CoachTasks[Name]>> {
    if (isClosed) throw new Error('The coach has gone home.');
    const pool = await (opening ??= openPool());
    const asked: Asked<Name> = { name, given };
    return pool.run(asked, signal && { signal }) as Promise<ReturnType<CoachTasks[Name]>>;
  }

  return {
    // Where it does not come about, the next who asks hears of it.
    expect: () => void run('expect', undefined).catch(() => undefined),
    readDiet: (given) => run('readDiet', given),
    readWorkout: (asked) => run('readWorkout', asked),
    target: (profile) => run('target', profile),
    fitting: (ask, signal) => run('fitting', ask, signal),
    draft: (ask, signal) => run('draft', ask, signal),
    check: (ask, draft, signal) => run('check', { ask, draft }, signal),
    swaps: (of) => run('swaps', of),
    swapped: (of, swapId) => run('swapped', { of, swapId }),
    shopping: (plan) => run('shopping', plan),
    async close() {
      isClosed = true;
      await (await opening)?.destroy();
    },
  };
}

/** Loaded with the first work, so that a server that writes no plans is none the larger for it. */
async function openPool(): Promise<Piscina> {
  const { Piscina } = await import('piscina');
  return new Piscina({
    filename: entry(),
    name: 'work',
    minThreads: 0,
    maxThreads: THREADS,
    idleTimeout: IDLE_MS,
    // Where cores are short the others are served first: on one core they wait half as long, and plans no longer.
    niceIncrement: 10,
  });
}

/** The file that a thread starts with: beside this one, in the sources and in the built server alike. */
function entry(): string {
  const isSource = import.meta.url.endsWith('.ts');
  return new URL(isSource ? './coach-worker-from-source.mjs' : './coach-worker.js', import.meta.url).href;
}
