import { join, resolve } from 'node:path';

export interface Config {
  readonly port: number;
  readonly environment: 'development' | 'production' | 'test';
  /** The one other origin that may call: the development server of the pages. */
  readonly frontendUrl: string;
  readonly publicUrl: string;
  readonly dataDir: string;
  /** undefined: SQLite in `dataDir`. */
  readonly mongodbUri: string | undefined;
  /** undefined: cache, limits and sockets of this process alone. */
  readonly redis: RedisAddress | undefined;
  readonly mail: MailSettings;
  /** undefined: one is made and kept in `dataDir`. */
  readonly jwtSecret: string | undefined;
  readonly tokenSeconds: number;
  readonly logLevel: LogLevel;
  readonly metricsToken: string | undefined;
  /** How many proxies stand in front, or false. */
  readonly trustProxy: number | false;
  readonly rateLimits: boolean;
  /** undefined: the built-in planner alone writes plans. */
  readonly gemini: GeminiAccess | undefined;
  /** Plans that a person may have written on one day of theirs. */
  readonly aiDailyLimit: number;
}

export interface GeminiAccess {
  readonly apiKey: string;
  /** Asked in this order. */
  readonly models: readonly string[];
  /** undefined: Google’s own. */
  readonly baseUrl: string | undefined;
}

export interface RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly password: string | undefined;
}

export interface MailSettings {
  readonly from: { readonly name: string; readonly address: string };
  /** undefined: mails are written into `dataDir/outbox`. */
  readonly smtp: SmtpAddress | undefined;
}

export interface SmtpAddress {
  readonly host: string;
  readonly port: number;
  /** undefined: the server takes mails without log-in. */
  readonly login: { readonly user: string; readonly pass: string } | undefined;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A variable with a value that the product does not take; the start stops with this one line. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}

/**
 * The environment as one frozen object.
 * @throws WrongSetting that names the variable, what it got and what it takes
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = reader(environment);
  const kind = read('NODE_ENV', 'development', oneOf(['development', 'production', 'test']));
  const production = kind === 'production';
  const port = read('PORT', '8000', wholeNumber(0, 65_535));

  const jwtSecret = environment.JWT_SECRET || undefined;
  if (production && !jwtSecret)
    throw new WrongSetting('JWT_SECRET is not set. In production it takes at least 32 bytes that only you know.');
  if (jwtSecret && production && Buffer.byteLength(jwtSecret) < 32) {
    throw new WrongSetting(
      `JWT_SECRET has ${String(Buffer.byteLength(jwtSecret))} bytes. In production it takes at least 32.`,
    );
  }
  const rateLimits = read('RATE_LIMITS', 'on', oneOf(['on', 'off'])) === 'on';
  if (production && !rateLimits) throw new WrongSetting('RATE_LIMITS is "off". In production it takes only "on".');

  const publicUrl = read('PUBLIC_URL', `http://localhost:${String(port)}`, origin);
  return Object.freeze({
    port,
    environment: kind,
    frontendUrl: read('FRONTEND_URL', 'http://localhost:5174', origin),
    publicUrl,
    dataDir: resolve(read('DATA_DIR', join(process.cwd(), 'data'), anything)),
    mongodbUri: environment.MONGODB_URI ? read('MONGODB_URI', '', mongoAddress) : undefined,
    redis: redisAddress(environment, read),
    mail: mailSettings(environment, read, publicUrl),
    jwtSecret,
    tokenSeconds: read('JWT_EXPIRE', '30d', span),
    logLevel: read('LOG_LEVEL', production ? 'info' : 'debug', oneOf(LOG_LEVELS)),
    metricsToken: environment.METRICS_TOKEN || undefined,
    trustProxy: read('TRUST_PROXY', '0', wholeNumber(0, 10)) || false,
    rateLimits,
    gemini: geminiAccess(environment, read),
    aiDailyLimit: read('AI_DAILY_LIMIT', '20', wholeNumber(1, 1000)),
  });
}

/** A password or a port without a host is a host forgotten. */
function redisAddress(
  environment: Readonly<Record<string, string | undefined>>,
  read: ReturnType<typeof reader>,
): RedisAddress | undefined {
  const { REDIS_HOST, REDIS_PORT, REDIS_PASSWORD } = environment;
  if (!REDIS_HOST) {
    const name = REDIS_PORT ? 'REDIS_PORT' : 'REDIS_PASSWORD';
    if (REDIS_PORT || REDIS_PASSWORD)
      throw new WrongSetting(`${name} is set, but REDIS_HOST is not. Set both, or none.`);
    return undefined;
  }
  return {
    host: read('REDIS_HOST', '', hostName),
    port: read('REDIS_PORT', '6379', wholeNumber(1, 65_535)),
    password: REDIS_PASSWORD || undefined,
  };
}

