import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type ParsedMail, simpleParser } from 'mailparser';

/** The built product as a process of its own, with an empty store that goes with it. */
export interface Server {
  readonly url: string;
  /** As if the power went: nothing is finished, nothing said. */
  kill(): Promise<void>;
  /** Begins again, on the same address and with what was stored. */
  restart(): Promise<void>;
  /** What is in its outbox for this address, oldest first. */
  mailsTo(address: string): Promise<ParsedMail[]>;
  /** Ends it in order and removes its store. */
  stop(): Promise<void>;
}

const MAIN = fileURLToPath(new URL('../backend/dist/main.js', import.meta.url));

export async function startServer(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'trainer-e2e-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  let running = await listening(folder, 0).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  const { port } = running;
  return {
    url: `http://localhost:${String(port)}`,
    kill: () => end(running.process, 'SIGKILL'),
    async restart() {
      running = await listening(folder, port);
    },
    mailsTo: (address) => mailsIn(join(folder, 'outbox'), address),
    async stop() {
      await end(running.process, 'SIGTERM');
      await remove();
    },
  };
}

async function mailsIn(outbox: string, address: string): Promise<ParsedMail[]> {
  const names = await readdir(outbox).catch(() => []);
  const files = names.filter((name) => name.endsWith('.eml')).sort();
  const mails = await Promise.all(files.map(async (name) => simpleParser(await readFile(join(outbox, name)))));
  return mails.filter(({ to }) => [to ?? []].flat().some(({ text }) => text === address));
}

async function listening(folder: string, port: number): Promise<{ process: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      DATA_DIR: folder,
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { process: child, port: await portOf(child) };
}

/** The first line that names it says that the server listens; what comes later is read away. */
function portOf(child: ChildProcess): Promise<number> {
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        const [, port] = /Server running on port (\d+)/.exec(line) ?? [];
        if (port) resolve(Number(port));
        else lines.push(line);
      });
    }
    child.once('exit', (code) => {
      reject(new Error(`The server ended with ${String(code)} before it listened:\n${lines.join('\n')}`));
    });
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}
