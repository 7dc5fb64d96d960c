import { entries } from '@trainer/backend/cache/port';
import { openMongo } from '@trainer/backend/storage/mongo/open';
import { builtInExercises, toExercise } from '@trainer/coach/exercises';
import { startStack } from '@trainer/stack/stack';
import { makeMembers } from '../people.ts';
import { SECRET, stopAll } from '../processes.ts';
import { newReport } from '../report.ts';
import { costs } from './costs.ts';
import { disk } from './disk.ts';
import { fanOut } from './fan-out.ts';
import { overHttp } from './over-http.ts';
import { redisAway } from './redis-away.ts';
import { idleSockets } from './sockets.ts';
import { twoInstances } from './two.ts';
import { wrongStarts } from './wrong-starts.ts';

// `npm run bench -- --stack`: two instances, Redis and a replica set of three on this machine, each figure beside its goal.

const MEMBERS = 1000;

const report = newReport('stack');
const stack = await startStack({
  environment: { NODE_ENV: 'test', RATE_LIMITS: 'off', LOG_LEVEL: 'warn', JWT_SECRET: SECRET },
  tell: (line) => {
    console.log(`… ${line}`);
  },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopAll();
    void stack.stop().then(() => process.exit(1));
  });
}
try {
  console.log(`… ${String(MEMBERS)} members`);
  const store = await openMongo({ uri: stack.mongo.uri.replace('/?', '/trainer?') });
  await store.exercises.seed(builtInExercises.map(toExercise));
  const people = await makeMembers(store, MEMBERS);
  await store.close();
  const [first] = people;
  if (!first) throw new Error('Nobody is there');

  await report.step('the disk', () => disk(stack));
  await report.step('progress beside Redis and MongoDB', () => costs(stack, first));
  await report.step('cached progress over HTTP', () => overHttp(stack, first, entries.progress(first._id).key));
  await report.step('from a save at one instance to a screen at the other', () => fanOut(stack, people));
  await report.step('two instances beside one', () => twoInstances(stack, first));
  await report.step('a Redis that falls silent', () => redisAway(stack, first));
  await report.step('starts that are told something wrong', () => wrongStarts(stack));
  await report.step('memory of idle sockets', () => idleSockets(stack, people));
  report.print('load, two instances, Redis and three mongod share the cores');
} finally {
  stopAll();
  await stack.stop();
}
