import { ERRORS } from '@trainer/contract/errors';
import { type CallName, fullPath, paths } from '@trainer/contract/paths';
import type { Route } from '@trainer/contract/route';
import { routes } from '@trainer/contract/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, type TestServer, testServer } from '../testing/test-server.ts';

const all = Object.values<Route>(routes);
const concrete = (route: Route) => fullPath(route.name).replace(/:\w+/g, 'a'.repeat(24));

describe('every request', () => {
  let server: TestServer;
  let ana: Client;
  let trainer: Client;
  beforeAll(async () => {
    server = await testServer();
    ana = await server.as('ana');
    trainer = await server.as('trainer', { role: 'trainer' });
  });
  afterAll(() => server.close());

  const bearer = (who = ana) => ({ authorization: `Bearer ${who.token}` });

  it('carries an id of its own, or that of the proxy in front', async () => {
    expect((await server.send('/healthz')).headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
    const sent = await server.send('/healthz', { headers: { 'x-request-id': 'from-the-proxy-1' } });
    expect(sent.headers.get('x-request-id')).toBe('from-the-proxy-1');
    const odd = await server.send('/healthz', { headers: { 'x-request-id': 'a b' } });
    expect(odd.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  });

  it('is answered with headers that let a page run no script of others', async () => {
    for (const path of ['/healthz', '/api/members/progress', '/nowhere', '/api/docs']) {
      const { headers } = await server.send(path);
      expect(headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe-inline');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('may come from one other origin alone', async () => {
    const from = async (origin: string, method = 'GET') =>
      (
        await server.send('/api/members/progress', {
          method,
          headers: { origin, ...bearer(), 'access-control-request-method': 'GET' },
        })
      ).headers.get('access-control-allow-origin');
    expect(await from('http://localhost:5174')).toBe('http://localhost:5174');
    expect(await from('http://localhost:5174', 'OPTIONS')).toBe('http://localhost:5174');
    expect(await from('https://evil.example')).not.toBe('https://evil.example');
  });

  it.each(all.filter((route) => route.who !== 'anyone'))('to $name needs a token', async (route) => {
    const response = await server.send(concrete(route), { method: route.method.toUpperCase() });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      success: false,
      error: { code: 'unauthorized', message: ERRORS.unauthorized.message },
    });
  });

  it.each(all.filter((route) => route.path.includes(':') && route.name !== 'exercisesByMuscle'))(
    'to $name with an id that can’t be one is a 404',
    async (route) => {
      const path = fullPath(route.name).replace(/:\w+/g, '%2e%2e%2fetc');
      const response = await server.send(path, {
        method: route.method.toUpperCase(),
        headers: { ...bearer(route.who === 'trainer' ? trainer : ana), 'content-type': 'application/json' },
        ...(route.takes.type === 'json' ? { body: '{}' } : {}),
      });
      expect(response.status).toBe(404);
    },
  );

  it('to nowhere is a 404 in the API’s own shape', async () => {
    const response = await server.send('/api/nowhere', { method: 'POST' });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      success: false,
      error: { code: 'not_found', message: ERRORS.not_found.message },
    });
    expect((await server.send('/api/%E0%A4%A')).status).toBe(404);
  });

  const json = (body: string, type = 'application/json') =>
    server.send('/api/workouts', { method: 'POST', headers: { ...bearer(), 'content-type': type }, body });

  it('with broken JSON is a 400', async () => {
    for (const body of ['{', '{"a":', '\u0000', 'null x']) {
      const response = await json(body);
      expect([response.status, ((await response.json()) as { error: { code: string } }).error.code]).toEqual([
        400,
        'malformed_json',
      ]);
    }
  });

  it('with another content type is a 415', async () => {
    expect((await json('<a/>', 'text/xml')).status).toBe(415);
    expect((await json('{}', 'application/json; charset=klingon')).status).toBe(415);
  });

  it('with a body over the limit is a 413, and the connection stays useful', async () => {
    expect((await json(JSON.stringify({ notes: 'x'.repeat(1024 * 1024) }))).status).toBe(413);
    expect((await ana.call('me')).status).toBe(200);
  });

  it('with a query that the call does not take is a 422 that names it', async () => {
    const response = await server.send('/api/members/progress?day=1', { headers: bearer() });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ error: { fields: [{ path: 'day' }] } });
  });

  it('asks for the head alone where it wants to', async () => {
    const response = await server.send('/api/members/progress', { method: 'HEAD', headers: bearer() });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('the document of the API', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());

  it('describes each call that there is, and no other', async () => {
    const { body } = await server.call('openapi');
    expect(body.openapi).toBe('3.1.0');
    const documented = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const declared = Object.keys(paths).map(
      (name) => `${paths[name as CallName][0]} ${fullPath(name as CallName).replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(documented.sort()).toEqual(declared.sort());
  });

  it('can be read as a page that loads nothing from elsewhere', async () => {
    const page = await (await server.send('/api/docs')).text();
    expect(page).not.toMatch(/https?:\/\//);
    for (const [, file] of page.matchAll(/(?:src|href)="(\/api\/docs\/[^"]+)"/g)) {
      const response = await server.send(file ?? '');
      expect([response.status, (await response.text()).length > 0]).toEqual([200, true]);
    }
  });
});

describe('operations', () => {
  it('tell that the process is alive, what it depends on, and its figures', async () => {
    const server = await testServer({ environment: { METRICS_TOKEN: 'only-for-prometheus' } });
    expect((await server.call('healthz')).body).toEqual({ status: 'ok' });
    expect((await server.call('readyz')).body).toEqual({ status: 'ok', dependencies: { storage: 'ok' } });
    expect((await server.call('metrics')).status).toBe(401);
    expect((await server.call('metrics', undefined, 'only-for-prometheus')).body).toContain(
      'http_request_duration_seconds_bucket',
    );
    await server.as('ana');
    await server.mailsTo('ana@example.org');
    const figures = (await server.call('metrics', undefined, 'only-for-prometheus')).body;
    expect(figures).toMatch(/^mails_waiting 0$/m);
    expect(figures).toMatch(/^mails_total{outcome="sent"} 1$/m);
    await server.store.close();
    expect((await server.call('metrics', undefined, 'only-for-prometheus')).body).toMatch(/^mails_waiting (Nan|NaN)$/m);
    const away = await server.call('readyz');
    expect([away.status, away.body]).toEqual([
      503,
      { status: 'unavailable', dependencies: { storage: 'unavailable' } },
    ]);
    await server.close();
  });
});
