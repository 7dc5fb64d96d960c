import { readdirSync } from 'node:fs';
import { createServer, get as getPlain, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:http2';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brotliModule, type Nginx, startNginx } from './nginx.ts';

const ASSETS = fileURLToPath(new URL('../frontend/dist/assets', import.meta.url));
const LARGE = JSON.stringify({ data: 'streak '.repeat(1000) });

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}

/** The configuration of `deploy/nginx`, in front of two instances that say who they are and what they were asked. */
describe('nginx', () => {
  const asked: IncomingMessage[] = [];
  let instances: Server[];
  let nginx: Nginx;
  beforeAll(async () => {
    instances = await Promise.all(['first', 'second'].map((name) => instance(name, asked)));
    nginx = await startNginx(instances.map((one) => `127.0.0.1:${String((one.address() as AddressInfo).port)}`));
  });
  afterAll(async () => {
    await nginx.stop();
    for (const one of instances) one.close().closeAllConnections();
  });

  const ask = (path: string, headers: Record<string, string> = {}) => answerOf(nginx.httpsPort, path, headers);

  it('speaks HTTP/2', async () => {
    const session = connect(nginx.url, { rejectUnauthorized: false });
    const stream = session.request({ ':path': '/healthz' });
    const status = await new Promise((resolve, reject) => {
      stream.once('response', (headers) => {
        resolve(headers[':status']);
      });
      session.once('error', reject);
    });
    expect({ status, protocol: session.alpnProtocol }).toEqual({ status: 200, protocol: 'h2' });
    session.destroy();
  });

  it('leads from HTTP to HTTPS', async () => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      getPlain({ port: nginx.httpPort, path: '/pages/login.html?x=1', headers: { host: 'localhost' } }, resolve).once(
        'error',
        reject,
      );
    });
    response.resume();
    expect(response.statusCode).toBe(301);
    expect(response.headers.location).toBe(`${nginx.url}/pages/login.html?x=1`);
  });

  it('packs what is large, in the best way that the client takes and the machine has', async () => {
    const packed = async (accepts: string) =>
      (await ask('/api/large', { 'accept-encoding': accepts })).headers['content-encoding'];
    expect(await packed('gzip')).toBe('gzip');
    expect(await packed('gzip, br')).toBe(brotliModule() === undefined ? 'gzip' : 'br');
    expect(await packed('identity')).toBeUndefined();
    expect((await ask('/healthz', { 'accept-encoding': 'gzip, br' })).headers['content-encoding']).toBeUndefined();
  });

  it('serves files that are named after their content by itself, for good, and asks an instance for those it lacks', async () => {
    const [file = ''] = readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
    asked.length = 0;
    const { status, headers } = await ask(`/assets/${file}`);
    expect({ status, cache: headers['cache-control'], asked: asked.length }).toEqual({
      status: 200,
      cache: 'public, max-age=31536000, immutable',
      asked: 0,
    });
    expect((await ask('/assets/of-another-build.js')).text).toContain('/assets/of-another-build.js');
  });

  it('shows nobody the metrics, however the path is written', async () => {
    asked.length = 0;
    const written = [
      '/metrics',
      '/metrics/',
      '/METRICS',
      '/Metrics/',
      '//metrics',
      '/%6detrics',
      '/metrics/.',
      '/metrics?a=1',
    ];
    for (const path of written) expect((await ask(path)).status, path).toBe(404);
    expect(asked).toEqual([]);
  });

  it('tells an instance who asks, whatever a client claims', async () => {
    const { text } = await ask('/', { 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'http' });
    expect(JSON.parse(text)).toMatchObject({ for: '127.0.0.1', proto: 'https' });
  });

  it('sends the polls of a screen to one instance, and different screens to both', async () => {
    const at = async (screen: string) =>
      (JSON.parse((await ask(`/socket.io/?EIO=4&transport=polling&screen=${screen}`)).text) as { name: string }).name;
    const screens = Array.from({ length: 20 }, (_, n) => `screen-${String(n)}`);
    const first = await Promise.all(screens.map(at));
    expect(new Set(first)).toEqual(new Set(['first', 'second']));
    for (let again = 0; again < 3; again += 1) expect(await Promise.all(screens.map(at))).toEqual(first);
  });

  it('lets a WebSocket through', async () => {
    const status = await new Promise((resolve, reject) => {
      const upgrading = request({
        ...{ port: nginx.httpsPort, path: '/socket.io/?screen=1', rejectUnauthorized: false },
        headers: { connection: 'upgrade', upgrade: 'websocket' },
      });
      upgrading.once('upgrade', (response, socket) => {
        socket.destroy();
        resolve(response.statusCode);
      });
      upgrading.once('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      upgrading.once('error', reject).end();
    });
    expect(status).toBe(101);
  });

  it('goes on with the instance that is left, and says so in the API’s words where there is none', async () => {
    const [first, second] = instances;
    await closed(first);
    for (let n = 0; n < 10; n += 1) {
      expect((await ask('/api/anything')).text).toContain('second');
      expect((await ask(`/socket.io/?screen=${String(n)}`)).text).toContain('second');
    }
    await closed(second);
    const { status, headers, text } = await ask('/api/anything');
    expect({ status, again: headers['retry-after'] }).toEqual({ status: 503, again: '2' });
    expect(JSON.parse(text)).toMatchObject({ success: false, error: { code: 'unavailable' } });
  });
});

async function instance(name: string, asked: IncomingMessage[]): Promise<Server> {
  const server = createServer((message, response) => {
    asked.push(message);
    const { url, headers } = message;
    response.setHeader('Content-Type', 'application/json');
    const said = { name, url, for: headers['x-forwarded-for'], proto: headers['x-forwarded-proto'] };
    response.end(url === '/api/large' ? LARGE : JSON.stringify(said));
  });
  server.on('upgrade', (_message, socket) => {
    socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function closed(server: Server | undefined): Promise<void> {
  return new Promise((resolve) => {
    server?.close(() => {
      resolve();
    });
    server?.closeAllConnections();
  });
}

function answerOf(port: number, path: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ port, path, headers, rejectUnauthorized: false, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.once('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    })
      .once('error', reject)
      .end();
  });
}
