import { coachTasks, type CoachTasks } from './coach-tasks.ts';

/** What the thread is asked to do. */
export interface Asked<Name extends keyof CoachTasks = keyof CoachTasks> {
  name: Name;
  given: Parameters<CoachTasks[Name]>[0];
}

/** The thread’s one door. */
export function work({ name, given }: Asked): unknown {
  const task: (given: never) => unknown = coachTasks[name];
  return task(given as never);
}
