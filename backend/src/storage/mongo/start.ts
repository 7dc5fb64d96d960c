import { type MongoClient, MongoServerError } from 'mongodb';

/** Why the store can't be opened, in one line for whoever starts the server. */
export class WrongStart extends Error {
  override readonly name = 'WrongStart';
}

/** @throws WrongStart where the server is no replica set: without one there are no transactions */
export async function refuseStandalone(client: MongoClient): Promise<void> {
  const hello = await client.db('admin').command({ hello: 1 });
  if (typeof hello.setName === 'string' || hello.msg === 'isdbgrid') return;
  throw new WrongStart(
    'MONGODB_URI leads to a standalone MongoDB, which has no transactions. Start mongod with --replSet rs0 and run rs.initiate() once.',
  );
}

/** An error of the start as one line that names the variable and the address, never the password. */
export function refusalOf(error: unknown, uri: string): WrongStart {
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

const withoutPassword = (uri: string): string => uri.replace(/(\/\/[^:/@]*):[^@]*@/, '$1:…@');

const firstLine = (text: string): string => text.split('\n', 1)[0]?.replace(/\.$/, '') ?? '';
