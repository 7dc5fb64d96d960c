import { MongoClient, MongoServerError, MongoServerSelectionError } from 'mongodb';

/** Why the store can't be opened, in one line for whoever starts the server. */
export class WrongStart extends Error {
  override readonly name = 'WrongStart';
}

/** Longer than the driver looks for a primary; names that nobody resolves would keep it for half a minute. */
const START_MS = 3_000;
/** What is left then for asking why. */
const ASKING_MS = 700;

/** Connects. @throws Error of the driver, or where there is no answer in time */
export async function connectInTime(client: MongoClient): Promise<void> {
  let tooLong: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    tooLong = setTimeout(() => {
      reject(new Error(`no answer for ${String(START_MS / 1000)} s`));
    }, START_MS);
  });
  try {
    await Promise.race([client.connect(), late]);
  } finally {
    clearTimeout(tooLong);
  }
}

/** What a server says of itself. */
interface Hello {
  setName?: string;
  msg?: string;
  /** It would be one of a set, but nobody made the set yet. */
  isreplicaset?: boolean;
}

/** @throws WrongStart where the server is no replica set: without one there are no transactions */
export async function refuseStandalone(client: MongoClient): Promise<void> {
  const refusal = refusalOfAlone(await helloOf(client));
  if (refusal) throw refusal;
}

function refusalOfAlone({ setName, msg, isreplicaset }: Hello): WrongStart | undefined {
  if (setName !== undefined || msg === 'isdbgrid') return undefined;
  return new WrongStart(
    isreplicaset
      ? 'MONGODB_URI leads to a MongoDB whose replica set was not made yet. Run rs.initiate() once.'
      : 'MONGODB_URI leads to a standalone MongoDB, which has no transactions. Start mongod with --replSet rs0 and run rs.initiate() once.',
  );
}

/**
 * An error of the start as one line that names the variable and the address, never the password. Where the driver found
 * servers, but not the set that the address names, it only says that it waited: then the first of them is asked.
 */
export async function refusalOf(error: unknown, uri: string): Promise<WrongStart> {
  const found = error instanceof MongoServerSelectionError && error.message.startsWith('Server selection timed out');
  const hello = found ? await helloOfFirst(uri) : undefined;
  if (!hello) return lineOf(error, uri);
  const [, wanted] = /[?&]replicaSet=([^&]+)/.exec(uri) ?? [];
  const { setName } = hello;
  if (setName !== undefined && wanted !== undefined && setName !== wanted) {
    return new WrongStart(
      `MONGODB_URI: MongoDB at ${withoutPassword(uri)} belongs to the replica set ${setName}. Set replicaSet=${setName}.`,
    );
  }
  return refusalOfAlone(hello) ?? lineOf(error, uri);
}

/** Asks the first server of an address, whichever set it belongs to. It says so much to strangers, too. */
async function helloOfFirst(uri: string): Promise<Hello | undefined> {
  const [, host] = /^mongodb:\/\/(?:.*@)?([^,/?]+)/.exec(uri) ?? [];
  if (host === undefined) return undefined;
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, {
    serverSelectionTimeoutMS: ASKING_MS,
    connectTimeoutMS: ASKING_MS,
  });
  try {
    return await helloOf(client);
  } catch {
    return undefined;
  } finally {
    await client.close();
  }
}

const helloOf = (client: MongoClient): Promise<Hello> => client.db('admin').command({ hello: 1 });

function lineOf(error: unknown, uri: string): WrongStart {
  if (error instanceof WrongStart) return error;
  const address = withoutPassword(uri);
  const reason = error instanceof Error ? firstLine(error.message) : String(error);
  if (error instanceof MongoServerError && (error.code === 18 || error.codeName === 'AuthenticationFailed')) {
    return new WrongStart(`MONGODB_URI: MongoDB at ${address} does not take this user and password.`);
  }
  if (error instanceof MongoServerError && error.codeName === 'Unauthorized') {
    return new WrongStart(
      `MONGODB_URI: MongoDB at ${address} wants a user and password with rights to read and write.`,
    );
  }
  if (
    error instanceof Error &&
    (/^MongoParse|^MongoInvalidArgument|^MongoAPI|^URI/.test(error.name) || reason.startsWith('Unable to parse'))
  ) {
    return new WrongStart(
      `MONGODB_URI is "${address}". It takes an address like mongodb://host:27017/trainer?replicaSet=rs0 (${reason}).`,
    );
  }
  return new WrongStart(`MONGODB_URI: MongoDB at ${address} does not answer (${reason}).`);
}

const withoutPassword = (uri: string): string => uri.replace(/(\/\/[^:/@]*):.*@/, '$1:…@');

const firstLine = (text: string): string => text.split('\n', 1)[0]?.replace(/\.$/, '') ?? '';
