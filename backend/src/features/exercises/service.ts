import { createHash } from 'node:crypto';
import { kcalPerMinute } from '@trainer/coach/energy';
import type { Exercise, GivenExercise, GivenExerciseChange } from '@trainer/contract/types';
import { type Cache, entries } from '../../cache/port.ts';
import type { SentFile } from '../../http/file-in-body.ts';
import type { Identity } from '../../http/identity.ts';
import { found, Refusal } from '../../http/refusal.ts';
import {
  type NameTaken,
  type NewGif,
  type NewOwnExercise,
  type OwnExercise,
  ownedExercise,
  type Store,
} from '../../storage/port.ts';
import { exerciseLists, type ExerciseLists } from './lists.ts';

/** An animation as it is sent. */
export interface Animation {
  readonly length: number;
  readonly etag: string;
  readonly forEverybody: boolean;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface ExerciseService extends ExerciseLists {
  /** @param token of whoever asks; what is built in needs none */
  animation(id: string, token: string | undefined): Promise<Animation>;
  /** @throws Refusal `invalid_values` for a file that is no GIF, `exercise_exists` */
  add(
    userId: string,
    given: GivenExercise,
    file: SentFile | undefined,
  ): Promise<{ exercise: Exercise; added: boolean }>;
  change(userId: string, id: string, given: GivenExerciseChange, file: SentFile | undefined): Promise<Exercise>;
  remove(userId: string, id: string): Promise<void>;
}

interface Deps {
  store: Pick<Store, 'exercises' | 'users'>;
  cache: Cache;
  identity: Pick<Identity, 'of' | 'remembered'>;
  /** The person, and their trainer. */
  ownersSeenBy: (userId: string) => Promise<readonly string[]>;
  clock: () => Date;
}

export function exerciseService({ store, cache, identity, ownersSeenBy, clock }: Deps): ExerciseService {
  const lists = exerciseLists({ store, cache, ownersSeenBy });

  return {
    ...lists,

    async animation(id, token) {
      const exercise = found(await store.exercises.byId(id));
      if (exercise.owner === null) return builtInAnimation(exercise);
      const member = token === undefined ? undefined : (identity.remembered(token) ?? (await identity.of(token)));
      if (!member || !(await lists.sees(member.userId, exercise.owner))) throw new Refusal('not_found');
      const { length, hash, bytes } = found(await store.exercises.gif(id));
      return { length, etag: hash, bytes, forEverybody: false };
    },

    async add(userId, given, file) {
      const gif = gifOf(file);
      const { clientId, gifUrl: _, ...words } = given;
      const made = refuseTaken(await store.exercises.add(userId, ownOf(words), { clientId, gif }, clock()));
      await forget(userId, made.exercise._id);
      return made;
    },

    async change(userId, id, given, file) {
      const own = await ownedBy(userId, id);
      const { gifUrl, ...words } = given;
      const gif = gifOf(file) ?? (gifUrl === null ? null : undefined);
      const changed = refuseTaken(found(await store.exercises.change(own, ownOf(words), gif, clock())));
      await forget(userId, id);
      return changed;
    },

    async remove(userId, id) {
      await store.exercises.remove(await ownedBy(userId, id));
      await forget(userId, id);
    },
  };

  async function ownedBy(userId: string, id: string): Promise<OwnExercise> {
    const exercise = found(await store.exercises.byId(id));
    if (exercise.owner === null) {
      throw new Refusal('forbidden', {
        message: 'What is built in is nobody’s to change. Make one of your own instead.',
      });
    }
    return found(ownedExercise(userId, exercise));
  }

  /** Whoever sees it is shown the new list: its owner, and their clients. */
  async function forget(userId: string, id: string): Promise<void> {
    const clients = (await store.users.byId(userId))?.assignedClients ?? [];
    await cache.invalidate([entries.exercise(id), ...[userId, ...clients].map(entries.ownExercises)]);
  }
}

function refuseTaken<T extends object>(made: T | NameTaken): T {
  if ('taken' in made) throw new Refusal('exercise_exists');
  return made;
}

const ownOf = (words: Omit<GivenExerciseChange, 'gifUrl'>): NewOwnExercise => ({
  ...words,
  contraindications: [],
  caloriesBurned: kcalPerMinute(words.met),
  easier: [],
  harder: [],
});

/** @throws Refusal `invalid_values` that says what the file is instead */
function gifOf(file: SentFile | undefined): NewGif | undefined {
  if (!file) return undefined;
  if ('wrong' in file) throw new Refusal('invalid_values', { fields: [{ path: 'gifUrl', message: file.wrong }] });
  const hash = hashOf(file.bytes);
  return { bytes: file.bytes, hash, address: (id) => `/api/exercises/${id}/animation.gif?v=${hash.slice(0, 12)}` };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

function builtInAnimation({ gifUrl }: Exercise): Animation {
  const bytes = Buffer.from(found(gifUrl).split(',', 2)[1] ?? '', 'base64');
  return { length: bytes.length, etag: hashOf(bytes), forEverybody: true, bytes: only(bytes) };
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield await Promise.resolve(bytes);
}
