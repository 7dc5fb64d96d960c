import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Glance } from '@trainer/coach/running/glance';
import type { Running } from '../ports/running.ts';
import {
  append,
  endedOf,
  glanceIn,
  runningWithOps,
  type RunningDocument,
  standing,
  upgradeRunning,
} from '../running.ts';
import type { Writer } from './writer.ts';

export interface RunningRow {
  user_id: string;
  document: string;
}

export function sqliteRunning(db: DatabaseSyncInstance, writer: Writer): Running {
  const running = db.prepare('SELECT user_id, document FROM running WHERE user_id = ? AND runs = 1');
  const glances = db.prepare(
    'SELECT user_id, glance FROM running WHERE runs = 1 AND user_id IN (SELECT value FROM json_each(?))',
  );
  const asked = db.prepare(
    'SELECT user_id, document FROM running WHERE user_id = ? AND (runs = 1 OR session_id IN (SELECT value FROM json_each(?)))',
  );
  const one = db.prepare('SELECT user_id, document FROM running WHERE user_id = ? AND session_id = ?');
  const unmade = db.prepare('SELECT user_id, document FROM running WHERE unmade = 1 LIMIT ?');
  const put =
    db.prepare(`INSERT INTO running (user_id, session_id, runs, unmade, ended_at, created_at, glance, document)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (user_id, session_id) DO UPDATE SET runs = excluded.runs,
    unmade = excluded.unmade, ended_at = excluded.ended_at, glance = excluded.glance, document = excluded.document`);
  const removeBefore = db.prepare(
    'DELETE FROM running WHERE runs = 0 AND unmade = 0 AND coalesce(ended_at, created_at) < ?',
  );

  function store(userId: string, document: RunningDocument): void {
    const { runs, unmade: isUnmade } = standing(document);
    const { sessionId, endedAt, createdAt } = document;
    const glance = glanceIn(document);
    const seen = glance && JSON.stringify(glance);
    put.run(userId, sessionId, Number(runs), Number(isUnmade), endedAt, createdAt, seen, JSON.stringify(document));
  }

  return {
    append: (userId, ops, at) =>
      writer.write(() => {
        const ids = JSON.stringify([...new Set(ops.map((op) => op.sessionId))]);
        const { appended, changed } = append(userId, (asked.all(userId, ids) as RunningRow[]).map(toRunning), ops, at);
        // What has ended makes room first: only one may run.
        for (const document of changed.sort((a, b) => Number(standing(a).runs) - Number(standing(b).runs)))
          store(userId, document);
        return appended;
      }),
    of(userId) {
      const row = running.get(userId) as RunningRow | undefined;
      return Promise.resolve(runningWithOps(userId, row && toRunning(row)));
    },
    glances: (userIds) =>
      Promise.resolve(
        new Map(
          (glances.all(JSON.stringify(userIds)) as { user_id: string; glance: string }[]).map((row) => [
            row.user_id,
            JSON.parse(row.glance) as Glance,
          ]),
        ),
      ),
    made: (userId, sessionId, version, workout) =>
      writer.write(() => {
        const row = one.get(userId, sessionId) as RunningRow | undefined;
        if (row) store(userId, { ...toRunning(row), workout, madeVersion: version });
      }),
    unmade: (limit) =>
      Promise.resolve((unmade.all(limit) as RunningRow[]).flatMap((row) => endedOf(row.user_id, toRunning(row)) ?? [])),
    removeBefore: (before) => writer.write(() => void removeBefore.run(before.toISOString())),
  };
}

export const toRunning = (row: RunningRow): RunningDocument =>
  upgradeRunning(JSON.parse(row.document) as { v: number });
