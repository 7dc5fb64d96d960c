import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGemini } from '@trainer/stack/gemini';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ServerProcess, serverProcess } from './testing/server-process.ts';

const DIET = {
  requestId: randomUUID(),
  currentWeight: 75,
  targetWeight: 65,
  height: 175,
  age: 25,
  fitnessLevel: 'intermediate',
  dietaryRestrictions: 'Vegetarian',
};

describe('a server that is killed while it writes a plan', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'trainer-kill-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('keeps nobody from the next plan, and the same request again is one plan', async () => {
    const gemini = await startGemini();
    gemini.script([], { then: 'hang' });
    const environment = { DATA_DIR: dataDir, GEMINI_API_KEY: 'AIza-for-tests', GEMINI_BASE_URL: gemini.url };
    let server = await serverProcess(environment);
    const token = await signUp(server);
    const lost = generate(server, token).catch(() => 'no answer');
    await expect.poll(() => gemini.openCalls, { timeout: 30_000 }).toBe(1);
    expect(server.lines.some((line) => line.includes('Gemini API called for diet plan generation'))).toBe(true);
    await server.end('SIGKILL');
    expect(await lost).toBe('no answer');

    gemini.script([], { then: 'ok' });
    server = await serverProcess(environment);
    const all = await Promise.all(Array.from({ length: 5 }, () => generate(server, token)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    await server.end('SIGTERM');
    await gemini.stop();
  });
});

async function signUp({ url }: ServerProcess): Promise<string> {
  const response = await fetch(`${url}/api/auth/signup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'ana', email: 'ana@example.org', password: 'kolam-kolam-7' }),
  });
  return ((await response.json()) as { token: string }).token;
}

async function generate({ url }: ServerProcess, token: string): Promise<{ status: number; id: string | undefined }> {
  const response = await fetch(`${url}/api/diet-plan/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(DIET),
  });
  const { data } = (await response.json()) as { data?: { _id: string } };
  return { status: response.status, id: data?._id };
}
