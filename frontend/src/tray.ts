import { account } from './account.ts';

/** The exercises that were picked and not begun yet, by id; kept over a reload. */
const KEY = 'tray';

export function readTray(): string[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as {
      userId: string;
      ids: string[];
      begins?: boolean;
    } | null;
    return kept?.userId === account.user.peek()?._id ? (kept?.ids ?? []) : [];
  } catch {
    return [];
  }
}

/** @param begins the workout page takes them over when it opens */
export function writeTray(ids: readonly string[], begins = false): void {
  if (ids.length === 0) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify({ userId: account.user.peek()?._id, ids, begins }));
}

/** What was picked to begin now; once taken it is gone. @param known false: the exercises are not there yet, so nothing is taken */
export function takeTray(known: boolean): string[] {
  const begins = known && localStorage.getItem(KEY)?.includes('"begins":true');
  if (!begins) return [];
  const ids = readTray();
  localStorage.removeItem(KEY);
  return ids;
}
