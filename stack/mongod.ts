import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { mongodBinary } from './binaries.ts';
import { type Child, childOf, freePort, newFolder, removeFolder } from './child.ts';

export interface MongoMember extends Child {
  readonly port: number;
}

/** A replica set on loopback. */
export interface Mongo {
  /** Without the name of a database. */
  readonly uri: string;
  readonly members: readonly MongoMember[];
  /** The member that takes writes now; waits for an election. */
  primary(): Promise<MongoMember>;
  /** Ends all of them and removes what they stored. */
  stop(): Promise<void>;
}

const SET = 'rs0';
/** A dead primary is replaced after this long: tests and drills wait for it. */
const ELECTION_MS = 1_500;

interface Options {
  /** Lets in only the user `trainer` with this password, who has the rights that `deploy/mongo-setup.js` gives. */
  password?: string;
}

/**
 * A replica set of one's own.
 * @param size 1 for what needs transactions only, 3 for what has to survive a member
 * @throws Missing
 */
export async function startMongo(size: 1 | 3 = 1, { password }: Options = {}): Promise<Mongo> {
  const command = await mongodBinary();
  const folders = Array.from({ length: size }, () => newFolder('mongod'));
  // Members that ask for a password know each other by a key.
  const key = password === undefined ? undefined : randomBytes(48).toString('base64');
  const members = await Promise.all(
    folders.map((folder) => startMember(command, folder, ['--replSet', SET, ...keyFile(folder, key)])),
  );
  const hosts = members.map((member) => `127.0.0.1:${String(member.port)}`);
  await initiate(hosts);
  if (password !== undefined) await makeUsers(members[0]?.port ?? 0, password);
  const user = password === undefined ? '' : `trainer:${encodeURIComponent(password)}@`;
  const uri = `mongodb://${user}${hosts.join(',')}/?replicaSet=${SET}${user && '&authSource=admin'}`;

  const mongo: Mongo = {
    uri,
    members,
    async primary() {
      const port = await primaryPort(uri);
      const found = members.find((member) => member.port === port);
      if (!found) throw new Error(`No member listens on ${String(port)}.`);
      return found;
    },
    async stop() {
      await Promise.all(members.map((member) => member.kill()));
      for (const folder of folders) removeFolder(folder);
    },
  };
  await mongo.primary();
  return mongo;
}

/** A mongod that belongs to no replica set, as a distribution sets it up. @throws Missing */
export async function startStandaloneMongo(): Promise<Pick<Mongo, 'uri' | 'stop'>> {
  const folder = newFolder('mongod');
  const member = await startMember(await mongodBinary(), folder, []);
  return {
    uri: `mongodb://127.0.0.1:${String(member.port)}/`,
    async stop() {
      await member.kill();
      removeFolder(folder);
    },
  };
}

async function startMember(command: string, folder: string, more: readonly string[]): Promise<MongoMember> {
  const port = await freePort();
  const child = childOf({
    name: 'mongod',
    command,
    args: [
      ...['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', ...more],
      ...['--wiredTigerCacheSizeGB', '0.25', '--oplogSize', '256', '--nounixsocket'],
      // Tests play on days of their own: what expires by the clock of this machine is not for them.
      ...['--setParameter', 'ttlMonitorEnabled=false'],
      ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
    ],
    folder,
    isReady: async () => (await said(port, { ping: 1 })).ok === 1,
  });
  await child.start();
  return Object.defineProperty(child, 'port', { value: port }) as MongoMember;
}

function keyFile(folder: string, key: string | undefined): string[] {
  if (key === undefined) return [];
  const file = join(folder, 'key');
  writeFileSync(file, key, { mode: 0o400 });
  return ['--keyFile', file];
}

/**
 * The users of `deploy/mongo-setup.js`: whoever speaks from the same machine may make the first one, and that one gives
 * the server no more rights than it needs.
 */
async function makeUsers(port: number, password: string): Promise<void> {
  while ((await said(port, { hello: 1 })).isWritablePrimary !== true) await after(50);
  await said(port, { createUser: 'operator', pwd: password, roles: ['root'] });
  const roles = ['readWrite', 'dbAdmin'].map((role) => ({ role, db: 'trainer' }));
  await said(port, { createUser: 'trainer', pwd: password, roles }, { username: 'operator', password });
}

async function initiate(hosts: readonly string[]): Promise<void> {
  await said(Number(hosts[0]?.split(':')[1]), {
    replSetInitiate: {
      _id: SET,
      members: hosts.map((host, _id) => ({ _id, host })),
      settings: { electionTimeoutMillis: ELECTION_MS, heartbeatIntervalMillis: 500 },
    },
  });
}

/** One command to one member, whether it is the primary or not. */
async function said(port: number, command: Record<string, unknown>, auth?: { username: string; password: string }) {
  const client = new MongoClient(`mongodb://127.0.0.1:${String(port)}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
    ...(auth && { auth }),
  });
  try {
    return await client.db('admin').command(command);
  } finally {
    await client.close();
  }
}

async function primaryPort(uri: string): Promise<number> {
  for (;;) {
    const client = new MongoClient(uri, { serverSelectionTimeoutMS: 30_000 });
    try {
      const { primary } = (await client.db('admin').command({ hello: 1 })) as { primary?: string };
      if (primary !== undefined) return Number(primary.split(':')[1]);
    } finally {
      await client.close();
    }
    await after(100);
  }
}
