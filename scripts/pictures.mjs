import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findChromium, installChromium } from './chromium.mjs';
import { Failed, main, ROOT, setUp } from './steps.mjs';

// `npm run pictures [NAME…]`: set-up, then a picture of everything that there is to see, into docs/pictures.

await main(async () => {
  await setUp();
  const chromium = findChromium() ?? (await installChromium());
  if (!chromium) throw new Failed('No Chromium here: install Chromium or Chrome, or name one in CHROMIUM_PATH.');
  const names = process.argv.slice(2);
  const taking = spawn(process.execPath, [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'e2e/pictures.ts', ...names], {
    cwd: ROOT,
    env: { ...process.env, CHROMIUM_PATH: chromium },
    stdio: 'inherit',
  });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => taking.kill('SIGTERM'));
  taking.once('exit', (code) => process.exit(code ?? 1));
});
