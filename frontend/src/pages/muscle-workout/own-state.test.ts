import type { Exercise, ExerciseInput } from '@trainer/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { Refused } from '../../api.ts';
import { ownState } from './own-state.ts';

const refused = () =>
  new Refused(new Response(null, { status: 422 }), {
    success: false,
    error: {
      code: 'invalid_values',
      message: 'No.',
      fields: [{ path: 'gifUrl', message: 'This is a text, not a GIF.' }],
    },
  });

describe('the form for an exercise of one’s own', () => {
  let sent: { id: string | null; body: ExerciseInput }[];
  let fails: boolean;
  let changes: number;
  const world = {
    store(id: string | null, body: ExerciseInput) {
      if (fails) return Promise.reject(refused());
      sent.push({ id, body });
      return Promise.resolve({} as Exercise);
    },
    remove: (id: string) => Promise.resolve(void sent.push({ id, body: { name: 'removed', muscleGroup: 'other' } })),
    dataUrl: () => Promise.resolve('data:image/gif;base64,AAAA'),
    changed: () => void changes++,
    newClientId: () => 'made-here',
  };
  beforeEach(() => {
    [sent, fails, changes] = [[], false, 0];
  });

  it('sends words as lists, the GIF as it is, and the same id each time', async () => {
    const state = ownState(world, null, 'legs');
    state.set({ name: 'Band walk', muscles: 'glutes, , hips ', equipment: 'band' });
    state.choose(new File(['x'], 'walk.gif'), 'too large');
    expect(await state.save()).toBe(true);
    await state.save();
    expect(sent[0]).toEqual({
      id: null,
      body: {
        name: 'Band walk',
        muscleGroup: 'legs',
        tracking: 'weight_reps',
        description: '',
        primaryMuscles: ['glutes', 'hips'],
        equipment: ['band'],
        clientId: 'made-here',
        gifUrl: 'data:image/gif;base64,AAAA',
      },
    });
    expect(sent[1]).toEqual(sent[0]);
    expect(changes).toBe(2);
  });

  it('keeps of an exercise what it does not ask about, and its animation', async () => {
    const exercise = {
      _id: 'e1',
      name: 'Walk',
      muscleGroup: 'legs',
      tracking: 'reps',
      primaryMuscles: ['glutes'],
      equipment: [],
      description: '',
      secondaryMuscles: ['calves'],
      difficulty: 'advanced',
      cues: ['Slow'],
      met: 5,
      repRange: '5-8',
      restSeconds: 30,
      gifUrl: '/there',
    } as unknown as Exercise;
    const state = ownState(world, exercise, 'core');
    await state.save();
    expect(sent[0]?.id).toBe('e1');
    expect(sent[0]?.body).toMatchObject({
      muscleGroup: 'legs',
      secondaryMuscles: ['calves'],
      cues: ['Slow'],
      met: 5,
      restSeconds: 30,
    });
    expect(sent[0]?.body).not.toHaveProperty('gifUrl');
    expect(await state.remove()).toBe(true);
    expect(sent[1]?.id).toBe('e1');
  });

  it('says beside the field what is wrong with it, and keeps what was typed', async () => {
    fails = true;
    const state = ownState(world, null, 'legs');
    state.set({ name: 'Band walk' });
    expect(await state.save()).toBe(false);
    expect(state.errors.value.get('gifUrl')).toBe('This is a text, not a GIF.');
    expect(state.values.value.name).toBe('Band walk');
    expect([state.busy.value, changes]).toEqual([false, 0]);
    const large = Object.defineProperty(new File(['x'], 'large.gif'), 'size', { value: 40 * 1024 * 1024 });
    state.choose(large, 'too large');
    expect(state.gif.value).toBeNull();
    expect(state.errors.value.get('gifUrl')).toBe('too large');
  });
});
