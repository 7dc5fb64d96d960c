import type { PlanWriter } from '../../plan-writer/port.ts';
import type { StoredPlan } from '../../storage/port.ts';

interface Result {
  plan: StoredPlan;
  added: boolean;
}

/** One generation on this instance. */
export interface Run {
  /** Aborted where nobody wants the plan any more. */
  readonly cancelled: AbortSignal;
  /** Aborted by that, too, and where there is no more time for the outside. */
  readonly upstream: AbortSignal;
  /** Whether anybody outside was asked for this plan. */
  readonly askedOutside: boolean;
  cancel(): void;
  /** The same writer; that it is asked is remembered. */
  noting(writer: PlanWriter | undefined): PlanWriter | undefined;
}

export interface Runs {
  find(key: string): (Run & { result: Promise<Result> }) | undefined;
  start(key: string, work: (run: Run) => Promise<Result>): { result: Promise<Result> };
  /** No more time for the outside, for those that run and those that still come. Resolves once none runs. */
  stop(): Promise<void>;
}

/** The generations of this instance by their keys. @param upstreamMs how long the outside may take for one of them */
export function runs(upstreamMs: number): Runs {
  const running = new Map<string, Run & { result: Promise<Result>; hurry: () => void }>();
  let isStopping = false;

  return {
    find: (key) => running.get(key),

    start(key, work) {
      const { run, hurry } = newRun();
      const timer = setTimeout(hurry, upstreamMs);
      timer.unref();
      if (isStopping) hurry();
      const result = work(run).finally(() => {
        clearTimeout(timer);
        running.delete(key);
      });
      running.set(key, Object.assign(run, { result, hurry }));
      return { result };
    },

    async stop() {
      isStopping = true;
      for (const { hurry } of running.values()) hurry();
      await Promise.allSettled([...running.values()].map(({ result }) => result));
    },
  };
}

function newRun(): { run: Run; hurry: () => void } {
  const [cancelling, leaving] = [new AbortController(), new AbortController()];
  let askedOutside = false;
  const run: Run = {
    cancelled: cancelling.signal,
    upstream: leaving.signal,
    get askedOutside() {
      return askedOutside;
    },
    cancel() {
      cancelling.abort(new DOMException('The person stopped it.', 'AbortError'));
      leaving.abort(cancelling.signal.reason);
    },
    noting: (writer) =>
      writer && {
        id: writer.id,
        promptVersion: writer.promptVersion,
        write(ask, io) {
          askedOutside = true;
          return writer.write(ask, io);
        },
      },
  };
  const hurry = () => {
    leaving.abort(new DOMException('There is no more time.', 'TimeoutError'));
  };
  return { run, hurry };
}
