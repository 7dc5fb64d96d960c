import { randomBytes } from 'node:crypto';
import { freePort } from './child.ts';
import { type Instance, newInstance } from './instance.ts';
import { type Mongo, startMongo } from './mongod.ts';
import { type Nginx, startNginx } from './nginx.ts';
import { type Redis, startRedis } from './redis.ts';

/** The whole topology on one machine: nginx, instances, Redis and a replica set of three. */
export interface Stack {
  /** Through nginx. */
  readonly url: string;
  readonly instances: readonly Instance[];
  readonly nginx: Nginx;
  readonly redis: Redis;
  readonly mongo: Mongo;
  /** Each instance in its turn ends in order and starts again, as an update does it. */
  rollingRestart(): Promise<void>;
  /** Stops everything and removes what it stored. */
  stop(): Promise<void>;
}

interface Options {
  instances?: number;
  /** Where nginx listens; a free port where none is given. */
  port?: number | undefined;
  /** On top of what the stack itself says. */
  environment?: Record<string, string>;
  /** Told what is started. */
  tell?: (line: string) => void;
}

/** Resolves once everything answers. @throws Missing, and Error where something does not start */
export async function startStack({
  instances: count = 2,
  port,
  environment = {},
  tell = () => undefined,
}: Options = {}): Promise<Stack> {
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const one of undo.splice(0).reverse()) await one();
  };
  try {
    tell('Redis, and a MongoDB replica set of three');
    const [redis, mongo] = await Promise.all([startRedis(), startMongo(3)]);
    undo.push(
      () => redis.stop(),
      () => mongo.stop(),
    );
    const httpsPort = port ?? (await freePort());
    const settings = {
      NODE_ENV: 'production',
      PUBLIC_URL: `https://localhost:${String(httpsPort)}`,
      JWT_SECRET: randomBytes(48).toString('base64url'),
      MONGODB_URI: mongo.uri.replace('/?', '/trainer?'),
      REDIS_HOST: redis.host,
      REDIS_PORT: String(redis.port),
      REDIS_PASSWORD: redis.password,
      TRUST_PROXY: '1',
      ...environment,
    };
    tell(`${String(count)} instances`);
    const instances: Instance[] = [];
    for (let n = 0; n < count; n += 1) {
      const instance = await newInstance(settings);
      undo.push(() => instance.remove());
      instances.push(instance);
    }
    await Promise.all(instances.map((instance) => instance.start()));
    tell('nginx');
    const nginx = await startNginx(
      instances.map((instance) => `127.0.0.1:${String(instance.port)}`),
      httpsPort,
    );
    undo.push(() => nginx.stop());
    return {
      url: nginx.url,
      instances,
      nginx,
      redis,
      mongo,
      async rollingRestart() {
        for (const instance of instances) {
          await instance.stop();
          await instance.start();
        }
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
