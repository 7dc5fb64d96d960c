import { account } from './account.ts';

/** The exercises that were picked and not begun yet, in their order; kept over a reload. */
export interface Tray {
  ids: readonly string[];
  /** How many sets of each, where it is a workout of few; null: as many as each usually has. */
  sets: number | null;
}

const KEY = 'tray';
const EMPTY: Tray = { ids: [], sets: null };

interface Kept extends Tray {
  userId: string | undefined;
  /** The workout page takes them over when it opens. */
  begins: boolean;
}

export const readTray = (): Tray => {
  const kept = read();
  return kept ? { ids: kept.ids, sets: kept.sets } : EMPTY;
};

/** @param begins the workout page takes them over when it opens */
export function writeTray({ ids, sets }: Tray, begins = false): void {
  const kept: Kept = { userId: account.user.peek()?._id, ids, sets, begins };
  if (ids.length === 0) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify(kept));
}

/** What was picked to begin now; it stays until `dropTray`, so that nothing is lost on the way. */
export const beginningTray = (): Tray => {
  const kept = read();
  return kept?.begins ? { ids: kept.ids, sets: kept.sets } : EMPTY;
};

export const dropTray = (): void => {
  localStorage.removeItem(KEY);
};

function read(): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as (Partial<Kept> & { userId: string }) | null;
    if (!kept || kept.userId !== account.user.peek()?._id) return null;
    return { userId: kept.userId, ids: kept.ids ?? [], sets: kept.sets ?? null, begins: kept.begins ?? false };
  } catch {
    return null;
  }
}
