import { computed, signal } from '@preact/signals-core';
import type { Exercise, MuscleGroup } from '@trainer/contract/types';
import { canDo } from './equipment.ts';

export interface World {
  loadExercises(): Promise<Exercise[]>;
  readTray(): string[];
  writeTray(ids: readonly string[]): void;
  readEquipment(): string[];
  writeEquipment(things: readonly string[]): void;
  /** How often an exercise was done lately, as far as this device knows. */
  timesOf(exercise: Exercise): number;
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
  /** Until somebody chooses, the group that is trained most. */
  let chosen = first.group !== null;
  const query = signal('');
  const equipment = signal<readonly string[]>(world.readEquipment());
  const picked = signal<readonly string[]>(world.readTray());

  const counts = computed(() => groupsOf(exercises.value ?? [], world.timesOf));
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
        const [most] = counts.value;
        if (!chosen && most) group.value = most.group;
        chosen = true;
        if (first.tenMinutes && picked.value.length === 0) {
          pick(TEN_MINUTES.flatMap((slug) => exercises.value?.find((exercise) => exercise.slug === slug)?._id ?? []));
        }
      } catch (error) {
        failure.value = error;
      }
    },

    chooseGroup(next: MuscleGroup): void {
      chosen = true;
      group.value = next;
      query.value = '';
      world.showGroup(next);
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

/** The groups there are, the ones trained most first. */
function groupsOf(
  exercises: readonly Exercise[],
  timesOf: (exercise: Exercise) => number,
): { group: MuscleGroup; count: number }[] {
  const groups = GROUPS.flatMap((group) => {
    const own = exercises.filter((exercise) => exercise.muscleGroup === group);
    const times = own.reduce((sum, exercise) => sum + timesOf(exercise), 0);
    return own.length > 0 ? [{ group, count: own.length, times }] : [];
  });
  return groups.sort((a, b) => b.times - a.times).map(({ group, count }) => ({ group, count }));
}

/** About how long it takes with its planned sets. */
function minutesOf({ tracking, repRange, restSeconds }: Exercise): number {
  if (tracking === 'distance_duration') return Number(/^\d+/.exec(repRange)?.[0] ?? 15);
  return (3 * (45 + restSeconds)) / 60;
}
