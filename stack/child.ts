import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

/** A server as a process of its own, with a folder that goes with it. It can be started again after it ended. */
export interface Child {
  readonly pid: number;
  readonly isRunning: boolean;
  start(): Promise<void>;
  /** Asks it to end in order, and waits until it has. → its exit code, null where a signal ended it */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** As if the power went. */
  kill(): Promise<void>;
  /** It hangs: it is there, and answers nothing. */
  pause(): void;
  resume(): void;
  /** What it wrote. */
  log(): string;
}

interface Start {
  /** For messages. */
  name: string;
  command: string;
  args: readonly string[];
  folder: string;
  environment?: Record<string, string>;
  /** Resolves with true once it answers. */
  isReady: () => Promise<boolean>;
}

const PATIENCE_MS = 60_000;
const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** Nothing outlives the process that started it. */
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function newFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `trainer-${name}-`));
  folders.add(folder);
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  folders.delete(folder);
}

export function childOf({ name, command, args, folder, environment, isReady }: Start): Child {
  const logFile = join(folder, `${name}.log`);
  let child: ChildProcess | undefined;
  let exited: Promise<unknown[]> = Promise.resolve([null]);

  async function ended(signal: NodeJS.Signals): Promise<number | null> {
    // A stopped process takes no signal but this one.
    if (child && running.has(child)) {
      child.kill('SIGCONT');
      child.kill(signal);
    }
    const [code] = (await exited) as [number | null];
    return code;
  }

  return {
    get pid() {
      return child?.pid ?? 0;
    },
    get isRunning() {
      return child !== undefined && running.has(child);
    },
    async start() {
      const out = openSync(logFile, 'a');
      const started = spawn(command, args, {
        cwd: folder,
        env: { PATH: process.env.PATH, ...environment },
        stdio: ['ignore', out, out],
      });
      closeSync(out);
      child = started;
      running.add(started);
      exited = once(started, 'exit');
      const gone = () => void running.delete(started);
      exited.then(gone, gone);
      await ready(started);
    },
    stop: (signal = 'SIGTERM') => ended(signal),
    kill: async () => void (await ended('SIGKILL')),
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    log: () => readFileSync(logFile, 'utf8'),
  };

  async function ready(started: ChildProcess): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    while (running.has(started) && performance.now() < until) {
      if (await isReady().catch(() => false)) return;
      await after(20);
    }
    started.kill('SIGKILL');
    throw new Error(`${name} did not start:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
  }
}

/** A port of loopback that nobody has now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}
