import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createWebServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Mongo, startMongo, startStandaloneMongo } from '@trainer/stack/mongod';
import { type Redis, startRedis } from '@trainer/stack/redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDatabase } from './testing/new-database.ts';
import { refusedStart } from './testing/server-process.ts';

const PASSWORD = 'p@ss/w:rd';
const NO_HOST = 'no-such-host.invalid';

/** How long each takes at most is measured by `npm run bench -- --stack`. */
describe('a start with the address of', () => {
  let mongo: Mongo;
  let standalone: Pick<Mongo, 'uri' | 'stop'>;
  let redis: Redis;
  let silent: Server;
  let web: Server;
  let dataDir: string;
  beforeAll(async () => {
    [mongo, standalone, redis] = await Promise.all([
      startMongo(1, { password: PASSWORD }),
      startStandaloneMongo(),
      startRedis(),
    ]);
    silent = await listening(createServer(() => undefined));
    web = await listening(createWebServer((_, response) => response.end('a page')));
    dataDir = mkdtempSync(join(tmpdir(), 'trainer-wrong-'));
  });
  afterAll(async () => {
    silent.close();
    web.close();
    await Promise.all([mongo.stop(), standalone.stop(), redis.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** The one line of a start that stops. */
  async function lineOf(environment: Record<string, string>): Promise<string> {
    const { code, lines } = await refusedStart({ DATA_DIR: dataDir, ...environment });
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.any(String)] });
    for (const word of ['p@ss', 'p%40ss', 'w:rd', 'wrong-word']) expect(lines[0]).not.toContain(word);
    return lines[0] ?? '';
  }
  const here = (port: number, more = '') => `mongodb://127.0.0.1:${String(port)}/trainer?replicaSet=rs0${more}`;
  const ported = () => mongo.members[0]?.port ?? 0;
  const standalonePort = () => Number(new URL(standalone.uri).port);
  const portOf = (server: Server) => (server.address() as AddressInfo).port;

  const mongoCases: [string, () => string, string][] = [
    ['a host that is not there', () => `mongodb://${NO_HOST}/trainer?replicaSet=rs0`, 'does not answer (getaddrinfo'],
    ['a port where nobody listens', () => here(1), 'does not answer (connect ECONNREFUSED 127.0.0.1:1)'],
    ['a server that says nothing', () => here(portOf(silent)), 'does not answer ('],
    ['a server of another kind', () => here(portOf(web)), 'does not answer ('],
    [
      'a wrong password',
      () => `mongodb://trainer:wrong-word@127.0.0.1:${String(ported())}/trainer?replicaSet=rs0&authSource=admin`,
      'does not take this user and password',
    ],
    ['no password where one is needed', () => here(ported()), 'wants a user and password'],
    [
      'a password that is not escaped',
      () => `mongodb://trainer:${PASSWORD}@127.0.0.1:${String(ported())}/trainer?replicaSet=rs0`,
      'a password in which @ / ? # [ ] are written as %40',
    ],
    [
      'a database on which the user has no rights',
      () => mongo.uri.replace('/?', '/another?'),
      'with rights to read and write',
    ],
    ['a standalone server', () => `${standalone.uri}trainer`, 'Start mongod with --replSet rs0'],
    [
      'a standalone server that is taken for a replica set',
      () => here(standalonePort()),
      'leads to a standalone MongoDB, which has no transactions. Start mongod with --replSet rs0',
    ],
    [
      'a replica set by another name',
      () => `mongodb://127.0.0.1:${String(ported())}/trainer?replicaSet=other`,
      'belongs to the replica set rs0. Set replicaSet=rs0.',
    ],
    ['a setting that there is not', () => here(ported(), '&retry=yes'), 'option retry is not supported'],
  ];
  it.each(mongoCases)('MongoDB that has %s stops with one line that names it', async (_, uri, says) => {
    const line = await lineOf({ MONGODB_URI: uri() });
    expect(line).toMatch(/^MONGODB_URI/);
    expect(line).toContain(says);
  });

  const address = () => ({ REDIS_HOST: redis.host, REDIS_PORT: String(redis.port), REDIS_PASSWORD: redis.password });
  const redisCases: [string, () => Record<string, string>, string, string][] = [
    ['a host that is not there', () => ({ REDIS_HOST: NO_HOST }), 'REDIS_HOST', 'getaddrinfo'],
    ['a port where nobody listens', () => ({ REDIS_PORT: '1' }), 'REDIS_PORT', 'connect ECONNREFUSED 127.0.0.1:1'],
    ['a server that says nothing', () => ({ REDIS_PORT: String(portOf(silent)) }), 'REDIS_PORT', 'no answer'],
    ['a server of another kind', () => ({ REDIS_PORT: String(portOf(web)) }), 'REDIS_PORT', 'No Redis can be used'],
    ['a wrong password', () => ({ REDIS_PASSWORD: 'wrong-word' }), 'REDIS_PASSWORD', 'does not take this'],
    ['no password where one is needed', () => ({ REDIS_PASSWORD: '' }), 'REDIS_PASSWORD', 'asks for a password'],
  ];
  it.each(redisCases)('Redis that has %s stops with one line that names it', async (_, wrong, name, says) => {
    const line = await lineOf({ MONGODB_URI: newDatabase(), ...address(), ...wrong() });
    expect(line).toContain(name);
    expect(line).toContain(says);
  });
});

async function listening<S extends Server>(server: S): Promise<S> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
