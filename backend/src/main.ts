import { compose, type Running } from './compose.ts';
import { type Config, readConfig, WrongSetting } from './config.ts';
import { openLog } from './log.ts';

const config = settings();
const log = await openLog(config.logLevel);
const running = await start();
stopOn('SIGTERM', running);
stopOn('SIGINT', running);

function settings(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (error instanceof WrongSetting) refuse(error.message);
    throw error;
  }
}

async function start(): Promise<Running> {
  try {
    const started = await compose(config, log);
    const { port } = started;
    log.info(
      `Storage: ${config.mongodbUri ? 'MongoDB' : `SQLite in ${config.dataDir}`}. Cache and sockets: ${config.redis ? `Redis at ${config.redis.host}:${String(config.redis.port)}` : 'in this process'}. Plans: ${config.gemini ? `Gemini (${config.gemini.models.join(', ')}), else the built-in planner` : 'the built-in planner'}. Rate limits: ${config.rateLimits ? 'on' : 'off'}.`,
    );
    log.info(`Mail: ${mailsGo(config)}.`);
    log.info(`🚀 Server running on port ${String(port)}`);
    log.info(`Socket.IO is running on ws://localhost:${String(port)}`);
    return started;
  } catch (error) {
    refuse(sentenceOf(error));
  }
}

function stopOn(signal: NodeJS.Signals, started: Running): void {
  process.once(signal, () => {
    log.info(`${signal}: finishing what runs`);
    started.stop().then(
      () => {
        log.info('Stopped');
        log.flush(() => process.exit(0));
      },
      (error: unknown) => {
        log.fatal({ err: error }, 'The server did not stop in order');
        log.flush(() => process.exit(1));
      },
    );
  });
}

function mailsGo({ mail: { smtp }, dataDir }: Config): string {
  if (smtp) return `by SMTP through ${smtp.host}:${String(smtp.port)}`;
  return `SMTP_HOST is not set, so mails are written to ${dataDir}/outbox as .eml files`;
}

function refuse(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `Port ${String(config.port)} is taken by another program. Stop that one, or set PORT to a free one.`;
  }
  return error.message;
}
