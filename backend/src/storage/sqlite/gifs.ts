import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { newId } from '../ids.ts';
import { type NewGif, PIECE, type StoredGif } from '../port.ts';
import type { Writer } from './writer.ts';

/** Animations in pieces. One belongs to the exercise that names it; until then nobody sees it. */
export interface GifRows {
  /** Stores a file a piece a turn, so that nobody waits for all of it. → its id */
  put(gif: Pick<NewGif, 'bytes' | 'hash'>, at: Date): Promise<string>;
  /** For use inside a write that is under way. */
  remove(id: string): void;
  get(id: string): StoredGif | undefined;
  /** Forgets what no exercise names: a server died, or refused the exercise, behind the last piece. */
  removeLeft(): void;
}

export function gifRows(db: DatabaseSyncInstance, writer: Writer): GifRows {
  const insert = db.prepare('INSERT INTO gifs (id, length, hash) VALUES (?, ?, ?)');
  const insertPiece = db.prepare('INSERT INTO gif_pieces (gif_id, n, bytes) VALUES (?, ?, ?)');
  const byId = db.prepare('SELECT length, hash FROM gifs WHERE id = ?');
  const piece = db.prepare('SELECT bytes FROM gif_pieces WHERE gif_id = ? AND n = ?');
  const remove = db.prepare('DELETE FROM gifs WHERE id = ?');
  const removeLeft = db.prepare(
    'DELETE FROM gifs WHERE id NOT IN (SELECT gif_id FROM exercises WHERE gif_id IS NOT NULL)',
  );

  async function* pieces(id: string): AsyncGenerator<Uint8Array, void, undefined> {
    for (let n = 0; ; n++) {
      const row = piece.get(id, n) as { bytes: Uint8Array } | undefined;
      if (!row) return;
      yield await Promise.resolve(row.bytes);
    }
  }

  return {
    async put({ bytes, hash }, at) {
      const id = newId(at);
      await writer.write(() => insert.run(id, bytes.length, hash));
      for (let n = 0; n * PIECE < bytes.length; n++) {
        await writer.write(() => insertPiece.run(id, n, bytes.subarray(n * PIECE, (n + 1) * PIECE)));
      }
      return id;
    },
    remove: (id) => void remove.run(id),
    get(id) {
      const row = byId.get(id) as { length: number; hash: string } | undefined;
      return row && { ...row, bytes: pieces(id) };
    },
    removeLeft: () => void removeLeft.run(),
  };
}
