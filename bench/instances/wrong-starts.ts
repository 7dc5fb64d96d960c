import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { newInstance } from '@trainer/stack/instance';
import { startMongo } from '@trainer/stack/mongod';
import type { Stack } from '@trainer/stack/stack';
import type { Figure } from '../figure.ts';
import { SECRET } from '../processes.ts';

/** From the command to the end of a start that is told something wrong. */
export async function wrongStarts({ mongo, redis }: Stack): Promise<Figure[]> {
  const locked = await startMongo(1, { password: 'right' });
  // It takes every connection, and never says a word.
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const silentPort = String((silent.address() as AddressInfo).port);
  const right = {
    JWT_SECRET: SECRET,
    MONGODB_URI: mongo.uri.replace('/?', '/trainer?'),
    REDIS_HOST: redis.host,
    REDIS_PORT: String(redis.port),
    REDIS_PASSWORD: redis.password,
  };
  const mongoAt = (host: string) => `mongodb://${host}/trainer?replicaSet=rs0`;
  const wrong: Record<string, Record<string, string>> = {
    'a host of MongoDB': { MONGODB_URI: mongoAt('no-such-host.invalid') },
    'a port of MongoDB': { MONGODB_URI: mongoAt('127.0.0.1:1') },
    'a MongoDB that says nothing': { MONGODB_URI: mongoAt(`127.0.0.1:${silentPort}`) },
    'a password of MongoDB': { MONGODB_URI: locked.uri.replace(':right@', ':wrong@').replace('/?', '/trainer?') },
    'a replica set': { MONGODB_URI: right.MONGODB_URI.replace('replicaSet=rs0', 'replicaSet=other') },
    'a host of Redis': { REDIS_HOST: 'no-such-host.invalid' },
    'a port of Redis': { REDIS_PORT: '1' },
    'a Redis that says nothing': { REDIS_PORT: silentPort },
    'a password of Redis': { REDIS_PASSWORD: 'wrong' },
  };
  try {
    const figures: Figure[] = [];
    for (const [name, environment] of Object.entries(wrong)) {
      const seconds = await secondsToEnd({ ...right, ...environment });
      figures.push({ name: `wrong start: ${name}`, value: seconds, unit: 's', goal: { atMost: 5 } });
    }
    return figures;
  } finally {
    silent.close();
    await locked.stop();
  }
}

async function secondsToEnd(environment: Record<string, string>): Promise<number> {
  const instance = await newInstance(environment);
  const began = performance.now();
  const started = await instance.start().then(
    () => true,
    () => false,
  );
  const seconds = (performance.now() - began) / 1000;
  await instance.remove();
  if (started) throw new Error('A start with a wrong setting went well');
  return seconds;
}
