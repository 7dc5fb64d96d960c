import { randomUUID } from 'node:crypto';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { PlanKind } from '@trainer/contract/types';
import { firstKeptDay } from '../generations.ts';
import type { Claim, Generation, NewGeneration } from '../port.ts';

interface Row {
  kind: PlanKind;
  request_id: string;
  state: Generation['state'];
  until: string;
}

/** The rows of generations, for use inside a write that is under way. */
export interface GenerationRows {
  /** The last of each kind, as they are at `at`. */
  latest(userId: string, at: Date): Generation[];
  begun(userId: string, localDate: string): number;
  begin(userId: string, ask: NewGeneration): Claim;
  /** → whether it was running under this claim */
  end(claim: Claim): boolean;
  giveUp(claim: Claim, uncount: boolean): void;
  cancel(userId: string, requestId: string, at: Date): PlanKind[];
  /** Ends all that run: their server is gone. */
  endAll(): void;
}

export function generationRows(db: DatabaseSyncInstance): GenerationRows {
  const latest = db.prepare('SELECT kind, request_id, state, until FROM generations WHERE user_id = ? ORDER BY kind');
  const begun = db.prepare('SELECT begun FROM generations_of_days WHERE user_id = ? AND local_date = ?');
  const put =
    db.prepare(`INSERT INTO generations (user_id, kind, request_id, state, claim, until) VALUES (?, ?, ?, 'running', ?, ?)
    ON CONFLICT (user_id, kind) DO UPDATE SET request_id = excluded.request_id, state = excluded.state,
      claim = excluded.claim, until = excluded.until`);
  const count = db.prepare(`INSERT INTO generations_of_days (user_id, local_date, begun) VALUES (?, ?, 1)
    ON CONFLICT (user_id, local_date) DO UPDATE SET begun = begun + 1`);
  const uncount = db.prepare(
    'UPDATE generations_of_days SET begun = begun - 1 WHERE user_id = ? AND local_date = ? AND begun > 0',
  );
  const forget = db.prepare('DELETE FROM generations_of_days WHERE user_id = ? AND local_date < ?');
  const end = db.prepare(
    `UPDATE generations SET state = 'kept', claim = NULL WHERE user_id = ? AND kind = ? AND claim = ? AND state = 'running'`,
  );
  const giveUp = db.prepare(`UPDATE generations SET state = iif(state = 'running', 'failed', state), claim = NULL
    WHERE user_id = ? AND kind = ? AND claim = ?`);
  const cancel = db.prepare(`UPDATE generations SET state = 'cancelled'
    WHERE user_id = ? AND request_id = ? AND state = 'running' AND until > ? RETURNING kind`);
  const endAll = db.prepare(`UPDATE generations SET state = 'failed', claim = NULL WHERE state = 'running'`);

  return {
    latest: (userId, at) =>
      (latest.all(userId) as Row[]).map(({ kind, request_id: requestId, state, until }) => ({
        kind,
        requestId,
        state: state === 'running' && until <= at.toISOString() ? 'failed' : state,
      })),
    begun: (userId, localDate) => (begun.get(userId, localDate) as { begun: number } | undefined)?.begun ?? 0,
    begin(userId, { kind, requestId, until, localDate }) {
      const id = randomUUID();
      put.run(userId, kind, requestId, id, until.toISOString());
      forget.run(userId, firstKeptDay(localDate));
      count.run(userId, localDate);
      return { id, user: userId, kind, localDate };
    },
    end: ({ id, user, kind }) => end.run(user, kind, id).changes > 0,
    giveUp({ id, user, kind, localDate }, isUncounted) {
      const ended = giveUp.run(user, kind, id).changes > 0;
      if (ended && isUncounted) uncount.run(user, localDate);
    },
    cancel: (userId, requestId, at) =>
      (cancel.all(userId, requestId, at.toISOString()) as { kind: PlanKind }[]).map((row) => row.kind).sort(),
    endAll: () => void endAll.run(),
  };
}
