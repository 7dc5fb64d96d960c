import type { Workout, WorkoutInput } from '@trainer/contract/types';
import { account } from '../account.ts';
import { api, Refused } from '../api.ts';
import { type DeviceStore, openDeviceStore } from './store.ts';

/** How a try to send ended. `kept`: it is safe on the device and is sent again by itself. */
export type Sent = { state: 'stored'; workout: Workout } | { state: 'kept'; error: unknown };

/** Sends one finished workout. Sending the same one again is fine: its `clientId` makes it one. */
export async function send(store: DeviceStore, workout: WorkoutInput & { clientId: string }): Promise<Sent> {
  // Counted before it is sent: a tab that is closed now leaves behind what the next page has to look for.
  await countUnsent(store);
  try {
    const { data } = await api.call('saveWorkout', { body: workout });
    await store.sent(workout.clientId);
    if (import.meta.env.DEV) console.info('Workout submitted successfully');
    return { state: 'stored', workout: data };
  } catch (error) {
    if (error instanceof Refused && error.status === 422)
      await store.refuse(
        workout.clientId,
        [error.message, ...error.fields.map((field) => `${field.path}: ${field.message}`)].join(' '),
      );
    return { state: 'kept', error };
  } finally {
    await countUnsent(store);
  }
}

/** Sends whatever of this person is still waiting on the device, oldest first. → how many were stored */
export async function flushOutbox(open: () => Promise<DeviceStore> = openDeviceStore): Promise<number> {
  const userId = account.user.peek()?._id;
  if (!userId || !account.token()) return 0;
  // A browser that keeps nothing has nothing waiting.
  const store = await open().catch(() => undefined);
  if (!store) return 0;
  let stored = 0;
  for (const { workout, clientId, refused } of await store.unsent(userId)) {
    // What the server refused it refuses again; the history shows it, and sends it when asked to.
    if (refused !== null) continue;
    // Somebody else may have logged in meanwhile: nobody's workout goes into another's history.
    if (account.user.peek()?._id !== userId) break;
    const result = await send(store, { ...workout, clientId });
    if (result.state === 'stored') stored += 1;
    else if (!(result.error instanceof Refused && result.error.status === 422)) break;
  }
  await countUnsent(store);
  return stored;
}

/** How much waits on this device, whoever it belongs to: log-in names it, and pages look whether there is something to send. */
export async function countUnsent(store: DeviceStore): Promise<void> {
  const sets = (await store.allUnsent())
    .flatMap(({ workout }) => workout.exercises)
    .reduce((sum, exercise) => sum + (exercise.setLog?.length ?? exercise.sets ?? 0), 0);
  if (sets > 0) localStorage.setItem('unsentSets', String(sets));
  else localStorage.removeItem('unsentSets');
}
