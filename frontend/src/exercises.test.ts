import type { Exercise } from '@trainer/contract/types';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { device } from './testing/device.ts';
import { network } from './testing/network.ts';
import { person } from './testing/people.ts';

const { account } = await import('./account.ts');
const { forgetExercises, loadExercises } = await import('./exercises.ts');

const squat = { slug: 'goblet-squat', name: 'Goblet Squat' } as Exercise;
const row = { slug: 'cable-row', name: 'Cable Row' } as Exercise;
const HOUR_MS = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 6, 16), toFake: ['Date'] });
  device.open('/pages/muscle-workout.html');
  account.enter({ token: 'abc', user: person() });
  network.answers(200, { success: true, data: [squat] });
  said = vi.spyOn(console, 'info').mockImplementation(() => undefined);
});
afterEach(() => {
  said.mockRestore();
  vi.useRealTimers();
});

let said: MockInstance<typeof console.info>;
const names = async () => (await loadExercises()).map((exercise) => exercise.name);

describe('the exercises', () => {
  it('are fetched once in 24 hours, without their pictures', async () => {
    expect(await names()).toEqual(['Goblet Squat']);
    vi.setSystemTime(Date.now() + 24 * HOUR_MS - 1);
    expect(await names()).toEqual(['Goblet Squat']);
    expect(network.asked.map((asked) => asked.address)).toEqual(['/api/exercises?view=card']);
    expect(said).toHaveBeenCalledWith('Cache HIT: exercises (24h)');
    vi.setSystemTime(Date.now() + 1);
    network.answers(200, { success: true, data: [row] });
    expect(await names()).toEqual(['Cable Row']);
  });

  it('are there without a network, however old', async () => {
    await loadExercises();
    vi.setSystemTime(Date.now() + 1000 * HOUR_MS);
    network.isAway();
    expect(await names()).toEqual(['Goblet Squat']);
  });

  it('of one person are never shown to the next', async () => {
    await loadExercises();
    account.enter({ token: 'def', user: person({ _id: 'b'.repeat(24) }) });
    network.isAway();
    await expect(loadExercises()).rejects.toThrow('The server did not answer.');
  });

  it('are fetched anew after an import, and where what was kept can’t be read', async () => {
    await loadExercises();
    forgetExercises();
    await loadExercises();
    localStorage.setItem('exercises', '{"at":');
    await loadExercises();
    expect(network.asked).toHaveLength(3);
  });

  it('are fetched anew where the clock of the device was set back', async () => {
    await loadExercises();
    vi.setSystemTime(Date.now() - HOUR_MS);
    await loadExercises();
    expect(network.asked).toHaveLength(2);
  });
});
