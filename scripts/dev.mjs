import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build, checkNode, install, main, ROOT } from './steps.mjs';

// `npm run dev`: the pages on 5174, rebuilt as they change, and the API on 8000, started anew as it changes.

const children = [];
let ending = false;

await main(async () => {
  checkNode();
  await install();
  await build('animations');
  keep('pages', 'node_modules/vite/bin/vite.js', ['--clearScreen', 'false'], 'frontend');
  // The root's own `data` folder, whichever folder the server is started from.
  keep('api  ', 'node_modules/tsx/dist/cli.mjs', ['watch', '--clear-screen=false', 'backend/src/main.ts'], '.');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));
});

/** Runs a tool; each of its lines is shown behind its name. When it ends, everything ends. */
function keep(name, file, args, folder) {
  const child = spawn(process.execPath, [join(ROOT, file), ...args], {
    cwd: join(ROOT, folder),
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => console.log(`${name} │ ${line}`));
  }
  child.once('exit', (code) => {
    if (!ending) console.error(`${name} │ ended with ${code}: stopping the other one too`);
    end(code ?? 1);
  });
  children.push(child);
}

function end(code) {
  if (ending) return;
  ending = true;
  process.exitCode = code;
  for (const child of children) if (child.exitCode === null) child.kill('SIGTERM');
}
