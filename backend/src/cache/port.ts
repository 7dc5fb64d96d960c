/**
 * Answers that are asked for again and again, kept as the text that will be sent.
 * The cache never fails a request: where it is broken, it loads.
 */
export interface Cache {
  /**
   * What is kept under the entry's key, else what `load` brings, which is then kept.
   * Many misses at once make one load. A load that began before an `invalidate` of its key is answered to those who
   * waited for it before that, and never kept; whoever asks after the `invalidate` gets a new load.
   * A load that rejects rejects for all who wait, and nothing is kept.
   */
  cached(entry: Entry, load: () => Promise<Loaded>): Promise<Cached>;
  /** Forgets these keys before it resolves. */
  invalidate(entries: readonly Entry[]): Promise<void>;
  close(): Promise<void>;
}

/** A key and how long, in seconds, it is kept at most. */
export interface Entry {
  readonly key: string;
  readonly ttlSeconds: number;
}

/** `freshForSeconds` shortens the entry's time, where the value grows old by itself (at midnight). */
export interface Loaded {
  value: string;
  freshForSeconds?: number;
}

export interface Cached {
  value: string;
  source: 'cache' | 'database';
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Every key of the product, with its time. */
export const entries = {
  progress: (userId: string): Entry => ({ key: `user:${userId}:progress`, ttlSeconds: 5 * MINUTE }),
  timeZone: (userId: string): Entry => ({ key: `user:${userId}:timeZone`, ttlSeconds: HOUR }),
  workouts: (userId: string): Entry => ({ key: `user:${userId}:workouts`, ttlSeconds: 5 * MINUTE }),
  stats: (userId: string): Entry => ({ key: `user:${userId}:stats`, ttlSeconds: 10 * MINUTE }),
  trainersClients: (trainerId: string): Entry => ({ key: `trainer:${trainerId}:clients`, ttlSeconds: 5 * MINUTE }),
  exercises: (): Entry => ({ key: 'exercises:all', ttlSeconds: 24 * HOUR }),
  exercisesOf: (muscleGroup: string): Entry => ({ key: `exercises:muscle:${muscleGroup}`, ttlSeconds: 24 * HOUR }),
  exercise: (id: string): Entry => ({ key: `exercises:${id}`, ttlSeconds: 24 * HOUR }),
  ownExercises: (userId: string): Entry => ({ key: `user:${userId}:exercises`, ttlSeconds: 24 * HOUR }),
};

/** Every key under which something of these built-in exercises may be kept. */
export function builtInEntries(exercises: readonly { _id: string; muscleGroup: string }[]): Entry[] {
  const groups = new Set(exercises.map((exercise) => exercise.muscleGroup));
  const lists = [entries.exercises(), ...[...groups].map(entries.exercisesOf)];
  return [...lists, ...lists.map(asCards), ...exercises.map(({ _id }) => entries.exercise(_id))];
}

/** A list of exercises without their animations: a fiftieth of it. */
export const asCards = (list: Entry): Entry => ({ ...list, key: `${list.key}:card` });