/** The other two are read without a key, too: what is wrong is told before somebody sets one. */
function geminiAccess(
  environment: Readonly<Record<string, string | undefined>>,
  read: ReturnType<typeof reader>,
): GeminiAccess | undefined {
  const models = read('GEMINI_MODEL', GEMINI_MODELS, modelNames);
  const baseUrl = environment.GEMINI_BASE_URL?.trim() ? read('GEMINI_BASE_URL', '', webAddress) : undefined;
  const apiKey = environment.GEMINI_API_KEY?.trim();
  if (!apiKey) return undefined;
  if (!/^[\x21-\x7e]+$/.test(apiKey))
    throw new WrongSetting(
      'GEMINI_API_KEY holds characters that no key has. It takes one as Google AI Studio gives it.',
    );
  return { apiKey, models, baseUrl };
}

const GEMINI_MODELS = 'gemini-3.8-flash,gemini-3.5-flash-lite';
/** A Gmail address knows its own server; for any other a host that is not named is one forgotten. */
function mailSettings(
  environment: Readonly<Record<string, string | undefined>>,
  read: ReturnType<typeof reader>,
  publicUrl: string,
): MailSettings {
  const user = environment.SMTP_USER?.trim();
  const isGmail = user !== undefined && /@(gmail|googlemail)\.com$/i.test(user);
  const smtp = smtpAddress(environment, read, user, isGmail);
  const house = smtp?.login?.user.includes('@') ? smtp.login.user : `trainer@${new URL(publicUrl).hostname}`;
  return { from: read('MAIL_FROM', house, sender), smtp };
}

function smtpAddress(
  environment: Readonly<Record<string, string | undefined>>,
  read: ReturnType<typeof reader>,
  user: string | undefined,
  isGmail: boolean,
): SmtpAddress | undefined {
  // What an editor or a secret’s file puts at the end belongs to no password.
  const pass = environment.SMTP_PASS?.replace(/[\r\n]+$/, '');
  if (!environment.SMTP_HOST && !isGmail) {
    const set = ['SMTP_PORT', 'SMTP_USER', 'SMTP_PASS'].find((name) => environment[name]);
    if (set)
      throw new WrongSetting(
        `${set} is set, but SMTP_HOST is not. Set both, or none; only a Gmail SMTP_USER needs none.`,
      );
    return undefined;
  }
  if (!user !== !pass) {
    const [set, other] = user ? ['SMTP_USER', 'SMTP_PASS'] : ['SMTP_PASS', 'SMTP_USER'];
    throw new WrongSetting(`${set} is set, but ${other} is not. Set both, or none.`);
  }
  if (pass && /\p{Cc}/u.test(pass)) throw new WrongSetting('SMTP_PASS holds a character that no password has.');
  return {
    host: read('SMTP_HOST', 'smtp.gmail.com', hostName),
    port: read('SMTP_PORT', isGmail && !environment.SMTP_HOST ? '465' : '587', wholeNumber(1, 65_535)),
    login: user && pass ? { user: read('SMTP_USER', '', oneLine), pass } : undefined,
  };
}

