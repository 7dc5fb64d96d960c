import { draftDiet } from '@trainer/coach/nutrition/planner';
import { draftWorkout } from '@trainer/coach/training/planner';
import type { Draft, PlanAsk, PlanWriter, WriteIo } from '../plan-writer/port.ts';

/** A writer of good drafts that waits until it is let go on, and listens to its signal. */
export interface HeldWriter extends PlanWriter {
  readonly asked: { ask: PlanAsk; io: WriteIo }[];
  /** Those that wait now and those that still come are let go on. */
  release(): void;
  /** From now on it waits again. */
  hold(): void;
}

export function heldWriter(): HeldWriter {
  const asked: HeldWriter['asked'] = [];
  let release = (): void => undefined;
  let free = Promise.resolve();

  return {
    id: 'gemini',
    promptVersion: 'held-1',
    asked,
    release: () => {
      release();
    },
    hold() {
      free = new Promise((resolve) => (release = resolve));
    },
    async write(ask, io) {
      asked.push({ ask, io });
      await Promise.race([free, aborted(io.signal)]);
      io.signal.throwIfAborted();
      io.onProgress(0.5);
      return draftOf(ask);
    },
  };
}

const aborted = (signal: AbortSignal): Promise<unknown> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', resolve, { once: true });
  });

const draftOf = (ask: PlanAsk): Draft => ({
  body: ask.kind === 'diet' ? draftDiet(ask.profile, ask.seed) : draftWorkout(ask.profile, ask.seed),
  meta: {
    requestedModel: 'held',
    servedModel: 'held-001',
    sent: { model: 'held', system: 'You are a coach.', contents: JSON.stringify(ask.profile) },
    tokens: { prompt: 3, thought: 2, answer: 1 },
    attempts: [{ model: 'held', outcome: 'ok', ms: 1 }],
  },
});
