import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { Failed, main, ROOT, setUp } from './steps.mjs';

// `npm start`: from a clean clone to a running server.

const port = Number(process.env.PORT || 8000);

await main(async () => {
  await refuseTakenPort();
  await setUp();
  const server = startServer();
  if (port > 0 && (await answers(server))) console.log(`Open http://localhost:${port}`);
});

function startServer() {
  // A process group of its own: Ctrl-C reaches the server once, through us, and it can stop in order.
  const server = spawn(process.execPath, ['backend/dist/main.js'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  });
  const forward = stopping(server);
  process.on('SIGINT', forward);
  process.on('SIGTERM', forward);
  process.on('SIGHUP', forward);
  server.once('exit', (code) => process.exit(code ?? 1));
  return server;
}

/** npm repeats a Ctrl-C that the terminal has sent already; only one that comes later is an order to stop at once. */
function stopping(server) {
  let asked = 0;
  return (signal) => {
    if (asked === 0) server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    else if (performance.now() - asked > 1000) server.kill('SIGKILL');
    asked ||= performance.now();
  };
}

/** Waits until the server answers. → false where it ended before */
async function answers(server) {
  while (server.exitCode === null && server.signalCode === null) {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    await response?.arrayBuffer();
    // The server writes its lines in batches of 200 ms; the address is to be the last one.
    await after(response?.ok ? 300 : 50);
    if (response?.ok) return true;
  }
  return false;
}

/** Known before minutes of set-up are spent. The server itself looks again. */
function refuseTakenPort() {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Failed(`PORT is "${process.env.PORT}". It takes a whole number from 0 to 65535.`);
  }
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      reject(
        new Failed(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken by another program. Stop that one, or set PORT to a free one.`
            : `Port ${port} cannot be used (${error.message}). Set PORT to another one.`,
        ),
      );
    });
    probe.listen(port, () => probe.close(resolve));
  });
}
