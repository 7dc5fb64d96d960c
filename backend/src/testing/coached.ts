import { randomUUID } from 'node:crypto';
import { builtInExercises } from '@trainer/coach/exercises';
import type { CallInput, ServerEvents } from '@trainer/contract/types';
import type { Client, TestServer, TestSocket } from './test-server.ts';

let people = 0;

/** Somebody whom no other test knows. */
export function someone(
  server: TestServer,
  role: 'member' | 'trainer' = 'member',
  options: { timeZone?: string } = {},
): Promise<Client> {
  people += 1;
  return server.as(`${role} ${String(people)} x`.replaceAll(' ', '-'), { role, ...options });
}

/** The member accepts an invitation of the trainer. */
export async function coach(trainer: Client, member: Client): Promise<void> {
  const { body } = await trainer.call('invite', { body: { email: member.user.email } });
  const { status } = await member.call('acceptInvite', { params: { id: body.data._id } });
  if (status !== 200) throw new Error(`${member.user.username} could not accept`);
}

/** A trainer with one client, whose id is `id`. */
export async function coached(server: TestServer): Promise<{ arun: Client; kavya: Client; id: string }> {
  const [arun, kavya] = await Promise.all([someone(server, 'trainer'), someone(server)]);
  await coach(arun, kavya);
  return { arun, kavya, id: kavya.user._id };
}

/** The next time that a screen is told this. */
export const next = <E extends keyof ServerEvents>(socket: TestSocket, event: E) =>
  new Promise<Parameters<ServerEvents[E]>[0]>((resolve) => socket.once(event, resolve as never));

export const SQUAT = builtInExercises.find((exercise) => exercise.slug === 'goblet-squat')?._id ?? '';

export const workout = (more: Partial<CallInput<'saveWorkout'>['body']> = {}): CallInput<'saveWorkout'> => ({
  body: {
    exercises: [{ name: 'Goblet Squat', exerciseId: SQUAT, sets: 3, reps: 10, weight: 16 }],
    totalDuration: 30,
    ...more,
  },
});

/** A phone in the middle of a workout. */
export class Phone {
  readonly sessionId: string = randomUUID();
  readonly #key = randomUUID();
  readonly #member: Client;
  #now = Date.now() - 60_000;

  constructor(member: Client) {
    this.#member = member;
  }

  async start(): Promise<void> {
    const startedAt = new Date(this.#now).toISOString();
    const squat = { key: this.#key, exerciseId: SQUAT, name: 'Goblet Squat', plannedSets: 3 };
    await this.#send({ op: 'start', startedAt, name: 'Legs', exercises: [squat] });
  }
  async tick(reps: number): Promise<void> {
    // Made in order, as devices make them: sets stand in the order of their ids.
    const time = this.#now.toString(16).padStart(12, '0');
    const setId = `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
    const set = { key: this.#key, setId, type: 'normal', reps, weight: 16, done: true } as const;
    await this.#send({ op: 'set', ...set });
  }
  async note(text: string): Promise<void> {
    await this.#send({ op: 'note', text });
  }
  async finish(): Promise<void> {
    await this.#send({ op: 'finish', endedAt: new Date(this.#now).toISOString() });
  }
  async discard(): Promise<void> {
    await this.#send({ op: 'discard' });
  }

  /** One more operation of this workout, not sent. */
  op(what: { op: string } & Record<string, unknown>): object {
    this.#now += 1000;
    const base = { opId: randomUUID(), sessionId: this.sessionId, at: new Date(this.#now).toISOString() };
    return { ...base, ...what };
  }

  async #send(what: { op: string } & Record<string, unknown>): Promise<void> {
    const { status, body } = await this.#member.call('sessionOps', { body: { ops: [this.op(what)] } });
    if (status !== 200 || body.data.results[0]?.status !== 'applied') throw new Error(JSON.stringify(body));
  }
}
