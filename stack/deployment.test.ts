import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { filled } from './nginx.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface Compose {
  services: Record<
    string,
    { environment?: Record<string, string>; depends_on?: Record<string, unknown>; volumes?: string[] }
  >;
  volumes: Record<string, unknown>;
}
const compose = parse(read('deploy/compose.yaml'), { merge: true }) as Compose;
const config = read('backend/src/config.ts');

/** Names on the left of `=` in a file of settings, those that are commented out too. */
const namesIn = (text: string) => [...text.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name = '']) => name);
/** Read by the server: named in its configuration. */
const isKnown = (name: string) => new RegExp(`\\b${name}\\b`).test(config);

describe('the deployment', () => {
  it('sets no variable that the server does not know', () => {
    const unit = [...read('deploy/systemd/trainer@.service').matchAll(/^Environment=([A-Z_]+)=/gm)].map(
      ([, name = '']) => name,
    );
    const image = [...read('deploy/Dockerfile').matchAll(/^(?:ENV|\s{4}) ?([A-Z_]+)=/gm)].map(([, name = '']) => name);
    const instances = Object.keys(compose.services.instance1?.environment ?? {});
    const example = namesIn(read('deploy/systemd/environment.example'));
    for (const names of [unit, image, instances, example]) expect(names.length).toBeGreaterThan(1);
    expect([...unit, ...image, ...instances, ...example].filter((name) => !isKnown(name))).toEqual([]);
  });

  it('gives both instances the same, so that either may answer', () => {
    expect(compose.services.instance2).toEqual(compose.services.instance1);
  });

  it('asks in .env for every value that it leaves open, and for nothing else', () => {
    const open = new Set(
      [...read('deploy/compose.yaml').matchAll(/(?<!\$)\$\{([A-Z_]+)[:}]/g)].map(([, name]) => name),
    );
    expect(new Set(namesIn(read('deploy/.env.example')))).toEqual(open);
  });

  it('waits only for services, and keeps data only in volumes, that there are', () => {
    for (const { depends_on: waitsFor = {}, volumes = [] } of Object.values(compose.services)) {
      for (const name of Object.keys(waitsFor)) expect(Object.keys(compose.services)).toContain(name);
      for (const volume of volumes) {
        const [from = ''] = volume.split(':');
        if (!from.startsWith('.')) expect(Object.keys(compose.volumes)).toContain(from);
        else if (from !== './certificates') expect(existsSync(join(ROOT, 'deploy', from)), from).toBe(true);
      }
    }
  });

  it('copies into the image only what a build makes, and starts what is copied', () => {
    const dockerfile = read('deploy/Dockerfile');
    const copied = [...dockerfile.matchAll(/^COPY --from=build \/opt\/trainer\/(\S+)/gm)].map(([, path = '']) => path);
    expect(copied).toContain('backend/dist');
    for (const path of copied) expect(path.endsWith('dist') || existsSync(join(ROOT, path)), path).toBe(true);
    // What a workspace could not share would lie beside it, and be missing in the image.
    expect(existsSync(join(ROOT, 'backend/node_modules'))).toBe(false);
    expect(dockerfile).toContain('USER trainer');
    expect(dockerfile).toMatch(/HEALTHCHECK[^]*\/healthz/);
  });

  it('fills in every variable of nginx’s template, and leaves nginx’s own alone', () => {
    const template = read('deploy/nginx/trainer.conf.template');
    const { environment = {} } = compose.services.nginx ?? {};
    const site = filled(template, environment);
    expect(site).not.toContain('${');
    expect(site).toContain('$http_upgrade');
    expect(() => filled(template, {})).toThrow('TRAINER_');
  });

  it('has scripts that a shell can read', () => {
    for (const name of readdirSync(join(ROOT, 'deploy/systemd')).filter((one) => one.endsWith('.sh'))) {
      expect(() => execFileSync('sh', ['-n', join(ROOT, 'deploy/systemd', name)])).not.toThrow();
    }
  });
});
