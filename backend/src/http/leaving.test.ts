import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leave } from './leaving.ts';

describe('a server that leaves', () => {
  let server: Server;
  let port: number;
  let answer: () => void;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  beforeEach(async () => {
    server = createServer((request, response) => {
      answer = () => response.end('done');
      if (request.url === '/now') answer();
    }).listen(0);
    await once(server, 'listening');
    port = (server.address() as { port: number }).port;
  });
  afterEach(() => {
    agent.destroy();
    server.closeAllConnections();
  });

  const ask = async (path: string, by?: Agent) => {
    const [response] = (await once(get({ port, path, ...(by && { agent: by }) }), 'response')) as [IncomingMessage];
    response.resume();
    await once(response, 'end');
    return response.statusCode;
  };

  it('answers what runs, and takes no new connection', async () => {
    const running = ask('/later');
    await once(server, 'request');
    const left = leave(server, false);
    await expect(ask('/now')).rejects.toThrow('ECONNREFUSED');
    answer();
    expect(await running).toBe(200);
    await left;
  });

  it('answers what comes on a connection of a proxy that looked idle', async () => {
    expect(await ask('/now', agent)).toBe(200);
    const left = leave(server, true);
    expect(await ask('/now', agent)).toBe(200);
    agent.destroy();
    await left;
  });

  it('lets go of idle connections at once where no proxy is in front', async () => {
    expect(await ask('/now', agent)).toBe(200);
    await leave(server, false);
    await expect(ask('/now', agent)).rejects.toThrow(/ECONNREFUSED|ECONNRESET|socket hang up/);
  });
});
