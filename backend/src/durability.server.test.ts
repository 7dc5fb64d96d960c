import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Progress, Workout } from '@trainer/contract/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ServerProcess, serverProcess } from './testing/server-process.ts';

const WRITERS = 16;

describe('what was answered', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'trainer-kill-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('is still there after kill -9 under load, four times in a row, and the kept numbers fit', async () => {
    let server = await serverProcess({ DATA_DIR: dataDir });
    const token = await signUp(server);
    const answered = new Set<string>();
    for (const after of [40, 130, 75, 210]) {
      await killUnderLoad(server, token, answered, answered.size + after);
      server = await serverProcess({ DATA_DIR: dataDir });
      const stored = await allWorkouts(server, token);
      const missing = [...answered].filter((clientId) => !stored.has(clientId));
      expect(missing).toEqual([]);
      const { data } = await get<{ data: Progress }>(server, token, '/api/members/progress');
      expect(data.totalWorkouts).toBe(stored.size);
      expect(data.version).toBe(stored.size);
    }
    await server.end('SIGTERM');
  });

  it('is finished before SIGTERM ends the server, and nothing that was answered is lost', async () => {
    const server = await serverProcess({ DATA_DIR: dataDir });
    const token = await signUp(server);
    const answered = new Set<string>();
    const writers = Array.from({ length: WRITERS }, () => saveUntilItFails(server, token, answered));
    await expect.poll(() => answered.size, { timeout: 30_000 }).toBeGreaterThan(50);
    expect(await server.end('SIGTERM')).toBe(0);
    await Promise.all(writers);
    const again = await serverProcess({ DATA_DIR: dataDir });
    const stored = await allWorkouts(again, token);
    expect([...answered].filter((clientId) => !stored.has(clientId))).toEqual([]);
    await again.end('SIGTERM');
  });
});

describe('the start', () => {
  it('stops with one line that names a variable with a value it does not take', async () => {
    await expect(serverProcess({ PORT: 'eight' })).rejects.toThrow(
      'PORT is "eight". It takes a whole number from 0 to 65535.',
    );
  });
});

async function signUp({ url }: ServerProcess): Promise<string> {
  const body = JSON.stringify({ username: 'ana', email: 'ana@example.org', password: 'kolam-kolam-7' });
  const response = await fetch(`${url}/api/auth/signup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return ((await response.json()) as { token: string }).token;
}

async function killUnderLoad(server: ServerProcess, token: string, answered: Set<string>, at: number): Promise<void> {
  const writers = Array.from({ length: WRITERS }, () => saveUntilItFails(server, token, answered));
  await expect.poll(() => answered.size, { interval: 1, timeout: 30_000 }).toBeGreaterThanOrEqual(at);
  await server.end('SIGKILL');
  await Promise.all(writers);
}

async function saveUntilItFails({ url }: ServerProcess, token: string, answered: Set<string>): Promise<void> {
  for (;;) {
    const clientId = randomUUID();
    const body = JSON.stringify({
      clientId,
      exercises: [{ name: 'Push-Up', sets: 3, reps: 10 }],
      totalDuration: 10,
      totalCalories: 40,
    });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await fetch(`${url}/api/workouts`, { method: 'POST', headers, body }).catch(() => undefined);
    if (response?.status !== 201) return;
    answered.add(clientId);
    await response.arrayBuffer().catch(() => undefined);
  }
}

async function allWorkouts(server: ServerProcess, token: string): Promise<Set<string>> {
  const ids = new Set<string>();
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor ? `&cursor=${cursor}` : '';
    const page: { data: Workout[]; page: { nextCursor: string | null } } = await get(
      server,
      token,
      `/api/workouts?limit=100${query}`,
    );
    for (const { clientId } of page.data) if (clientId) ids.add(clientId);
    cursor = page.page.nextCursor;
  }
  return ids;
}

async function get<T>({ url }: ServerProcess, token: string, path: string): Promise<T> {
  return (await (await fetch(url + path, { headers: { authorization: `Bearer ${token}` } })).json()) as T;
}
