import { computed, signal } from '@preact/signals-core';
import { canDoWithNamed } from '@trainer/coach/equipment';
import type { Exercise, MuscleGroup } from '@trainer/contract/types';
import type { Tray } from '../../tray.ts';

export interface World {
  loadExercises(): Promise<Exercise[]>;
  readTray(): Tray;
  writeTray(tray: Tray): void;
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
  const tray = signal(world.readTray());
  const picked = computed(() => tray.value.ids);
  /** “Show all” holds for this look only: what one has at home stays in the profile. */
  const unfiltered = signal(false);

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
  const shown = computed(() =>
    candidates.value.filter((exercise) => unfiltered.value || canDoWithNamed(exercise, equipment.value)),
  );
  const selection = computed(() =>
    picked.value.flatMap((id) => exercises.value?.find((exercise) => exercise._id === id) ?? []),
  );

  /** Whoever adds to a short workout, or takes from it, still wants a short one; an empty one is forgotten. */
  function pick(ids: readonly string[], sets = ids.length === 0 ? null : tray.peek().sets): void {
    tray.value = { ids, sets };
    world.writeTray(tray.peek());
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
    tray,
    minutes: computed(() =>
      Math.round(
        selection.value.reduce((sum, exercise) => sum + minutesOf(exercise, tray.value.sets ?? USUAL_SETS), 0),
      ),
    ),

    async load(): Promise<void> {
      failure.value = null;
      try {
        exercises.value = await world.loadExercises();
        const [most] = counts.value;
        if (!chosen && most) group.value = most.group;
        chosen = true;
        if (first.tenMinutes && picked.value.length === 0) {
          pick(
            TEN_MINUTES.flatMap((slug) => exercises.value?.find((exercise) => exercise.slug === slug)?._id ?? []),
            1,
          );
        }
      } catch (error) {
        failure.value = error;
      }
    },

    chooseGroup(next: MuscleGroup): void {
      chosen = true;
      group.value = next;
      query.value = '';
      unfiltered.value = false;
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
      unfiltered.value = false;
      equipment.value = has ? equipment.value.filter((one) => one !== thing) : [...equipment.value, thing];
      world.writeEquipment(equipment.value);
    },
    showAll(): void {
      unfiltered.value = true;
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

const USUAL_SETS = 3;

/** About how long it takes with this many sets. */
function minutesOf({ tracking, repRange, restSeconds }: Exercise, sets: number): number {
  if (tracking === 'distance_duration') return Number(/^\d+/.exec(repRange)?.[0] ?? 15);
  return (sets * (45 + restSeconds)) / 60;
}
