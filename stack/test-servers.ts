import type { TestProject } from 'vitest/node';
import { startMongo } from './mongod.ts';
import type {} from './provided.ts';

/** One replica set for all tests that only need some database. Those that break a server start their own. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const mongo = await startMongo(1);
  project.provide('mongoUri', mongo.uri);
  return () => mongo.stop();
}
