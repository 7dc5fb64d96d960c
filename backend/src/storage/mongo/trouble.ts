import {
  MongoBulkWriteError,
  MongoError,
  MongoNetworkError,
  MongoServerError,
  MongoServerSelectionError,
} from 'mongodb';
import { StorageAway } from '../port.ts';

/** What the driver and the server say while there is no primary, or none that answers in time. */
const AWAY = new Set([
  'ExceededTimeLimit',
  'HostUnreachable',
  'InterruptedAtShutdown',
  'InterruptedDueToReplStateChange',
  'MaxTimeMSExpired',
  'NetworkTimeout',
  'NotPrimaryNoSecondaryOk',
  'NotPrimaryOrSecondary',
  'NotWritablePrimary',
  'PrimarySteppedDown',
  'ShutdownInProgress',
  'SocketException',
  'TransactionCoordinatorSteppingDown',
  'WriteConcernFailed',
]);

const LABELS = ['RetryableWriteError', 'TransientTransactionError', 'UnknownTransactionCommitResult'];

/** An error as the port tells it: trouble of the connection or of the replica set is `StorageAway`, the rest stays. */
export function toldByPort(error: unknown): unknown {
  return isTrouble(unwrapped(error)) ? new StorageAway(error) : error;
}

/** A bulk write wraps what broke its connection and hides the labels by which a transaction knows to try again. */
export function unwrapped(error: unknown): unknown {
  if (!(error instanceof MongoBulkWriteError)) return error;
  const within: unknown = error.errorResponse;
  return within instanceof MongoError ? within : error;
}

function isTrouble(error: unknown): boolean {
  if (!(error instanceof MongoError)) return false;
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) return true;
  if (LABELS.some((label) => error.hasErrorLabel(label))) return true;
  if (error instanceof MongoServerError) return AWAY.has(String(error.codeName)) || error.code === 50;
  return ['MongoPoolClearedError', 'MongoWaitQueueTimeoutError', 'MongoNotConnectedError', 'MongoPoolClosedError'].some(
    (name) => error.name === name,
  );
}

/** Whether a unique index refused a document; told apart by the fields of the index. */
export function isDuplicate(error: unknown, ...fields: readonly string[]): boolean {
  if (!(error instanceof MongoServerError) || error.code !== 11000) return false;
  const pattern = error.keyPattern as Record<string, unknown> | undefined;
  return fields.every((field) => pattern?.[field] !== undefined);
}
