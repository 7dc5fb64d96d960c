import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type TestServer, testServer } from '../testing/test-server.ts';

describe('sockets', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());

  it('are refused without a token that holds', async () => {
    await expect(connect(server.url, undefined)).rejects.toThrow('unauthorized');
    await expect(connect(server.url, 'nonsense')).rejects.toThrow('unauthorized');
  });

  it('serve a network that lets no WebSocket through', async () => {
    const kavi = await server.as('kavi');
    const socket = await connect(server.url, kavi.token, { transport: 'polling' });
    expect(await socket.emitWithAck('joinProgressRoom', kavi.user._id)).toEqual({ success: true });
    const told = new Promise((resolve) => socket.once('progressUpdated', resolve));
    const exercises = [{ name: 'Row', sets: 1, reps: 5 }];
    await kavi.call('saveWorkout', { body: { exercises, totalDuration: 10, intensity: 'low' } });
    expect(await told).toMatchObject({ userId: kavi.user._id, totalWorkouts: 1 });
    expect((await server.send('/healthz')).status).toBe(200);
    socket.disconnect();
  });

  it('let nobody watch another person’s numbers', async () => {
    const [ana, bela] = [await server.as('ana'), await server.as('bela', { role: 'trainer' })];
    const socket = await bela.socket();
    expect(await socket.emitWithAck('joinProgressRoom', ana.user._id)).toEqual({ success: false, error: 'forbidden' });
    expect(await socket.emitWithAck('joinProgressRoom', 'f'.repeat(24))).toEqual({
      success: false,
      error: 'forbidden',
    });
  });

  it('answer nonsense with a refusal, and go on', async () => {
    const chen = await server.as('chen');
    const socket = await chen.socket();
    for (const nonsense of [null, 7, {}, [], 'x', { $ne: 1 }]) {
      expect(await socket.emitWithAck('joinProgressRoom', nonsense as never)).toEqual({
        success: false,
        error: 'invalid_values',
      });
    }
    socket.emit('joinProgressRoom', chen.user._id);
    (socket as unknown as { emit(event: string, ...rest: unknown[]): void }).emit('noSuchEvent', { a: 1 });
    expect(await socket.emitWithAck('joinProgressRoom', chen.user._id)).toEqual({ success: true });
    expect(server.log).toContain(`User joined room: progress:${chen.user._id}`);
  });

  it('tell nothing more once a room is left', async () => {
    const dara = await server.as('dara');
    const [stays, leaves] = [await dara.socket(), await dara.socket()];
    for (const socket of [stays, leaves]) await socket.emitWithAck('joinProgressRoom', dara.user._id);
    await leaves.emitWithAck('leaveProgressRoom', dara.user._id);
    let toldAfterLeaving = 0;
    leaves.on('progressUpdated', () => (toldAfterLeaving += 1));
    const told = new Promise((resolve) => stays.once('progressUpdated', resolve));
    await dara.call('saveWorkout', {
      body: { exercises: [{ name: 'Plank', sets: 1, duration: 1 }], totalDuration: 5 },
    });
    await told;
    await leaves.emitWithAck('leaveProgressRoom', dara.user._id);
    expect(toldAfterLeaving).toBe(0);
  });
});
