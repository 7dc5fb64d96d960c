import type { Server as HttpServer } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';

/** A proxy in front keeps idle connections for 4 s (`deploy/nginx`); after that it sends nothing more on them. */
const PROXY_KEEPS_MS = 5_000;
/** How long running requests may take to finish. */
const PATIENCE_MS = 10_000;
const SWEEP_MS = 20;

/**
 * Ends a server so that no request fails: it takes no new connection, answers what runs and what still comes on
 * connections that are there, and then lets go of them.
 * @param hasProxy a connection that looks idle here may have a request of a proxy on its way
 */
export async function leave(server: HttpServer, hasProxy: boolean): Promise<void> {
  const closed = new Promise((resolve) => server.once('close', resolve));
  // Not `server.close`, which breaks off idle connections at once.
  NetServer.prototype.close.call(server);
  if (hasProxy) await Promise.race([closed, after(PROXY_KEEPS_MS)]);
  server.closeIdleConnections();
  // Each is let go once its request is answered.
  const sweeping = setInterval(() => {
    server.closeIdleConnections();
  }, SWEEP_MS);
  const broken = setTimeout(() => {
    server.closeAllConnections();
  }, PATIENCE_MS);
  await closed;
  clearInterval(sweeping);
  clearTimeout(broken);
}
