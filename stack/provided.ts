import type {} from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** A replica set of one member, without the name of a database. */
    mongoUri: string;
  }
}
