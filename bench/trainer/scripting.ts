import { setTimeout as after } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { client, type Client, succeeded } from '../client.ts';
import type { Figure } from '../figure.ts';
import { workoutBody } from '../people.ts';
import type { Started } from '../processes.ts';
import { openSockets, type Watching } from '../pushing.ts';
import { median, p99 } from '../statistics.ts';
import type { Practice } from './practice.ts';
import { pageOf } from './watching.ts';

const EVENTS = 150;
const FEWER = 40;
/** Until an event is drawn; nothing else is asked of the page meanwhile. */
const DRAWN_MS = 150;
/** The list asks anew a while after a change. */
const ASKED_ANEW_MS = 900;
/** Longer than between two ticks of the page's clock, and short enough that there are not two. */
const TICK_MS = 1000;
const goal = { atMost: 16 };

/** ms of the page's main thread. */
interface Cost {
  /** All of it. */
  task: number;
  /** Less style and layout. Chromium's own `ScriptDuration` leaves out what runs after an `await`; this also holds painting. */
  script: number;
}

interface Bench {
  http: Client;
  page: Page;
  cost: (act: () => Promise<unknown>, forMs: number) => Promise<Cost>;
}

/** What the trainer's page works for each event, with its list open and then with one client watched. */
export async function scripting(server: Started, browser: Browser, practice: Practice): Promise<Figure[]> {
  const http = client(server.url);
  const page = await pageOf(browser, practice.trainer, http);
  try {
    await page.goto(`${server.url}/pages/trainer-dashboard.html`);
    await page.getByTestId('live-card').first().waitFor();
    await after(2 * TICK_MS);
    const bench = { http, page, cost: costs(await page.context().newCDPSession(page)) };
    const onList = await listOpen(server, bench, practice);
    const [watched] = practice.phones;
    await page.goto(`${server.url}/pages/trainer-dashboard.html?client=${watched?.member._id ?? ''}&tab=live`);
    await page.getByTestId('live-sets').waitFor();
    await after(2 * TICK_MS);
    return [...onList, ...(await watchingOne(bench, practice))];
  } finally {
    await page.context().close();
    http.close();
  }
}

async function listOpen(server: Started, bench: Bench, { phones, trainer }: Practice): Promise<Figure[]> {
  const { http, page } = bench;
  const cards = await page.getByTestId('live-card').count();
  const quiet = await each(FEWER, () => bench.cost(() => Promise.resolve(), TICK_MS));
  const ticks = await each(EVENTS, (i) => bench.cost(() => of(phones, i).send(http, of(phones, i).tick()), DRAWN_MS));
  const bursts = await each(FEWER / 2, () =>
    bench.cost(() => Promise.all(phones.map((phone) => phone.send(http, phone.tick()))), 5 * DRAWN_MS),
  );
  const messages = await each(FEWER, (i) =>
    bench.cost(
      () => send(http, `/api/messages/${trainer._id}`, of(phones, i).member.token, { text: 'Hello' }),
      DRAWN_MS,
    ),
  );
  const sockets: Watching[] = [];
  const presence = await each(FEWER, (i) =>
    bench.cost(() => openSockets(server, [of(phones, i).member], sockets), DRAWN_MS),
  );
  for (const socket of sockets) socket.disconnect();
  await after(ASKED_ANEW_MS);
  const saves = await each(FEWER, (i) =>
    bench.cost(() => send(http, '/api/workouts', of(phones, i).member.token, workoutBody('Told')), ASKED_ANEW_MS),
  );
  const shared = bursts.map(({ task, script }) => ({ task: task / phones.length, script: script / phones.length }));
  return [
    ...told('list, nothing told for a second', quiet, { note: `${String(cards)} running workouts and their clocks` }),
    ...told('list, set of a client', ticks, { goal, note: 'processor time of the main thread less style and layout' }),
    ...told('list, 100 sets at once, each', shared, { goal }),
    ...told('list, message', messages, { goal }),
    ...told('list, client comes online', presence, { goal }),
    ...told('list, workout saved and the list asked anew', saves, { goal }),
  ];
}

async function watchingOne({ http, cost }: Bench, { phones }: Practice): Promise<Figure[]> {
  const others = phones.slice(1);
  const [watched] = phones;
  const own = await each(EVENTS / 2, () => cost(async () => watched?.send(http, watched.tick()), DRAWN_MS));
  const ofOthers = await each(EVENTS / 2, (i) => cost(() => of(others, i).send(http, of(others, i).tick()), DRAWN_MS));
  return [
    ...told('live view, set of the watched client', own, { goal }),
    ...told('live view, set of another client', ofOthers, { goal }),
  ];
}

function told(name: string, all: readonly Cost[], rest: Pick<Figure, 'goal' | 'note'>): Figure[] {
  const scripts = all.map(({ script }) => script);
  const tasks = all.map(({ task }) => task);
  const whole = `with style and layout p50 ${median(tasks).toFixed(1)} ms, p99 ${p99(tasks).toFixed(1)} ms`;
  const note = `${String(all.length)} times; ${whole}`;
  return [
    { name: `${name}: scripting, p50`, value: median(scripts), unit: 'ms', ...rest },
    { name: `${name}: scripting, p99`, value: p99(scripts), unit: 'ms', ...rest, note },
  ];
}

/** The main thread's own time: other work on the machine makes a page wait, but not longer to work out. */
function costs(session: CDPSession): Bench['cost'] {
  const enabled = session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    await enabled;
    const { metrics } = await session.send('Performance.getMetrics');
    const ms = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1000;
    const task = ms('TaskDuration') - ms('DevToolsCommandDuration');
    return { task, script: task - ms('RecalcStyleDuration') - ms('LayoutDuration') };
  };
  return async (act, forMs) => {
    const before = await read();
    await act();
    await after(forMs);
    const then = await read();
    return { task: then.task - before.task, script: then.script - before.script };
  };
}

async function each(count: number, work: (i: number) => Promise<Cost>): Promise<Cost[]> {
  const all: Cost[] = [];
  for (let i = 0; i < count; i += 1) all.push(await work(i));
  return all;
}

const send = async (http: Client, path: string, token: string, body: unknown) =>
  succeeded(await http.send('POST', path, token, body));

function of<T>(all: readonly T[], i: number): T {
  const one = all[i % all.length];
  if (one === undefined) throw new Error('Nobody trains');
  return one;
}
