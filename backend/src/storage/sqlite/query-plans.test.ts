import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { storeOn } from './open.ts';

/** Tables that grow with members and their histories: what reads one of them whole gets slower for ever. */
const GROWING = [
  'users',
  'tokens',
  'mails',
  'resets',
  'weights',
  'workouts',
  'imports',
  'days',
  'weeks',
  'runs',
  'summaries',
  'bests',
  'records',
  'plans',
  'generations',
  'generations_of_days',
  'running',
  'invites',
  'links',
  'assigned_plans',
  'messages',
  'threads',
];

describe('the statements of a store', () => {
  const statements: string[] = [];
  let db: DatabaseSyncInstance;
  beforeAll(() => {
    db = new DatabaseSync(':memory:');
    migrate(db, ':memory:');
    storeOn(noting(db, statements));
  });
  afterAll(() => {
    db.close();
  });
  const planOf = (sql: string) =>
    (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map((row) => row.detail);
  const readsOf = (table: string) => statements.filter((sql) => new RegExp(`^SELECT [^]*FROM ${table}\\b`).test(sql));

  it('are all known here, those of progress, pages and statistics among them', () => {
    for (const table of ['workouts', 'days', 'runs', 'summaries', 'records', 'plans', 'generations']) {
      expect(readsOf(table), table).not.toEqual([]);
    }
  });

  it('never scan a table that grows', () => {
    const queries = statements.filter((sql) => /^(SELECT|INSERT|UPDATE|DELETE)\b/.test(sql));
    expect(queries.length).toBeGreaterThan(50);
    for (const sql of queries) {
      for (const detail of planOf(sql)) {
        const [, scanned = ''] = /^SCAN (\w+)/.exec(detail) ?? [];
        expect(GROWING, `${sql}: ${detail}`).not.toContain(scanned);
      }
    }
  });

  it('find a page in the order of an index, without sorting', () => {
    const pages = readsOf('workouts').filter((sql) => sql.includes('ORDER BY date'));
    expect(pages.length).toBeGreaterThanOrEqual(3);
    for (const sql of pages) {
      expect(planOf(sql).join('\n')).toMatch(/^SEARCH workouts USING (COVERING )?INDEX workouts_by_date \(user_id=\?/);
      expect(planOf(sql).join('\n')).not.toContain('TEMP B-TREE');
    }
    const [plans = ''] = readsOf('plans').filter((sql) => sql.includes('ORDER BY created_at'));
    expect(planOf(plans).join('\n')).toMatch(/^SEARCH plans USING INDEX plans_by_date \(user_id=\? AND kind=\?/);
    expect(planOf(plans).join('\n')).not.toContain('TEMP B-TREE');
  });
});

function noting(db: DatabaseSyncInstance, statements: string[]): DatabaseSyncInstance {
  const prepare = db.prepare.bind(db);
  const value: typeof db.prepare = (sql) => {
    if (!sql.startsWith('EXPLAIN')) statements.push(sql.trim());
    return prepare(sql);
  };
  return Object.defineProperty(db, 'prepare', { value });
}
