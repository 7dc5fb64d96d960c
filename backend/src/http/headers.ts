import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet, { type HelmetOptions } from 'helmet';

/** The headers that every response carries, worked out once: helmet would work them out for each. */
export async function constantHeaders(publicUrl: string): Promise<[string, string][]> {
  return run({ ...options(publicUrl), contentSecurityPolicy: { useDefaults: false, directives: policy(publicUrl) } });
}

function options(publicUrl: string): HelmetOptions {
  const secure = publicUrl.startsWith('https:');
  return {
    // Told over plain HTTP it would do nothing, and a gym's own network often has nothing else.
    strictTransportSecurity: secure,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: false,
    referrerPolicy: { policy: 'same-origin' },
  };
}

const policy = (publicUrl: string) => ({
  'default-src': ["'self'"],
  'base-uri': ["'none'"],
  'connect-src': ["'self'", 'ws:', 'wss:'],
  'font-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'object-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  ...(publicUrl.startsWith('https:') ? { 'upgrade-insecure-requests': [] } : {}),
});

function run(options: HelmetOptions): Promise<[string, string][]> {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  return new Promise((resolve, reject) => {
    helmet(options)(response.req, response, (error?: unknown) => {
      if (error) reject(error instanceof Error ? error : new Error('helmet refused its options'));
      else resolve(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]));
    });
  });
}
