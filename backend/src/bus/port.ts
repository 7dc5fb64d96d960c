/**
 * Tells the other instances something, at once and without keeping it: who is away then never hears of it, so nothing
 * may depend on it alone.
 */
export interface Bus {
  /** To every other instance. Resolves also where it could not be told. */
  tell(topic: string, texts: readonly string[]): Promise<void>;
  /** Told by the others. */
  on(topic: string, listener: (texts: readonly string[]) => void): void;
  /** Whether everything that others tell arrives here now. */
  readonly isUp: boolean;
  /** Something may have been told unheard; from now on it is heard again. */
  onGap(listener: () => void): void;
  close(): Promise<void>;
}
