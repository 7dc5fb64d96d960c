import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { main, ROOT, setUp } from './steps.mjs';

// `npm run drill`: set-up, then bad weather over the whole stack.

await main(async () => {
  await setUp();
  const drill = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'bench/drill/run.ts', ...process.argv.slice(2)],
    { cwd: ROOT, stdio: 'inherit' },
  );
  // The terminal's Ctrl-C reaches the drill itself; it stops what it started, and then so do we.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => drill.kill('SIGTERM'));
  drill.once('exit', (code) => process.exit(code ?? 1));
});
