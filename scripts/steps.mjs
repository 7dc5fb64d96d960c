import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

// Runs before anything is installed: only Node's own modules here.

export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** What went wrong, in one line for the person at the terminal. */
export class Failed extends Error {}

/** Runs a script's work; a `Failed` ends it with its one line and exit code 1. */
export async function main(work) {
  followNpm();
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    console.error(`✗ ${error.message}`);
    process.exit(1);
  }
}

/** npm hands a SIGTERM to the shell between us, which dies of it and tells us nothing: its death is our signal. */
export function followNpm() {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}

/** Everything between a clean clone and a server that can start. Does only what is not done yet. */
export async function setUp() {
  checkNode();
  await install();
  await build('animations');
  await build('frontend');
  await build('backend');
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Failed(`Node ${process.versions.node} is too old. Install Node 20.19 or later from https://nodejs.org.`);
}

export async function install() {
  if (isInstalled()) return;
  // `--include=dev`: what builds the pages is a development package, and NODE_ENV=production would leave it out.
  await step('Installing packages', () => npm(['ci', '--include=dev', '--no-audit', '--no-fund']));
  writeFileSync(lockStamp(), lockHash());
}

const SAYS = { animations: 'Preparing the animations', frontend: 'Building the pages', backend: 'Building the server' };

/** @param {'animations' | 'frontend' | 'backend'} workspace */
export async function build(workspace) {
  const stamp = join(ROOT, workspace, 'dist/.built-from');
  const sources = sourcesHash(workspace);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  await step(SAYS[workspace], () => npm(['run', 'build', '-w', workspace]));
  writeFileSync(stamp, sources);
}

/**
 * One progress line when it begins, one with its seconds when it is done.
 * @template T
 * @param {string} says
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(says, work) {
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  console.log(`… ${says}`);
  const patience = setInterval(() => console.log(`… ${says}, ${seconds()} s so far`), 15_000);
  try {
    const result = await work();
    console.log(`✓ ${says}  ${seconds()} s`);
    return result;
  } catch (error) {
    if (error instanceof Failed) error.message = `${says} failed: ${error.message}`;
    throw error;
  } finally {
    clearInterval(patience);
  }
}

/**
 * Runs a command to its end. What it writes is kept without its colours, not shown.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [environment] on top of this process's own
 * @returns {Promise<{ code: number, output: string }>} code 1 where a signal ended it
 */
export function run(command, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks = [];
    const release = endWith(child);
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.once('error', (error) => {
      release();
      reject(new Failed(`${command} could not be started (${error.message}).`));
    });
    child.once('close', (code) => {
      release();
      resolve({ code: code ?? 1, output: stripVTControlCharacters(Buffer.concat(chunks).toString()) });
    });
  });
}

/** Runs a tool of node_modules by its file, so that neither npx nor a shell stands between. */
export function tool(file, args, environment) {
  return run(process.execPath, [join(ROOT, 'node_modules', file), ...args], environment);
}

/**
 * Runs a program of ours that has the terminal to itself, and ends with its exit code.
 * @param {string} file from the root; TypeScript too
 */
export function become(file) {
  const loader = file.endsWith('.ts') ? [join(ROOT, 'node_modules/tsx/dist/cli.mjs')] : [];
  const program = spawn(process.execPath, [...loader, join(ROOT, file), ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  // The terminal's Ctrl-C reaches the program itself; it tidies up and ends, and then so do we.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => program.kill('SIGTERM'));
  program.once('exit', (code) => process.exit(code ?? 1));
}

/** A signal to this process ends the child too, and then this process. → a function that undoes it */
function endWith(child) {
  const stop = (signal) => {
    child.kill(signal);
    process.exit(1);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return () => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
}

const LOG = 'setup.log';

async function npm(args) {
  // The npm that runs this script, if there is one: Windows finds no `npm` without a shell.
  const cli = process.env.npm_execpath;
  const { code, output } = cli ? await run(process.execPath, [cli, ...args]) : await run('npm', args);
  if (code === 0) return;
  writeFileSync(join(ROOT, LOG), output);
  throw new Failed(`${reasonIn(output)} All it said is in ${LOG}.`);
}

/** The one line of a tool's output that tells most. */
function reasonIn(output) {
  const lines = output.split('\n').map((line) => line.trim());
  const telling =
    lines.find((line) => /^(\w*Error:|\[[A-Z_]+\]) ./.test(line)) ??
    lines.find((line) => /^npm (error|ERR!) (?!(code|errno|syscall|path|type) |Lifecycle )\S/.test(line)) ??
    lines.find((line) => /error/i.test(line)) ??
    lines.findLast((line) => line !== '') ??
    'It said nothing.';
  return telling.replace(/^npm (error|ERR!) /, '').replace(/[^.]$/, '$&.');
}

const lockStamp = () => join(ROOT, 'node_modules/.trainer-lock');
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');

function isInstalled() {
  if (existsSync(lockStamp()) && readFileSync(lockStamp(), 'utf8') === lockHash()) return true;
  if (!matchesNpmsRecord()) return false;
  writeFileSync(lockStamp(), lockHash());
  return true;
}

/** npm writes down what it installed when it is done: someone may have called `npm install` by hand. */
function matchesNpmsRecord() {
  const record = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).every(([path, wanted]) => {
    if (!path.includes('node_modules/')) return true;
    const found = installed[path];
    return found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional === true;
  });
}

/** What a build is made of, its own sources and those of the workspaces it takes in, as one hash. */
function sourcesHash(workspace) {
  const hash = createHash('sha256');
  const files = [...new Set([workspace, 'contract', 'coach', 'animations'])].flatMap((folder) => filesUnder(folder));
  for (const file of [...files, 'package-lock.json', 'tsconfig.base.json'].sort()) {
    hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

const LEFT_OUT = new Set(['node_modules', 'dist', 'coverage']);

function filesUnder(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : filesUnder(path);
    return /\.test\.ts$|^\./.test(entry.name) ? [] : [path];
  });
}
