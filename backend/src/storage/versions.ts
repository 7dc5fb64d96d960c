/** A document as it is stored: `v` is the version of its shape. */
interface Versioned {
  v: number;
}

/** Leads from every version that was ever stored to the newest, `Newest`. Only ever appended to. */
interface Chain<Newest extends Versioned> {
  /** Appends the step from the newest version so far to the next. */
  to<Next extends Versioned>(step: (old: Newest) => Next): Chain<Next>;
  /**
   * → a stored document in its newest version: it does not compile where the last step yields another.
   * @throws Error for a version that this program does not know
   */
  build(): (stored: Versioned) => Newest;
}

export const versions = <First extends Versioned & { v: 1 }>(): Chain<First> => chainOf<First>([]);

function chainOf<Newest extends Versioned>(steps: readonly ((old: never) => Versioned)[]): Chain<Newest> {
  return {
    to: (step) => chainOf([...steps, step]),
    build: () => (stored) => {
      const newest = steps.length + 1;
      if (!Number.isInteger(stored.v) || stored.v < 1 || stored.v > newest) {
        throw new Error(
          `A stored document has version ${String(stored.v)}; this program knows 1 to ${String(newest)}.`,
        );
      }
      return steps.slice(stored.v - 1).reduce((old, step) => step(old as never), stored) as Newest;
    },
  };
}