/** A value read from text, or the words for what would be taken. */
type Parse<T> = (text: string) => { value: T } | { takes: string };

function reader(environment: Readonly<Record<string, string | undefined>>) {
  return <T>(name: string, byDefault: string, parse: Parse<T>): T => {
    const text = environment[name]?.trim() || byDefault;
    const read = parse(text);
    const line = withoutPassword(text).replace(/\p{Cc}+/gu, ' ');
    if ('takes' in read) throw new WrongSetting(`${name} is "${line}". It takes ${read.takes}.`);
    return read.value;
  };
}

/** An address is shown to whoever reads the log; the password in it is not for them. */
const withoutPassword = (text: string): string => text.replace(/(\/\/[^:/@]*):.*@/, '$1:…@');

const anything: Parse<string> = (text) => ({ value: text });

const hostName: Parse<string> = (text) =>
  /^[\w.:-]+$/.test(text) ? { value: text } : { takes: 'the name or the address of a host, without a port' };

const oneLine: Parse<string> = (text) => (/\p{Cc}/u.test(text) ? { takes: 'a name in one line' } : { value: text });

/** `Name <address>`, or the address alone. */
const sender: Parse<MailSettings['from']> = (text) => {
  const [, named, within] = /^"?([^"<>\p{Cc}]*?)"?\s*<([^<>]*)>$/u.exec(text) ?? [];
  const address = within ?? text;
  return /^[^\s\p{Cc}<>()[\]\\,;:"@]+@[^\s\p{Cc}<>()[\]\\,;:"@]+$/u.test(address)
    ? { value: { name: named || 'AI Personal Trainer', address } }
    : { takes: 'an address like Trainer <trainer@example.org>' };
};

/** The driver reads the rest of it, and says what is wrong; of a password with these characters it makes a host. */
const mongoAddress: Parse<string> = (text) => {
  const [, person = ''] = /^mongodb(?:\+srv)?:\/\/(.*)@/.exec(text) ?? [];
  if (/[@/?#[\]]/.test(person))
    return { takes: 'a user and a password in which @ / ? # [ ] are written as %40 %2F %3F %23 %5B %5D' };
  return /^mongodb(\+srv)?:\/\/./.test(text)
    ? { value: text }
    : { takes: 'an address like mongodb://host:27017/trainer?replicaSet=rs0' };
};

const oneOf =
  <const T extends string>(choices: readonly T[]): Parse<T> =>
  (text) => {
    const value = choices.find((choice) => choice === text);
    return value ? { value } : { takes: `one of ${choices.join(', ')}` };
  };

const wholeNumber =
  (from: number, to: number): Parse<number> =>
  (text) => {
    const value = Number(text);
    return Number.isInteger(value) && value >= from && value <= to
      ? { value }
      : { takes: `a whole number from ${String(from)} to ${String(to)}` };
  };

const origin: Parse<string> = (text) => {
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  const plain = parsed && /^https?:$/.test(parsed.protocol) && parsed.pathname === '/' && !parsed.search;
  return plain ? { value: parsed.origin } : { takes: 'an address like https://trainer.example.org' };
};

const webAddress: Parse<string> = (text) => {
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  const plain = parsed && /^https?:$/.test(parsed.protocol) && !parsed.search && !parsed.hash && !parsed.username;
  return plain ? { value: parsed.href.replace(/\/$/, '') } : { takes: 'an address like https://gemini.example.org' };
};

const modelNames: Parse<readonly string[]> = (text) => {
  const names = text.split(',').map((name) => name.trim());
  return names.length <= 5 && names.every((name) => /^[a-z0-9][\w.-]{0,99}$/i.test(name))
    ? { value: names }
    : { takes: `one to five names of models with commas between, like ${GEMINI_MODELS}` };
};

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 };
const span: Parse<number> = (text) => {
  const [, count, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const seconds = Number(count) * SECONDS[unit as keyof typeof SECONDS];
  return seconds > 0 ? { value: seconds } : { takes: 'a span like 30d, 12h or 15m' };
};
