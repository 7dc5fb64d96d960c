import { addDays } from '@trainer/coach/days';
import { type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imported, newAccount, newWorkout, NOW, owned, ownExercise, person, TODAY } from '../suite/builders.ts';
import type { Store } from '../port.ts';
import { begun, dietPlan, generation, kept } from '../suite/written-plans.ts';
import { newDatabase } from '../../testing/new-database.ts';
import { prepare } from './collections.ts';
import { storeOn } from './open.ts';

const LATER = new Date(NOW.getTime() + 60_000);
/** Commands that find documents by a filter. */
const FINDING = ['find', 'aggregate', 'update', 'delete', 'findAndModify'];

describe('the questions of a store', () => {
  const uri = newDatabase();
  const database = new URL(uri).pathname.slice(1);
  const asked: Document[] = [];
  let client: MongoClient;
  let store: Store;

  beforeAll(async () => {
    client = new MongoClient(uri, { monitorCommands: true });
    await prepare(client.db(database));
    client.on('commandStarted', ({ commandName, command }) => {
      // A change stream follows the end of the oplog: it reads no collection.
      const follows = JSON.stringify(command).includes('$changeStream');
      if (FINDING.includes(commandName) && !follows) asked.push(command);
    });
    store = await storeOn(client, database);
    await askEverything(store);
    await askOfCoaching(store);
  });
  afterAll(async () => {
    await client.db(database).dropDatabase();
    await store.close();
  });

  const questionsOf = (collection: string) =>
    asked.filter((command) => FINDING.some((name) => command[name] === collection));

  it('are all known here, those of progress, pages and statistics among them', () => {
    for (const name of [
      'users',
      'tokens',
      'weights',
      'exercises',
      'imports',
      'workouts',
      'bests',
      'figures',
      'mails',
      'resets',
      'running',
      'invites',
      'links',
      'assignedPlans',
      'messages',
      'threads',
      'plans',
      'generations',
      'exerciseGifs.files',
    ]) {
      expect(questionsOf(name), name).not.toEqual([]);
    }
  });

  it('never read a collection from end to end', async () => {
    const plans = await plansOf(asked);
    expect(plans.length).toBeGreaterThan(60);
    for (const { command, stages } of plans) {
      expect(stages, JSON.stringify(command)).not.toContain('COLLSCAN');
      expect(stages, JSON.stringify(command)).not.toContain(WHOLE_INDEX);
      expect(stages.length, JSON.stringify(command)).toBeGreaterThan(0);
    }
  });

  it.each([
    ['workouts', 'date'],
    ['users', 'trainer'],
    ['figures', 'figure'],
    ['tokens', 'user'],
  ])('are seen to do so where %s has no index %s', async (collection, index) => {
    await client.db(database).collection(collection).dropIndex(index);
    const plans = await plansOf(questionsOf(collection)).finally(() => prepare(client.db(database)));
    expect(plans.filter(({ stages }) => stages.includes('COLLSCAN') || stages.includes(WHOLE_INDEX))).not.toEqual([]);
  });

  it('end in time on the server, too', () => {
    const questions = asked.filter((command) => command.find !== undefined || command.aggregate !== undefined);
    expect(questions.length).toBeGreaterThan(30);
    for (const command of questions) expect(command.maxTimeMS, JSON.stringify(command)).toBe(8_000);
  });

  it('find a page in the order of an index, without sorting', async () => {
    const pages = questionsOf('workouts').filter((command) => command.find && command.limit > 1 && command.sort);
    expect(pages.length).toBeGreaterThanOrEqual(4);
    for (const { command, stages } of await plansOf(pages)) {
      expect(stages, JSON.stringify(command)).toContain('IXSCAN');
      expect(stages, JSON.stringify(command)).not.toContain('SORT');
    }
    const plans = questionsOf('plans').filter((command) => command.find && command.sort);
    expect(plans).toHaveLength(2);
    for (const { command, stages } of await plansOf(plans)) {
      expect(stages, JSON.stringify(command)).toContain('IXSCAN');
      expect(stages, JSON.stringify(command)).not.toContain('SORT');
    }
  });

  it('look at few documents for progress and statistics, however long the history', async () => {
    const { _id } = await person(store);
    const workouts = Array.from({ length: 900 }, (_, i) => imported(String(i), newWorkout(addDays(TODAY, -2 * i))));
    await store.workouts.import(_id, { workouts, exercises: [] }, NOW, TODAY);
    for (const [ask, most] of [
      [() => store.workouts.progress(_id, TODAY), 40],
      [() => store.workouts.stats(_id, TODAY), 400],
    ] as const) {
      asked.length = 0;
      await ask();
      for (const command of asked) {
        const { executionStats } = await client
          .db(database)
          .command({ explain: plain(command), verbosity: 'executionStats' });
        expect((executionStats as Document).totalDocsExamined).toBeLessThan(most);
        expect((executionStats as Document).totalKeysExamined).toBeLessThan(most);
      }
    }
  });

  async function plansOf(commands: readonly Document[]): Promise<{ command: Document; stages: string[] }[]> {
    return Promise.all(
      commands.flatMap(statementsOf).map(async (command) => {
        const plan = await client.db(database).command({ explain: command, verbosity: 'queryPlanner' });
        return { command, stages: stagesIn(plan) };
      }),
    );
  }
});

