import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { main, ROOT, setUp } from './steps.mjs';

// `npm run stack`: set-up, then nginx, two instances, Redis and MongoDB on this machine.

await main(async () => {
  await setUp();
  const stack = spawn(process.execPath, [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'stack/run.ts'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  // The terminal's Ctrl-C reaches the stack itself; it stops what it started, and then so do we.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => stack.kill('SIGTERM'));
  stack.once('exit', (code) => process.exit(code ?? 1));
});
