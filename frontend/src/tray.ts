import { account } from './account.ts';

/** The exercises that were picked and not begun yet, in their order; kept over a reload. */
export interface Tray {
  ids: readonly string[];
  /** How many sets of each, where it is a workout of few; null: as many as each usually has. */
  sets: number | null;
  /** What a plan asks for, by the exercise's id. */
  doses?: Readonly<Record<string, PlannedDose>>;
  /** What the workout is called; without it, after what is trained. */
  name?: string;
}

/** `sets` of `reps`, or of `duration` seconds; `weight` kg, null: as last time. */
export interface PlannedDose {
  sets: number;
  reps: number | null;
  duration: number | null;
  weight: number | null;
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
  return kept ? trayOf(kept) : EMPTY;
};

/** @param begins the workout page takes them over when it opens */
export function writeTray(tray: Tray, begins = false): void {
  const kept: Kept = { userId: account.user.peek()?._id, ...tray, begins };
  if (tray.ids.length === 0) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify(kept));
}

/** What was picked to begin now; it stays until `dropTray`, so that nothing is lost on the way. */
export const beginningTray = (): Tray => {
  const kept = read();
  return kept?.begins ? trayOf(kept) : EMPTY;
};

export const dropTray = (): void => {
  localStorage.removeItem(KEY);
};

const trayOf = ({ ids, sets, doses, name }: Kept): Tray => ({
  ids,
  sets,
  ...(doses ? { doses } : {}),
  ...(name ? { name } : {}),
});

function read(): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as (Partial<Kept> & { userId: string }) | null;
    if (!kept || kept.userId !== account.user.peek()?._id) return null;
    return { ...kept, ids: kept.ids ?? [], sets: kept.sets ?? null, begins: kept.begins ?? false };
  } catch {
    return null;
  }
}
