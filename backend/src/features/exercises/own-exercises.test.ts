import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqlite } from '../../storage/sqlite/open.ts';
import { coached } from '../../testing/coached.ts';
import { type Client, type TestServer, testServer } from '../../testing/test-server.ts';

const URL = 'data:image/gif;base64,';
const ONE_PIXEL = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const band = { name: 'Band walk', muscleGroup: 'legs' } as const;

describe('the animations', () => {
  let server: TestServer;
  let ana: Client;
  beforeAll(async () => {
    server = await testServer();
    ana = await server.as('ana');
  });
  afterAll(() => server.close());

  it('are in every built-in exercise as a data URL, and cards leave them out', async () => {
    const { body } = await ana.call('exercises');
    for (const { slug, gifUrl } of body.data) expect(gifUrl, slug ?? '').toMatch(/^data:image\/gif;base64,R0lGODlh/);
    const cards = await ana.call('exercisesByMuscle', { params: { muscleGroup: 'legs' }, query: { view: 'card' } });
    expect(cards.body.data.every((exercise) => !('gifUrl' in exercise))).toBe(true);
  });

  it('can be had as files for ever, without a token, and are not sent twice', async () => {
    const [first] = (await ana.call('exercises')).body.data;
    const path = `/api/exercises/${first?._id ?? ''}/animation.gif`;
    const response = await server.send(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/gif');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(URL + bytes.toString('base64')).toBe(first?.gifUrl);
    const etag = response.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    const again = await server.send(path, { headers: { 'if-none-match': `"other", W/${etag}` } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    const head = await server.send(path, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String(bytes.length));
    expect((await server.send(`/api/exercises/${'f'.repeat(24)}/animation.gif`)).status).toBe(404);
  });

  it('reach a database that was seeded without them, at the next start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trainer-seed-'));
    const file = join(folder, 'trainer.db');
    const before = await openSqlite({ file });
    const all = await server.store.exercises.builtIn();
    await before.exercises.seed(all.map(({ gifUrl: _, ...exercise }) => exercise));
    await before.close();
    const later = await testServer({ store: await openSqlite({ file }) });
    expect(await later.store.exercises.builtIn()).toEqual(all);
    await later.close();
    await rm(folder, { recursive: true });
  });
});

