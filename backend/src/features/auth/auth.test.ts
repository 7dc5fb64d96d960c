import { createHmac } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, PASSWORD, type TestServer, testServer } from '../../testing/test-server.ts';

describe('accounts', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());

  const signUp = (username: string, email: string) =>
    server.call('signUp', { body: { username, email, password: PASSWORD } });
  const logIn = (email: string, password: string) => server.call('logIn', { body: { email, password } });

  it('are made, and the token that comes with them holds', async () => {
    const { status, body } = await server.call('signUp', {
      body: {
        username: ' Ana ',
        email: 'Ana@Example.org',
        password: PASSWORD,
        role: 'trainer',
        timeZone: 'Asia/Kolkata',
      },
    });
    expect(status).toBe(201);
    expect(body.user).toMatchObject({
      username: 'Ana',
      email: 'Ana@Example.org',
      role: 'trainer',
      trainerId: null,
      assignedClients: [],
    });
    expect(body.user.settings).toEqual({ units: 'metric', theme: 'system', language: 'en', timeZone: 'Asia/Kolkata' });
    expect(body.user.profile).toMatchObject({ firstName: null, weight: null, goals: [] });
    expect(JSON.stringify(body)).not.toContain('$2');
    expect((await server.call('me', undefined, body.token)).body.data).toEqual(body.user);
  });

  it('have an e-mail and a name that nobody else has, whatever the case', async () => {
    await signUp('bela', 'bela@example.org');
    expect((await signUp('other', 'BELA@example.org')).error).toMatchObject({
      code: 'email_taken',
      fields: [{ path: 'email' }],
    });
    expect((await signUp('BELA', 'other@example.org')).error).toMatchObject({
      code: 'username_taken',
      fields: [{ path: 'username' }],
    });
  });

  it('are made once when the same is asked many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => signUp('chen', 'chen@example.org')));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
  });

  it('are refused with all that is wrong', async () => {
    const { status, error } = await server.call('signUp', {
      body: { username: 'x', email: 'nobody', password: 'short', rolle: 'member' } as never,
    });
    expect(status).toBe(422);
    expect(error?.fields?.map((field) => field.path).sort()).toEqual(['email', 'password', 'rolle', 'username']);
  });

  it('take a password of 72 bytes and none of 73', async () => {
    const ask = (password: string) =>
      server.call('signUp', {
        body: {
          username: `p${String(Math.random()).slice(2, 12)}`,
          email: `${String(Math.random())}@example.org`,
          password,
        },
      });
    expect((await ask('அ'.repeat(24))).status).toBe(201);
    expect((await ask(`${'அ'.repeat(24)}a`)).error?.fields?.[0]?.path).toBe('password');
  });

  it('answer an unknown e-mail and a wrong password alike', async () => {
    await signUp('dara', 'dara@example.org');
    const unknown = await logIn('nobody@example.org', PASSWORD);
    const wrong = await logIn('dara@example.org', 'not-the-password');
    expect(unknown.status).toBe(401);
    expect(unknown.error).toEqual(wrong.error);
    expect((await logIn('DARA@example.org', PASSWORD)).status).toBe(200);
  });

  it('refuse no, forged, altered and expired tokens alike', async () => {
    const eva = await server.as('eva');
    const [, payload = ''] = eva.token.split('.');
    const none = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
    const header = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');
    const otherKey = `${header}.${payload}.${createHmac('sha256', 'another secret').update(`${header}.${payload}`).digest('base64url')}`;
    const expired = jwt.sign({ role: 'member', exp: 1 }, 'a secret for tests, thirty-two bytes', {
      subject: eva.user._id,
      jwtid: 'x',
    });
    const unlisted = jwt.sign({ role: 'trainer' }, 'a secret for tests, thirty-two bytes', {
      subject: eva.user._id,
      jwtid: 'never-issued',
    });
    const hs512 = jwt.sign({ role: 'member' }, 'a secret for tests, thirty-two bytes', {
      algorithm: 'HS512',
      subject: eva.user._id,
      jwtid: 'x',
    });
    for (const token of [undefined, '', 'x', 'a.b.c', none, otherKey, expired, unlisted, hs512, `${eva.token}x`]) {
      const { status, error, headers } = await server.call('me', undefined, token);
      expect([status, error?.code, headers.get('www-authenticate')]).toEqual([401, 'unauthorized', 'Bearer']);
    }
  });

  it('end a token at log-out, and its sockets with it, but no other', async () => {
    await signUp('fay', 'fay@example.org');
    const [one, two] = await Promise.all([logIn('fay@example.org', PASSWORD), logIn('fay@example.org', PASSWORD)]);
    const socket = await connect(server.url, one.body.token);
    const told = new Promise((resolve) => socket.once('sessionRevoked', resolve));
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    expect((await server.call('progress', undefined, one.body.token)).status).toBe(200);
    expect((await server.call('logOut', undefined, one.body.token)).status).toBe(204);
    await Promise.all([told, closed]);
    expect((await server.call('progress', undefined, one.body.token)).status).toBe(401);
    expect((await server.call('progress', undefined, two.body.token)).status).toBe(200);
    await expect(connect(server.url, one.body.token)).rejects.toThrow('unauthorized');
  });

  it('end every token at log-out everywhere', async () => {
    await signUp('gus', 'gus@example.org');
    const tokens = await Promise.all([1, 2, 3].map(async () => (await logIn('gus@example.org', PASSWORD)).body.token));
    for (const token of tokens) await server.call('me', undefined, token);
    await server.call('logOutAll', undefined, tokens[0]);
    for (const token of tokens) expect((await server.call('me', undefined, token)).status).toBe(401);
  });

  it('change the password, end every other token and answer with a new one', async () => {
    await signUp('hal', 'hal@example.org');
    const [here, elsewhere] = await Promise.all([
      logIn('hal@example.org', PASSWORD),
      logIn('hal@example.org', PASSWORD),
    ]);
    await server.call('me', undefined, elsewhere.body.token);
    const wrong = await server.call(
      'changePassword',
      { body: { currentPassword: 'wrong', newPassword: 'another-one-8' } },
      here.body.token,
    );
    expect([wrong.status, wrong.error?.code]).toEqual([401, 'invalid_credentials']);
    const { status, body } = await server.call(
      'changePassword',
      { body: { currentPassword: PASSWORD, newPassword: 'another-one-8' } },
      here.body.token,
    );
    expect(status).toBe(200);
    expect((await server.call('me', undefined, body.token)).status).toBe(200);
    for (const old of [here, elsewhere]) expect((await server.call('me', undefined, old.body.token)).status).toBe(401);
    expect((await logIn('hal@example.org', PASSWORD)).status).toBe(401);
    expect((await logIn('hal@example.org', 'another-one-8')).status).toBe(200);
  });
});

