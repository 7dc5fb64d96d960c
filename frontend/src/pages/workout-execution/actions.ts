import type { Dial } from './words.ts';

/** What the views of the running workout can set going; joined in `main.ts`. */
export interface Actions {
  dials(): Dial[];
  setDial(dial: Dial, shown: number): void;
  /** The running stopwatch as text, or null. */
  timed(): string | null;
  toggleTimer(): void;
  tick(): void;
  tickSet(key: string, setId: string): void;
  undo(): void;
  openType(dial: Dial): void;
  openSet(key: string, setId: string): void;
  openSwap(): void;
  openAdd(): void;
  openPlates(): void;
  openNote(): void;
  openMenu(key: string): void;
  openKeys(): void;
  finish(): void;
  askDiscard(): void;
  skipRest(): void;
  moreRest(seconds: number): void;
  /** Stands still, or goes on. */
  pauseRest(): void;
  /** The set that was ticked last comes back, to put a number right. */
  correctLast(): void;
}
