import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { storageSuite } from '../suite.ts';
import { openSqlite } from './open.ts';

const folder = mkdtempSync(join(tmpdir(), 'trainer-sqlite-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
let files = 0;
const newFile = () => join(folder, `${String((files += 1))}.db`);

describe('SQLite in memory', () => {
  storageSuite(() => openSqlite({ file: ':memory:' }));
});

describe('SQLite in a file', () => {
  storageSuite(() => openSqlite({ file: newFile() }));
});