describe('an exercise of one’s own', () => {
  let server: TestServer;
  let ana: Client;
  let bo: Client;
  beforeAll(async () => {
    server = await testServer();
    [ana, bo] = [await server.as('ana'), await server.as('bo')];
  });
  afterAll(() => server.close());

  const get = (path: string, client?: Client) =>
    server.send(path, client && { headers: { authorization: `Bearer ${client.token}` } });

  it('is made, listed with the address of its animation, and seen by nobody else', async () => {
    const made = await ana.call('addExercise', { body: { ...band, gifUrl: URL + ONE_PIXEL } });
    expect(made.status).toBe(201);
    const { _id, gifUrl } = made.body.data;
    expect(made.body.data).toMatchObject({ ...band, slug: null, owner: ana.user._id, met: 3.5, caloriesBurned: 4.3 });
    expect(gifUrl).toMatch(new RegExp(`^/api/exercises/${_id}/animation\\.gif\\?v=[0-9a-f]{12}$`));
    expect((await ana.call('exercises', { query: { view: 'card' } })).body.data.at(-1)).toEqual(made.body.data);
    expect((await ana.call('exercisesByMuscle', { params: { muscleGroup: 'legs' } })).body.data.at(-1)?._id).toBe(_id);
    const response = await get(gifUrl ?? '', ana);
    expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(Buffer.from(await response.arrayBuffer()).toString('base64')).toBe(ONE_PIXEL);
    for (const nobody of [bo, undefined]) expect((await get(gifUrl ?? '', nobody)).status).toBe(404);
    expect((await bo.call('exercise', { params: { id: _id } })).status).toBe(404);
    expect((await bo.call('exercises')).body.data).toHaveLength(38);
  });

  it('sent twice is made once, and a name is had once', async () => {
    const body = { ...band, name: 'Sled push', clientId: '7f0f3c1a-6f0e-4f43-9a52-0d3b3f5f0a11' };
    const [first, second] = [await ana.call('addExercise', { body }), await ana.call('addExercise', { body })];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.data).toEqual(first.body.data);
    const taken = await ana.call('addExercise', { body: { ...band, name: 'sled PUSH' } });
    expect([taken.status, taken.error?.code]).toEqual([409, 'exercise_exists']);
  });

  it('is changed as a whole; its animation stays, changes or goes', async () => {
    const { data } = (await ana.call('addExercise', { body: { ...band, name: 'Step-up', gifUrl: URL + ONE_PIXEL } }))
      .body;
    const params = { id: data._id };
    const kept = await ana.call('changeExercise', { params, body: { ...band, name: 'High step-up', cues: ['Slow'] } });
    expect(kept.body.data).toMatchObject({ name: 'High step-up', cues: ['Slow'], gifUrl: data.gifUrl });
    const without = await ana.call('changeExercise', { params, body: { ...band, name: 'High step-up', gifUrl: null } });
    expect(without.body.data).not.toHaveProperty('gifUrl');
    expect((await get(data.gifUrl ?? '', ana)).status).toBe(404);
    expect((await bo.call('changeExercise', { params, body: band })).status).toBe(404);
    expect((await bo.call('removeExercise', { params })).status).toBe(404);
    expect((await ana.call('removeExercise', { params })).status).toBe(204);
    expect((await ana.call('exercise', { params })).status).toBe(404);
  });

  it('is nobody’s to change where it is built in', async () => {
    const [first] = (await ana.call('exercises')).body.data;
    const params = { id: first?._id ?? '' };
    expect((await ana.call('changeExercise', { params, body: band })).status).toBe(403);
    expect((await ana.call('removeExercise', { params })).status).toBe(403);
  });

  it.each([
    ['a text', Buffer.from('I am a GIF, believe me.').toString('base64'), 'This is a text, not a GIF.'],
    ['a PNG', 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAf', 'This is a PNG picture, not a GIF.'],
    [
      'a bomb',
      `R0lGODlh${Buffer.from([255, 255, 255, 255, 0, 0]).toString('base64')}AAAA`,
      'This GIF is 65,535 × 65,535 pixels large; 2,000 × 2,000 is the most.',
    ],
    ['half a GIF', ONE_PIXEL.slice(0, 40), 'This GIF breaks off: its end is missing.'],
    ['no Base64', 'R0lG*', 'This is not valid Base64.'],
  ])('is refused by name with %s for a GIF', async (_, base64, message) => {
    const answer = await ana.call('addExercise', { body: { ...band, name: 'Never', gifUrl: URL + base64 } });
    expect([answer.status, answer.error?.fields]).toEqual([422, [{ path: 'gifUrl', message }]]);
  });

  it('is refused where the picture is no data URL, or far too large', async () => {
    const foreign = await ana.call('addExercise', {
      body: { ...band, name: 'Never', gifUrl: 'https://example.org/a.gif' },
    });
    expect(foreign.error?.fields).toMatchObject([{ path: 'gifUrl' }]);
    const note = await ana.call('addExercise', { body: { ...band, name: 'Never', description: 'x'.repeat(300_000) } });
    expect(note.status).toBe(413);
    const huge = await server.send('/api/exercises', {
      method: 'POST',
      headers: { authorization: `Bearer ${ana.token}`, 'content-type': 'application/json' },
      body: Buffer.alloc(51 * 1024 * 1024, 0x20),
    });
    expect(huge.status).toBe(413);
  });

  it('takes a GIF of megabytes, and gives it back the same', async () => {
    const pixel = Buffer.from(ONE_PIXEL, 'base64');
    const comment = Buffer.concat([
      Buffer.from([0x21, 0xfe]),
      ...Array<Buffer>(20_000).fill(Buffer.from([255, ...Buffer.alloc(255, 65)])),
      Buffer.from([0]),
    ]);
    const large = Buffer.concat([pixel.subarray(0, 19), comment, pixel.subarray(19)]);
    const made = await bo.call('addExercise', { body: { ...band, gifUrl: URL + large.toString('base64') } });
    expect(made.status).toBe(201);
    const bytes = Buffer.from(await (await get(made.body.data.gifUrl ?? '', bo)).arrayBuffer());
    expect(bytes.equals(large)).toBe(true);
  });

  it('of a trainer is seen by their clients, its animation too, and every change of it', async () => {
    const { arun, kavya } = await coached(server);
    const names = async () =>
      (await kavya.call('exercises', { query: { view: 'card' } })).body.data.slice(38).map(({ name }) => name);
    expect(await names()).toEqual([]);
    const body = { ...band, gifUrl: URL + ONE_PIXEL };
    const made = (await arun.call('addExercise', { body })).body.data;
    expect(await names()).toEqual(['Band walk']);
    const picture = await get(made.gifUrl ?? '', kavya);
    expect(picture.status).toBe(200);
    expect((await kavya.call('removeExercise', { params: { id: made._id } })).status).toBe(404);
    await arun.call('changeExercise', { params: { id: made._id }, body: { ...band, name: 'Side walk' } });
    expect(await names()).toEqual(['Side walk']);
    await arun.call('removeClient', { params: { id: kavya.user._id } });
    expect(await names()).toEqual([]);
    expect((await get(made.gifUrl ?? '', kavya)).status).toBe(404);
  });
});
