import { type Nginx, startNginx } from '@trainer/stack/nginx';
import { type Stack, startStack } from '@trainer/stack/stack';
import { test as base } from '../fixtures.ts';
import type { Person } from '../people.ts';
import { signUp } from '../people.ts';

interface Fixtures {
  stack: Stack;
  /** An nginx for each instance alone: who comes in there is served by that one. */
  doors: readonly Nginx[];
  /** Somebody who just signed up, at the first instance. */
  somebody: Person;
}

export const test = base.extend<Pick<Fixtures, 'somebody'>, Pick<Fixtures, 'stack' | 'doors'>>({
  stack: [
    // Playwright wants to see a pattern in the first place, also where nothing of it is used.
    async ({ browserName: _ }, use) => {
      const stack = await startStack({ environment: { NODE_ENV: 'test', RATE_LIMITS: 'off', LOG_LEVEL: 'info' } });
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  doors: [
    async ({ stack }, use) => {
      const doors = await Promise.all(stack.instances.map(({ port }) => startNginx([`127.0.0.1:${String(port)}`])));
      await use(doors);
      await Promise.all(doors.map((door) => door.stop()));
    },
    { scope: 'worker' },
  ],
  somebody: ({ stack }, use) => signUp(instanceOf(stack, 0).url).then(use),
});

export { expect } from '../fixtures.ts';

export function instanceOf(stack: Stack, n: number): Stack['instances'][number] {
  const instance = stack.instances[n];
  if (!instance) throw new Error(`There is no instance ${String(n)}.`);
  return instance;
}

/** How many sockets an instance holds now. */
export async function socketsAt({ url }: { url: string }): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^sockets_open (\d+)$/m.exec(text)?.[1] ?? NaN);
}
