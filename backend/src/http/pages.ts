import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler, Router } from 'express';

const DIST = fileURLToPath(new URL('../../frontend/dist/', import.meta.url));
/** From `src/http` the same folder lies one further up. */
const DIST_FROM_SOURCE = fileURLToPath(new URL('../../../frontend/dist/', import.meta.url));

const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;

/** The built pages and the files they load. Files named after their content never change; pages are asked for anew. */
export function pages(dist: string = import.meta.url.endsWith('.ts') ? DIST_FROM_SOURCE : DIST): RequestHandler {
  const router = Router();
  router.use(
    '/assets',
    express.static(join(dist, 'assets'), { immutable: true, maxAge: YEAR_MS, index: false, fallthrough: true }),
  );
  router.get('/shared/:token', (_request, response, next) => {
    // Whoever has the address reads the plan; search engines are not to have it.
    response.setHeader('X-Robots-Tag', 'noindex, nofollow');
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(dist, 'pages/shared.html'), (error: unknown) => {
      if (error) next();
    });
  });
  router.use(express.static(dist, { setHeaders: cacheHeaders, redirect: false }));
  return router;
}

function cacheHeaders(response: { setHeader(name: string, value: string): unknown }, path: string): void {
  response.setHeader(
    'Cache-Control',
    path.endsWith('.html') || dirname(path) === '.' ? 'no-cache' : `public, max-age=${String(HOUR_MS / 1000)}`,
  );
}
