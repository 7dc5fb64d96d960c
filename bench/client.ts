import { Agent, request } from 'node:http';

/** Requests over connections that stay open, with as little work on this side as Node allows. */
export interface Client {
  get(path: string, token?: string): Promise<Answer>;
  send(method: 'POST' | 'PATCH', path: string, token: string | undefined, body: unknown): Promise<Answer>;
  close(): void;
}

export interface Answer {
  status: number;
  text: string;
  ms: number;
}

export function client(url: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 256, noDelay: true });
  const { hostname, port } = new URL(url);
  const ask = (method: string, path: string, token: string | undefined, body: string | undefined) =>
    new Promise<Answer>((resolve, reject) => {
      const headers: Record<string, string | number> = {};
      if (token) headers.authorization = `Bearer ${token}`;
      if (body !== undefined) {
        headers['content-type'] = 'application/json';
        headers['content-length'] = Buffer.byteLength(body);
      }
      const began = performance.now();
      const sent = request({ agent, hostname, port, method, path, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.once('end', () => {
          resolve({ status: response.statusCode ?? 0, text, ms: performance.now() - began });
        });
        response.once('error', reject);
      });
      sent.once('error', reject);
      sent.end(body);
    });
  return {
    get: (path, token) => ask('GET', path, token, undefined),
    send: (method, path, token, body) => ask(method, path, token, JSON.stringify(body)),
    close: () => {
      agent.destroy();
    },
  };
}

/** The answer's text, where it is a success. A figure over failures would be none. */
export function succeeded(answer: Answer): string {
  if (answer.status < 200 || answer.status > 299)
    throw new Error(`The server answered ${String(answer.status)}: ${answer.text.slice(0, 300)}`);
  return answer.text;
}
