import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, type TestServer, testServer } from '../../testing/test-server.ts';

describe('exercises', () => {
  let server: TestServer;
  let ana: Client;
  beforeAll(async () => {
    server = await testServer();
    ana = await server.as('ana');
  });
  afterAll(() => server.close());

  it('are the 38 that are built in, the same on every server', async () => {
    const { body } = await ana.call('exercises');
    expect(body.data).toHaveLength(38);
    const squat = body.data.find((exercise) => exercise.slug === 'goblet-squat');
    expect(squat).toMatchObject({
      name: 'Goblet Squat',
      muscleGroup: 'legs',
      met: 3.5,
      caloriesBurned: 4.3,
      owner: null,
    });
    const other = await testServer();
    expect((await (await other.as('ana')).call('exercises')).body.data.map((exercise) => exercise._id)).toEqual(
      body.data.map((exercise) => exercise._id),
    );
    await other.close();
  });

  it('can be had by muscle group, and an unknown group lists the known ones', async () => {
    const { body } = await ana.call('exercisesByMuscle', { params: { muscleGroup: 'full-body' } });
    expect(body.data.map((exercise) => exercise.slug).sort()).toEqual(['burpee', 'surya-namaskar']);
    const unknown = await ana.call('exercisesByMuscle', { params: { muscleGroup: 'wings' } });
    expect(unknown.status).toBe(404);
    expect(unknown.error?.message).toContain('full-body');
  });

  it('can be had one by one', async () => {
    const [first] = (await ana.call('exercises')).body.data;
    expect((await ana.call('exercise', { params: { id: first?._id ?? '' } })).body.data).toEqual(first);
    expect((await ana.call('exercise', { params: { id: 'f'.repeat(24) } })).status).toBe(404);
  });

  it('come from the cache the second time', async () => {
    const bela = await server.as('bela');
    await bela.call('exercises');
    await bela.call('exercises');
    expect(server.log.filter((line) => line === 'Cache MISS: exercises:all (querying DB)')).toHaveLength(1);
    expect(server.log).toContain('Cache HIT: exercises:all (24h TTL)');
  });

  it('of one’s own, brought along by an import, are seen by nobody else', async () => {
    const csv =
      'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n2026-05-01 18:00:00,Evening,30m,Zercher Carry,1,60,8,0,0,,,\n';
    const eva = await server.as('eva');
    await eva.call('exercises');
    expect((await eva.call('importWorkouts', { query: {}, body: Buffer.from(csv) })).status).toBe(200);
    const own = (await eva.call('exercises')).body.data.find((exercise) => exercise.name === 'Zercher Carry');
    expect(own).toMatchObject({ owner: eva.user._id, slug: null });
    expect((await eva.call('exercise', { params: { id: own?._id ?? '' } })).status).toBe(200);
    expect((await ana.call('exercise', { params: { id: own?._id ?? '' } })).status).toBe(404);
    expect((await ana.call('exercises')).body.data).toHaveLength(38);
  });
});
