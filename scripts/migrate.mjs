import { spawn } from 'node:child_process';
import { main, ROOT, setUp } from './steps.mjs';

// `npm run migrate`: set-up, then the move from the embedded database into MongoDB.

await main(async () => {
  await setUp();
  const move = spawn(process.execPath, ['backend/dist/migrate.js', ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  // The terminal's Ctrl-C reaches the move itself; what it has done stays done.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => move.kill('SIGTERM'));
  move.once('exit', (code) => process.exit(code ?? 1));
});
