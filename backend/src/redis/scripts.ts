import type { Result } from 'ioredis';

/**
 * What must happen in one step on the server. The scripts of a load touch a value and its generation only,
 * which share a slot of a Redis Cluster by their names.
 */
export const scripts = {
  /** Value, generation, epoch, new generation, ms → the generation that a load begins under; an old one takes its value along. */
  beginLoad: {
    numberOfKeys: 2,
    lua: `
      local generation = redis.call('GET', KEYS[2])
      if generation and string.sub(generation, 1, #ARGV[1]) == ARGV[1] then return generation end
      redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
      redis.call('DEL', KEYS[1])
      return ARGV[2]`,
  },
  /** Value, generation, generation seen, text, ms → 1 where the text was kept, 0 where the generation is another by now. */
  keepLoaded: {
    numberOfKeys: 2,
    lua: `
      if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
      redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
      redis.call('PEXPIRE', KEYS[2], ARGV[3])
      return 1`,
  },
  /**
   * Epoch, then each value and its generation; new generation, ms. The next load finds the generation that is left here,
   * and begins at once.
   */
  forgetValues: {
    lua: `
      local epoch = redis.call('GET', KEYS[1])
      for i = 2, #KEYS, 2 do
        redis.call('DEL', KEYS[i], KEYS[i + 1])
        if epoch then redis.call('SET', KEYS[i + 1], epoch .. '.' .. ARGV[1], 'PX', ARGV[2]) end
      end`,
  },
  /** Lock, token, ms → 1 where the lock was still ours and is held for longer. */
  holdLock: {
    numberOfKeys: 1,
    lua: `
      if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
      return redis.call('PEXPIRE', KEYS[1], ARGV[2])`,
  },
  /** Lock, token → 1 where the lock was still ours and is free now. */
  freeLock: {
    numberOfKeys: 1,
    lua: `
      if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
      return redis.call('DEL', KEYS[1])`,
  },
};

declare module 'ioredis' {
  interface RedisCommander<Context> {
    beginLoad(value: string, generation: string, epoch: string, fresh: string, ms: number): Result<string, Context>;
    keepLoaded(value: string, generation: string, seen: string, text: string, ms: number): Result<number, Context>;
    forgetValues(count: number, ...keysAndArguments: (string | number)[]): Result<null, Context>;
    holdLock(lock: string, token: string, ms: number): Result<number, Context>;
    freeLock(lock: string, token: string): Result<number, Context>;
  }
}
