import { setTimeout as after } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { client, type Client, succeeded } from '../client.ts';
import type { Figure } from '../figure.ts';
import { workoutBody } from '../people.ts';
import type { Started } from '../processes.ts';
import { openSockets, type Watching } from '../pushing.ts';
import { median, p99 } from '../statistics.ts';
import { type Cost, costsOf } from './cost.ts';
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

interface Bench {
  http: Client;
  page: Page;
  /** Does something so many times, and looks each time at what the page works for so long. */
  costs: (count: number, forMs: number, act: (i: number) => Promise<unknown>) => Promise<Cost[]>;
}

/** What the trainer's page works for each event, with its list open and then with one client watched. */
export async function scripting(server: Started, browser: Browser, practice: Practice): Promise<Figure[]> {
  const http = client(server.url);
  const page = await pageOf(browser, practice.trainer, http);
  try {
    await page.goto(`${server.url}/pages/trainer-dashboard.html`);
    await page.getByTestId('live-card').first().waitFor();
    await after(2 * TICK_MS);
    const bench = { http, page, costs: await costsOf(browser, page) };
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
  const quiet = await bench.costs(FEWER, TICK_MS, () => Promise.resolve());
  const ticks = await bench.costs(EVENTS, DRAWN_MS, (i) => of(phones, i).send(http, of(phones, i).tick()));
  const bursts = await bench.costs(FEWER / 2, 5 * DRAWN_MS, () =>
    Promise.all(phones.map((phone) => phone.send(http, phone.tick()))),
  );
  const messages = await bench.costs(FEWER, DRAWN_MS, (i) =>
    send(http, `/api/messages/${trainer._id}`, of(phones, i).member.token, { text: 'Hello' }),
  );
  const sockets: Watching[] = [];
  const presence = await bench.costs(FEWER, DRAWN_MS, (i) => openSockets(server, [of(phones, i).member], sockets));
  for (const socket of sockets) socket.disconnect();
  await after(ASKED_ANEW_MS);
  const saves = await bench.costs(FEWER, ASKED_ANEW_MS, (i) =>
    send(http, '/api/workouts', of(phones, i).member.token, workoutBody('Told')),
  );
  const shared = bursts.map(({ task, script }) => ({ task: task / phones.length, script: script / phones.length }));
  return [
    ...told('list, nothing told for a second', quiet, { note: `${String(cards)} running workouts and their clocks` }),
    ...told('list, set of a client', ticks, { goal, note: 'processor time, the page’s clocks included' }),
    ...told('list, 100 sets at once, each', shared, { goal }),
    ...told('list, message', messages, { goal }),
    ...told('list, client comes online', presence, { goal }),
    ...told('list, workout saved and the list asked anew', saves, { goal }),
  ];
}

async function watchingOne({ http, costs }: Bench, { phones }: Practice): Promise<Figure[]> {
  const others = phones.slice(1);
  const [watched] = phones;
  const own = await costs(EVENTS / 2, DRAWN_MS, async () => watched?.send(http, watched.tick()));
  const ofOthers = await costs(EVENTS / 2, DRAWN_MS, (i) => of(others, i).send(http, of(others, i).tick()));
  return [
    ...told('live view, set of the watched client', own, { goal }),
    ...told('live view, set of another client', ofOthers, { goal }),
  ];
}

function told(name: string, all: readonly Cost[], rest: Pick<Figure, 'goal' | 'note'>): Figure[] {
  const scripts = all.map(({ script }) => script);
  const tasks = all.map(({ task }) => task);
  const whole = `with style, layout and paint p50 ${median(tasks).toFixed(1)} ms, p99 ${p99(tasks).toFixed(1)} ms`;
  const note = `${String(all.length)} times; ${whole}`;
  return [
    { name: `${name}: scripting, p50`, value: median(scripts), unit: 'ms', ...rest },
    { name: `${name}: scripting, p99`, value: p99(scripts), unit: 'ms', ...rest, note },
  ];
}

const send = async (http: Client, path: string, token: string, body: unknown) =>
  succeeded(await http.send('POST', path, token, body));

function of<T>(all: readonly T[], i: number): T {
  const one = all[i % all.length];
  if (one === undefined) throw new Error('Nobody trains');
  return one;
}
