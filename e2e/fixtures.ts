import { type BrowserContext, expect, type Page, test as base } from '@playwright/test';
import { type DeviceOptions, openDevice } from './device.ts';
import { type Person, signUp } from './people.ts';
import { type Server, startServer } from './server.ts';

export { expect };

interface Fixtures {
  /** A browser of its own, where this person is logged in; null: nobody is. It talks to the shared server unless told. */
  device: (person: Person | null, options?: Partial<DeviceOptions>) => Promise<BrowserContext>;
  /** Somebody who just signed up. */
  member: Person;
  /** Where `member` is logged in. */
  page: Page;
  /** Names the errors that a journey is meant to cause. Any other error in any browser fails the test. */
  expectErrors: (...saying: RegExp[]) => void;
  complaints: Complaints;
  /** A server that this test alone uses, and may kill. */
  ownServer: Server;
}

/** What browsers had to say against a page: errors, broken scripts, what the content security policy kept out. */
interface Complaints {
  readonly told: string[];
  readonly expected: RegExp[];
}

export const test = base.extend<Fixtures, { server: Server }>({
  // Playwright wants to see a pattern in the first place, also where nothing of it is used.
  server: [({ browserName: _ }, use) => serving(use), { scope: 'worker' }],
  ownServer: ({ browserName: _ }, use) => serving(use),

  complaints: async ({ browserName: _ }, use) => {
    const complaints: Complaints = { told: [], expected: [] };
    await use(complaints);
    const surprising = complaints.told.filter((text) => !complaints.expected.some((saying) => saying.test(text)));
    expect(surprising, 'errors in the browser').toEqual([]);
  },
  expectErrors: async ({ complaints }, use) => {
    await use((...saying) => void complaints.expected.push(...saying));
  },

  device: async ({ browser, server, complaints }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (person, options = {}) => {
      const context = await openDevice(browser, person, { at: server, ...options });
      opened.push(context);
      listen(context, complaints);
      return context;
    });
    for (const context of opened) await context.close();
  },
  member: ({ server }, use) => signUp(server.url).then(use),
  page: async ({ device, member, viewport }, use) => {
    const context = await device(member, { viewport });
    await use(await context.newPage());
  },
});

async function serving(use: (server: Server) => Promise<void>): Promise<void> {
  const server = await startServer();
  await use(server);
  await server.stop();
}

/** What the policy kept out is an error in the console, too. */
function listen(context: BrowserContext, { told }: Complaints): void {
  context.on('weberror', (problem) => told.push(String(problem.error().stack ?? problem.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') told.push(`${message.text()} (${message.location().url})`);
  });
}
