import { describe, expect, it } from 'vitest';
import { readConfig, WrongSetting } from './config.ts';

const secret = 'a secret of at least thirty-two bytes';

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({
      port: 8000,
      environment: 'development',
      frontendUrl: 'http://localhost:5174',
      publicUrl: 'http://localhost:8000',
      jwtSecret: undefined,
      tokenSeconds: 30 * 86_400,
      logLevel: 'debug',
      trustProxy: false,
      rateLimits: true,
      gemini: undefined,
      aiDailyLimit: 20,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', JWT_SECRET: '' })).toMatchObject({ port: 8000, jwtSecret: undefined });
  });

  it('keeps everything in this process where no other is named, and takes the address of those that are', () => {
    expect(readConfig({})).toMatchObject({ mongodbUri: undefined, redis: undefined });
    const mongodbUri = 'mongodb://user:word@one,two/trainer?replicaSet=rs0';
    expect(readConfig({ MONGODB_URI: mongodbUri, REDIS_HOST: 'cache', REDIS_PASSWORD: 'word' })).toMatchObject({
      mongodbUri,
      redis: { host: 'cache', port: 6379, password: 'word' },
    });
  });

  it('lets Gemini write once there is a key, by two models after each other unless others are named', () => {
    const models = ['gemini-3.8-flash', 'gemini-3.5-flash-lite'];
    expect(readConfig({ GEMINI_API_KEY: ' AIza-x ' }).gemini).toEqual({ apiKey: 'AIza-x', models, baseUrl: undefined });
    const other = { GEMINI_API_KEY: 'x', GEMINI_MODEL: 'gemini-4-argon', GEMINI_BASE_URL: 'http://127.0.0.1:9/v1/' };
    expect(readConfig(other).gemini).toEqual({
      apiKey: 'x',
      models: ['gemini-4-argon'],
      baseUrl: 'http://127.0.0.1:9/v1',
    });
    expect(readConfig({ GEMINI_MODEL: 'gemini-4-argon' }).gemini).toBeUndefined();
  });

  it('writes mails into files where no mail server is named', () => {
    expect(readConfig({}).mail).toEqual({
      from: { name: 'AI Personal Trainer', address: 'trainer@localhost' },
      smtp: undefined,
    });
    expect(readConfig({ PUBLIC_URL: 'https://gym.example.org' }).mail.from.address).toBe('trainer@gym.example.org');
    expect(readConfig({ MAIL_FROM: 'Gym “Süd” <hello@gym.example.org>' }).mail).toEqual({
      from: { name: 'Gym “Süd”', address: 'hello@gym.example.org' },
      smtp: undefined,
    });
  });

  it('needs no host for a Gmail address, and sends from it', () => {
    expect(readConfig({ SMTP_USER: ' gym.sued@gmail.com ', SMTP_PASS: 'abcd efgh ijkl mnop\n' }).mail).toEqual({
      from: { name: 'AI Personal Trainer', address: 'gym.sued@gmail.com' },
      smtp: {
        host: 'smtp.gmail.com',
        port: 465,
        login: { user: 'gym.sued@gmail.com', pass: 'abcd efgh ijkl mnop' },
      },
    });
    const relayed = { SMTP_HOST: 'relay.example.org', SMTP_USER: 'gym@gmail.com', SMTP_PASS: 'x' };
    expect(readConfig(relayed).mail.smtp).toMatchObject({ host: 'relay.example.org', port: 587 });
  });

  it('takes a mail server with and without log-in', () => {
    expect(readConfig({ SMTP_HOST: 'localhost', SMTP_PORT: '25' }).mail.smtp).toEqual({
      host: 'localhost',
      port: 25,
      login: undefined,
    });
    const login = { SMTP_HOST: 'smtp.example.org', SMTP_USER: 'apikey', SMTP_PASS: 'word', MAIL_FROM: 'a@example.org' };
    expect(readConfig(login).mail).toEqual({
      from: { name: 'AI Personal Trainer', address: 'a@example.org' },
      smtp: { host: 'smtp.example.org', port: 587, login: { user: 'apikey', pass: 'word' } },
    });
    expect(readConfig({ ...login, MAIL_FROM: '' }).mail.from.address).toBe('trainer@localhost');
  });

  it('never repeats the password of the mail server', () => {
    for (const wrong of [{ SMTP_PORT: 'x' }, { SMTP_HOST: 'a b' }, { SMTP_USER: '' }, { SMTP_PASS: 'tamarind\u0007' }])
      expect(() => readConfig({ SMTP_HOST: 'smtp', SMTP_USER: 'gym', SMTP_PASS: 'tamarind', ...wrong })).toThrow(
        /^(?!.*tamarind)SMTP_/,
      );
  });

  it('logs less in production', () => {
    expect(readConfig({ NODE_ENV: 'production', JWT_SECRET: secret }).logLevel).toBe('info');
  });

  it.each([
    [{ PORT: 'eight' }, 'PORT is "eight". It takes a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT is "70000". It takes a whole number from 0 to 65535.'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV is "prod". It takes one of development, production, test.'],
    [
      { FRONTEND_URL: 'localhost' },
      'FRONTEND_URL is "localhost". It takes an address like https://trainer.example.org.',
    ],
    [
      { PUBLIC_URL: 'https://a.example/path' },
      'PUBLIC_URL is "https://a.example/path". It takes an address like https://trainer.example.org.',
    ],
    [{ JWT_EXPIRE: 'soon' }, 'JWT_EXPIRE is "soon". It takes a span like 30d, 12h or 15m.'],
    [{ JWT_EXPIRE: '0d' }, 'JWT_EXPIRE is "0d". It takes a span like 30d, 12h or 15m.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud". It takes one of trace, debug, info, warn, error, silent.'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY is "yes". It takes a whole number from 0 to 10.'],
    [{ RATE_LIMITS: 'never' }, 'RATE_LIMITS is "never". It takes one of on, off.'],
    [{ NODE_ENV: 'production' }, 'JWT_SECRET is not set. In production it takes at least 32 bytes that only you know.'],
    [{ NODE_ENV: 'production', JWT_SECRET: 'short' }, 'JWT_SECRET has 5 bytes. In production it takes at least 32.'],
    [
      { NODE_ENV: 'production', JWT_SECRET: secret, RATE_LIMITS: 'off' },
      'RATE_LIMITS is "off". In production it takes only "on".',
    ],
    [
      { MONGODB_URI: 'localhost:27017' },
      'MONGODB_URI is "localhost:27017". It takes an address like mongodb://host:27017/trainer?replicaSet=rs0.',
    ],
    [
      { MONGODB_URI: 'mongo://trainer:p@ss@db/trainer' },
      'MONGODB_URI is "mongo://trainer:…@db/trainer". It takes an address like mongodb://host:27017/trainer?replicaSet=rs0.',
    ],
    [
      { MONGODB_URI: 'mongodb://trainer:p@ss/word@db/trainer?replicaSet=rs0' },
      'MONGODB_URI is "mongodb://trainer:…@db/trainer?replicaSet=rs0". It takes a user and a password in which @ / ? # [ ] are written as %40 %2F %3F %23 %5B %5D.',
    ],
    [
      { REDIS_HOST: 'redis://cache' },
      'REDIS_HOST is "redis://cache". It takes the name or the address of a host, without a port.',
    ],
    [{ REDIS_HOST: 'cache', REDIS_PORT: '0' }, 'REDIS_PORT is "0". It takes a whole number from 1 to 65535.'],
    [{ REDIS_PORT: '6379' }, 'REDIS_PORT is set, but REDIS_HOST is not. Set both, or none.'],
    [
      { GEMINI_API_KEY: 'a key' },
      'GEMINI_API_KEY holds characters that no key has. It takes one as Google AI Studio gives it.',
    ],
    [
      { GEMINI_MODEL: 'one,,two' },
      'GEMINI_MODEL is "one,,two". It takes one to five names of models with commas between, like gemini-3.8-flash,gemini-3.5-flash-lite.',
    ],
    [
      { GEMINI_BASE_URL: 'gemini.local' },
      'GEMINI_BASE_URL is "gemini.local". It takes an address like https://gemini.example.org.',
    ],
    [{ AI_DAILY_LIMIT: '0' }, 'AI_DAILY_LIMIT is "0". It takes a whole number from 1 to 1000.'],
    [{ REDIS_PASSWORD: 'x' }, 'REDIS_PASSWORD is set, but REDIS_HOST is not. Set both, or none.'],
    [
      { SMTP_HOST: 'smtp://relay' },
      'SMTP_HOST is "smtp://relay". It takes the name or the address of a host, without a port.',
    ],
    [{ SMTP_HOST: 'relay', SMTP_PORT: '0' }, 'SMTP_PORT is "0". It takes a whole number from 1 to 65535.'],
    [
      { SMTP_PORT: '587' },
      'SMTP_PORT is set, but SMTP_HOST is not. Set both, or none; only a Gmail SMTP_USER needs none.',
    ],
    [
      { SMTP_USER: 'gym@example.org', SMTP_PASS: 'x' },
      'SMTP_USER is set, but SMTP_HOST is not. Set both, or none; only a Gmail SMTP_USER needs none.',
    ],
    [{ SMTP_USER: 'gym@gmail.com' }, 'SMTP_USER is set, but SMTP_PASS is not. Set both, or none.'],
    [{ SMTP_HOST: 'relay', SMTP_PASS: 'x' }, 'SMTP_PASS is set, but SMTP_USER is not. Set both, or none.'],
    [
      { SMTP_HOST: 'relay', SMTP_USER: 'gym\r\nRCPT', SMTP_PASS: 'x' },
      'SMTP_USER is "gym RCPT". It takes a name in one line.',
    ],
    [{ MAIL_FROM: 'The gym' }, 'MAIL_FROM is "The gym". It takes an address like Trainer <trainer@example.org>.'],
    [
      { MAIL_FROM: 'a@example.org, b@example.org' },
      'MAIL_FROM is "a@example.org, b@example.org". It takes an address like Trainer <trainer@example.org>.',
    ],
    [
      { MAIL_FROM: 'Gym <a@example.org>\r\nBcc: b@example.org' },
      'MAIL_FROM is "Gym <a@example.org> Bcc: b@example.org". It takes an address like Trainer <trainer@example.org>.',
    ],
  ])('refuses %o in one line', (environment, line) => {
    expect(() => readConfig(environment)).toThrow(new WrongSetting(line));
  });
});
