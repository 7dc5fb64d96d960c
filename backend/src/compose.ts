import { createServer, type RequestListener } from 'node:http';
import { warningsFor } from '@trainer/coach/coaching/warnings';
import { builtInExercises, toExercise } from '@trainer/coach/exercises';
import { Router } from 'express';
import { withAnimations } from './animations.ts';
import { memoryBus } from './bus/memory.ts';
import { memoryCache } from './cache/memory.ts';
import { builtInEntries, type Cache } from './cache/port.ts';
import { chores } from './chores.ts';
import type { Config, GeminiAccess } from './config.ts';
import { authRoutes } from './features/auth/routes.ts';
import { authService } from './features/auth/service.ts';
import { passwordResets } from './features/auth/password-resets.ts';
import { bcryptPasswords, type Passwords } from './features/auth/passwords.ts';
import { exerciseRoutes } from './features/exercises/routes.ts';
import { exerciseService } from './features/exercises/service.ts';
import { memberRoutes } from './features/members/routes.ts';
import { memberService } from './features/members/service.ts';
import { unreadDigest } from './features/messages/digest.ts';
import { messageRoutes } from './features/messages/routes.ts';
import { messageService } from './features/messages/service.ts';
import { operationRoutes } from './features/operations/routes.ts';
import { generating, type Timings } from './features/plans/generating.ts';
import { keeping } from './features/plans/keeping.ts';
import { planRoutes } from './features/plans/routes.ts';
import { swapping } from './features/plans/swapping.ts';
import { changed } from './features/workouts/changed.ts';
import { sessionRoutes } from './features/session/routes.ts';
import { sessionService } from './features/session/service.ts';
import { coaching } from './features/trainers/feature.ts';
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
import { builtInWriter } from './plan-writer/built-in.ts';
import { coachThreads } from './plan-writer/coach-work.ts';
import type { PlanWriter } from './plan-writer/port.ts';
import { outbox } from './mail/outbox.ts';
import { mailQueue } from './mail/queue.ts';
import { smtp } from './mail/smtp.ts';
import { mailWorker } from './mail/worker.ts';
import { mailWriter } from './mail/write.ts';
import type { PresenceTimings } from './realtime/presence.ts';
import { sockets } from './realtime/sockets.ts';
import { redisBus } from './redis/bus.ts';
import { redisCache } from './redis/cache.ts';
import { openRedis, type RedisConnection } from './redis/connection.ts';
import { redisFanOut } from './redis/fan-out.ts';
import { redisLimits } from './redis/limits.ts';
import { redisLocks } from './redis/locks.ts';
import { jwtSecret } from './secret.ts';
import { openMongo } from './storage/mongo/open.ts';
import { ownedBy, type Store } from './storage/port.ts';
import { openSqlite } from './storage/sqlite/open.ts';
import { watch } from './watch.ts';

/** What a test may put in the place of the real thing. */
export interface Overrides {
  store?: Store;
  cache?: Cache;
  clock?: () => Date;
  passwords?: Passwords;
  checkAnswers?: boolean;
  /** Stands where Gemini would. */
  planWriter?: PlanWriter;
  planTimings?: Partial<Timings>;
  presence?: PresenceTimings;
  /** How long an hour is for the work that comes back by itself. */
  hourMs?: number;
}

export interface Running {
  readonly port: number;
  readonly store: Store;
  /** Takes no new work, finishes what runs, closes in order. */
  stop(): Promise<void>;
}

