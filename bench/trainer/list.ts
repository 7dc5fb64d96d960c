import { access } from '@trainer/backend/features/trainers/access';
import { type ClientList, clientList } from '@trainer/backend/features/trainers/clients';
import { consent } from '@trainer/backend/features/trainers/consent';
import type { Store } from '@trainer/backend/storage/port';
import { client, type Client, succeeded } from '../client.ts';
import type { Figure } from '../figure.ts';
import { type Started, startBaseline } from '../processes.ts';
import { median, p99 } from '../statistics.ts';
import type { Practice, Practices } from './practice.ts';

const ROUNDS = 200;
const WARM_UP = 20;
const LOADS = 100;
const PATH = '/api/trainers/clients';

/** How often a list asks the storage: with ten times the clients as often as without. */
export async function questions(store: Store, { many, few }: Practices): Promise<Figure[]> {
  const ofFew = await asked(store, few);
  const ofMany = await asked(store, many);
  const loads = await processorTimes(store, many);
  const note = 'calls of the storage port, each one question to its collection';
  return [
    { name: `questions for a list of ${counted(few)}`, value: ofFew, unit: 'calls', note },
    { name: `questions for a list of ${counted(many)}`, value: ofMany, unit: 'calls', goal: { atMost: ofFew } },
    { name: `loading ${counted(many)} in the process, p50`, value: median(loads), unit: 'ms', note: 'processor time' },
    { name: `loading ${counted(many)} in the process, p99`, value: p99(loads), unit: 'ms' },
  ];
}

/** Other work on the machine makes a list wait, but not longer to work out. */
async function processorTimes(store: Store, { trainer }: Practice): Promise<number[]> {
  const list = listOf(store);
  const all: number[] = [];
  for (let i = -WARM_UP; i < LOADS; i += 1) {
    const began = process.cpuUsage();
    await list.list(trainer._id);
    const { user, system } = process.cpuUsage(began);
    if (i >= 0) all.push((user + system) / 1000);
  }
  return all;
}

async function asked(store: Store, { trainer, clients }: Practice): Promise<number> {
  let calls = 0;
  const counting = <T extends object>(part: T): T =>
    new Proxy(part, {
      get(of, name): unknown {
        const value: unknown = Reflect.get(of, name);
        if (typeof value !== 'function') return value;
        calls += 1;
        return value.bind(of);
      },
    });
  const list = listOf({
    coaching: counting(store.coaching),
    users: counting(store.users),
    workouts: counting(store.workouts),
    running: counting(store.running),
    assignedPlans: counting(store.assignedPlans),
    messages: counting(store.messages),
  });
  const rows = JSON.parse(await list.list(trainer._id)) as unknown[];
  if (rows.length !== clients.length) throw new Error(`The list has ${String(rows.length)} clients`);
  return calls;
}

/** The service on its own, without a cache. */
function listOf(store: Parameters<typeof clientList>[0]['store']): ClientList {
  const cache = {
    cached: async (_: unknown, load: () => Promise<{ value: string }>) => {
      const { value } = await load();
      return { value, source: 'database' as const };
    },
    invalidate: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const nobody = () => undefined;
  const realtime = { closeRoom: nobody, clientsChanged: nobody, inviteReceived: nobody };
  const clock = () => new Date();
  const agreed = consent({ store, cache, realtime, clock });
  return clientList({
    store,
    access: access({ store, consent: agreed, clock }),
    consent: agreed,
    presence: { isOnline: () => false },
    cache,
    clock,
  });
}

/** The list over HTTP, after a change of a client that clears it and without one; then the same JSON from bare Express. */
export async function listOverHttp(server: Started, { many, few }: Practices, dataDir: string): Promise<Figure[]> {
  const http = client(server.url);
  try {
    const ofFew = await times(() => uncached(http, few));
    const loaded = await times(() => uncached(http, many));
    const kept = await times(() => cached(http, many));
    const bare = await bareExpress(await listed(http, many), many, dataDir);
    const note = `one request after the other, ${String(ROUNDS)} times`;
    const name = `list of ${counted(many)}`;
    return [
      { name: `list of ${counted(few)}, uncached, p50`, value: median(ofFew), unit: 'ms', note },
      { name: `${name}, uncached, p50`, value: median(loaded), unit: 'ms', goal: { atMost: 50 }, note },
      { name: `${name}, uncached, p99`, value: p99(loaded), unit: 'ms', goal: { atMost: 50 } },
      {
        name: `${name}, uncached, of ${counted(few)}`,
        value: median(loaded) / median(ofFew),
        unit: '×',
        goal: { atMost: many.clients.length / few.clients.length },
        note: 'medians',
      },
      { name: `${name}, cached, p50`, value: median(kept), unit: 'ms', goal: { atMost: 5 }, note },
      { name: `${name}, cached, p99`, value: p99(kept), unit: 'ms', goal: { atMost: 5 } },
      { name: 'bare Express, same JSON, p50', value: median(bare), unit: 'ms', note },
      { name: 'bare Express, same JSON, p99', value: p99(bare), unit: 'ms' },
    ];
  } finally {
    http.close();
  }
}

async function times(took: () => Promise<number>): Promise<number[]> {
  const all: number[] = [];
  for (let i = -WARM_UP; i < ROUNDS; i += 1) {
    const ms = await took();
    if (i >= 0) all.push(ms);
  }
  return all;
}

let ticked = 0;

/** A set of a client clears the list, and the answer shows it. */
async function uncached(http: Client, { trainer, phones }: Practice): Promise<number> {
  const phone = phones[(ticked += 1) % phones.length];
  if (!phone) throw new Error('Nobody trains');
  await phone.send(http, phone.tick());
  const answer = await http.get(PATH, trainer.token);
  if (setsDone(succeeded(answer), phone.member._id) !== phone.done) throw new Error('The list is an old one');
  return answer.ms;
}

async function cached(http: Client, { trainer }: Practice): Promise<number> {
  const answer = await http.get(PATH, trainer.token);
  succeeded(answer);
  return answer.ms;
}

const listed = async (http: Client, { trainer }: Practice) => succeeded(await http.get(PATH, trainer.token));

function setsDone(answer: string, id: string): number | undefined {
  const { data } = JSON.parse(answer) as { data: { _id: string; session: { setsDone: number } | null }[] };
  return data.find((row) => row._id === id)?.session?.setsDone;
}

async function bareExpress(json: string, { trainer }: Practice, dataDir: string): Promise<number[]> {
  const baseline = await startBaseline(dataDir, undefined, { json });
  const http = client(baseline.url);
  try {
    return await times(async () => {
      const answer = await http.get('/api/members/progress', trainer.token);
      succeeded(answer);
      return answer.ms;
    });
  } finally {
    http.close();
    await baseline.stop();
  }
}

const counted = ({ clients }: Practice): string => `${String(clients.length)} clients`;
