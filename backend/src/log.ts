import { type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

export type Log = Logger;

/** One line of JSON each on standard output; readable lines where a person watches. Written apart from the request's time. */
export async function openLog(level: LogLevel): Promise<Log> {
  const options = { level, base: null, redact: ['authorization', 'password', 'token'] };
  if (!process.stdout.isTTY)
    return pino(options, pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 200 }));
  const { default: pretty } = await import('pino-pretty');
  return pino(
    options,
    pretty({ colorize: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss', singleLine: true }),
  );
}
