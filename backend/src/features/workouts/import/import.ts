import { localDateOf } from '@trainer/coach/days';
import type { ImportReceipt, Progress, WeightUnit } from '@trainer/contract/types';
import { type Account, foldName, type Import, type Store } from '../../../storage/port.ts';
import { knownIn } from './known.ts';
import { OWN_KEY } from './own.ts';
import { read } from './read.ts';
import { remembered } from './remembered.ts';
import { type ImportedWorkout, toWorkouts } from './to-workouts.ts';
import { turns } from './turns.ts';

interface Deps {
  store: Pick<Store, 'workouts'>;
  clock: () => Date;
}

export interface ImportService {
  /**
   * Stores what another app, or this one, exported: all that can be read, or nothing.
   * @param ask `unit`: what weights are in where the file does not say; without it the member's settings decide
   * @returns `progress` null where nothing was stored
   * @throws Refusal `unknown_format`, `body_too_large` for too many rows
   */
  import(
    account: Account,
    file: Uint8Array,
    ask: { unit?: WeightUnit; dryRun: boolean },
  ): Promise<{ receipt: ImportReceipt; progress: Progress | null }>;
}

export function importService({ store, clock }: Deps): ImportService {
  return {
    async import(account, file, { unit, dryRun }) {
      const now = clock();
      const { timeZone, units } = account.settings;
      const settingsUnit = units === 'imperial' ? 'lb' : 'kg';
      const reading = await read(file, { unit: unit ?? settingsUnit, timeZone, now });
      const known = await knownIn(reading.drafts, reading.dialect);
      const workouts = await toWorkouts(reading.drafts, known, account.profile);
      const fresh = await withoutStored(workouts, account._id);

      const nothing = { importId: null, added: 0, known: 0, progress: null };
      const stored =
        fresh.length === 0
          ? nothing
          : dryRun
            ? { ...nothing, added: fresh.length }
            : await store.workouts.import(account._id, await loadOf(fresh, known.own), now, localDateOf(now, timeZone));
      return {
        progress: stored.added > 0 ? stored.progress : null,
        receipt: {
          importId: stored.importId,
          dialect: reading.dialect,
          rows: reading.rows,
          sets: reading.sets,
          restTimers: reading.restTimers,
          notes: reading.notes,
          refused: reading.refused,
          workouts: { added: stored.added, known: workouts.length - stored.added },
          exercises: known.named,
          unit: reading.unit,
          unitFrom: reading.unitStated ? 'file' : unit ? 'query' : 'settings',
          ...spanOf(workouts),
        },
      };
    },
  };

  /** Those that were not imported before; of our own files also less those that are still here, since they came from here. */
  async function withoutStored(workouts: ImportedWorkout[], userId: string): Promise<ImportedWorkout[]> {
    const imported = await store.workouts.knownKeys(
      userId,
      workouts.map(({ key }) => key),
    );
    const fresh: ImportedWorkout[] = [];
    for (const workout of workouts) {
      if (imported.has(workout.key)) continue;
      const here = workout.key.startsWith(OWN_KEY) && (await store.workouts.byId(workout.key.slice(OWN_KEY.length)));
      if (!here || here.user !== userId) fresh.push(workout);
    }
    return fresh;
  }
}

/** What is to be stored, with those own exercises alone that it holds. */
async function loadOf(workouts: readonly ImportedWorkout[], own: Import['exercises']): Promise<Import> {
  const turn = turns();
  const folded = remembered(foldName);
  const held = new Set<string>();
  for (const workout of workouts) {
    for (const exercise of workout.exercises) held.add(folded(exercise.name));
    await turn();
  }
  return { workouts, exercises: own.filter((exercise) => held.has(folded(exercise.name))) };
}

/** When the first and the last of them began. */
function spanOf(workouts: readonly ImportedWorkout[]): { from: string | null; to: string | null } {
  const span: { from: string | null; to: string | null } = { from: null, to: null };
  for (const { date } of workouts) {
    if (span.from === null || date < span.from) span.from = date;
    if (span.to === null || date > span.to) span.to = date;
  }
  return span;
}
