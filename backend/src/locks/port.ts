/** Work that may be done by one at a time, whichever instance it came to. */
export interface Locks {
  /**
   * Does the work once nobody else does work of this name, in the order of asking within one instance.
   * @throws StillBusy where its turn does not come in time; the work is not done then
   */
  oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** Somebody else is at it, and has been for long. */
export class StillBusy extends Error {
  override readonly name = 'StillBusy';
}
