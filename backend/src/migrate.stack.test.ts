import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { addDays } from '@trainer/coach/days';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Kind, KINDS } from './storage/moving.ts';
import { openSqlite } from './storage/sqlite/open.ts';
import { imported, newWorkout, NOW, person, TODAY } from './storage/suite/builders.ts';
import { practice } from './storage/suite/practice.ts';
import { newDatabase } from './testing/new-database.ts';

const BACKEND = fileURLToPath(new URL('../', import.meta.url));
const WORKOUTS = 2500;

/** What goes along, by the tables that hold it. */
const TAKEN: Record<string, Kind> = {
  users: 'users',
  tokens: 'tokens',
  weights: 'weights',
  exercises: 'exercises',
  gifs: 'gifs',
  gif_pieces: 'gifs',
  imports: 'imports',
  workouts: 'workouts',
  plans: 'plans',
  summaries: 'versions',
  mails: 'mails',
  resets: 'resets',
  running: 'running',
  invites: 'invites',
  links: 'links',
  assigned_plans: 'assignedPlans',
  messages: 'messages',
  threads: 'threads',
};

/** What does not, and why. */
const LEFT: Record<string, string> = {
  days: 'counted anew from the workouts',
  weeks: 'counted anew from the workouts',
  runs: 'counted anew from the workouts',
  bests: 'counted anew from the workouts',
  records: 'counted anew from the workouts',
  generations: 'each has ended with its server, and what it wrote is a plan',
  generations_of_days: 'a limit of one day, which begins anew',
};

/** The command as `npm run migrate` runs it. */
describe('a move by command', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'trainer-moving-'));
    const store = await openSqlite({ file: join(dataDir, 'trainer.db') });
    const { _id } = await person(store);
    const workouts = Array.from({ length: WORKOUTS }, (_, n) =>
      imported(String(n), newWorkout(addDays(TODAY, -(n % 900)))),
    );
    await store.workouts.import(_id, { workouts, exercises: [] }, NOW, TODAY);
    await practice(store);
    await store.close();
  });
  afterAll(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** @param seen what it said so far; the answer `kill` ends it as a power cut would */
  async function moved(
    environment: Record<string, string>,
    seen: (said: string) => 'kill' | 'go on' = () => 'go on',
    args = ['--from', 'sqlite', '--to', 'mongo'],
  ): Promise<{ code: number | null; lines: string[] }> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/migrate.ts', ...args], {
      cwd: BACKEND,
      env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (seen(said) === 'kill') child.kill('SIGKILL');
      });
    }
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, lines: said.trimEnd().split('\n') };
  }

  const WORKOUTS_BAR = /^workouts +[█░]{30} (\d+) of 2500$/;
  const doneIn = (lines: string[]) => lines.flatMap((line) => WORKOUTS_BAR.exec(line)?.[1] ?? []).map(Number);

  it('shows how far it is, goes on where a power cut ended it, and says that both databases are the same', async () => {
    const environment = { MONGODB_URI: newDatabase() };
    const first = await moved(environment, (said) => (doneIn(said.split('\n')).length > 0 ? 'kill' : 'go on'));
    expect(first.code).toBeNull();
    expect(doneIn(first.lines)[0]).toBe(500);

    const second = await moved(environment);
    expect(second.code).toBe(0);
    expect(doneIn(second.lines)[0]).toBeGreaterThan(500);
    expect(doneIn(second.lines).at(-1)).toBe(WORKOUTS);
    expect(second.lines.filter((line) => line.startsWith('comparing')).at(-1)).toMatch(/ (\d\d) of \1$/);
    expect(second.lines.filter((line) => line.startsWith('messages')).at(-1)).toContain('3 of 3');
    expect(second.lines.join('\n')).toContain('✓ Everything is in MongoDB, and both databases give the same answers.');

    const third = await moved(environment);
    expect(third).toMatchObject({ code: 1, lines: [expect.stringContaining('has members already')] });
  });

  it('knows of every table of the old database whether it goes along', () => {
    const db = new DatabaseSync(join(dataDir, 'trainer.db'));
    const tables = db.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'",
    );
    const names = (tables.all() as { name: string }[]).map((table) => table.name);
    db.close();
    expect(names.sort()).toEqual([...Object.keys(TAKEN), ...Object.keys(LEFT)].sort());
    expect([...new Set(Object.values(TAKEN))].sort()).toEqual([...KINDS].sort());
  });

  it('is refused in one line where it is not told from where, or to where', async () => {
    const nowhere = await moved({});
    expect(nowhere).toMatchObject({ code: 1, lines: [expect.stringContaining('MONGODB_URI is not set')] });
    const backwards = await moved({ MONGODB_URI: newDatabase() }, undefined, ['--from', 'mongo', '--to', 'sqlite']);
    expect(backwards).toMatchObject({ code: 1, lines: [expect.stringContaining('goes from sqlite to mongo')] });
  });
});
