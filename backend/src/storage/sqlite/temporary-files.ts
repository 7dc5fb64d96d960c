import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names for database files that tests make, in a folder of their own. */
export function temporaryFiles(): { newFile: () => string; removeAll: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'trainer-sqlite-'));
  let files = 0;
  return {
    newFile: () => join(folder, 'data', `${String((files += 1))}.db`),
    removeAll: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
