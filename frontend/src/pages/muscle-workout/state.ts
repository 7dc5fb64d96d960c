import { computed, signal } from '@preact/signals-core';
import type { Exercise, MuscleGroup } from '@trainer/contract/types';
import { canDo } from './equipment.ts';

export interface World {
  loadExercises(): Promise<Exercise[]>;
  readTray(): string[];
  writeTray(ids: readonly string[]): void;
  readEquipment(): string[];
  writeEquipment(things: readonly string[]): void;
  /** The chosen group stands in the address, so that a reload and a link find it. */
  showGroup(group: MuscleGroup): void;
}

/** In the order in which they are shown. */
export const GROUPS = [
  'legs',
  'chest',
  'back',
  'shoulders',
  'biceps',
  'triceps',
  'core',
  'cardio',
  'full-body',
  'other',
] as const satisfies readonly MuscleGroup[];

/** Ten minutes without equipment: a set of each of these. */
export const TEN_MINUTES = ['bodyweight-squat', 'incline-push-up', 'glute-bridge', 'dead-bug', 'plank'] as const;

export type PickState = ReturnType<typeof pickState>;

export function pickState(world: World, first: { group: MuscleGroup | null; tenMinutes: boolean }) {
  const exercises = signal<readonly Exercise[] | null>(null);
  const failure = signal<unknown>(null);
  const group = signal<MuscleGroup>(first.group ?? 'legs');
  const query = signal('');
  const equipment = signal<readonly string[]>(world.readEquipment());
  const picked = signal<readonly string[]>(world.readTray());

  const counts = computed(() => {
    const byGroup = new Map<MuscleGroup, number>();
    for (const exercise of exercises.value ?? [])
      byGroup.set(exercise.muscleGroup, (byGroup.get(exercise.muscleGroup) ?? 0) + 1);
    return GROUPS.flatMap((name) => (byGroup.has(name) ? [{ group: name, count: byGroup.get(name) ?? 0 }] : []));
  });
  /** A search looks through all groups; without one the chosen group is shown. */
  const candidates = computed(() => {
    const wanted = query.value.trim().toLowerCase();
    const all = exercises.value ?? [];
    if (wanted === '') return all.filter((exercise) => exercise.muscleGroup === group.value);
    return all.filter((exercise) =>
      [exercise.name, ...exercise.primaryMuscles].some((text) => text.toLowerCase().includes(wanted)),
    );
  });
  const shown = computed(() => candidates.value.filter((exercise) => canDo(exercise, equipment.value)));
  const selection = computed(() =>
    picked.value.flatMap((id) => exercises.value?.find((exercise) => exercise._id === id) ?? []),
  );

  function pick(ids: readonly string[]): void {
    picked.value = ids;
    world.writeTray(ids);
  }

  return {
    exercises,
    failure,
    group,
    query,
    equipment,
    counts,
    candidates,
    shown,
    selection,
    minutes: computed(() => Math.round(selection.value.reduce((sum, exercise) => sum + minutesOf(exercise), 0))),

    async load(): Promise<void> {
      failure.value = null;
      try {
        exercises.value = await world.loadExercises();
        if (first.tenMinutes && picked.value.length === 0) {
          pick(TEN_MINUTES.flatMap((slug) => exercises.value?.find((exercise) => exercise.slug === slug)?._id ?? []));
        }
      } catch (error) {
        failure.value = error;
      }
    },

    chooseGroup(chosen: MuscleGroup): void {
      group.value = chosen;
      query.value = '';
      world.showGroup(chosen);
    },

    isPicked: (exercise: Exercise): boolean => picked.value.includes(exercise._id),
    toggle({ _id }: Exercise): void {
      pick(picked.value.includes(_id) ? picked.value.filter((id) => id !== _id) : [...picked.value, _id]);
    },
    moveUp({ _id }: Exercise): void {
      const index = picked.value.indexOf(_id);
      if (index > 0) pick(picked.value.toSpliced(index, 1).toSpliced(index - 1, 0, _id));
    },
    clear(): void {
      pick([]);
    },

    toggleEquipment(thing: string): void {
      const has = equipment.value.includes(thing);
      equipment.value = has ? equipment.value.filter((one) => one !== thing) : [...equipment.value, thing];
      world.writeEquipment(equipment.value);
    },
    forgetEquipment(): void {
      equipment.value = [];
      world.writeEquipment([]);
    },
  };
}

/** About how long it takes with its planned sets. */
function minutesOf({ tracking, repRange, restSeconds }: Exercise): number {
  if (tracking === 'distance_duration') return Number(/^\d+/.exec(repRange)?.[0] ?? 15);
  return (3 * (45 + restSeconds)) / 60;
}
