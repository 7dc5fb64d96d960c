import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heldWriter } from '../held-writer.ts';
import { type TestServer, testServer } from '../test-server.ts';
import { CALLS } from './calls.ts';
import { type Role, ROLES, TRAINERS_WORD } from './people.ts';
import { played, thingsOf } from './played.ts';
import type { Row } from './row.ts';
import { prepare, SECRETS, type World } from './world.ts';

const isRefusal = ({ cells }: Row, role: Role) => cells[role] !== 'ok' && cells[role] !== 'own';

/** Who is refused asks first, so that whoever is allowed finds that it is still there. */
const refusedFirst = (row: Row, roles: readonly Role[]) =>
  roles.toSorted((a, b) => Number(isRefusal(row, b)) - Number(isRefusal(row, a)));

const CLOSE = new Set<Role>(['trainer', 'member']);

describe('every call by everybody', () => {
  const writer = heldWriter();
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer({ planWriter: writer });
  });
  afterAll(() => server.close());

  it('stands in the table, as the server’s own document lists it', async () => {
    const { paths } = (await server.call('openapi')).body;
    const documented = Object.values(paths as Record<string, Record<string, { operationId: string }>>).flatMap(
      (methods) => Object.values(methods).map(({ operationId }) => operationId),
    );
    expect([...new Set(CALLS.map(({ call }) => call))].sort()).toEqual(documented.sort());
  });

  it('looks for words that the member’s things do hold', async () => {
    const world = await prepare(server, writer);
    await Promise.all([world.suggestion(), world.diet()]);
    const things = await thingsOf(world);
    for (const word of [...SECRETS, TRAINERS_WORD, world.memberId]) expect(things).toContain(word);
  });

  const askOf = async (row: Row, world: World, role: Role) => {
    const asker = role === 'nobody' ? undefined : world.people[role];
    return { role, asker, input: await row.sent(world, asker) };
  };
  type Answers = Partial<Record<Role, string>>;

  async function inOneWorld(row: Row): Promise<Answers> {
    const world = await prepare(server, writer);
    const asks = new Map<Role, Awaited<ReturnType<typeof askOf>>>();
    for (const role of ROLES) asks.set(role, await askOf(row, world, role));
    const before = await thingsOf(world);
    const answers: Answers = {};
    const play = async (roles: readonly Role[]) => {
      for (const role of refusedFirst(row, roles)) {
        const ask = asks.get(role);
        if (ask) answers[role] = await played(server, world, row, ask);
      }
    };
    await play(ROLES.filter((role) => !CLOSE.has(role)));
    expect(await thingsOf(world), 'the member’s things, after strangers').toBe(before);
    await play([...CLOSE]);
    return answers;
  }

  async function inItsOwnWorld(row: Row): Promise<Answers> {
    const answers: Answers = {};
    for (const role of ROLES) {
      const world = await prepare(server, writer);
      answers[role] = await played(server, world, row, await askOf(row, world, role));
    }
    return answers;
  }

  it.each(CALLS)('$title', async (row) => {
    try {
      expect(await (row.each === 'in one world' ? inOneWorld(row) : inItsOwnWorld(row))).toEqual(row.cells);
    } finally {
      writer.release();
    }
  });
});
