import { signal } from '@preact/signals-core';
import type { ImportReceipt, WeightUnit } from '@trainer/contract/types';

export interface World {
  upload(file: Blob, query: { dryRun: 'true' | 'false'; unit?: WeightUnit }): Promise<ImportReceipt>;
  undo(importId: string): Promise<void>;
  /** Histories and exercises have changed. */
  changed(): void;
}

type Step =
  | { is: 'choosing' }
  | { is: 'reading'; name: string }
  | { is: 'read'; name: string; receipt: ImportReceipt }
  | { is: 'storing'; name: string; receipt: ImportReceipt };

export type ImportState = ReturnType<typeof importState>;

/** First what a file holds, then, once it is wanted, the history itself. */
export function importState(world: World) {
  const step = signal<Step>({ is: 'choosing' });
  const failure = signal<unknown>(null);
  /** The last import that was stored, for the word on top of the history. */
  const done = signal<{ name: string; receipt: ImportReceipt } | null>(null);
  let file: File | undefined;
  let unit: WeightUnit | undefined;

  async function read(): Promise<void> {
    if (!file) return;
    const { name } = file;
    failure.value = null;
    step.value = { is: 'reading', name };
    try {
      step.value = {
        is: 'read',
        name,
        receipt: await world.upload(file, { dryRun: 'true', ...(unit ? { unit } : {}) }),
      };
    } catch (error) {
      failure.value = error;
      step.value = { is: 'choosing' };
    }
  }

  return {
    step,
    failure,
    done,

    choose(chosen: File): Promise<void> {
      file = chosen;
      unit = undefined;
      return read();
    },
    chooseUnit(chosen: WeightUnit): Promise<void> {
      unit = chosen;
      return read();
    },

    /** → whether it is stored */
    async store(): Promise<boolean> {
      const now = step.value;
      if (!file || now.is !== 'read') return false;
      step.value = { ...now, is: 'storing' };
      try {
        const receipt = await world.upload(file, { dryRun: 'false', ...(unit ? { unit } : {}) });
        done.value = { name: now.name, receipt };
        step.value = { is: 'choosing' };
        world.changed();
        return true;
      } catch (error) {
        failure.value = error;
        step.value = now;
        return false;
      }
    },

    async undo(): Promise<void> {
      const importId = done.value?.receipt.importId;
      if (!importId) return;
      await world.undo(importId);
      done.value = null;
      world.changed();
    },

    again(): void {
      step.value = { is: 'choosing' };
    },
  };
}
