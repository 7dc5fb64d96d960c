import { createServer, type RequestListener } from 'node:http';
import { builtInExercises, toExercise } from '@trainer/coach/exercises';
import { Router } from 'express';
import { withAnimations } from './animations.ts';
import { memoryBus } from './bus/memory.ts';
import { memoryCache } from './cache/memory.ts';
import { builtInEntries, type Cache } from './cache/port.ts';
import type { Config } from './config.ts';
import { authRoutes } from './features/auth/routes.ts';
import { authService } from './features/auth/service.ts';
import { bcryptPasswords, type Passwords } from './features/auth/passwords.ts';
import { exerciseRoutes } from './features/exercises/routes.ts';
import { exerciseService } from './features/exercises/service.ts';
import { memberRoutes } from './features/members/routes.ts';
import { memberService } from './features/members/service.ts';
import { operationRoutes } from './features/operations/routes.ts';
import { changed } from './features/workouts/changed.ts';
import { workoutRoutes } from './features/workouts/routes.ts';
import { workoutService } from './features/workouts/service.ts';
import { transferService } from './features/workouts/transfer.ts';
import { app } from './http/app.ts';
import { door } from './http/door.ts';
import { DOCS_PAGE, docsFiles } from './http/docs.ts';
import { identity } from './http/identity.ts';
import { constantHeaders } from './http/headers.ts';
import { leave } from './http/leaving.ts';
import { memoryLimits, noLimits } from './http/limits.ts';
import { measures } from './http/measures.ts';
import { pages } from './http/pages.ts';
import { memoryLocks } from './locks/memory.ts';
import type { Log } from './log.ts';
import { sockets } from './realtime/sockets.ts';
import { redisBus } from './redis/bus.ts';
import { redisCache } from './redis/cache.ts';
import { openRedis, type RedisConnection } from './redis/connection.ts';
import { redisFanOut } from './redis/fan-out.ts';
import { redisLimits } from './redis/limits.ts';
import { redisLocks } from './redis/locks.ts';
import { jwtSecret } from './secret.ts';
import { openMongo } from './storage/mongo/open.ts';
import type { Store } from './storage/port.ts';
import { openSqlite } from './storage/sqlite/open.ts';
import { watch } from './watch.ts';

/** What a test may put in the place of the real thing. */
export interface Overrides {
  store?: Store;
  cache?: Cache;
  clock?: () => Date;
  passwords?: Passwords;
  checkAnswers?: boolean;
}

export interface Running {
  readonly port: number;
  readonly store: Store;
  /** Takes no new work, finishes what runs, closes in order. */
  stop(): Promise<void>;
}

const EXPIRED_TOKENS_EVERY_MS = 3_600_000;
const KEEP_ALIVE_BEHIND_PROXY_MS = 65_000;

/** Joins the parts by hand and listens. The only file that knows which adapters there are. */
export async function compose(config: Config, log: Log, over: Overrides = {}): Promise<Running> {
  const clock = over.clock ?? (() => new Date());
  const store = over.store ?? (await openStore(config));
  let redis: RedisConnection | undefined;
  try {
    redis = config.redis && (await openRedis({ ...config.redis, log }));
    return await composeAround(store, redis, clock, config, log, over);
  } catch (error) {
    await redis?.close();
    await store.close();
    throw error;
  }
}

const openStore = ({ mongodbUri, dataDir }: Config): Promise<Store> =>
  mongodbUri ? openMongo({ uri: mongodbUri }) : openSqlite({ file: `${dataDir}/trainer.db` });

