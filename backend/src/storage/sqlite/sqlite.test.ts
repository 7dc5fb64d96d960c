import { afterAll, describe } from 'vitest';
import { storageSuite } from '../suite.ts';
import { openSqlite } from './open.ts';
import { temporaryFiles } from './temporary-files.ts';

const { newFile, removeAll } = temporaryFiles();
afterAll(removeAll);

describe('SQLite in memory', () => {
  storageSuite(() => openSqlite({ file: ':memory:' }));
});

describe('SQLite in a file', () => {
  storageSuite(() => openSqlite({ file: newFile() }));
});
