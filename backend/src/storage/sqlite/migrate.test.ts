import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, migrations, NewerDatabase } from './migrate.ts';

const STEPS = [
  'CREATE TABLE one (a TEXT); INSERT INTO one VALUES (1);',
  'CREATE TABLE two (b TEXT); INSERT INTO two SELECT a FROM one;',
  'DROP TABLE one;',
];

describe('migrations', () => {
  let db: DatabaseSyncInstance;
  beforeEach(() => {
    db = new DatabaseSync(':memory:');
  });
  afterEach(() => {
    db.close();
  });
  const version = () => (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
  const tables = () =>
    (db.prepare('SELECT name FROM sqlite_schema ORDER BY name').all() as { name: string }[]).map((row) => row.name);

  it('are applied in order, and only those that are missing', () => {
    migrate(db, 'x.db', STEPS.slice(0, 1));
    expect([version(), tables()]).toEqual([1, ['one']]);
    migrate(db, 'x.db', STEPS);
    expect([version(), tables()]).toEqual([3, ['two']]);
    expect(db.prepare('SELECT count(*) AS n FROM two').get()).toEqual({ n: 1 });
    migrate(db, 'x.db', STEPS);
    expect(version()).toBe(3);
  });

  it('that fail leave the version before them, whole and without the half of a step', () => {
    const failing = [STEPS[0] ?? '', 'CREATE TABLE half (a TEXT); INSERT INTO nowhere VALUES (1);', ...STEPS.slice(1)];
    expect(() => {
      migrate(db, 'x.db', failing);
    }).toThrow('nowhere');
    expect([version(), tables(), db.isTransaction]).toEqual([1, ['one'], false]);
    migrate(db, 'x.db', STEPS);
    expect(version()).toBe(3);
  });

  it('do not touch a database of a later version, and say which versions there are', () => {
    db.exec(`PRAGMA user_version = ${String(migrations.length + 1)}`);
    const start = () => {
      migrate(db, '/data/trainer.db');
    };
    expect(start).toThrow(NewerDatabase);
    expect(start).toThrow(
      `/data/trainer.db has version ${String(migrations.length + 1)}, and this program knows versions up to ${String(migrations.length)}.`,
    );
    expect(tables()).toEqual([]);
  });
});
