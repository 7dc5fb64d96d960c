import type { Redis } from 'ioredis';
import type { Address } from './link.ts';

/** The start is over before those who wait for it lose patience; the storage was opened before. */
const START_MS = 2000;

/** @throws Error with one line that says what to do, where Redis can't be used from here */
export async function startWith(
  client: Redis,
  address: Address,
  greet: (client: Redis) => Promise<unknown>,
): Promise<void> {
  let cause: Error | undefined;
  const listen = (error: Error) => {
    cause ??= error;
  };
  client.on('error', listen);
  let tooLong: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<never>((_, reject) => {
      tooLong = setTimeout(() => {
        reject(new Error('no answer'));
      }, START_MS);
    });
    await Promise.race([client.connect().then(() => greet(client)), late]);
  } catch (error) {
    client.disconnect();
    throw new Error(sentence(address, cause ?? (error as Error)), { cause: error });
  } finally {
    clearTimeout(tooLong);
    client.off('error', listen);
  }
}

function sentence({ host, port }: Address, { message }: Error): string {
  const there = `${host}:${String(port)}`;
  if (message.startsWith('NOAUTH')) return `The Redis at ${there} asks for a password. Set REDIS_PASSWORD.`;
  if (message.startsWith('WRONGPASS')) return `The Redis at ${there} does not take this REDIS_PASSWORD. Correct it.`;
  return `No Redis can be used at ${there} (${message}). Correct REDIS_HOST and REDIS_PORT, or unset REDIS_HOST to do without.`;
}
