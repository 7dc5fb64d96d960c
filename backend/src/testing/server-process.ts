import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The server as a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  readonly url: string;
  readonly lines: readonly string[];
  /** Sends the signal and waits until the process is gone. → its exit code, null where a signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const BACKEND = fileURLToPath(new URL('../../', import.meta.url));

/** @param environment what the server is told, on top of a free port and no rate limits */
export async function serverProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const child = started(environment);
  const lines: string[] = [];
  const port = await portOf(child, lines);
  return {
    url: `http://127.0.0.1:${String(port)}`,
    lines,
    async end(signal) {
      const exit = once(child, 'exit') as Promise<[number | null]>;
      child.kill(signal);
      return (await exit)[0];
    },
  };
}

/** A start that is to be refused. → its exit code, and all that it said */
export async function refusedStart(
  environment: Record<string, string>,
): Promise<{ code: number | null; lines: string[] }> {
  const child = started(environment);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text));
  child.stdout?.on('data', () => {
    if (said.includes('Server running')) child.kill();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, lines: said.trimEnd().split('\n') };
}

function started(environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: BACKEND,
    env: { PATH: process.env.PATH, PORT: '0', RATE_LIMITS: 'off', LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The first line that names it says that the server listens. */
function portOf(child: ChildProcess, lines: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        const [, port] = /Server running on port (\d+)/.exec(line) ?? [];
        if (port) resolve(Number(port));
      });
    }
    child.once('exit', (code) => {
      reject(new Error(`The server ended with ${String(code)} before it listened:\n${lines.join('\n')}`));
    });
  });
}
