import { Agent, request } from 'node:https';

/** Asks over TLS as a page does. An answer of any status resolves; only where there is none it rejects. */
export interface HttpsClient {
  ask(method: 'GET' | 'POST', path: string, token: string, body?: unknown): Promise<Answer>;
  close(): void;
}

interface Answer {
  status: number;
  text: string;
}

/** A page gives up on an answer after this long, and asks again. */
const PATIENCE_MS = 15_000;

export function httpsClient(url: string): HttpsClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 128, rejectUnauthorized: false });
  const { hostname, port } = new URL(url);
  const once = (method: string, path: string, token: string, text: string | undefined) =>
    new Promise<Answer>((resolve, reject) => {
      const headers: Record<string, string | number> = { authorization: `Bearer ${token}` };
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
      sent.once('error', (error: NodeJS.ErrnoException) => {
        // A connection that was closed while it was idle: browsers send the request again on another, and tell nobody.
        if (sent.reusedSocket && error.code === 'ECONNRESET') once(method, path, token, text).then(resolve, reject);
        else reject(error);
      });
      sent.end(text);
    });
  return {
    ask: (method, path, token, body) =>
      once(method, path, token, body === undefined ? undefined : JSON.stringify(body)),
    close: () => {
      agent.destroy();
    },
  };
}
