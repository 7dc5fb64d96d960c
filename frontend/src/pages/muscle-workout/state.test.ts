import type { Exercise, MuscleGroup } from '@trainer/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tray } from '../../tray.ts';
import { pickState, TEN_MINUTES } from './state.ts';

const exercise = (slug: string, muscleGroup: MuscleGroup, equipment: string[], more: Partial<Exercise> = {}) =>
  ({
    _id: slug,
    slug,
    name: slug.replaceAll('-', ' '),
    muscleGroup,
    equipment,
    primaryMuscles: ['quadriceps'],
    tracking: 'weight_reps',
    repRange: '8-12',
    restSeconds: 75,
    ...more,
  }) as Exercise;
const ALL = [
  exercise('goblet-squat', 'legs', ['dumbbell or kettlebell']),
  exercise('leg-press', 'legs', ['machine']),
  exercise('pull-up', 'back', ['bodyweight', 'pull-up bar'], { primaryMuscles: ['latissimus dorsi'] }),
  exercise('running', 'cardio', ['none or treadmill'], { tracking: 'distance_duration', repRange: '15-45 min' }),
  ...TEN_MINUTES.map((slug) => exercise(slug, 'core', ['bodyweight'])),
];

const none = (): never => {
  throw new Error('no such exercise');
};

describe('picking exercises', () => {
  let tray: Tray;
  let groups: string[];
  let times: Map<string, number>;
  const open = async (first = { group: null as MuscleGroup | null, tenMinutes: false }) => {
    const state = pickState(
      {
        loadExercises: () => Promise.resolve(ALL),
        readTray: () => tray,
        writeTray: (kept) => (tray = kept),
        readEquipment: () => [],
        writeEquipment: () => undefined,
        timesOf: (one) => times.get(one.slug ?? '') ?? 0,
        showGroup: (group) => groups.push(group),
      },
      first,
    );
    await state.load();
    return state;
  };
  const slugs = (list: readonly Exercise[]) => list.map((one) => one.slug);
  beforeEach(() => {
    [tray, groups, times] = [{ ids: [], sets: null }, [], new Map()];
  });

  it('shows one group, with how many each holds', async () => {
    const state = await open();
    expect(slugs(state.shown.value)).toEqual(['goblet-squat', 'leg-press']);
    expect(state.counts.value.slice(0, 2)).toEqual([
      { group: 'legs', count: 2 },
      { group: 'back', count: 1 },
    ]);
    state.chooseGroup('back');
    expect(slugs(state.shown.value)).toEqual(['pull-up']);
    expect(groups).toEqual(['back']);
  });

  it('begins with the group that is trained most, unless one is asked for', async () => {
    times = new Map([['pull-up', 3]]);
    const state = await open();
    expect(state.group.value).toBe('back');
    expect(state.counts.value.map((one) => one.group)).toEqual(['back', 'legs', 'core', 'cardio']);
    expect((await open({ group: 'cardio', tenMinutes: false })).group.value).toBe('cardio');
  });

  it('searches all groups, by name and by muscle', async () => {
    const state = await open();
    state.query.value = ' Pull ';
    expect(slugs(state.shown.value)).toEqual(['pull-up']);
    state.query.value = 'latissimus';
    expect(slugs(state.shown.value)).toEqual(['pull-up']);
    state.chooseGroup('legs');
    expect(state.query.value).toBe('');
  });

  it('leaves out what needs other equipment, and says how many that hides', async () => {
    const state = await open();
    state.toggleEquipment('barbell');
    expect(state.shown.value).toEqual([]);
    expect(state.candidates.value).toHaveLength(2);
    state.toggleEquipment('kettlebell');
    expect(slugs(state.shown.value)).toEqual(['goblet-squat']);
    state.showAll();
    expect(state.shown.value).toHaveLength(2);
    expect(state.equipment.value, 'what one has at home stays').toEqual(['barbell', 'kettlebell']);
    state.chooseGroup('legs');
    expect(slugs(state.shown.value)).toEqual(['goblet-squat']);
    state.forgetEquipment();
    expect(state.shown.value).toHaveLength(2);
  });

  it('keeps the selection over a reload, in its order', async () => {
    const state = await open();
    for (const slug of ['leg-press', 'goblet-squat', 'pull-up'])
      state.toggle(ALL.find((one) => one.slug === slug) ?? none());
    const [, squat] = state.selection.value;
    if (squat) state.moveUp(squat);
    const again = await open();
    expect(slugs(again.selection.value)).toEqual(['goblet-squat', 'leg-press', 'pull-up']);
    expect(again.minutes.value).toBe(18);
    again.clear();
    expect(tray).toEqual({ ids: [], sets: null });
  });

  it('offers ten minutes without equipment, unless something is picked already', async () => {
    const state = await open({ group: null, tenMinutes: true });
    expect(slugs(state.selection.value)).toEqual([...TEN_MINUTES]);
    expect(tray.sets).toBe(1);
    expect(state.minutes.value).toBe(10);
    expect((await open()).minutes.value).toBe(10);
    tray = { ids: ['leg-press'], sets: null };
    expect(slugs((await open({ group: null, tenMinutes: true })).selection.value)).toEqual(['leg-press']);
  });
});