describe('too many tries', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer({ environment: { RATE_LIMITS: 'on' } });
  });
  afterAll(() => server.close());

  it('of one account are refused after ten failures, also when they come all at once, and say when to try again', async () => {
    await server.call('signUp', { body: { username: 'ana', email: 'ana@example.org', password: PASSWORD } });
    const answers = await Promise.all(
      Array.from({ length: 14 }, () =>
        server.call('logIn', { body: { email: 'ana@example.org', password: 'wrong-one' } }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([
      ...Array<number>(10).fill(401),
      ...Array<number>(4).fill(429),
    ]);
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('10;w=900');
    const refused = await server.call('logIn', { body: { email: 'Ana@example.org', password: PASSWORD } });
    expect([refused.status, refused.error?.code]).toEqual([429, 'too_many_tries']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('are not counted when they were right', async () => {
    await server.call('signUp', { body: { username: 'bela', email: 'bela@example.org', password: PASSWORD } });
    for (let i = 0; i < 12; i += 1)
      expect((await server.call('logIn', { body: { email: 'bela@example.org', password: PASSWORD } })).status).toBe(
        200,
      );
  });

  it('of one address are refused after fifty failures', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 60; i += 1)
      statuses.add(
        (await server.call('logIn', { body: { email: `nobody${String(i)}@example.org`, password: 'x' } })).status,
      );
    expect([...statuses]).toEqual([401, 429]);
  });

  it('to sign up from one address are refused after twenty', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 21; i += 1) {
      const { status } = await server.call('signUp', {
        body: { username: `s${String(i)}x`, email: `s${String(i)}@example.org`, password: PASSWORD },
      });
      statuses.push(status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('the limit of requests', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer({ environment: { RATE_LIMITS: 'on' } });
  });
  afterAll(() => server.close());

  it('says with each answer what is left, and refuses the 601st of a minute, in early calls and others', async () => {
    const ana = await server.as('ana');
    const first = await ana.call('progress');
    expect(first.headers.get('ratelimit-policy')).toBe('600;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^limit=600, remaining=599, reset=\d+$/);
    for (let i = 0; i < 6; i += 1) await Promise.all(Array.from({ length: 100 }, () => ana.call('progress')));
    const refused = [await ana.call('progress'), await ana.call('me')];
    for (const one of refused) {
      expect([one.status, one.error?.code]).toEqual([429, 'too_many_requests']);
      expect(Number(one.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await (await server.as('bela')).call('me')).status).toBe(200);
  });
});
