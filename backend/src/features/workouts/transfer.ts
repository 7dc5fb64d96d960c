import { localDateOf } from '@trainer/coach/days';
import type { ImportReceipt, WeightUnit } from '@trainer/contract/types';
import { found } from '../../http/refusal.ts';
import type { Locks } from '../../locks/port.ts';
import type { Store } from '../../storage/port.ts';
import type { Changed } from './changed.ts';
import { exportCsv } from './export/export.ts';
import { importService } from './import/import.ts';

interface Deps {
  store: Store;
  changed: Changed;
  clock: () => Date;
  locks: Locks;
}

/** Whole histories in and out. */
export interface TransferService {
  import(
    userId: string,
    file: Uint8Array,
    ask: { unit?: WeightUnit | undefined; dryRun: boolean },
  ): Promise<ImportReceipt>;
  undo(userId: string, importId: string): Promise<void>;
  export(userId: string): Promise<AsyncIterable<string>>;
}

export function transferService({ store, changed, clock, locks }: Deps): TransferService {
  /** A file that is sent twice is read once: the second finds what the first one stored. */
  const inTurn = <T>(userId: string, work: () => Promise<T>) => locks.oneAtATime(`import:${userId}`, work);
  const imports = importService({ store, clock });
  return {
    import: (userId, file, { unit, dryRun }) =>
      inTurn(userId, async () => {
        const account = found(await store.users.byId(userId));
        const { receipt, progress } = await imports.import(account, file, { ...(unit ? { unit } : {}), dryRun });
        if (progress) await changed(account, progress, { ownExercises: true });
        return receipt;
      }),

    undo: (userId, importId) =>
      inTurn(userId, async () => {
        const account = found(await store.users.byId(userId));
        const today = localDateOf(clock(), account.settings.timeZone);
        const { progress } = found(await store.workouts.undoImport(userId, importId, today));
        await changed(account, progress, { ownExercises: true });
      }),

    async export(userId) {
      return exportCsv(store, found(await store.users.byId(userId)));
    },
  };
}
