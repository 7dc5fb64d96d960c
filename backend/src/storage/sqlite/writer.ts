import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { toldByPort } from './trouble.ts';

/** Does write jobs, durably. */
export interface Writer {
  /** Resolves with what the job returned, once it is committed and on the disk. A job that throws changes nothing and rejects alone. */
  write<T>(job: () => T): Promise<T>;
  /** Finishes what was asked for; refuses what comes later. */
  close(): Promise<void>;
}

type Statement = ReturnType<DatabaseSyncInstance['prepare']>;

interface Pending {
  run(): void;
  settle(): void;
  reject(error: Error): void;
}

/**
 * One writer: the jobs that arrive in the same turn of the event loop share one transaction, and so one wait for the
 * disk. Each has a savepoint of its own.
 */
export function groupWriter(db: DatabaseSyncInstance): Writer {
  const [begin, commit, savepoint, release, backTo] = [
    'BEGIN IMMEDIATE',
    'COMMIT',
    'SAVEPOINT job',
    'RELEASE job',
    'ROLLBACK TO job',
  ].map((sql) => db.prepare(sql)) as [Statement, Statement, Statement, Statement, Statement];
  let pending: Pending[] = [];
  let closed = false;
  let idle: (() => void)[] = [];

  function commitGroup(): void {
    const group = pending;
    pending = [];
    try {
      begin.run();
      for (const job of group) job.run();
      commit.run();
      for (const job of group) job.settle();
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      for (const job of group) job.reject(toldByPort(error));
    }
    if (pending.length === 0) {
      for (const tell of idle) tell();
      idle = [];
    }
  }

  return {
    write<T>(job: () => T): Promise<T> {
      if (closed) return Promise.reject(new Error('The database is closed.'));
      return new Promise<T>((resolve, reject) => {
        let settle = (): void => undefined;
        const run = () => {
          savepoint.run();
          try {
            const result = job();
            settle = () => {
              resolve(result);
            };
          } catch (error) {
            // A full disk ends the whole transaction by itself, and with it everybody's job.
            if (!db.isTransaction) throw error;
            backTo.run();
            settle = () => {
              reject(toldByPort(error));
            };
          }
          release.run();
        };
        if (pending.length === 0) setImmediate(commitGroup);
        pending.push({
          run,
          settle: () => {
            settle();
          },
          reject,
        });
      });
    },

    close() {
      closed = true;
      if (pending.length === 0) return Promise.resolve();
      return new Promise((resolve) => idle.push(resolve));
    },
  };
}
