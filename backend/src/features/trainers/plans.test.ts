import { randomUUID } from 'node:crypto';
import { builtInExercises } from '@trainer/coach/exercises';
import { addDays, localDateOf, weekdayOf } from '@trainer/coach/days';
import type { CallInput } from '@trainer/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coached, next, someone, SQUAT, workout } from '../../testing/coached.ts';
import { type Client, type TestServer, testServer } from '../../testing/test-server.ts';

const TODAY = localDateOf(new Date(), 'UTC');
const idOf = (slug: string) => builtInExercises.find((exercise) => exercise.slug === slug)?._id ?? '';

describe('a plan that a trainer gives', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer({ clock: () => new Date(`${TODAY}T12:00:00Z`) });
  });
  afterAll(() => server.close());

  type Body = CallInput<'givePlan'>['body'];
  const day = (weekday = weekdayOf(TODAY), exerciseId = SQUAT): Body['days'][number] => ({
    weekday,
    exercises: [{ exerciseId, sets: 3, reps: 8, weight: 16, restSeconds: 90, note: 'slow' }],
  });
  const give = (trainer: Client, id: string, more: Partial<Body> = {}) =>
    trainer.call('givePlan', { params: { id }, body: { name: 'Lower body', days: [day()], ...more } });
  const mine = async (member: Client) => (await member.call('myPlans')).body.data;

  it('is on the member’s dashboard at once, today’s first', async () => {
    const { arun, kavya, id } = await coached(server);
    const told = next(await kavya.socket(), 'plansChanged');
    const tomorrow = weekdayOf(addDays(TODAY, 1));
    const { status, body } = await give(arun, id, { days: [day(tomorrow), day()] });
    expect(status).toBe(201);
    await told;
    await give(arun, id, { name: 'Upper body', days: [day(tomorrow)] });
    expect(body.data).toMatchObject({
      trainerId: arun.user._id,
      memberId: id,
      startsOn: TODAY,
      weeks: 4,
      days: [
        { weekday: tomorrow, name: 'Legs' },
        { exercises: [{ name: 'Goblet Squat', sets: 3, reps: 8, note: 'slow' }] },
      ],
      warnings: [],
    });
    expect(await mine(kavya)).toMatchObject([
      { _id: body.data._id, today: 1 },
      { name: 'Upper body', today: null },
    ]);
    expect((await arun.call('clientPlans', { params: { id } })).body.data).toHaveLength(2);
  });

  it('is due from its first day to the end of its last week', async () => {
    const { arun, kavya, id } = await coached(server);
    for (const startsOn of [addDays(TODAY, 1), addDays(TODAY, -7), addDays(TODAY, -6)])
      await give(arun, id, { name: startsOn, startsOn, weeks: 1 });
    expect((await mine(kavya)).filter((plan) => plan.today !== null).map((plan) => plan.name)).toEqual([
      addDays(TODAY, -6),
    ]);
    const late = await give(arun, id, { startsOn: addDays(TODAY, 400) });
    expect([late.status, late.error?.fields?.[0]?.path]).toEqual([422, 'startsOn']);
  });

  it('is changed and taken back by the trainer who gave it, and by nobody else', async () => {
    const { arun, kavya, id } = await coached(server);
    const other = await coached(server);
    const planId = (await give(arun, id)).body.data._id;
    const to = { name: 'Other', weeks: 2, days: [day(3)] };
    for (const [who, whose] of [
      [other.arun, id],
      [other.arun, other.id],
      [arun, other.id],
    ] as const) {
      const params = { id: whose, planId };
      expect((await who.call('changePlan', { params, body: to })).status).toBe(404);
      expect((await who.call('removePlan', { params })).status).toBe(404);
    }
    const told = next(await kavya.socket(), 'plansChanged');
    const params = { id, planId };
    const changed = await arun.call('changePlan', { params, body: to });
    expect(changed.body.data).toMatchObject({ _id: planId, ...to, startsOn: TODAY, days: [{ weekday: 3 }] });
    await told;
    expect((await arun.call('removePlan', { params })).status).toBe(204);
    expect((await arun.call('removePlan', { params })).status).toBe(404);
    expect(await mine(kavya)).toEqual([]);
  });

  it('sent twice with one clientId is one', async () => {
    const { arun, kavya, id } = await coached(server);
    const clientId = randomUUID();
    const all = await Promise.all([1, 2, 3].map(() => give(arun, id, { clientId })));
    expect(all.map((one) => one.status).sort()).toEqual([200, 200, 201]);
    expect(await mine(kavya)).toHaveLength(1);
  });

  it('warns of what does not go with the member’s conditions, where they share them', async () => {
    const { arun, kavya, id } = await coached(server);
    const condition = 'acute shoulder injury';
    await kavya.call('changeMe', { body: { profile: { medicalConditions: [condition] } } });
    const bench = idOf('barbell-bench-press');
    const silent = await give(arun, id, { days: [day(1, bench)] });
    expect(silent.body.data.warnings).toEqual([]);
    const warnings = [{ exerciseId: bench, condition, message: expect.stringContaining('choose another') }];
    // Their own conditions are the member’s to know in any case.
    expect(await mine(kavya)).toMatchObject([{ warnings }]);
    await kavya.call('changeSharing', { body: { share: { health: true } } });
    expect((await give(arun, id, { days: [day(1, bench)] })).body.data.warnings).toEqual(warnings);
    expect((await arun.call('clientPlans', { params: { id } })).body.data).toMatchObject([{ warnings }, { warnings }]);
    await kavya.call('changeSharing', { body: { share: { health: false } } });
    for (const plan of (await arun.call('clientPlans', { params: { id } })).body.data)
      expect(plan.warnings).toEqual([]);
  });

  it('takes the trainer’s own exercises, which the member sees from then on, and can log', async () => {
    const { arun, kavya, id } = await coached(server);
    const csv = [
      'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE',
    ];
    csv.push('2026-07-01 08:00:00,"A",30m,"Zercher carry",1,20,5,0,0,"","",');
    const bytes = new TextEncoder().encode(csv.join('\n'));
    const namesSeen = async () => (await kavya.call('exercises', { query: {} })).body.data.map((one) => one.name);
    expect(await namesSeen()).not.toContain('Zercher carry');
    const imported = await arun.call('importWorkouts', { query: { unit: 'kg' }, body: bytes });
    expect([imported.status, imported.body]).toMatchObject([200, { data: { workouts: { added: 1 } } }]);
    expect(await namesSeen()).toContain('Zercher carry');
    const own = (await arun.call('exercises', { query: {} })).body.data.find((one) => one.name === 'Zercher carry');
    const exerciseId = own?._id ?? '';
    expect((await give(arun, id, { days: [day(1, exerciseId)] })).body.data.days[0]?.exercises).toMatchObject([
      { name: 'Zercher carry' },
    ]);
    const exercises = [{ name: 'Zercher carry', exerciseId, sets: 2, reps: 5, weight: 20 }];
    const saved = await kavya.call('saveWorkout', workout({ exercises }));
    expect(saved.body.data.exercises).toMatchObject([{ exerciseId }]);

    await kavya.call('leaveTrainer');
    expect(await namesSeen()).not.toContain('Zercher carry');
    expect((await kavya.call('exercise', { params: { id: exerciseId } })).status).toBe(404);
    expect((await kavya.call('saveWorkout', workout({ exercises }))).status).toBe(422);
    // What was trained with it stays, and can be changed.
    const change = { exercises: [{ ...exercises[0], name: 'Zercher carry', reps: 6 }], totalDuration: 20 };
    const changed = await kavya.call('changeWorkout', { params: { id: saved.body.data._id }, body: change });
    expect(changed.body.data.exercises).toMatchObject([{ exerciseId, reps: 6 }]);
  });

  it('is refused whole where an exercise, a day or a number is none, each by its path', async () => {
    const { arun, id } = await coached(server);
    const stranger = await someone(server);
    const unknown = await give(arun, id, { days: [day(1), day(2, 'f'.repeat(24)), day(3, stranger.user._id)] });
    expect([unknown.status, unknown.error?.fields?.map((field) => field.path)]).toEqual([
      422,
      ['days.1.exercises.0.exerciseId', 'days.2.exercises.0.exerciseId'],
    ]);
    for (const body of [
      { days: [] },
      { days: [day(0)] },
      { days: [day(1), day(1)] },
      { days: [{ weekday: 1, exercises: [] }] },
      { weeks: 0 },
      { weeks: 53 },
      { name: ' ' },
      { color: 'red' },
    ] as Partial<Body>[])
      expect([body, (await give(arun, id, body)).status]).toEqual([body, 422]);
    expect((await arun.call('clientPlans', { params: { id } })).body.data).toEqual([]);
  });
});
