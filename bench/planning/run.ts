// `npm run bench -- --coach`: how long plans take, what others feel of it, and what a person waits for when Gemini fails.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '@trainer/backend/storage/sqlite/open';
import { builtInExercises, toExercise } from '@trainer/coach/exercises';
import { makeMembers } from '../people.ts';
import { startServer, stopAll } from '../processes.ts';
import { newReport, RESULTS } from '../report.ts';
import { beside } from './beside.ts';
import { failing } from './failing.ts';
import { firstStep } from './first-step.ts';
import { planning } from './planning.ts';

const MEMBERS = 40;

mkdirSync(RESULTS, { recursive: true });
const dataDir = mkdtempSync(join(RESULTS, 'data-'));
const report = newReport('coach');
try {
  const store = await openSqlite({ file: join(dataDir, 'trainer.db') });
  await store.exercises.seed(builtInExercises.map(toExercise));
  const members = await makeMembers(store, MEMBERS);
  await store.close();

  await report.step('plans by the built-in planner', planning);
  await report.step('faults of Gemini', failing);
  const server = await startServer(dataDir, undefined, { AI_DAILY_LIMIT: '1000' });
  await report.step('others while plans are written', () => beside(server, members));
  await report.step('first step on the page', () => firstStep(server, members));
  await server.stop();
  report.print('server, threads and load share the cores');
} finally {
  stopAll();
  rmSync(dataDir, { recursive: true, force: true });
}
