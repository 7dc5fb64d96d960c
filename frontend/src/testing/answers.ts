import type { ErrorCode, FieldError } from '@trainer/contract/errors';
import { Refused } from '../api.ts';

/** Questions that a test answers when it likes, each by itself: what comes late, or in another order, is written down. */
export function questions<T>() {
  const open: { resolve: (answer: T) => void; reject: (error: unknown) => void }[] = [];
  let asked = 0;
  const taken = (place: number) => {
    const [question] = open.splice(place, 1);
    if (!question) throw new Error('Nothing was asked.');
    return question;
  };
  return {
    /** How often it was asked. */
    get asked(): number {
      return asked;
    },
    ask: (): Promise<T> => {
      asked += 1;
      return new Promise((resolve, reject) => open.push({ resolve, reject }));
    },
    /** @param place among those without an answer, from the oldest */
    async answer(answer: T, place = 0): Promise<void> {
      taken(place).resolve(answer);
      await settled();
    },
    async fail(error: unknown, place = 0): Promise<void> {
      taken(place).reject(error);
      await settled();
    },
  };
}

/** Once all that follows from an answer is done. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** What is to run later runs when a test says so. */
export function timers() {
  let waiting: { ms: number; run: () => void }[] = [];
  return {
    later(ms: number, run: () => void): () => void {
      const timer = { ms, run };
      waiting.push(timer);
      return () => (waiting = waiting.filter((one) => one !== timer));
    },
    /** For how long each waits, from the oldest. */
    get waiting(): number[] {
      return waiting.map((timer) => timer.ms);
    },
    /** All that wait have waited. */
    async pass(): Promise<void> {
      const all = waiting;
      waiting = [];
      for (const timer of all) timer.run();
      await settled();
    },
  };
}

export const refusal = (
  status: number,
  code: ErrorCode,
  more: { fields?: FieldError[]; headers?: Record<string, string> } = {},
): Refused =>
  new Refused(new Response(null, { status, headers: more.headers ?? {} }), {
    success: false,
    error: { code, message: `Refused: ${code}.`, ...(more.fields && { fields: more.fields }) },
  });
