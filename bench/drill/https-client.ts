import { Agent, request } from 'node:https';

/** Asks over TLS as a page does. An answer of any status resolves; only where there is none it rejects. */
export interface HttpsClient {
  ask(method: 'GET' | 'POST', path: string, token: string, body?: unknown): Promise<{ status: number; text: string }>;
  close(): void;
}

/** A page gives up on an answer after this long, and asks again. */
const PATIENCE_MS = 15_000;

export function httpsClient(url: string): HttpsClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 128, rejectUnauthorized: false });
  const { hostname, port } = new URL(url);
  return {
    ask: (method, path, token, body) =>
      new Promise((resolve, reject) => {
        const headers: Record<string, string | number> = { authorization: `Bearer ${token}` };
        const text = body === undefined ? undefined : JSON.stringify(body);
        if (text !== undefined) {
          headers['content-type'] = 'application/json';
          headers['content-length'] = Buffer.byteLength(text);
        }
        const sent = request({ agent, hostname, port, method, path, headers, timeout: PATIENCE_MS }, (response) => {
          let answer = '';
          response.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
          response.once('end', () => {
            resolve({ status: response.statusCode ?? 0, text: answer });
          });
          response.once('error', reject);
        });
        sent.once('timeout', () => sent.destroy(new Error('No answer in time')));
        sent.once('error', reject);
        sent.end(text);
      }),
    close: () => {
      agent.destroy();
    },
  };
}
