import type { ClientSession, MongoClient } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { StorageAway } from '../port.ts';
import { type Abandoned, abandonedTransactions } from './abandoned.ts';
import { isDuplicate, unwrapped } from './trouble.ts';

/** Does what two documents have to agree on, durably. */
export interface Writes {
  /**
   * Runs `work` as one transaction, after all that was asked for the same member before through this server: their
   * changes meet in one summary, and waiting is cheaper than colliding. Changes through other servers collide there and
   * are tried again, so `work` may run more than once.
   * @throws StorageAway where it is not done in time; it may have been stored all the same
   */
  of<T>(member: string, work: (session: ClientSession) => Promise<T>): Promise<T>;
}

/** How long somebody waits for a change at most, turns and tries together. */
const PATIENCE_MS = 8_000;
/** Servers that collide are through after some tries; whoever still waits may be waiting for one that is gone. */
const LONG_MS = 1_000;

export function mongoWrites(client: MongoClient): Writes {
  const last = new Map<string, Promise<unknown>>();
  const abandoned = abandonedTransactions(client);

  return {
    of(member, work) {
      const until = performance.now() + PATIENCE_MS;
      const before = last.get(member) ?? Promise.resolve();
      const run = before.then(
        () => transaction(client, abandoned, work, until),
        () => transaction(client, abandoned, work, until),
      );
      last.set(member, run);
      const forget = () => {
        if (last.get(member) === run) last.delete(member);
      };
      run.then(forget, forget);
      return run;
    },
  };
}

function transaction<T>(
  client: MongoClient,
  abandoned: Abandoned,
  work: (session: ClientSession) => Promise<T>,
  until: number,
): Promise<T> {
  const began = performance.now();
  return client.withSession((session) =>
    session.withTransaction(
      async () => {
        const now = performance.now();
        if (now - began > LONG_MS) await abandoned.end();
        // The driver itself would go on for two minutes.
        if (now > until) throw new StorageAway(new Error('No transaction came through in time.'));
        try {
          return await work(session);
        } catch (wrapped) {
          const error = unwrapped(wrapped);
          // Two servers that make the same figure at once: the second finds it at its next try.
          if (error instanceof MongoServerError && isDuplicate(error, 'user', 'kind', 'at')) {
            error.addErrorLabel('TransientTransactionError');
          }
          throw error;
        }
      },
      {
        readConcern: { level: 'snapshot' },
        writeConcern: { w: 'majority', journal: true, wtimeoutMS: PATIENCE_MS },
        maxCommitTimeMS: PATIENCE_MS,
      },
    ),
  );
}

/** An insert that two servers may try at once: the second finds it there at its next try. */
export function colliding<T>(insert: Promise<T>): Promise<T> {
  return insert.catch((error: unknown) => {
    if (error instanceof MongoServerError && isDuplicate(error)) error.addErrorLabel('TransientTransactionError');
    throw error;
  });
}
