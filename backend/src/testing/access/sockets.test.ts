import { clientEvents, serverEvents } from '@trainer/contract/sockets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type TestServer, testServer, type TestSocket } from '../test-server.ts';
import { HAPPENINGS } from './events.ts';
import { PEOPLE, type People, type Person, type Role, ROLES, STRANGERS } from './people.ts';
import { WISHES, type Wish } from './wishes.ts';
import { prepare, type World } from './world.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ presence: { graceMs: 20, beatMs: 4_000, goneMs: 14_000 } });
});
afterAll(() => server.close());

/** One screen of each. */
async function screensOf(people: People): Promise<Record<Person, TestSocket>> {
  const screens = await Promise.all(PEOPLE.map(async (person) => [person, await people[person].socket()] as const));
  return Object.fromEntries(screens) as Record<Person, TestSocket>;
}

describe('every wish of a screen by everybody', () => {
  it('stands in the table', () => {
    expect([...new Set(WISHES.map(({ event }) => event))].sort()).toEqual(Object.keys(clientEvents).sort());
  });

  async function answerOf(wish: Wish, world: World, screen: TestSocket): Promise<string> {
    const { success, error } = await wish.make(screen, world);
    return success ? 'ok' : error === 'forbidden' ? '403' : (error ?? 'no error');
  }

  it.each(WISHES)('$title', async (wish) => {
    const world = await prepare(server);
    const screens = await screensOf(world.people);
    const refused = await connect(server.url, undefined).then(String, (error: unknown) => (error as Error).message);
    const answers: Partial<Record<Role, string>> = { nobody: refused === 'unauthorized' ? '401' : refused };
    for (const person of PEOPLE) answers[person] = await answerOf(wish, world, screens[person]);
    expect(answers).toEqual(wish.cells);
  });
});

describe('everything that the server tells', () => {
  it('stands in the table', () => {
    expect([...new Set(HAPPENINGS.map(({ event }) => event))].sort()).toEqual(Object.keys(serverEvents).sort());
  });

  /** Whatever was told before this has arrived, or the screen is closed. */
  const settled = (screens: Record<Person, TestSocket>) =>
    Promise.all(
      PEOPLE.map(async (person) => {
        if (screens[person].connected) await screens[person].emitWithAck('typing', { to: '' });
      }),
    );

  it.each(HAPPENINGS)('$title', async ({ event, cells, happen }) => {
    const world = await prepare(server);
    const screens = await screensOf(world.people);
    for (const person of PEOPLE) await screens[person].emitWithAck('joinProgressRoom', world.memberId);
    const heard = new Map(PEOPLE.map((person) => [person, new Set<string>()]));
    for (const person of PEOPLE) screens[person].onAny((told: string) => heard.get(person)?.add(told));

    await happen(world, screens);
    const hearers = ROLES.filter((role) => cells[role] === 'yes');
    await expect.poll(() => hearers.filter((role) => role === 'nobody' || !heard.get(role)?.has(event))).toEqual([]);
    await settled(screens);
    expect(PEOPLE.filter((person) => heard.get(person)?.has(event))).toEqual(hearers);
    // Of what happens to the member, strangers hear nothing by any name.
    expect(STRANGERS.flatMap((person) => [...(heard.get(person) ?? [])])).toEqual([]);
  });
});
