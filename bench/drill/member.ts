import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { type Person, workoutBody } from '../people.ts';
import type { HttpsClient } from './https-client.ts';

/** What happened to somebody's saves and reads. */
export interface Tally {
  acknowledged: number;
  /** Tries that failed and were made again. */
  retried: number;
  reads: number;
  failedReads: number;
  /** Reads that began after an acknowledgement and did not have it. */
  stale: number;
  /** ms from the first try of a save to its acknowledgement, the longest one. */
  longestWaitMs: number;
  /** When each save was acknowledged. */
  times: number[];
}

export const noTally = (): Tally => ({
  acknowledged: 0,
  retried: 0,
  reads: 0,
  failedReads: 0,
  stale: 0,
  longestWaitMs: 0,
  times: [],
});

const AGAIN_MS = 150;
/** Nothing may stay refused for this long. */
const LIMIT_MS = 20_000;

/** Somebody who trains a lot: saves, and looks at the numbers at once. Saves of one member come one after the other. */
export class BusyMember {
  /** Of every save that was acknowledged. */
  readonly clientIds = new Set<string>();
  private before: Promise<void> = Promise.resolve();

  constructor(
    readonly person: Person,
    private readonly client: HttpsClient,
    /** Workouts of the last 30 days that were there at the beginning. */
    private readonly had: number,
  ) {}

  /** Resolves once it is acknowledged and was read back. */
  save(tally: Tally): Promise<void> {
    this.before = this.before.then(() => this.saveAndRead(tally));
    return this.before;
  }

  private async saveAndRead(tally: Tally): Promise<void> {
    const clientId = randomUUID();
    const began = performance.now();
    for (;;) {
      const refused = await this.refusal(clientId);
      if (refused === undefined) break;
      tally.retried += 1;
      if (performance.now() - began > LIMIT_MS)
        throw new Error(`A save was refused for ${String(LIMIT_MS)} ms, at last with: ${refused}`);
      await after(AGAIN_MS);
    }
    this.clientIds.add(clientId);
    tally.acknowledged += 1;
    tally.times.push(performance.now());
    tally.longestWaitMs = Math.max(tally.longestWaitMs, performance.now() - began);
    await this.read(tally);
  }

  /** Why it was not stored; undefined: it was. */
  private async refusal(clientId: string): Promise<string | undefined> {
    const body = { ...workoutBody('Drill'), clientId };
    try {
      const { status, text } = await this.client.ask('POST', '/api/workouts', this.person.token, body);
      if (status === 200 || status === 201) return undefined;
      const said = `${String(status)} ${text.slice(0, 300)}`;
      if ([502, 503, 504].includes(status)) return said;
      throw new WrongAnswer(said);
    } catch (error) {
      if (error instanceof WrongAnswer) throw error;
      return String(error);
    }
  }

  private async read(tally: Tally): Promise<void> {
    const expected = this.had + this.clientIds.size;
    tally.reads += 1;
    const answer = await this.client.ask('GET', '/api/members/progress', this.person.token).catch(() => undefined);
    if (answer?.status !== 200) {
      tally.failedReads += 1;
      return;
    }
    const { data } = JSON.parse(answer.text) as { data: { totalWorkouts: number } };
    if (data.totalWorkouts < expected) tally.stale += 1;
  }
}

/** Nothing that bad weather explains. */
class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer';
}
