import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Entry } from './ledger.ts';
import type { Told } from './worker.ts';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/**
 * Draws these on all cores, one at a time on each.
 * @param done is told of each as it is there
 * @returns why some could not be drawn
 */
export async function drawAll(slugs: readonly string[], done: (slug: string, entry: Entry) => void): Promise<string[]> {
  const waiting = [...slugs];
  const failures: string[] = [];
  const count = Math.min(availableParallelism(), waiting.length);
  await Promise.all(
    Array.from({ length: count }, async () => {
      const worker = fork(WORKER);
      try {
        for (let slug = waiting.shift(); slug !== undefined; slug = waiting.shift()) {
          const told = await ask(worker, slug);
          if ('failed' in told) failures.push(told.failed);
          else done(told.slug, told.entry);
        }
      } finally {
        worker.kill();
      }
    }),
  );
  return failures;
}

function ask(worker: ChildProcess, slug: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => {
      reject(new Error(`Drawing ${slug} ended with code ${String(code)}.`));
    };
    worker.once('exit', ended);
    worker.once('message', (told) => {
      worker.off('exit', ended);
      resolve(told as Told);
    });
    worker.send(slug);
  });
}
