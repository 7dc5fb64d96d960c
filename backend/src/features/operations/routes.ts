import * as calls from '@trainer/contract/operations';
import { timingSafeEqual } from 'node:crypto';
import { handle, type Handled } from '../../http/handle.ts';
import type { Measures } from '../../http/measures.ts';
import { Refusal } from '../../http/refusal.ts';

interface Deps {
  /** Each dependency by its name; one that rejects is away. */
  dependencies: Readonly<Record<string, () => Promise<void>>>;
  measures: Measures;
  metricsToken: string | undefined;
  /** Whether the server is on its way down. */
  stopping: () => boolean;
  openapi: () => Promise<Record<string, unknown>>;
  docsPage: () => Promise<string>;
}

export const operationRoutes = (deps: Deps): Handled[] => [
  handle(calls.healthz, () => Promise.resolve({ status: 200, body: { status: 'ok' as const } })),

  handle(calls.readyz, async () => {
    const names = Object.keys(deps.dependencies);
    const found = await Promise.allSettled(Object.values(deps.dependencies).map((ask) => ask()));
    const dependencies = Object.fromEntries(
      names.map((name, i) => [name, found[i]?.status === 'fulfilled' ? ('ok' as const) : ('unavailable' as const)]),
    );
    const ready = !deps.stopping() && Object.values(dependencies).every((state) => state === 'ok');
    return ready
      ? { status: 200, body: { status: 'ok' as const, dependencies } }
      : { status: 503, body: { status: 'unavailable' as const, dependencies } };
  }),

  handle(calls.metrics, async ({ token }) => {
    if (deps.metricsToken !== undefined && !same(token, deps.metricsToken))
      throw new Refusal('unauthorized', { message: 'The bearer token is not METRICS_TOKEN.' });
    return { status: 200, text: await deps.measures.text() };
  }),

  handle(calls.openapi, async () => ({ status: 200, body: await deps.openapi() })),
  handle(calls.docs, async () => ({ status: 200, text: await deps.docsPage() })),
];

function same(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
