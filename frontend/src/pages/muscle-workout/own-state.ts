import { signal } from '@preact/signals-core';
import type { Exercise, ExerciseInput, MuscleGroup } from '@trainer/contract/types';
import { fieldErrors, sentenceOf } from '../../ui/errors.ts';

interface World {
  store(id: string | null, body: ExerciseInput): Promise<Exercise>;
  remove(id: string): Promise<unknown>;
  /** A file as a data URL. */
  dataUrl(file: Blob): Promise<string>;
  /** The list has to be fetched anew. */
  changed(): void;
  newClientId(): string;
}

export type OwnState = ReturnType<typeof ownState>;

const LARGEST_GIF = 37 * 1024 * 1024;

/** The form for an exercise of one’s own, new or there already. */
export function ownState(world: World, exercise: Exercise | null, group: MuscleGroup) {
  const values = signal({
    name: exercise?.name ?? '',
    muscleGroup: exercise?.muscleGroup ?? group,
    tracking: exercise?.tracking ?? ('weight_reps' as const),
    muscles: exercise?.primaryMuscles.join(', ') ?? '',
    equipment: exercise?.equipment.join(', ') ?? '',
    description: exercise?.description ?? '',
  });
  const gif = signal<File | null>(null);
  const busy = signal(false);
  const failure = signal<string | null>(null);
  const errors = signal<ReadonlyMap<string, string>>(new Map());
  // Sent again after a lost answer, it is still the same exercise.
  const clientId = exercise ? undefined : world.newClientId();

  async function body(): Promise<ExerciseInput> {
    const { muscles, equipment, ...words } = values.peek();
    const file = gif.peek();
    return {
      ...(exercise && kept(exercise)),
      ...words,
      primaryMuscles: listOf(muscles),
      equipment: listOf(equipment),
      ...(clientId !== undefined && { clientId }),
      ...(file && { gifUrl: await world.dataUrl(file) }),
    };
  }

  /** → whether it was done */
  async function doing(work: () => Promise<unknown>): Promise<boolean> {
    [busy.value, failure.value, errors.value] = [true, null, new Map()];
    try {
      await work();
      world.changed();
      return true;
    } catch (error) {
      errors.value = fieldErrors(error);
      if (errors.value.size === 0) failure.value = sentenceOf(error);
      return false;
    } finally {
      busy.value = false;
    }
  }

  return {
    isNew: exercise === null,
    values,
    gif,
    busy,
    failure,
    errors,
    set(change: Partial<typeof values.value>) {
      values.value = { ...values.peek(), ...change };
    },
    /** @param tooLarge what to say of a file that the server would not take */
    choose(file: File | null, tooLarge: string) {
      const fits = file === null || file.size <= LARGEST_GIF;
      gif.value = fits ? file : null;
      errors.value = fits ? new Map() : new Map([['gifUrl', tooLarge]]);
    },
    save: () => doing(async () => world.store(exercise?._id ?? null, await body())),
    remove: () => doing(() => world.remove(exercise?._id ?? '')),
  };
}

/** What the form does not ask about stays as it is. */
const kept = ({ secondaryMuscles, difficulty, cues, met, repRange, restSeconds }: Exercise) => ({
  secondaryMuscles,
  difficulty,
  cues,
  met,
  repRange,
  restSeconds,
});

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
