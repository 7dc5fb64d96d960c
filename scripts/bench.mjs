import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { main, ROOT, setUp } from './steps.mjs';

// `npm run bench`: set-up, then the measurements with their goals.

await main(async () => {
  await setUp();
  const bench = spawn(process.execPath, [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'bench/run.ts'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  // The terminal's Ctrl-C reaches the benchmark itself; it tidies up and ends, and then so do we.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => bench.kill('SIGTERM'));
  bench.once('exit', (code) => process.exit(code ?? 1));
});
