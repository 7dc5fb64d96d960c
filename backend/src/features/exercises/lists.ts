import { MuscleGroup } from '@trainer/contract/exercises';
import type { Exercise } from '@trainer/contract/types';
import { asCards, type Cache, entries, type Entry } from '../../cache/port.ts';
import { found, Refusal } from '../../http/refusal.ts';
import type { Store } from '../../storage/port.ts';

export type View = 'full' | 'card';

/** All answers are JSON text: what is built in is the same for everybody and kept as it is sent. */
export interface ExerciseLists {
  all(userId: string, view: View): Promise<string>;
  /** @throws Refusal `not_found` that lists the groups there are */
  ofMuscle(userId: string, group: string, view: View): Promise<string>;
  one(userId: string, id: string): Promise<string>;
  /** Whether this person sees what that one made: their own, and their trainer’s. */
  sees(userId: string, owner: string): Promise<boolean>;
}

interface Deps {
  store: Pick<Store, 'exercises'>;
  cache: Cache;
  /** The person, and their trainer. */
  ownersSeenBy: (userId: string) => Promise<readonly string[]>;
}

export function exerciseLists({ store, cache, ownersSeenBy }: Deps): ExerciseLists {
  const builtIn = async (entry: Entry, view: View, load: () => Promise<Exercise[]>) => {
    const kept = view === 'full' ? entry : asCards(entry);
    return (await cache.cached(kept, async () => ({ value: JSON.stringify(inView(view, await load())) }))).value;
  };

  return {
    async all(userId, view) {
      return joined(await builtIn(entries.exercises(), view, () => store.exercises.builtIn()), await own(userId));
    },

    async ofMuscle(userId, group, view) {
      const known = MuscleGroup.safeParse(group);
      if (!known.success) {
        throw new Refusal('not_found', {
          message: `There is no muscle group “${group}”. There are ${MuscleGroup.options.join(', ')}.`,
        });
      }
      const all = await builtIn(entries.exercisesOf(group), view, () => store.exercises.builtInOf(known.data));
      const own = (await ownExercises(userId)).filter((exercise) => exercise.muscleGroup === known.data);
      return joined(all, JSON.stringify(own));
    },

    async one(userId, id) {
      const owned = (await ownExercises(userId)).find((exercise) => exercise._id === id);
      if (owned) return JSON.stringify(owned);
      const one = await cache.cached(entries.exercise(id), async () => {
        const exercise = found(await store.exercises.byId(id));
        if (exercise.owner !== null) throw new Refusal('not_found');
        return { value: JSON.stringify(exercise) };
      });
      return one.value;
    },

    async sees(userId, owner) {
      return (await ownersSeenBy(userId)).includes(owner);
    },
  };

  /** The person’s own, and their trainer’s. */
  async function own(userId: string): Promise<string> {
    const kept = await cache.cached(entries.ownExercises(userId), async () => ({
      value: JSON.stringify(await store.exercises.ownedBy(await ownersSeenBy(userId))),
    }));
    return kept.value;
  }

  async function ownExercises(userId: string): Promise<Exercise[]> {
    return JSON.parse(await own(userId)) as Exercise[];
  }
}

/** Two lists as JSON text → one. */
function joined(first: string, second: string): string {
  if (second === '[]') return first;
  return first === '[]' ? second : `${first.slice(0, -1)},${second.slice(1)}`;
}

const inView = (view: View, exercises: Exercise[]): Exercise[] =>
  view === 'full' ? exercises : exercises.map(({ gifUrl: _, ...card }) => card);
