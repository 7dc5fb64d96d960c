import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { progressBar } from './moving/bar.ts';
import { compare } from './moving/compare.ts';
import { move } from './moving/move.ts';
import { openMongoToMove } from './storage/mongo/moving-in.ts';
import type { MovingIn, MovingOut } from './storage/moving.ts';
import { openSqliteToMove } from './storage/sqlite/moving-out.ts';

// `npm run migrate -- --from sqlite --to mongo`: copies the embedded database into MongoDB, and compares the two.

const USAGE = 'npm run migrate -- --from sqlite --to mongo   (DATA_DIR: where trainer.db lies; MONGODB_URI: where to)';
const SHOWN = 10;

try {
  await run();
} catch (error) {
  process.stderr.write(`✗ ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const config = readConfig(process.env);
  refuseOthers();
  if (!config.mongodbUri) throw new Error(`MONGODB_URI is not set. ${USAGE}`);
  const out = openSqliteToMove({ file: join(config.dataDir, 'trainer.db') });
  try {
    const into = await openMongoToMove({ uri: config.mongodbUri });
    try {
      await moved(out, into, config.dataDir);
    } finally {
      await into.store.close();
    }
  } finally {
    await out.store.close();
  }
}

function refuseOthers(): void {
  const { from, to } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } }).values;
  if (from !== 'sqlite' || to !== 'mongo') throw new Error(`This goes from sqlite to mongo. ${USAGE}`);
}

async function moved(out: MovingOut, into: MovingIn, dataDir: string): Promise<void> {
  const tell = progressBar(process.stdout);
  await move(out, into, tell);
  const differing = await compare(out, into, new Date().toISOString().slice(0, 10), tell);
  if (differing.length > 0) {
    const rest = differing.length - SHOWN;
    const shown = differing.slice(0, SHOWN).join('\n  ');
    throw new Error(
      `Not everything is the same in MongoDB:\n  ${shown}${rest > 0 ? `\n  and ${String(rest)} more` : ''}\nNothing of the old database was changed.`,
    );
  }
  await into.finish();
  process.stdout.write(
    `✓ Everything is in MongoDB, and both databases give the same answers. The old one is as it was.\n` +
      `  Start the server with MONGODB_URI. So that nobody has to log in again, set JWT_SECRET to what it was, or to what ${join(dataDir, 'jwt-secret')} holds.\n`,
  );
}