/** Everything that a store can be asked, on a small history. */
async function askEverything(store: Store): Promise<void> {
  const { users, tokens, weights, exercises, workouts, plans, mails, resets } = store;
  const { _id, email } = await person(store, { role: 'trainer' });
  await users.add(newAccount({ email }), NOW);
  await users.byEmail(email);
  await users.timeZone(_id);
  await users.change(_id, { username: 'another', profile: { weight: 70 } }, NOW, TODAY);
  await tokens.add({ id: 'one', userId: _id, expiresAt: NOW });
  await tokens.holding('one', NOW);
  await tokens.notHolding(['one'], NOW);
  await tokens.end('one');
  await users.changePassword(_id, 'hash', NOW);
  await resets.add(_id, 'hash of one', LATER);
  await resets.holding('hash of one', NOW);
  await resets.use('hash of one', 'hash', NOW);
  await resets.removeExpired(NOW);
  for (const key of ['sent', 'put off', 'given up']) await mails.add({ key, letter: '{}' }, NOW);
  await mails.waiting();
  for (const mail of await mails.take(NOW, LATER, 3)) {
    if (mail.key === 'sent') await mails.sent(mail._id, NOW);
    else await mails.failed(mail, 'busy', mail.key === 'put off' ? LATER : null, NOW);
  }
  await mails.removeBefore(NOW);
  await tokens.endAllOf(_id);
  await tokens.removeExpired(NOW);
  const { weight } = await weights.put(_id, TODAY, 70, NOW);
  await weights.of(_id);
  await weights.remove(owned(_id, await weights.byId(weight._id)));
  await exercises.builtIn();
  await exercises.builtInOf('chest');
  await exercises.ownedBy([_id]);
  await exercises.byId(_id);
  const { workout } = await workouts.add(_id, newWorkout(TODAY, { clientId: 'one' }), NOW, TODAY);
  await workouts.add(_id, newWorkout(TODAY, { clientId: 'one' }), NOW, TODAY);
  await workouts.byId(workout._id);
  await workouts.change(owned(_id, workout), newWorkout('2026-07-01'), NOW, TODAY);
  await workouts.page(_id, { limit: 1 });
  await workouts.page(_id, { limit: 1, after: { date: workout.date, id: workout._id } });
  await workouts.page(_id, { limit: 1, from: '2026-07-01', to: '2026-07-02' });
  await workouts.page(_id, { limit: 1, to: '2026-07-02', after: { date: workout.date, id: workout._id } });
  await workouts.progress(_id, TODAY);
  await workouts.stats(_id, TODAY);
  const load = { workouts: [imported('a'), imported('b')], exercises: [ownExercise('Sled pull')] };
  const { importId } = await workouts.import(_id, load, NOW, TODAY);
  await workouts.knownKeys(_id, ['a']);
  for await (const one of workouts.all(_id)) if (one.source === 'import') break;
  await workouts.undoImport(_id, importId ?? '', TODAY);
  await workouts.rebuild(_id);
  await workouts.remove(owned(_id, workout), TODAY);
  const plan = owned(_id, await kept(store, _id));
  const ask = generation();
  const claim = await begun(store, _id, ask);
  await plans.generations(_id, TODAY, NOW);
  await plans.cancel(_id, ask.requestId, NOW);
  await plans.giveUp(claim, { uncount: true });
  await plans.page(_id, 'diet', { limit: 1 });
  await plans.page(_id, 'diet', { limit: 1, after: { date: plan.createdAt, id: plan._id } });
  await plans.share(plan, 'token');
  await plans.byShareToken('token');
  await plans.unshare(plan);
  await plans.change(plan, dietPlan('changed'));
  await plans.byId(plan._id);
  await plans.remove(plan);
}

