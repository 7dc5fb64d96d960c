import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupWriter, type Writer } from './writer.ts';

describe('the writer', () => {
  let db: DatabaseSyncInstance;
  let writer: Writer;
  let commits = 0;

  beforeEach(() => {
    db = new DatabaseSync(':memory:');
    db.exec(`CREATE TABLE rows (n INTEGER PRIMARY KEY);
      CREATE TABLE later (n INTEGER REFERENCES rows (n) DEFERRABLE INITIALLY DEFERRED);
      PRAGMA foreign_keys = ON;`);
    commits = 0;
    writer = groupWriter(countingCommits(db, () => (commits += 1)));
  });
  afterEach(() => {
    if (db.isOpen) db.close();
  });

  const insert = (n: number) => () => {
    db.exec(`INSERT INTO rows VALUES (${String(n)})`);
    return n;
  };
  const rows = () => (db.prepare('SELECT n FROM rows ORDER BY n').all() as { n: number }[]).map((row) => row.n);

  it('commits the jobs of one turn together, in the order in which they came', async () => {
    const seen: number[] = [];
    const jobs = Array.from({ length: 100 }, (_, n) => () => seen.push(insert(n)()));
    await Promise.all(jobs.map((job) => writer.write(job)));
    expect(commits).toBe(1);
    expect(seen).toEqual(seen.map((_, n) => n));
    await writer.write(insert(1000));
    expect(commits).toBe(2);
    expect(rows()).toHaveLength(101);
  });

  it('answers no job before the commit', async () => {
    let committedFirst = false;
    await writer.write(insert(1)).then(() => (committedFirst = commits === 1 && !db.isTransaction));
    expect(committedFirst).toBe(true);
  });

  it('tells that the storage is away while the disk is full, stores nothing of what came then, and goes on afterwards', async () => {
    db.exec('CREATE TABLE texts (text TEXT); PRAGMA max_page_count = 12');
    const long = () => db.prepare('INSERT INTO texts VALUES (?)').run('x'.repeat(100_000));
    const both = await Promise.allSettled([writer.write(insert(1)), writer.write(long)]);
    for (const one of both) expect(one).toMatchObject({ status: 'rejected', reason: { name: 'StorageAway' } });
    expect(rows()).toEqual([]);
    db.exec('PRAGMA max_page_count = 1000');
    await writer.write(long);
    await writer.write(insert(2));
    expect(rows()).toEqual([2]);
  });

  it('lets a job that fails fail alone, and takes back what it had done', async () => {
    const failing = () => {
      insert(2)();
      throw new Error('half done');
    };
    const twice = () => {
      insert(4)();
      insert(1)();
    };
    const all = await Promise.allSettled(
      [insert(1), failing, insert(3), twice, insert(5)].map((job) => writer.write<unknown>(job)),
    );
    expect(all.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
    expect(rows()).toEqual([1, 3, 5]);
    expect(commits).toBe(1);
  });

  it('rejects all of a turn whose commit fails, stores none of it, and goes on', async () => {
    const dangling = () => {
      db.exec('INSERT INTO later VALUES (99)');
    };
    const all = await Promise.allSettled([insert(1), dangling, insert(2)].map((job) => writer.write<unknown>(job)));
    expect(all.map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(rows()).toEqual([]);
    expect(await writer.write(insert(3))).toBe(3);
    expect(rows()).toEqual([3]);
  });

  it('finishes what was asked for when it is closed, and refuses what comes later', async () => {
    const asked = [writer.write(insert(1)), writer.write(insert(2))];
    await Promise.all([writer.close(), writer.close()]);
    expect(rows()).toEqual([1, 2]);
    expect(await Promise.all(asked)).toEqual([1, 2]);
    await expect(writer.write(insert(3))).rejects.toThrow('closed');
    await writer.close();
  });
});

function countingCommits(db: DatabaseSyncInstance, count: () => void): DatabaseSyncInstance {
  const prepare = db.prepare.bind(db);
  const value: typeof db.prepare = (sql) => {
    const statement = prepare(sql);
    if (sql !== 'COMMIT') return statement;
    const run = statement.run.bind(statement);
    return Object.defineProperty(statement, 'run', {
      value: () => {
        const done = run();
        count();
        return done;
      },
    });
  };
  return Object.defineProperty(db, 'prepare', { value });
}
