// `npm run bench -- --trainer`: what a trainer waits for, with hundreds of clients of whom many train at once.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { openSqlite } from '@trainer/backend/storage/sqlite/open';
import { launchOptions } from '../browser.ts';
import { startServer, stopAll } from '../processes.ts';
import { newReport, RESULTS } from '../report.ts';
import { listOverHttp, questions } from './list.ts';
import { makePractices } from './practice.ts';
import { scripting } from './scripting.ts';
import { toSocket, watching } from './watching.ts';

mkdirSync(RESULTS, { recursive: true });
const dataDir = mkdtempSync(join(RESULTS, 'data-'));
const report = newReport('trainer');
try {
  console.log('… trainers and their clients');
  const store = await openSqlite({ file: join(dataDir, 'trainer.db') });
  const practices = await makePractices(store);
  await report.step('questions to the storage', () => questions(store, practices));
  await store.close();

  const server = await startServer(dataDir);
  await report.step('client list over HTTP', () => listOverHttp(server, practices, dataDir));
  await report.step('set to socket', () => toSocket(server, practices.many));
  const browser = await chromium.launch(launchOptions);
  await report.step('set to paint', () => watching(server, browser, practices.many));
  await report.step('scripting of an event', () => scripting(server, browser, practices.many));
  await browser.close();
  await server.stop();
  report.print('server, pages and load share the cores');
} finally {
  stopAll();
  rmSync(dataDir, { recursive: true, force: true });
}
