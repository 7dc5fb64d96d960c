import { beforeEach, describe, expect, it } from 'vitest';
import { device } from '../../testing/device.ts';
import { network } from '../../testing/network.ts';
import { person } from '../../testing/people.ts';

const { account } = await import('../../account.ts');
const { assignedToday, loadAssigned, trayOfAssigned } = await import('./assigned.ts');

const squat = {
  exerciseId: 'a'.repeat(24),
  name: 'Goblet Squat',
  sets: 4,
  reps: 8,
  weight: 16,
  duration: null,
  restSeconds: null,
  note: null,
};
const plank = {
  ...squat,
  exerciseId: 'b'.repeat(24),
  name: 'Front Plank',
  sets: 2,
  reps: null,
  weight: null,
  duration: 30,
};
const day = { weekday: 4, name: 'Lower body A', exercises: [squat, plank] };

beforeEach(() => {
  device.open('/pages/dashboard.html');
  account.enter({ token: 'abc', user: person() });
  assignedToday.value = null;
});

describe('the workout that a trainer gave for today', () => {
  it('is that of the plan with a day that is due', async () => {
    network.answers(200, { success: true, data: [{ name: 'Spring', today: 0, days: [day] }] });
    await loadAssigned();
    expect(assignedToday.value?.day.name).toBe('Lower body A');
  });

  it('is none on other days', async () => {
    network.answers(200, { success: true, data: [{ name: 'Spring', today: null, days: [day] }] });
    await loadAssigned();
    expect(assignedToday.value).toBeNull();
  });

  it('stays in sight while the server is away', async () => {
    network.answers(200, { success: true, data: [{ name: 'Spring', today: 0, days: [day] }] });
    await loadAssigned();
    network.isAway();
    await loadAssigned();
    expect(assignedToday.value).not.toBeNull();
  });

  it('begins with its name, its order, and what it asks for', () => {
    expect(trayOfAssigned(day)).toEqual({
      ids: [squat.exerciseId, plank.exerciseId],
      sets: null,
      doses: {
        [squat.exerciseId]: { sets: 4, reps: 8, weight: 16, duration: null },
        [plank.exerciseId]: { sets: 2, reps: null, weight: null, duration: 30 },
      },
      name: 'Lower body A',
    });
  });
});
