import { describe, expect, it } from 'vitest';
import type { Store } from './port.ts';
import { anyHistorySuite } from './suite/any-history.ts';
import { newWorkout, NOW, person, TODAY } from './suite/builders.ts';
import { assignedPlansSuite } from './suite/assigned-plans.ts';
import { coachingSuite } from './suite/coaching.ts';
import { exercisesSuite } from './suite/exercises.ts';
import { generationsSuite } from './suite/generations.ts';
import { glancesSuite } from './suite/glances.ts';
import { importsSuite } from './suite/imports.ts';
import { messagesSuite } from './suite/messages.ts';
import { mailsSuite } from './suite/mails.ts';
import { pagesSuite } from './suite/pages.ts';
import { plansSuite } from './suite/plans.ts';
import { resetsSuite } from './suite/resets.ts';
import { runningSuite } from './suite/running.ts';
import { statisticsSuite } from './suite/statistics.ts';
import { tokensSuite } from './suite/tokens.ts';
import { usersSuite } from './suite/users.ts';
import { weightsSuite } from './suite/weights.ts';
import { workoutsSuite } from './suite/workouts.ts';

/** What every store must do, to the letter of the port. `open` gives a fresh, empty one each time. */
export function storageSuite(open: () => Promise<Store>): void {
  describe('a store', () => {
    usersSuite(open);
    tokensSuite(open);
    weightsSuite(open);
    exercisesSuite(open);
    workoutsSuite(open);
    runningSuite(open);
    mailsSuite(open);
    resetsSuite(open);
    coachingSuite(open);
    assignedPlansSuite(open);
    messagesSuite(open);
    pagesSuite(open);
    importsSuite(open);
    statisticsSuite(open);
    glancesSuite(open);
    anyHistorySuite(open);
    generationsSuite(open);
    plansSuite(open);

    it('answers a ping while it is open, and can be closed twice', async () => {
      const store = await open();
      await expect(store.ping()).resolves.toBeUndefined();
      await Promise.all([store.close(), store.close()]);
      await store.close();
      await expect(store.ping()).rejects.toThrow();
    });

    it('finishes what was begun before it closes', async () => {
      const store = await open();
      const { _id } = await person(store);
      const asked = Array.from({ length: 10 }, () => store.workouts.add(_id, newWorkout(), NOW, TODAY));
      await store.close();
      expect((await Promise.all(asked)).every((answer) => answer.added)).toBe(true);
      await expect(store.workouts.add(_id, newWorkout(), NOW, TODAY)).rejects.toThrow();
    });
  });
}
