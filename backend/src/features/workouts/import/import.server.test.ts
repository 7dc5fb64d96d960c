import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportReceipt, Workout } from '@trainer/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServerProcess, serverProcess } from '../../../testing/server-process.ts';

const HEADER =
  'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE';
const SETS_A_WORKOUT = 25;

describe('an import as large as they come', () => {
  let dataDir: string;
  let server: ServerProcess;
  let token: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'trainer-import-'));
    server = await serverProcess({ DATA_DIR: dataDir });
    const body = { username: 'big', email: 'big@example.org', password: 'kolam-kolam-7' };
    const signedUp = await fetch(`${server.url}/api/auth/signup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    ({ token } = (await signedUp.json()) as { token: string });
  });
  afterAll(async () => {
    await server.end('SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
  });

  const post = (csv: string | Uint8Array) =>
    fetch(`${server.url}/api/workouts/import`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}` },
      body: csv,
    });
  const get = async (path: string) =>
    (await fetch(`${server.url}/api${path}`, { headers: { authorization: `Bearer ${token}` } })).json();
  const refusal = async (answer: Response) => ({
    status: answer.status,
    code: ((await answer.json()) as { error: { code: string } }).error.code,
  });

  it('is refused whole where it is too large or has too many rows, and nothing of it is stored', async () => {
    expect(await refusal(await post(Buffer.alloc(20 * 1024 * 1024 + 1, 'a')))).toEqual({
      status: 413,
      code: 'body_too_large',
    });
    expect(await refusal(await post(`${HEADER}\n${rowOf(0)}\n${'x\n'.repeat(250_000)}`))).toEqual({
      status: 413,
      code: 'body_too_large',
    });
    expect(await get('/workouts')).toMatchObject({ data: [] });
  });

  it('takes 200,000 rows, and answers others meanwhile', async () => {
    const csv = `${HEADER}\n${Array.from({ length: 200_000 }, (_, at) => rowOf(at)).join('\n')}\n`;
    let answered = 0;
    let done = false;
    const imported = post(csv).finally(() => {
      done = true;
    });
    while (!done) {
      expect((await fetch(`${server.url}/healthz`, { headers: { connection: 'close' } })).status).toBe(200);
      answered += 1;
    }
    const { data } = (await (await imported).json()) as { data: ImportReceipt };
    expect(data).toMatchObject({
      rows: 200_000,
      sets: 200_000,
      refused: [],
      workouts: { added: 200_000 / SETS_A_WORKOUT, known: 0 },
    });
    expect(answered).toBeGreaterThan(20);
    const page = (await get('/workouts?limit=1')) as { data: Workout[] };
    expect(page.data[0]?.exercises[0]?.setLog).toHaveLength(SETS_A_WORKOUT);
  });
});

function rowOf(at: number): string {
  const day = new Date(Date.UTC(2000, 0, 1) + Math.floor(at / SETS_A_WORKOUT) * 86_400_000).toISOString().slice(0, 10);
  return `${day} 07:30:00,"Legs",45m,"Squat (Barbell)",${String((at % SETS_A_WORKOUT) + 1)},60.0,5,0,0,"",,`;
}