/** All that is between a trainer and a client. */
async function askOfCoaching(store: Store): Promise<void> {
  const { users, workouts, running, coaching, assignedPlans, messages } = store;
  const [trainer, member] = [await person(store, { role: 'trainer' }), await person(store)];
  const [one, other] = [trainer._id, member._id];
  const invitation = (email: string, code: string, clientId: string | null) =>
    coaching.invite({ trainerId: one, email, code, codeHash: `hash of ${code}`, clientId, expiresAt: LATER }, NOW);
  const { invite } = await invitation(member.email, 'first', 'one');
  const { invite: second } = await invitation('else@example.org', 'second', null);
  await coaching.invitesBy(one, NOW);
  await coaching.invitesTo(member.email, NOW);
  await coaching.inviteById(invite._id);
  await coaching.inviteByCode('hash of first', NOW);
  await coaching.removeInvite(second._id);
  await coaching.accept(invite._id, other, NOW);
  await coaching.linkOf(other);
  await coaching.linksOf(one);
  await coaching.changeLink(other, { until: TODAY });
  await coaching.linksEndedBefore('2026-12-31');
  await coaching.writeNote(one, other, 'Knee.', NOW);
  await coaching.note(one, other);

  const given = { clientId: 'one', trainerId: one, memberId: other, name: 'Legs', startsOn: TODAY, weeks: 4 };
  const planned = { ...given, days: [{ weekday: 1, name: 'Legs', exercises: [] }] };
  const { plan } = await assignedPlans.add(planned, NOW);
  await assignedPlans.byId(plan._id);
  await assignedPlans.of([other]);
  await assignedPlans.planned(one, [other], TODAY);
  await assignedPlans.change(plan._id, planned, TODAY, NOW);
  await assignedPlans.remove(plan._id, TODAY, NOW);

  await users.byIds([one, other]);
  await workouts.add(other, newWorkout(), NOW, TODAY);
  await workouts.glances([{ userId: other, today: TODAY }]);
  const start = { opId: 'op', sessionId: 'session', at: NOW.toISOString(), op: 'start' } as const;
  await running.append(other, [{ ...start, startedAt: NOW.toISOString(), name: 'Legs' }], NOW);
  await running.of(other);
  await running.glances([other]);
  await running.made(other, 'session', 1, null);
  await running.unmade(1);
  await running.removeBefore(NOW);

  const { message } = await messages.add({ from: one, to: other, text: 'Well done.', clientId: 'one' }, NOW);
  await messages.page(one, other, { limit: 1, direction: 'older' });
  const from = { date: message.createdAt, id: message._id };
  for (const direction of ['older', 'newer'] as const) await messages.page(one, other, { limit: 1, direction, from });
  await messages.threads(one);
  await messages.unread(other, [one]);
  await messages.untold(LATER, 1);
  await messages.told([message._id]);
  await messages.read(other, one, LATER);
  await coaching.end(one, other, NOW);
}

/** Updates and deletes are explained one by one. */
function statementsOf(command: Document): Document[] {
  const whole = plain(command);
  for (const list of ['updates', 'deletes']) {
    const statements = whole[list] as Document[] | undefined;
    if (statements) return statements.map((one) => ({ ...whole, [list]: [one] }));
  }
  return [whole];
}

/** The command without what belongs to its session. */
const plain = (command: Document): Document =>
  Object.fromEntries(
    Object.entries(command).filter(
      ([name]) =>
        !/^(lsid|txnNumber|startTransaction|autocommit|readConcern|writeConcern|ordered|bypass.*|\$.*)$/.test(name),
    ),
  );

/** An index that is read from end to end, for its order alone, is a COLLSCAN by another name. */
const WHOLE_INDEX = 'IXSCAN without a bound';

/** The names of all stages of the plan that won. */
function stagesIn(plan: unknown): string[] {
  if (Array.isArray(plan)) return plan.flatMap(stagesIn);
  if (typeof plan !== 'object' || plan === null) return [];
  return Object.entries(plan).flatMap(([name, value]) => {
    if (name === 'rejectedPlans') return [];
    if (name === 'indexBounds') return String(Object.values(value as object)[0]) === EVERYTHING ? [WHOLE_INDEX] : [];
    return name === 'stage' ? [String(value)] : stagesIn(value);
  });
}

const EVERYTHING = '[MinKey, MaxKey]';
