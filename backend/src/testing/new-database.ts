import { randomUUID } from 'node:crypto';
import type {} from '@trainer/stack/provided';
import { inject } from 'vitest';

/** A database of one's own on the replica set of the tests. */
export function newDatabase(): string {
  const uri = new URL(inject('mongoUri'));
  uri.pathname = randomUUID();
  return uri.href;
}
