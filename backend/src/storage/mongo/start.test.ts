import { createSocket } from 'node:dgram';
import { getServers, setServers } from 'node:dns';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { openMongo } from './open.ts';
import { WrongStart } from './start.ts';

it('a name that nobody resolves keeps no start waiting, however patient the resolver is', async () => {
  const [usual, silent] = [getServers(), createSocket('udp4')];
  silent.bind(0, '127.0.0.1');
  await once(silent, 'listening');
  setServers([`127.0.0.1:${String(silent.address().port)}`]);
  try {
    await expect(openMongo({ uri: 'mongodb+srv://trainer:wrong-word@db.example.org/trainer' })).rejects.toThrow(
      new WrongStart(
        'MONGODB_URI: MongoDB at mongodb+srv://trainer:…@db.example.org/trainer does not answer (no answer for 3 s).',
      ),
    );
  } finally {
    setServers(usual);
    silent.close();
  }
});
