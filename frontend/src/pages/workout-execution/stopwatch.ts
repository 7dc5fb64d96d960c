import { signal } from '@preact/signals-core';

/** Which set is being timed, and since when; kept on the device, so that a reload in mid-plank costs nothing. */
interface Timed {
  setId: string;
  /** ms */
  since: number;
}

const KEY = 'stopwatch';

export function stopwatch() {
  const timed = signal<Timed | null>(kept());

  function set(next: Timed | null): void {
    timed.value = next;
    if (next) localStorage.setItem(KEY, JSON.stringify(next));
    else localStorage.removeItem(KEY);
  }

  return {
    /** Whole seconds that this set is being timed for; null: it is not. @param now ms */
    seconds: (setId: string | undefined, now: number): number | null =>
      timed.value && timed.value.setId === setId ? Math.max(0, Math.round((now - timed.value.since) / 1000)) : null,
    start: (setId: string, now: number): void => {
      set({ setId, since: now });
    },
    stop: (): void => {
      set(null);
    },
  };
}

function kept(): Timed | null {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Timed> | null;
    return typeof found?.setId === 'string' && typeof found.since === 'number'
      ? { setId: found.setId, since: found.since }
      : null;
  } catch {
    return null;
  }
}
