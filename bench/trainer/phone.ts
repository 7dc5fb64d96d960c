import { randomUUID } from 'node:crypto';
import { builtInExercises } from '@trainer/coach/exercises';
import type { GivenOp } from '@trainer/contract/types';
import { type Client, succeeded } from '../client.ts';
import type { Person } from '../people.ts';

const MINUTE_MS = 60_000;
/** The first three are what everybody's history has. */
const SLUGS = [
  'barbell-back-squat',
  'barbell-bench-press',
  'lat-pulldown',
  'romanian-deadlift',
  'overhead-press',
  'goblet-squat',
  'standing-calf-raise',
];

/** A set of the workout, listed before it is done, as pages list them. */
interface Listed {
  key: string;
  setId: string;
}

/** The operations of a member's workout, as their phone would send them. */
export class Phone {
  readonly member: Person;
  readonly #sessionId = randomUUID();
  readonly #listed: Listed[] = [];
  readonly #setsEach: number;
  #done = 0;
  #at: number;

  constructor(member: Person, { setsEach = 6, begunMinutesAgo = 20 } = {}) {
    this.member = member;
    this.#setsEach = setsEach;
    this.#at = Date.now() - begunMinutesAgo * MINUTE_MS;
  }

  /** Sets so far. */
  get done(): number {
    return this.#done;
  }

  /** The workout with its exercises, and their sets to be done. */
  start(): GivenOp[] {
    const exercises = SLUGS.map((slug) => {
      const exercise = builtInExercises.find((one) => one.slug === slug);
      if (!exercise) throw new Error(`There is no exercise ${slug}`);
      const planned = { plannedSets: this.#setsEach, plannedReps: 8, plannedWeight: 40 };
      return { key: randomUUID(), exerciseId: exercise._id, name: exercise.name, ...planned };
    });
    const startedAt = new Date(this.#at).toISOString();
    const start = { ...this.#base(), op: 'start', startedAt, name: 'Full body', exercises } as const;
    const sets = exercises.flatMap(({ key }) =>
      Array.from({ length: this.#setsEach }, () => this.#set(this.#list(key))),
    );
    return [start, ...sets];
  }

  /** The next set; where all are done, one more of the last exercise. */
  tick(at = Date.now()): GivenOp {
    this.#at = Math.max(this.#at + 1, at);
    const next = this.#listed[this.#done] ?? this.#list(this.#listed.at(-1)?.key ?? '');
    this.#done += 1;
    return { ...this.#set(next), done: true };
  }

  /** Workouts are in the middle of it: some sets, and a rest that goes on. */
  begun(sets: number): GivenOp[] {
    const start = this.start();
    const ticks = Array.from({ length: sets }, () => this.tick(this.#at + 2 * MINUTE_MS));
    const until = new Date(Date.now() + MINUTE_MS).toISOString();
    return [...start, ...ticks, { ...this.#base(), op: 'rest', until, seconds: 90 }];
  }

  async send(http: Client, ...ops: GivenOp[]): Promise<void> {
    const answer = succeeded(await http.send('POST', '/api/session/ops', this.member.token, { ops }));
    const { data } = JSON.parse(answer) as { data: { results: { status: string }[] } };
    if (data.results.some(({ status }) => status !== 'applied')) throw new Error(`Not all counted: ${answer}`);
  }

  #list(key: string): Listed {
    // Made in order, as devices make them: sets stand in the order of their ids.
    this.#at += 1;
    const time = this.#at.toString(16).padStart(12, '0');
    const listed = { key, setId: `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}` };
    this.#listed.push(listed);
    return listed;
  }

  #set({ key, setId }: Listed) {
    return { ...this.#base(), op: 'set', key, setId, type: 'normal', reps: 8, weight: 40, done: false } as const;
  }

  #base() {
    return { opId: randomUUID(), sessionId: this.#sessionId, at: new Date(this.#at).toISOString() };
  }
}
