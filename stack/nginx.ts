import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nginxBinary } from './binaries.ts';
import { type Child, childOf, freePort, newFolder, removeFolder } from './child.ts';

const DEPLOY = fileURLToPath(new URL('../deploy/nginx/', import.meta.url));
const PAGES = fileURLToPath(new URL('../frontend/dist', import.meta.url));
const BROTLI = ['/usr/lib/nginx/modules', '/usr/local/lib/nginx/modules'].map(
  (folder) => `${folder}/ngx_http_brotli_filter_module.so`,
);

export interface Nginx extends Pick<Child, 'pid' | 'log' | 'kill'> {
  readonly url: string;
  readonly httpPort: number;
  readonly httpsPort: number;
  /** Takes its configuration anew without letting go of anybody. */
  reload(): void;
  stop(): Promise<void>;
}

/**
 * nginx with the configuration of `deploy/nginx`, TLS by a certificate of its own, in front of these instances.
 * @param instances as `host:port`
 * @param httpsPort a free one where none is given
 * @throws Missing
 */
export async function startNginx(instances: readonly string[], httpsPort?: number): Promise<Nginx> {
  const command = await nginxBinary();
  const folder = newFolder('nginx');
  const ports = { http: await freePort(), https: httpsPort ?? (await freePort()) };
  makeCertificate(folder);
  writeFileSync(
    join(folder, 'site.conf'),
    filled(readFileSync(join(DEPLOY, 'trainer.conf.template'), 'utf8'), {
      TRAINER_HTTP_PORT: String(ports.http),
      TRAINER_HTTPS_PORT: String(ports.https),
      TRAINER_CERTIFICATE: join(folder, 'certificate.pem'),
      TRAINER_CERTIFICATE_KEY: join(folder, 'key.pem'),
      TRAINER_PAGES: PAGES,
      TRAINER_INSTANCES: instances.map((one) => `server ${one} max_fails=0;`).join('\n    '),
    }),
  );
  writeFileSync(join(folder, 'nginx.conf'), mainConfiguration(folder));
  const child = childOf({
    name: 'nginx',
    command,
    args: ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')],
    folder,
    isReady: () => answers(ports.https),
  });
  await child.start();
  return {
    url: `https://localhost:${String(ports.https)}`,
    httpPort: ports.http,
    httpsPort: ports.https,
    get pid() {
      return child.pid;
    },
    log: () => child.log() + readFileSync(join(folder, 'error.log'), 'utf8'),
    kill: () => child.kill(),
    reload: () => void process.kill(child.pid, 'SIGHUP'),
    async stop() {
      await child.stop('SIGTERM');
      removeFolder(folder);
    },
  };
}

/** Where this machine has the module for brotli, or undefined. */
export const brotliModule = (): string | undefined => BROTLI.find((module) => existsSync(module));

/** What a system's own nginx.conf holds, for one that runs out of a folder. */
function mainConfiguration(folder: string): string {
  const brotli = brotliModule();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
${brotli ? `load_module ${brotli};` : ''}
daemon off;
worker_processes 2;
pid ${join(folder, 'nginx.pid')};
events { worker_connections 16384; }
http {
  types {
    text/html html; text/css css; text/javascript js; application/json map json; image/svg+xml svg; image/png png;
    font/woff2 woff2; application/manifest+json webmanifest;
  }
  charset utf-8;
  charset_types text/css text/javascript application/json image/svg+xml;
  access_log off;
  sendfile on;
  ${temporary.map((name) => `${name}_temp_path ${join(folder, name)};`).join('\n  ')}
  ${brotli ? `include ${join(DEPLOY, 'brotli.conf')};` : ''}
  include ${join(folder, 'site.conf')};
}
`;
}

/** As envsubst does it: only the variables that are named. @throws Error where one of the template is left over */
export function filled(template: string, values: Record<string, string>): string {
  return template.replace(/\$\{(TRAINER_\w+)\}/g, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The template names ${name}, which has no value.`);
    return value;
  });
}

function makeCertificate(folder: string): void {
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'],
      ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
      ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')],
    ],
    { stdio: 'ignore' },
  );
}

/** Its own page of an unknown host is answer enough: the instances may still be on their way. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: '/metrics', rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 404);
    });
    asked.once('error', () => {
      resolve(false);
    });
    asked.end();
  });
}