async function composeAround(
  store: Store,
  redis: RedisConnection | undefined,
  clock: () => Date,
  config: Config,
  log: Log,
  over: Overrides,
): Promise<Running> {
  const builtIn = builtInExercises.map(toExercise);
  const seedChanged = await store.exercises.seed(withAnimations(builtIn));

  const tell = log.isLevelEnabled('debug')
    ? (line: string) => {
        log.debug(line);
      }
    : undefined;
  const cache = over.cache ?? (redis ? redisCache(redis, { tell }) : memoryCache({ tell }));
  // A shared cache may still hold what an older version seeded.
  if (seedChanged) await cache.invalidate(builtInEntries(builtIn));
  const shared = redis && config.rateLimits ? redisLimits(redis) : undefined;
  const limits = shared ?? (config.rateLimits ? memoryLimits() : noLimits);
  const figures = measures();
  const locks = redis ? redisLocks(redis) : memoryLocks();
  const bus = redis ? redisBus(redis.messages) : memoryBus();
  const who = identity({
    tokens: store.tokens,
    endedTokens: store.endedTokens,
    bus,
    secret: config.jwtSecret ?? (await jwtSecret(config.dataDir)),
    tokenSeconds: config.tokenSeconds,
    clock,
  });
  let stopping = false;

  // Socket.IO takes its own requests from what listens before it does, so the door hangs before it is made.
  let enter: RequestListener = () => undefined;
  const server = createServer((request, response) => {
    enter(request, response);
  });
  // Longer than a proxy in front keeps an idle connection: it is the proxy that lets go, and no request meets a closed one.
  if (config.trustProxy !== false) server.keepAliveTimeout = KEEP_ALIVE_BEHIND_PROXY_MS;
  const realtime = sockets({
    server,
    identity: who,
    frontendUrl: config.frontendUrl,
    log,
    fanOut: redis && redisFanOut(redis.messages),
    mayWatch: async (viewer, userId) =>
      viewer.userId === userId || (await store.users.byId(userId))?.trainerId === viewer.userId,
  });
  figures.countSockets(realtime.open);

  const tellChange = changed({ cache, realtime });
  const workouts = workoutService({
    store,
    builtIn,
    cache,
    changed: tellChange,
    clock,
    saved: (workout) => {
      figures.workoutSaved();
      log.info(`Workout saved: ${workout._id}`);
    },
  });
  const handled = [
    ...authRoutes(authService({ store, identity: who, limits, passwords: over.passwords ?? bcryptPasswords(), clock })),
    ...memberRoutes(memberService({ store, cache, clock })),
    ...workoutRoutes(workouts, transferService({ store, changed: tellChange, clock, locks })),
    ...exerciseRoutes(exerciseService({ store, cache, identity: who, clock })),
    ...operationRoutes({
      dependencies: { storage: () => store.ping(), ...(redis && { redis: () => redis.ping() }) },
      measures: figures,
      metricsToken: config.metricsToken,
      stopping: () => stopping,
      // Read by people, now and then: not worth their time at every start.
      openapi: async () => (await import('./http/openapi.ts')).openapiDocument(config.publicUrl),
      docsPage: () => Promise.resolve(DOCS_PAGE),
    }),
  ];
  const router = app({
    handled,
    identity: who,
    limits,
    log,
    trustProxy: config.trustProxy,
    pages: Router().use(docsFiles()).use(pages()),
    checkAnswers: over.checkAnswers ?? false,
  });
  const headers = await constantHeaders(config.publicUrl);
  enter = door({
    app: router,
    handled,
    identity: who,
    limits,
    headers,
    frontendUrl: config.frontendUrl,
    measures: figures,
    stopping: () => stopping,
    log,
  });

  const cleaning = setInterval(() => {
    store.tokens.removeExpired(clock()).catch((error: unknown) => {
      log.error({ err: error }, 'Expired tokens could not be removed');
    });
  }, EXPIRED_TOKENS_EVERY_MS);
  cleaning.unref();

  const endWatch = watch('The storage', () => store.ping(), log);

  const port = await listen(server, config.port);
  return {
    port,
    store,
    async stop() {
      if (stopping) return;
      stopping = true;
      clearInterval(cleaning);
      endWatch();
      realtime.leave();
      await leave(server, config.trustProxy !== false);
      await realtime.close();
      shared?.close();
      await cache.close();
      await redis?.close();
      await store.close();
    },
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
