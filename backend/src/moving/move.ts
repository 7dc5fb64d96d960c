import { lastingFrom } from './lasting.ts';
import { type Kind, KINDS, type MovingIn, type MovingOut } from '../storage/moving.ts';

/** How far the work has come. */
export interface Step {
  what: Kind | 'comparing';
  done: number;
  total: number;
}

/** Records at a time: what is lost by a break, and what lies in memory. */
const BATCH = 500;
/** Of files each is large. */
const batchOf = (kind: Kind): number => (kind === 'gifs' ? 1 : BATCH);

/**
 * Copies every record of one store into another. Broken off, it goes on where it was the next time, as long as nothing
 * was changed in the store that is left.
 * @param tell called after each batch
 * @throws NotEmpty, and Error where the numbers of records differ in the end
 */
export async function move(out: MovingOut, into: MovingIn, tell: (step: Step) => void): Promise<void> {
  const placeOf = await into.begin(out.fingerprint);
  for (const kind of KINDS) await moveAll(kind, placeOf(kind), out, into, tell);
  await count(out, into);
}

async function moveAll<K extends Kind>(
  kind: K,
  begin: string,
  out: MovingOut,
  into: MovingIn,
  tell: (step: Step) => void,
): Promise<void> {
  const total = out.count(kind);
  let after = begin;
  let done = begin === '' ? 0 : await into.count(kind);
  for (;;) {
    const records = out.some(kind, after, batchOf(kind));
    await into.put(kind, records);
    done += records.length;
    tell({ what: kind, done: Math.min(done, total), total });
    const last = records.at(-1);
    if (!last || records.length < batchOf(kind)) return;
    after = last.at;
  }
}

async function count(out: MovingOut, into: MovingIn): Promise<void> {
  const differing: string[] = [];
  const lasting = lastingFrom(new Date());
  for (const kind of KINDS) {
    const [left, arrived] = [out.count(kind, lasting), await into.count(kind, lasting)];
    if (left !== arrived) differing.push(`${kind}: ${String(left)} left, ${String(arrived)} arrived`);
  }
  if (differing.length > 0) throw new Error(`Not all records arrived (${differing.join('; ')}). Start the move again.`);
}
