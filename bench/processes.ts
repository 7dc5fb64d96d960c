import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@trainer/stack/child';
import { pinned } from './cores.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** For the benchmark's own server; tokens are signed with it before the server starts. */
export const SECRET = 'a secret for the benchmark, 32 bytes';

export interface Started {
  url: string;
  pid: number;
  /** From the start of the process to its first answer. */
  startMs: number;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();

/** The built server as it runs for people, its log in a file. @param core which core it is kept to; all where there is none */
export function startServer(
  dataDir: string,
  core?: string,
  environment: Record<string, string> = {},
): Promise<Started> {
  return start({
    command: [process.execPath, join(ROOT, 'backend/dist/main.js')],
    core,
    log: join(dataDir, 'server.log'),
    ready: '/healthz',
    environment: { DATA_DIR: dataDir, RATE_LIMITS: 'off', LOG_LEVEL: 'info', JWT_SECRET: SECRET, ...environment },
  });
}

/** The bare Express server that answers `/api/members/progress` with this JSON, or with what Redis holds. */
export function startBaseline(
  dataDir: string,
  core: string | undefined,
  answer: { json: string } | { redis: { host: string; port: number; password: string; key: string } },
): Promise<Started> {
  return start({
    command: [process.execPath, '--import', 'tsx', join(ROOT, 'bench/baseline.ts')],
    core,
    log: join(dataDir, 'baseline.log'),
    ready: '/healthz',
    environment: {
      JWT_SECRET: SECRET,
      ...('json' in answer
        ? { PROGRESS: written(answer.json, join(dataDir, 'baseline.json')) }
        : { REDIS: JSON.stringify(answer.redis) }),
    },
  });
}

/** An environment holds no answer of any size; a file does. */
function written(text: string, file: string): string {
  writeFileSync(file, text);
  return file;
}

/** Runs a program of ours to its end, kept to a core. → what it printed */
export async function runToEnd(core: string, file: string, ...args: readonly string[]): Promise<string> {
  const [program, ...rest] = pinned(core, [process.execPath, '--import', 'tsx', join(ROOT, file), ...args]);
  const child = spawn(program, rest, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  running.delete(child);
  if (code !== 0) throw new Error(`${file} ended with ${String(code)}`);
  return printed;
}

interface Start {
  command: readonly string[];
  core: string | undefined;
  log: string;
  ready: string;
  environment: Record<string, string>;
}

async function start({ command, core, log, ready, environment }: Start): Promise<Started> {
  const port = await freePort();
  const [program, ...args] = core === undefined ? command : pinned(core, command);
  const out = openSync(log, 'a');
  const began = performance.now();
  const child = spawn(program ?? '', args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, PORT: String(port), ...environment },
    stdio: ['ignore', out, out],
  });
  running.add(child);
  const exited = once(child, 'exit');
  void exited.then(() => running.delete(child));
  const url = `http://127.0.0.1:${String(port)}`;
  await answers(url + ready, child, log);
  const startMs = performance.now() - began;
  return {
    url,
    pid: child.pid ?? 0,
    startMs,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Ends what is still running, whatever happened. */
export function stopAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

const PATIENCE_MS = 20_000;

async function answers(url: string, child: ChildProcess, log: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    if (child.exitCode !== null || performance.now() > until)
      throw new Error(`The server did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
