import { MuscleGroup } from '@trainer/contract/exercises';
import type { Exercise } from '@trainer/contract/types';
import { type Cache, entries } from '../../cache/port.ts';
import { found, Refusal } from '../../http/refusal.ts';
import type { Store } from '../../storage/port.ts';

type View = 'full' | 'card';

/** All answers are JSON text: what is built in is the same for everybody and kept as it is sent. */
export interface ExerciseService {
  all(userId: string, view: View): Promise<string>;
  /** @throws Refusal `not_found` that lists the groups there are */
  ofMuscle(userId: string, group: string, view: View): Promise<string>;
  one(userId: string, id: string): Promise<string>;
}

interface Deps {
  store: Pick<Store, 'exercises'>;
  cache: Cache;
  /** The person, and their trainer. */
  ownersSeenBy: (userId: string) => Promise<readonly string[]>;
}

export function exerciseService({ store, cache, ownersSeenBy }: Deps): ExerciseService {
  return {
    async all(userId, view) {
      const builtIn = await cache.cached(entries.exercises(), async () => asText(await store.exercises.builtIn()));
      return inView(view, joined(builtIn.value, await own(userId)));
    },

    async ofMuscle(userId, group, view) {
      const known = MuscleGroup.safeParse(group);
      if (!known.success) {
        throw new Refusal('not_found', {
          message: `There is no muscle group “${group}”. There are ${MuscleGroup.options.join(', ')}.`,
        });
      }
      const builtIn = await cache.cached(entries.exercisesOf(group), async () =>
        asText(await store.exercises.builtInOf(known.data)),
      );
      const own = (await ownExercises(userId)).filter((exercise) => exercise.muscleGroup === known.data);
      return inView(view, joined(builtIn.value, JSON.stringify(own)));
    },

    async one(userId, id) {
      const owned = (await ownExercises(userId)).find((exercise) => exercise._id === id);
      if (owned) return JSON.stringify(owned);
      const builtIn = await cache.cached(entries.exercise(id), async () => {
        const exercise = found(await store.exercises.byId(id));
        if (exercise.owner !== null) throw new Refusal('not_found');
        return { value: JSON.stringify(exercise) };
      });
      return builtIn.value;
    },
  };

  async function own(userId: string): Promise<string> {
    const load = async () => asText(await store.exercises.ownedBy(await ownersSeenBy(userId)));
    return (await cache.cached(entries.ownExercises(userId), load)).value;
  }

  async function ownExercises(userId: string): Promise<Exercise[]> {
    return JSON.parse(await own(userId)) as Exercise[];
  }
}

const asText = (exercises: Exercise[]) => ({ value: JSON.stringify(exercises) });

/** Two lists as JSON text → one. */
function joined(first: string, second: string): string {
  if (second === '[]') return first;
  return first === '[]' ? second : `${first.slice(0, -1)},${second.slice(1)}`;
}

function inView(view: View, list: string): string {
  if (view === 'full' || !list.includes('"gifUrl"')) return list;
  return JSON.stringify((JSON.parse(list) as Exercise[]).map(({ gifUrl: _, ...card }) => card));
}
