import { createConnection } from 'node:net';
import { redisBinary } from './binaries.ts';
import { type Child, childOf, freePort, newFolder, removeFolder } from './child.ts';

export interface Redis extends Omit<Child, 'start' | 'stop'> {
  readonly host: string;
  readonly port: number;
  readonly password: string;
  restart(): Promise<void>;
  /** Ends it and removes what it stored. */
  stop(): Promise<void>;
}

interface Options {
  password?: string;
  /** `snapshot`: as a distribution sets it up, so that a restart brings back what it was some time ago; `none`: a restart forgets everything. */
  keeps?: 'snapshot' | 'none';
}

/** A redis-server of one's own on loopback. @throws Missing */
export async function startRedis({ password = 'only for tests', keeps = 'none' }: Options = {}): Promise<Redis> {
  const [command, port, folder] = [await redisBinary(), await freePort(), newFolder('redis')];
  const child = childOf({
    name: 'redis-server',
    command,
    args: [
      ...['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--requirepass', password],
      ...['--save', keeps === 'snapshot' ? '3600 1' : '', '--appendonly', 'no'],
    ],
    folder,
    isReady: () => answers(port, password),
  });
  await child.start();
  return {
    host: '127.0.0.1',
    port,
    password,
    get pid() {
      return child.pid;
    },
    get isRunning() {
      return child.isRunning;
    },
    kill: () => child.kill(),
    pause: () => {
      child.pause();
    },
    resume: () => {
      child.resume();
    },
    log: () => child.log(),
    async restart() {
      await child.kill();
      await child.start();
    },
    async stop() {
      await child.kill();
      removeFolder(folder);
    },
  };
}

/** Speaks just enough of the protocol to know that it is ready. */
function answers(port: number, password: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    let heard = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      if (!heard.includes('PONG') && !heard.includes('-')) return;
      socket.destroy();
      resolve(heard.includes('PONG'));
    });
    socket.once('error', () => {
      resolve(false);
    });
    socket.write(`AUTH ${JSON.stringify(password)}\r\nPING\r\n`);
  });
}
