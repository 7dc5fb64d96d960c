import { toldByPort } from './trouble.ts';

/** All that the store was asked for and has not answered yet, so that it can close in order. */
export interface Asked {
  /** Does what is asked, and tells trouble in the words of the port. */
  ask<T>(work: () => Promise<T>): Promise<T>;
  /** The same object with every method asked in this way. */
  guard<T extends object>(part: T): T;
  /** Waits for what runs, then ends; refuses what comes later. Once is enough. */
  close(): Promise<void>;
}

export function askedOf(end: () => Promise<void>): Asked {
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  function ask<T>(work: () => Promise<T>): Promise<T> {
    if (closing) return Promise.reject(new Error('The database is closed.'));
    const answer = work().catch((error: unknown) => {
      throw toldByPort(error);
    });
    running.add(answer);
    const over = () => void running.delete(answer);
    answer.then(over, over);
    return answer;
  }

  return {
    ask,
    guard: (part) =>
      new Proxy(part, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name);
          if (typeof value !== 'function') return value;
          const act = (given: unknown[]): unknown => Reflect.apply(value, target, given);
          if (Object.prototype.toString.call(value) === '[object AsyncGeneratorFunction]')
            return (...given: unknown[]) => told(act(given) as Iterated);
          return (...given: unknown[]) => ask(() => act(given) as Promise<unknown>);
        },
      }),
    close() {
      closing ??= Promise.allSettled([...running]).then(end);
      return closing;
    },
  };
}

type Iterated = AsyncGenerator<unknown, void, undefined>;

async function* told(items: Iterated): Iterated {
  try {
    yield* items;
  } catch (error) {
    throw toldByPort(error);
  }
}
