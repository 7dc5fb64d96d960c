import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Bytes of a process that lie in memory; undefined where the system does not tell. */
export function residentBytes(pid: number): number | undefined {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(told(pid, 'status')) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/** Seconds of processor time that a process has used so far, its own and the system's for it. @throws Error where the system does not tell */
export function cpuSeconds(pid: number): number {
  // After the name in brackets, which may hold anything; user and system time are the 14th and 15th field.
  const fields = told(pid, 'stat').split(') ')[1]?.split(' ') ?? [];
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  if (Number.isNaN(user + system)) throw new Error('This system does not tell what time a process used.');
  return (user + system) / ticksPerSecond();
}

let ticks: number | undefined;
const ticksPerSecond = (): number => (ticks ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })));

function told(pid: number, file: 'status' | 'stat'): string {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
