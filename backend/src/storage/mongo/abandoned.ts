import type { MongoClient, UUID } from 'mongodb';

/** Ends transactions that nobody goes on with. */
export interface Abandoned {
  /** Looks for them now, unless somebody did a moment ago. */
  end(): Promise<void>;
}

/** Older than any transaction of a server that lives; should it live all the same, it begins anew. */
const OPEN_MS = 2_000;
const MOMENT_MS = 500;

/**
 * A server that dies leaves its transactions open, and MongoDB keeps them, with all that they changed, for a minute: the
 * members in question could not save anything for so long. Whoever waits for them ends them. It takes no right but that
 * to one's own sessions.
 */
export function abandonedTransactions(client: MongoClient): Abandoned {
  const admin = client.db('admin');
  let lookedAt = -Infinity;
  return {
    async end() {
      if (performance.now() - lookedAt < MOMENT_MS) return;
      lookedAt = performance.now();
      const found = await admin
        .aggregate<{ lsid: { id: UUID } }>([
          { $currentOp: { idleSessions: true } },
          { $match: { type: 'idleSession', 'transaction.timeOpenMicros': { $gt: OPEN_MS * 1_000 } } },
          { $project: { 'lsid.id': 1 } },
        ])
        .toArray();
      const sessions = found.map(({ lsid }) => ({ id: lsid.id }));
      if (sessions.length > 0) await admin.command({ killSessions: sessions });
    },
  };
}
