import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { device } from './testing/device.ts';
import { person } from './testing/people.ts';

const server = await answering();
const { api, Refused, Unreachable } = await import('./api.ts');
const { account } = await import('./account.ts');

beforeEach(() => {
  device.open('/pages/history.html?from=2026-01-01#list');
  account.leave();
});
afterAll(() => server.close());

const thrownBy = (calling: Promise<unknown>): Promise<unknown> =>
  calling.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a call', () => {
  it('fills in what its path names and leaves out what was not asked', async () => {
    server.with(json(200, { success: true, data: [] }));
    await api.call('workout', { params: { id: 'a/b' } });
    await api.call('workouts', { query: { limit: '5', from: '2026-01-01' } });
    await api.call('workouts');
    expect(server.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/workouts/a%2Fb',
      'GET /api/workouts?limit=5&from=2026-01-01',
      'GET /api/workouts',
    ]);
  });

  it('sends JSON and the token of whoever is logged in', async () => {
    server.with(json(200, { success: true, data: person() }));
    account.enter({ token: 'abc', user: person() });
    await api.call('changeMe', { body: { username: 'Dara' } });
    const [asked] = server.asked;
    expect(asked).toMatchObject({ method: 'PATCH', path: '/api/members/me', body: '{"username":"Dara"}' });
    expect(asked?.headers).toMatchObject({ authorization: 'Bearer abc', 'content-type': 'application/json' });
  });

  it('answers with nothing where the server says nothing', async () => {
    server.with((response) => void response.writeHead(204).end());
    expect(await api.call('logOut')).toBeUndefined();
  });

  it('sends a file as it is', async () => {
    server.with(json(200, { success: true, data: {} }));
    await api.upload(new Blob(['Date,Reps\n']), { dryRun: 'true' });
    expect(server.asked[0]).toMatchObject({ path: '/api/workouts/import?dryRun=true', body: 'Date,Reps\n' });
    expect(server.asked[0]?.headers['content-type']).toBe('text/csv');
  });
});

describe('a refusal', () => {
  it('tells code, status, fields and how long to wait', async () => {
    const fields = [{ path: 'email', message: 'Taken.' }];
    server.with(refusing(429, 'too_many_tries', { fields }, { 'retry-after': '40' }));
    const error = await thrownBy(api.call('logIn', { body: { email: 'a@b.org', password: 'x' } }));
    expect(error).toBeInstanceOf(Refused);
    expect(error).toMatchObject({ code: 'too_many_tries', status: 429, fields, retryAfterSeconds: 40 });
    expect(error).toMatchObject({ message: 'Refused: too_many_tries.' });
  });

  it('without words of ours still is one', async () => {
    server.with((response) => void response.writeHead(500).end('<h1>oh</h1>'));
    expect(await thrownBy(api.call('me'))).toMatchObject({ name: 'Refused', code: 'internal', status: 500 });
  });

  it('of the token leads to log-in and back here afterwards', async () => {
    server.with(refusing(401, 'unauthorized'));
    account.enter({ token: 'ended', user: person() });
    localStorage.setItem('runningWorkout', '{"name":"Legs"}');
    expect(await thrownBy(api.call('progress'))).toMatchObject({ code: 'unauthorized' });
    expect(account.token()).toBeNull();
    expect(account.user.value).toBeNull();
    expect(device.went).toEqual(['/pages/login.html?next=%2Fpages%2Fhistory.html%3Ffrom%3D2026-01-01%23list']);
    expect(localStorage.getItem('runningWorkout')).toBe('{"name":"Legs"}');
  });

  it('of a password leads nowhere', async () => {
    server.with(refusing(401, 'invalid_credentials'));
    account.enter({ token: 'good', user: person() });
    await thrownBy(api.call('changePassword', { body: { currentPassword: 'x', newPassword: 'longer than 8' } }));
    expect(account.token()).toBe('good');
    expect(device.went).toEqual([]);
  });

  it('of an old token does not log out who has come in since', async () => {
    account.enter({ token: 'old', user: person() });
    server.with((response, asked) => {
      account.enter({ token: 'new', user: person() });
      refusing(401, 'unauthorized')(response, asked);
    });
    await thrownBy(api.call('progress'));
    expect(account.token()).toBe('new');
    expect(device.went).toEqual([]);
  });
});

describe('no answer', () => {
  it('is told apart from a refusal', async () => {
    server.with((response) => void response.destroy());
    expect(await thrownBy(api.call('progress'))).toBeInstanceOf(Unreachable);
  });

  it('is also one that breaks off half-way', async () => {
    server.with((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"success":', () => void response.destroy());
    });
    expect(await thrownBy(api.call('progress'))).toBeInstanceOf(Unreachable);
    expect(await thrownBy(api.download('exportWorkouts'))).toBeInstanceOf(Unreachable);
  });

  it('is what a proxy says for a server that is away', async () => {
    server.with((response) => void response.writeHead(502).end('<h1>Bad gateway</h1>'));
    expect(await thrownBy(api.call('progress'))).toBeInstanceOf(Unreachable);
  });

  it('is not what a page asked for that gave up itself', async () => {
    server.with(() => undefined);
    const giving = new AbortController();
    const calling = thrownBy(api.call('progress', {}, { signal: giving.signal }));
    giving.abort();
    expect(await calling).toMatchObject({ name: 'AbortError' });
  });
});

interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

type Answer = (response: ServerResponse, asked: Asked) => void;

/** A server of this test's own, which the calls go to: `api.ts` reads its address when it is loaded. */
async function answering() {
  const asked: Asked[] = [];
  let answer: Answer = (response) => void response.end();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, path: url, headers, body: Buffer.concat(chunks).toString() };
      asked.push(one);
      answer(response, one);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  vi.stubEnv('VITE_API_BASE', `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  return {
    asked,
    with(next: Answer): void {
      asked.length = 0;
      answer = next;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

const refusing = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}) =>
  json(status, { success: false, error: { code, message: `Refused: ${code}.`, ...more } }, headers);
