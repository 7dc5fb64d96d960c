import type { ClientSession, ObjectId } from 'mongodb';
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
import type { Collections } from './collections.ts';
import type { RunningRecord } from './documents.ts';
import { toId } from './ids.ts';
import { colliding, type Writes } from './writes.ts';

export function mongoRunning({ running }: Collections, writes: Writes): Running {
  async function store(user: ObjectId, document: RunningDocument, session: ClientSession): Promise<void> {
    const { sessionId, ...fields } = fieldsOf(document);
    await colliding(running.updateOne({ user, sessionId }, { $set: fields }, { session, upsert: true }));
  }

  return {
    append: (userId, ops, at) =>
      writes.of(userId, async (session) => {
        const user = toId(userId);
        const ids = [...new Set(ops.map((op) => op.sessionId))];
        const rows = await running
          .find({ user, $or: [{ runs: true }, { sessionId: { $in: ids } }] }, { session })
          .toArray();
        const { appended, changed } = append(userId, rows.map(toRunning), ops, at);
        // What has ended makes room first: only one may run.
        for (const document of changed.sort((a, b) => Number(standing(a).runs) - Number(standing(b).runs)))
          await store(user, document, session);
        return appended;
      }),
    async of(userId) {
      const row = await running.findOne({ user: toId(userId), runs: true });
      return runningWithOps(userId, row ? toRunning(row) : undefined);
    },
    async glances(userIds) {
      const theirs = { user: { $in: userIds.map(toId) }, runs: true };
      const rows = await running.find(theirs, { projection: { user: 1, glance: 1 } }).toArray();
      return new Map(rows.flatMap(({ user, glance }) => (glance ? [[user.toHexString(), { ...glance }]] : [])));
    },
    made: (userId, sessionId, version, workout) =>
      writes.of(userId, async (session) => {
        const user = toId(userId);
        const row = await running.findOne({ user, sessionId }, { session });
        if (row) await store(user, { ...toRunning(row), workout, madeVersion: version }, session);
      }),
    async unmade(limit) {
      const rows = await running.find({ unmade: true }).limit(limit).toArray();
      return rows.flatMap((row) => endedOf(row.user.toHexString(), toRunning(row)) ?? []);
    },
    async removeBefore(before) {
      await running.deleteMany({ runs: false, unmade: false, since: { $lt: before } });
    },
  };
}

/** The document with what it is found by. */
export function fieldsOf(document: RunningDocument): Omit<RunningRecord, '_id' | 'user'> {
  const since = new Date(document.endedAt ?? document.createdAt);
  return { sessionId: document.sessionId, ...standing(document), since, glance: glanceIn(document), document };
}

export const toRunning = (row: RunningRecord): RunningDocument => upgradeRunning(row.document);
