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

/**
 * A replica set of one's own.
 * @param size 1 for what needs transactions only, 3 for what has to survive a member
 * @throws Missing
 */
export async function startMongo(size: 1 | 3 = 1): Promise<Mongo> {
  const command = await mongodBinary();
  const folders = Array.from({ length: size }, () => newFolder('mongod'));
  const members = await Promise.all(folders.map((folder) => startMember(command, folder)));
  const hosts = members.map((member) => `127.0.0.1:${String(member.port)}`);
  await initiate(hosts);
  const uri = `mongodb://${hosts.join(',')}/?replicaSet=${SET}`;

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

async function startMember(command: string, folder: string): Promise<MongoMember> {
  const port = await freePort();
  const child = childOf({
    name: 'mongod',
    command,
    args: [
      ...['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', SET],
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
async function said(port: number, command: Record<string, unknown>) {
  const client = new MongoClient(`mongodb://127.0.0.1:${String(port)}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
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
