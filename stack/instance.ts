import { fileURLToPath } from 'node:url';
import { type Child, childOf, freePort, newFolder, removeFolder } from './child.ts';

const MAIN = fileURLToPath(new URL('../backend/dist/main.js', import.meta.url));

/** The built server as a process. */
export interface Instance extends Child {
  /** Past nginx, to this one alone. */
  readonly url: string;
  readonly port: number;
  /** Ends it for good. */
  remove(): Promise<void>;
}

/** Not started yet. @param environment on top of a free port */
export async function newInstance(environment: Record<string, string>): Promise<Instance> {
  const [port, folder] = [await freePort(), newFolder('instance')];
  const url = `http://127.0.0.1:${String(port)}`;
  const child = childOf({
    name: 'server',
    command: process.execPath,
    args: ['--enable-source-maps', MAIN],
    folder,
    environment: { PORT: String(port), DATA_DIR: folder, ...environment },
    isReady: async () => (await fetch(`${url}/readyz`)).ok,
  });
  return Object.defineProperties(child, {
    url: { value: url },
    port: { value: port },
    remove: {
      async value() {
        await child.stop();
        removeFolder(folder);
      },
    },
  }) as Instance;
}
