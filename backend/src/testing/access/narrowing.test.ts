import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../test-server.ts';
import { NARROWED, type Shared, SHARED } from './narrowing.ts';
import { prepare } from './world.ts';

describe('what the trainer gets of what the member shares', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());

  it.each(Object.keys(SHARED) as Shared[])('is what the table says: %s', async (shared) => {
    const world = await prepare(server);
    const { trainer, member } = world.people;
    const screen = await trainer.socket();
    // In the room and in the cache, from before it was narrowed.
    await member.call('changeSharing', { body: { share: SHARED.everything } });
    await screen.emitWithAck('joinProgressRoom', world.memberId);
    await trainer.call('clients');
    await member.call('changeSharing', { body: { share: SHARED[shared] } });

    const answers: [string, string][] = [];
    for (const { title, look } of NARROWED) answers.push([title, await look(world, screen)]);
    expect(answers).toEqual(NARROWED.map(({ title, cells }) => [title, cells[shared]]));
  });
});
