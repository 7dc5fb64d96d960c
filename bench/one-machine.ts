import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { animating } from './animating.ts';
import { browser } from './browser.ts';
import { cachedProgress } from './cached.ts';
import { canPin, LOAD_CORE, pinSelf, SERVER_CORE } from './cores.ts';
import { logIns } from './logins.ts';
import { pages } from './pages.ts';
import type { Person } from './people.ts';
import type { Prepared } from './prepare.ts';
import { runToEnd, startServer, stopAll } from './processes.ts';
import { pushing } from './pushing.ts';
import { newReport, RESULTS } from './report.ts';
import { saving } from './saving.ts';
import { starting } from './starting.ts';
import { uncachedOverHttp } from './uncached.ts';

/**
 * Measures the built server and pages, and prints each figure beside its goal. Everything runs on this machine's
 * loopback; the data lies in `bench/results`, on the repository's disk, and is removed at the end.
 */
const LONGEST_MS = 8 * 60_000;
mkdirSync(RESULTS, { recursive: true });
const dataDir = mkdtempSync(join(RESULTS, 'data-'));

const tooLong = setTimeout(() => {
  console.error(`The benchmark took more than ${String(LONGEST_MS / 60_000)} minutes and was stopped.`);
  tidy();
  process.exit(1);
}, LONGEST_MS);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    tidy();
    process.exit(1);
  });
}

const report = newReport('one-machine');
try {
  await measure();
  report.print(canPin ? `server on core ${SERVER_CORE}, load on core ${LOAD_CORE}` : 'server and load share the cores');
} finally {
  clearTimeout(tooLong);
  tidy();
}

async function measure(): Promise<void> {
  const { step } = report;
  await step('start, memory, pages', async () => [...(await starting(dataDir)), ...pages()]);
  console.log('… people and their histories, and uncached progress in the store');
  const { people, figures: inStore } = JSON.parse(await runToEnd(SERVER_CORE, 'bench/prepare.ts', dataDir)) as Prepared;
  report.figures.push(...inStore);
  const everybody: Person[] = [...people.short, ...people.long];
  const first = everybody[0];
  if (!first) throw new Error('Nobody is there');

  pinSelf(LOAD_CORE);
  const server = await startServer(dataDir, SERVER_CORE);
  await step('uncached progress over HTTP', () => uncachedOverHttp(server, people));
  await step('cached progress beside bare Express', () => cachedProgress(server, first, dataDir));
  await step('saves', () => saving(server, everybody, dataDir));
  await step('from a save to other clients', () => pushing(server, everybody));
  pinSelf();
  await step('from a save to another browser', () => browser(server, first));
  await step('from a tap to an animation', () => animating(server, first));
  await server.stop();

  // Log-ins use all cores but one, so that the server has to have them.
  const free = await startServer(dataDir);
  await step('log-ins', () => logIns(free, everybody));
  await free.stop();
}

function tidy(): void {
  stopAll();
  rmSync(dataDir, { recursive: true, force: true });
}
