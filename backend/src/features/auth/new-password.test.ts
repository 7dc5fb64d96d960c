import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../storage/port.ts';
import { connect, PASSWORD, type TestServer, testServer } from '../../testing/test-server.ts';

const NEW_PASSWORD = 'another-kolam-8';

const tokenIn = (mail: ParsedMail | undefined): string => {
  const [, token] = /\/pages\/reset-password\.html\?token=([\w-]+)/.exec(mail?.text ?? '') ?? [];
  if (!token) throw new Error(`There is no link: ${mail?.text ?? 'no mail'}`);
  return token;
};

/** Another server on the same store, save for these parts of it. */
const besides = (server: TestServer, parts: Partial<Store>): Promise<TestServer> =>
  testServer({
    store: { ...server.store, ...parts, close: () => Promise.resolve() },
    environment: { RATE_LIMITS: 'on' },
  });

describe('a forgotten password', () => {
  let server: TestServer;
  let now: Date;
  beforeAll(async () => {
    now = new Date();
    server = await testServer({
      clock: () => now,
      environment: { PUBLIC_URL: 'https://gym.example.org' },
    });
  });
  afterAll(() => server.close());

  const pass = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
  const forgot = (email: string) => server.call('forgotPassword', { body: { email } });
  const reset = (token: string, password = NEW_PASSWORD) => server.call('resetPassword', { body: { token, password } });
  const logIn = async (email: string, password: string) =>
    (await server.call('logIn', { body: { email, password } })).status;
  const linksTo = async (email: string) =>
    (await server.mailsTo(email)).filter((mail) => mail.subject === 'Set a new password');
  const linkFor = async (name: string) => {
    await server.as(name);
    await forgot(`${name}@example.org`);
    return tokenIn((await linksTo(`${name}@example.org`)).at(-1));
  };

  it('is mailed a link, by which a new one is set', async () => {
    await server.as('ana');
    expect((await forgot(' ANA@Example.org ')).status).toBe(202);
    const [mail, ...others] = await linksTo('ana@example.org');
    expect(others).toEqual([]);
    expect(mail?.text).toContain('https://gym.example.org/pages/reset-password.html?token=');
    expect(mail?.html).toContain(`href="https://gym.example.org/pages/reset-password.html?token=${tokenIn(mail)}"`);
    const { status, body } = await reset(tokenIn(mail));
    expect([status, body]).toEqual([204, '']);
    expect(await logIn('ana@example.org', PASSWORD)).toBe(401);
    expect(await logIn('ana@example.org', NEW_PASSWORD)).toBe(200);
  });

  it('is answered alike for an e-mail that nobody has, and no mail goes out', async () => {
    await server.as('bela');
    const [known, unknown] = [await forgot('bela@example.org'), await forgot('nobody@example.org')];
    expect([known.status, known.body]).toEqual([202, '']);
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    const names = (headers: Headers) => [...headers.keys()].sort();
    expect(names(unknown.headers)).toEqual(names(known.headers));
    expect(await server.mailsTo('nobody@example.org')).toEqual([]);
    expect(await linksTo('bela@example.org')).toHaveLength(1);
  });

  it('asks the storage for the same, whether somebody has the e-mail or not', async () => {
    await server.as('asked');
    const asked: string[] = [];
    const other = await besides(server, {
      users: { ...server.store.users, byEmail: () => Promise.reject(new Error('It was looked up.')) },
      mails: {
        ...server.store.mails,
        add({ letter }) {
          asked.push(letter.replace(/\w+@/, ''));
          return Promise.resolve(true);
        },
      },
    });
    for (const email of ['asked@example.org', 'nobody@example.org'])
      expect((await other.call('forgotPassword', { body: { email } })).status).toBe(202);
    expect(asked).toEqual(Array(2).fill('{"kind":"newPassword","to":"example.org"}'));
    await other.close();
  });

  it('ends every token and its sockets at once', async () => {
    const { token } = await server.as('chen');
    const second = (await server.call('logIn', { body: { email: 'chen@example.org', password: PASSWORD } })).body;
    for (const one of [token, second.token]) expect((await server.call('me', undefined, one)).status).toBe(200);
    const socket = await connect(server.url, second.token);
    const told = new Promise((resolve) => socket.once('sessionRevoked', resolve));
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    await reset(await linkFor('chen'));
    await Promise.all([told, closed]);
    for (const one of [token, second.token]) expect((await server.call('me', undefined, one)).status).toBe(401);
  });

  it('takes a link once, also when it comes many times at once', async () => {
    const token = await linkFor('dara');
    const answers = await Promise.all(Array.from({ length: 5 }, (_, i) => reset(token, `password-${String(i)}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422, 422, 422, 422]);
    const won = answers.findIndex(({ status }) => status === 204);
    expect(await logIn('dara@example.org', `password-${String(won)}`)).toBe(200);
    const again = await reset(token);
    expect([again.status, again.error?.code]).toEqual([422, 'link_expired']);
  });

  it('takes a link for half an hour', async () => {
    const token = await linkFor('eva');
    pass(31);
    expect((await reset(token)).error?.code).toBe('link_expired');
    expect(await logIn('eva@example.org', PASSWORD)).toBe(200);
    const late = await linkFor('eva');
    pass(29);
    expect((await reset(late)).status).toBe(204);
  });

  it('lets the link of one person set nobody else’s', async () => {
    const { token } = await server.as('fay');
    await reset(await linkFor('gus'));
    expect((await server.call('me', undefined, token)).status).toBe(200);
    expect(await logIn('fay@example.org', PASSWORD)).toBe(200);
    expect(await logIn('fay@example.org', NEW_PASSWORD)).toBe(401);
  });

  it('may be asked for twice: both links hold, until one is used', async () => {
    const [first, second] = [await linkFor('hal'), await linkFor('hal')];
    expect(first).not.toBe(second);
    expect((await reset(first)).status).toBe(204);
    expect((await reset(second, 'a-third-one-9')).error?.code).toBe('link_expired');
    expect(await logIn('hal@example.org', NEW_PASSWORD)).toBe(200);
  });

  it('that came back to mind ends the link: a password that was changed is not changed by an old mail', async () => {
    const ida = await server.as('ida');
    const token = await linkFor('ida');
    await ida.call('changePassword', { body: { currentPassword: PASSWORD, newPassword: 'changed-by-hand-1' } });
    expect((await reset(token)).error?.code).toBe('link_expired');
    expect(await logIn('ida@example.org', 'changed-by-hand-1')).toBe(200);
  });

  it('keeps a link with a password that is refused, so that a better one can be typed', async () => {
    const token = await linkFor('jo');
    for (const password of ['short', 'a'.repeat(73), 'null\u0000null']) {
      const { status, error } = await reset(token, password);
      expect([status, error?.fields?.map(({ path }) => path)]).toEqual([422, ['password']]);
    }
    expect((await reset(token)).status).toBe(204);
  });

  it('leaves the link neither in the log nor in the database', async () => {
    const token = await linkFor('kim');
    expect(server.log.join('\n')).not.toContain(token);
    expect(await server.store.resets.holding(token, now)).toBeUndefined();
    expect((await reset(token)).status).toBe(204);
  });

  it.each([
    [{}],
    [{ email: '' }],
    [{ email: 'nobody' }],
    [{ email: 'a@example.org, b@example.org' }],
    [{ email: 'a@example.org\r\nBcc: b@example.org' }],
    [{ email: 'a@example.org\u0000' }],
    [{ email: `${'a'.repeat(250)}@example.org` }],
    [{ email: ['a@example.org'] }],
    [{ email: { $ne: null } }],
    [{ email: null }],
    [{ email: 'a@example.org', to: 'b@example.org' }],
    [[]],
  ])('is no matter of %j', async (body) => {
    const { status, error } = await server.call('forgotPassword', { body: body as never });
    expect(status).toBe(422);
    expect(error?.code).toBe('invalid_values');
  });

  it.each([
    [{}],
    [{ token: '', password: NEW_PASSWORD }],
    [{ token: 'x'.repeat(201), password: NEW_PASSWORD }],
    [{ token: { $gt: '' }, password: NEW_PASSWORD }],
    [{ token: ['x'], password: NEW_PASSWORD }],
    [{ token: null, password: NEW_PASSWORD }],
    [{ token: 'x', password: 12_345_678 }],
    [{ token: 'x', password: NEW_PASSWORD, email: 'ana@example.org' }],
  ])('is not set by %j', async (body) => {
    expect((await server.call('resetPassword', { body: body as never })).status).toBe(422);
  });

  it.each([['x'], ['__proto__'], ["' OR '1'='1"], ['\u0000'.repeat(10)], ['🥞'.repeat(40)], ['a'.repeat(200)]])(
    'is not set by a token that nobody made: %j',
    async (token) => {
      expect((await reset(token)).error?.code).toBe('link_expired');
    },
  );
});

describe('a sign-up', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());

  it('is followed by a welcome, once', async () => {
    await server.as('ana');
    await server.call('signUp', { body: { username: 'ana', email: 'ana@example.org', password: PASSWORD } });
    const mails = await server.mailsTo('ana@example.org');
    expect(mails.map(({ subject }) => subject)).toEqual(['Welcome to AI Personal Trainer']);
    expect(mails[0]?.text).toContain('Hello ana,');
  });

  it('succeeds also where no mail can be queued', async () => {
    const mails = { ...server.store.mails, add: () => Promise.reject(new Error('The disk is full.')) };
    const other = await besides(server, { mails });
    expect((await (await other.as('bela')).call('me')).status).toBe(200);
    const refused = await other.call('forgotPassword', { body: { email: 'bela@example.org' } });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
    expect(other.log.filter((line) => line === 'A mail could not be put into the queue')).toHaveLength(2);
    await other.close();
  });
});

describe('too many wishes for a new password', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer({ environment: { RATE_LIMITS: 'on' } });
  });
  afterAll(() => server.close());
  const forgot = async (email: string) => (await server.call('forgotPassword', { body: { email } })).status;

  it('for one e-mail are refused after five in an hour, whether somebody has it or not', async () => {
    await server.as('ana');
    for (const email of ['ana@example.org', 'nobody@example.org']) {
      const statuses = [];
      for (let i = 0; i < 6; i += 1) statuses.push(await forgot(i % 2 === 0 ? email : email.toUpperCase()));
      expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
    }
  });

  it('from one address are refused after twenty', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 20; i += 1) statuses.add(await forgot(`person${String(i)}@example.org`));
    expect([...statuses]).toEqual([202, 429]);
  });

  it('do not keep anybody from logging in with the new one, though they guessed the old one too often', async () => {
    await server.as('bela');
    const other = await besides(server, {});
    const logIn = async (password: string) =>
      (await other.call('logIn', { body: { email: 'bela@example.org', password } })).status;
    for (let i = 0; i < 11; i += 1) await logIn('wrong');
    expect(await logIn(PASSWORD)).toBe(429);
    await other.call('forgotPassword', { body: { email: 'bela@example.org' } });
    const mails = [...(await other.mailsTo('bela@example.org')), ...(await server.mailsTo('bela@example.org'))];
    const token = tokenIn(mails.find(({ subject }) => subject === 'Set a new password'));
    expect((await other.call('resetPassword', { body: { token, password: NEW_PASSWORD } })).status).toBe(204);
    expect(await logIn(NEW_PASSWORD)).toBe(200);
    await other.close();
  });

  it('by made-up links are refused after fifty from one address', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 51; i += 1)
      statuses.add(
        (await server.call('resetPassword', { body: { token: `guess ${String(i)}`, password: NEW_PASSWORD } })).status,
      );
    expect([...statuses]).toEqual([422, 429]);
  });
});
