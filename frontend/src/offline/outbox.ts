import type { Workout } from '@trainer/contract/types';
import { account } from '../account.ts';
import { api, Refused } from '../api.ts';
import { sendOps } from './send-ops.ts';
import { type DeviceStore, openDeviceStore, type Unsent } from './store.ts';

/**
 * How a try to send ended. `kept`: it is safe on the device and is sent again by itself. `workout` undefined: it was
 * discarded, or somebody deleted it meanwhile.
 */
export type Sent = { state: 'stored'; workout: Workout | undefined } | { state: 'kept'; error: unknown };

/** Sends one workout that ended. Sending the same one again is fine: its id makes it one. */
export async function send(store: DeviceStore, unsent: Unsent): Promise<Sent> {
  // Counted before it is sent: a tab that is closed now leaves behind what the next page has to look for.
  await countUnsent(store);
  try {
    const { workout, refused } = await sendWhole(unsent);
    if (refused) await store.refuse(unsent.clientId, refused);
    else await store.sent(unsent.clientId);
    if (import.meta.env.DEV) console.info('Workout submitted successfully');
    return { state: 'stored', workout };
  } catch (error) {
    if (error instanceof Refused && error.status === 422)
      await store.refuse(
        unsent.clientId,
        [error.message, ...error.fields.map((field) => `${field.path}: ${field.message}`)].join(' '),
      );
    return { state: 'kept', error };
  } finally {
    await countUnsent(store);
  }
}

/** `refused`: what of it the server did not take, though it has the rest. */
async function sendWhole({
  clientId,
  workout,
  ops,
}: Unsent): Promise<{ workout?: Workout | undefined; refused?: string }> {
  if (ops) {
    const answer = await sendOps(ops);
    const refused = answer.results.flatMap((one) =>
      one.status === 'refused' ? (one.message ?? one.reason ?? '') : [],
    );
    return { workout: answer.workout, ...(refused.length > 0 && { refused: refused.join(' ') }) };
  }
  if (!workout) return {};
  return { workout: (await api.call('saveWorkout', { body: { ...workout, clientId } })).data };
}

/** Sends whatever of this person is still waiting on the device, oldest first. → how many were stored */
export async function flushOutbox(open: () => Promise<DeviceStore> = openDeviceStore): Promise<number> {
  const userId = account.user.peek()?._id;
  if (!userId || !account.token()) return 0;
  // A browser that keeps nothing has nothing waiting.
  const store = await open().catch(() => undefined);
  if (!store) return 0;
  let stored = 0;
  for (const unsent of await store.unsent(userId)) {
    // What the server refused it refuses again; the history shows it, and sends it when asked to.
    if (unsent.refused !== null) continue;
    // Somebody else may have logged in meanwhile: nobody's workout goes into another's history.
    if (account.user.peek()?._id !== userId) break;
    const result = await send(store, unsent);
    if (result.state === 'stored') stored += 1;
    else if (!(result.error instanceof Refused && result.error.status === 422)) break;
  }
  await countUnsent(store);
  return stored;
}

/** How much waits on this device, whoever it belongs to: log-in names it, and pages look whether there is something to send. */
export async function countUnsent(store: DeviceStore): Promise<void> {
  const all = await store.allUnsent();
  const sets = all
    .flatMap(({ workout }) => workout?.exercises ?? [])
    .reduce((sum, exercise) => sum + (exercise.setLog?.length ?? exercise.sets ?? 0), 0);
  // A discarded workout has no set to lose, but somebody still has to tell the server.
  const waiting = sets || all.filter((one) => one.refused === null).length;
  if (waiting > 0) localStorage.setItem('unsentSets', String(waiting));
  else localStorage.removeItem('unsentSets');
}