const HOUR_MS = 3_600_000;
const MAIL_KEYS_KEPT_MS = 30 * 86_400_000;
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
    limits,
    bus,
    presence: over.presence,
    fanOut: redis && redisFanOut(redis.messages),
    mayWatch: async (viewer, userId) =>
      viewer.userId === userId || (await access.ofTrainer(viewer.userId, userId))?.share.live === true,
    mayWrite: areLinked,
    companions: (userId) => access.companions(userId),
  });
  figures.countSockets(realtime.open);
  const trainers = coaching({ store, cache, realtime, clock, log });
  const { access, told, ownersSeenBy } = trainers;
  async function areLinked(one: string, other: string): Promise<boolean> {
    return (await access.between(one, other)) !== undefined;
  }

  const resets = passwordResets({ store, clock });
  const { from, smtp: mailServer } = config.mail;
  const postman = mailWorker({
    mails: store.mails,
    write: mailWriter({
      publicUrl: config.publicUrl,
      newPasswordLink: resets.linkFor,
      isUnread: async (reader, senders) => (await store.messages.unread(reader, senders)).size > 0,
    }),
    carrier: mailServer ? smtp({ server: mailServer, from }) : outbox({ folder: `${config.dataDir}/outbox`, from }),
    clock,
    log,
    told: figures.mail,
  });
  const mail = mailQueue({ mails: store.mails, wake: postman.wake, clock, log });
  figures.countMails(() => store.mails.waiting());

  const tellChange = changed({
    cache,
    realtime,
    tellTrainer: (memberId, cleared) => told.changedOf(memberId, 'workouts', cleared),
  });
  const workouts = workoutService({
    store,
    builtIn,
    ownersSeenBy,
    cache,
    changed: tellChange,
    clock,
    saved: (workout) => {
      figures.workoutSaved();
      log.info(`Workout saved: ${workout._id}`);
    },
  });
  const coach = coachThreads();
  const assisted = over.planWriter ?? (config.gemini && (await geminiWriter(config.gemini, log, clock)));
  const plans = keeping(store.plans);
  const generations = generating({
    store,
    writers: { assisted, builtIn: builtInWriter(coach), coach, log },
    realtime,
    bus,
    dailyLimit: config.aiDailyLimit,
    clock,
    kept: ({ _id, plan: { kind, writer, verification } }) => {
      figures.planWritten({ kind, writer, status: verification.status });
      log.info(`Plan kept: ${_id} (${kind}, ${writer}, ${verification.status})`);
    },
    timings: over.planTimings,
  });
  const session = sessionService({
    store,
    builtIn,
    ownersSeenBy,
    workouts: {
      save: (userId, given) => workouts.save(userId, given),
      find: async (userId, id) => ownedBy(userId, await store.workouts.byId(id)),
      change: (userId, id, to) => workouts.change(userId, id, to),
    },
    realtime,
    watchers: told.running,
    clock,
  });
  const members = memberService({
    store,
    cache,
    tellOthers: (userId, what) =>
      what === 'profile' ? told.profileChanged(userId) : told.changedOf(userId, 'weights'),
    clock,
  });
  const messages = messageService({
    store,
    areLinked,
    companions: (userId) => access.companions(userId),
    realtime,
    presence: realtime,
    cache,
    limits,
    clock,
  });
  const mailUnread = unreadDigest({
    store,
    areLinked,
    locks,
    mail: ({ key, ...letter }) => mail.send(key, { kind: 'unreadMessages', path: '/pages/messages.html', ...letter }),
    clock,
  });
  const handled = [
    ...authRoutes(
      authService({
        store,
        identity: who,
        limits,
        passwords: over.passwords ?? bcryptPasswords(),
        resets,
        mail,
        clock,
      }),
    ),
    ...memberRoutes(members),
    ...workoutRoutes(workouts, transferService({ store, changed: tellChange, clock, locks })),
    ...planRoutes({
      generating: generations,
      keeping: plans,
      swapping: swapping({ plans: store.plans, keeping: plans, coach }),
      coach,
      publicUrl: config.publicUrl,
    }),
    ...sessionRoutes(session),
    ...trainers.handled({
      builtIn,
      limits,
      own: {
        workouts: (userId, ask) => workouts.page(userId, { ...ask, from: undefined, to: undefined }),
        stats: async (userId) => (await members.stats(userId)).value,
      },
      warningsFor,
      mail: ({ inviteId, ...invitation }) =>
        mail.send(`invitation:${inviteId}`, { kind: 'invitation', path: '/pages/settings.html', ...invitation }),
    }),
    ...messageRoutes(messages),
    ...exerciseRoutes(exerciseService({ store, cache, ownersSeenBy, identity: who, clock })),
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

  const work = chores(log);
  const hour = over.hourMs ?? HOUR_MS;
  const minute = hour / 60;
  work.every(minute, 'Ending coaching whose last day is over', access.sweep);
  work.every(minute, 'Mailing what is unread', mailUnread);
  work.every(hour, 'Making workouts of what was finished', session.tidy);
  work.every(hour, 'Removing expired tokens', () => store.tokens.removeExpired(clock()));
  work.every(hour, 'Removing links for a new password that expired', () => store.resets.removeExpired(clock()));
  work.every(hour, 'Forgetting mails that were sent', () =>
    store.mails.removeBefore(new Date(clock().getTime() - MAIL_KEYS_KEPT_MS)),
  );
  // What a server left that died in between is made at once.
  session.tidy().catch((error: unknown) => {
    log.error({ err: error }, 'Finished workouts could not be looked through');
  });

  const endWatch = watch('The storage', () => store.ping(), log);

  const port = await listen(server, config.port);
  return {
    port,
    store,
    async stop() {
      if (stopping) return;
      stopping = true;
      work.stop();
      endWatch();
      realtime.leave();
      const written = generations.stop();
      await leave(server, config.trustProxy !== false);
      await written;
      await coach.close();
      await realtime.close();
      await postman.stop();
      shared?.close();
      await cache.close();
      await redis?.close();
      await store.close();
    },
  };
}

/** Loaded where there is a key: the library takes a tenth of a second and some memory. */
async function geminiWriter(access: GeminiAccess, log: Log, clock: () => Date): Promise<PlanWriter> {
  const gemini = await import('./plan-writer/gemini/writer.ts');
  return gemini.geminiWriter({ ...access, log, clock });
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
