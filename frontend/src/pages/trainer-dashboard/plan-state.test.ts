import type { AssignedPlan, CallInput } from '@trainer/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { device } from '../../testing/device.ts';
import { questions, refusal } from '../../testing/answers.ts';
import { givenPlan } from '../../testing/coached.ts';
import { exerciseOf } from '../../testing/exercises.ts';
import { person } from '../../testing/people.ts';

const { default: texts } = await import('../../i18n/en/trainer-dashboard.json');
const { account } = await import('../../account.ts');
const { loadTexts } = await import('../../i18n/t.ts');
const { planState } = await import('./plan-state.ts');
loadTexts({ 'trainer-dashboard': texts });

const squat = exerciseOf('Squat');
const plank = exerciseOf('Plank', { tracking: 'duration', repRange: '20-60 s' });
const run = exerciseOf('Run', { tracking: 'distance_duration', repRange: '10-30 min' });

const planned = (name: string, given: Partial<AssignedPlan['days'][number]['exercises'][number]> = {}) => ({
  exerciseId: `id of ${name}`,
  name,
  sets: 4,
  reps: 8,
  weight: 16.78,
  duration: null,
  restSeconds: 75,
  note: 'slow',
  ...given,
});

let given: CallInput<'givePlan'>['body'][];
let answers: ReturnType<typeof questions<AssignedPlan>>;
const form = (plan: AssignedPlan | null = null) =>
  planState(
    {
      clientId: 'client-made id',
      give(body) {
        given.push(body);
        return answers.ask();
      },
    },
    plan,
    '2026-07-16',
  );

beforeEach(() => {
  device.open('/pages/trainer-dashboard.html');
  account.enter({ token: 'abc', user: person() });
  [given, answers] = [[], questions()];
});

describe('a new plan', () => {
  it('begins on the client’s today, goes for four weeks, and is open on Monday', () => {
    const plan = form();
    expect([plan.isNew, plan.startsOn.value, plan.weeks.value, plan.open.value]).toEqual([true, '2026-07-16', '4', 1]);
  });

  it('goes to the server as it was typed, its days by the week, and is the same one however often it is sent', async () => {
    const plan = form();
    plan.name.value = ' Spring ';
    plan.weeks.value = '6';
    plan.open.value = 4;
    plan.add(plank);
    plan.open.value = 1;
    plan.add(squat);
    plan.rename(' Lower body ');
    plan.change(0, { sets: '4', reps: '8', weight: '16,5', note: ' Slow. ' });
    const saved = plan.save();
    expect(plan.busy.value).toBe(true);
    await plan.save();
    await answers.answer(givenPlan('spring'));
    expect((await saved)?._id).toBe('spring');
    expect(plan.busy.value).toBe(false);
    const common = { restSeconds: null, note: null };
    expect(given).toEqual([
      {
        clientId: 'client-made id',
        name: 'Spring',
        startsOn: '2026-07-16',
        weeks: 6,
        days: [
          {
            weekday: 1,
            name: 'Lower body',
            exercises: [
              { ...common, exerciseId: 'id of Squat', sets: 4, reps: 8, weight: 16.5, duration: null, note: 'Slow.' },
            ],
          },
          {
            weekday: 4,
            exercises: [{ ...common, exerciseId: 'id of Plank', sets: 3, reps: null, weight: null, duration: 40 }],
          },
        ],
      },
    ]);
    void plan.save();
    expect(given[1]?.clientId).toBe('client-made id');
  });

  it('proposes what is usual for an exercise: sets and the middle of its range, in reps or in time', () => {
    const plan = form();
    for (const one of [squat, plank, run]) plan.add(one);
    expect(plan.openDay.value.exercises.map(({ sets, reps, seconds }) => [sets, reps, seconds])).toEqual([
      ['3', '10', ''],
      ['3', '', '40'],
      ['1', '', '1200'],
    ]);
  });

  it('names everything that is wrong at once, but only once somebody tried', async () => {
    const plan = form();
    plan.weeks.value = '53';
    plan.open.value = 3;
    plan.add(squat);
    plan.add(squat);
    plan.add(plank);
    plan.add(squat);
    plan.change(0, { sets: '0' });
    plan.change(1, { weight: 'heavy' });
    plan.change(2, { seconds: '' });
    plan.open.value = 5;
    plan.rename('Nothing yet');
    plan.open.value = 1;
    expect(plan.errors.value.size).toBe(0);
    expect(await plan.save()).toBeUndefined();
    const numbers = 'Sets, reps, time and weight have to be numbers, with at least one set.';
    expect(Object.fromEntries(plan.errors.value)).toEqual({
      name: 'Give the plan a name.',
      weeks: 'From 1 to 52 weeks.',
      'days.0.exercises.0': numbers,
      'days.0.exercises.1': numbers,
      'days.0.exercises.2': 'Say how many reps, or how long.',
      'days.1': 'This day has a name but no exercise.',
    });
    expect([plan.open.value, given]).toEqual([3, []]);
    plan.change(0, { sets: '3' });
    expect(plan.errors.value.has('days.0.exercises.0')).toBe(false);
  });

  it('needs a day with an exercise, and whole weeks', async () => {
    const plan = form();
    plan.name.value = 'Spring';
    plan.weeks.value = '1.5';
    await plan.save();
    expect(Object.fromEntries(plan.errors.value)).toEqual({
      weeks: 'From 1 to 52 weeks.',
      days: 'Choose a day and add an exercise.',
    });
  });

  it('that the server refuses stays as it is, open where something is wrong', async () => {
    const plan = form();
    plan.name.value = 'Spring';
    plan.add(squat);
    plan.open.value = 6;
    plan.add(squat);
    plan.open.value = 1;
    const saved = plan.save();
    const fields = [{ path: 'days.1.exercises.0.sets', message: 'This has to be a whole number.' }];
    await answers.fail(refusal(422, 'invalid_values', { fields }));
    expect(await saved).toBeUndefined();
    expect(plan.errors.value.get('days.1.exercises.0.sets')).toBe('This has to be a whole number.');
    expect([plan.open.value, plan.busy.value, plan.days.value.length]).toEqual([6, false, 2]);
    void plan.save();
    expect([plan.failure.value, given.length]).toEqual([null, 2]);
  });
});

describe('a day of a plan', () => {
  const names = (plan: ReturnType<typeof form>) => plan.openDay.value.exercises.map((one) => one.name);

  it('has its exercises in an order of one’s own', () => {
    const plan = form();
    for (const one of [squat, plank, run]) plan.add(one);
    plan.moveUp(2);
    plan.moveUp(0);
    expect(names(plan)).toEqual(['Squat', 'Run', 'Plank']);
    plan.remove(1);
    expect(names(plan)).toEqual(['Squat', 'Plank']);
  });

  it('is a day of rest once its last exercise is gone, whatever it was called', async () => {
    const plan = form(
      givenPlan('spring', {
        days: [
          { weekday: 2, name: 'Legs', exercises: [planned('Squat')] },
          { weekday: 5, name: 'Core', exercises: [planned('Plank')] },
        ],
      }),
    );
    plan.remove(0);
    expect(plan.days.value.map((day) => day.weekday)).toEqual([5]);
    const saved = plan.save();
    await answers.answer(givenPlan('spring'));
    await saved;
    expect(given[0]?.days.map((day) => day.weekday)).toEqual([5]);
  });

  it('changes nothing on another day', () => {
    const plan = form();
    plan.add(squat);
    plan.open.value = 2;
    plan.add(plank);
    plan.change(0, { sets: '5' });
    expect(plan.days.value.map((day) => [day.weekday, day.exercises[0]?.name, day.exercises[0]?.sets])).toEqual([
      [1, 'Squat', '3'],
      [2, 'Plank', '5'],
    ]);
  });
});

describe('changing a plan', () => {
  const plan = givenPlan('spring', {
    name: 'Spring',
    weeks: 8,
    days: [
      {
        weekday: 4,
        name: 'Legs',
        exercises: [
          planned('Squat', { weight: 22.675 }),
          planned('Plank', { reps: null, weight: null, duration: 30, note: null }),
        ],
      },
    ],
  });

  it('opens its first day, and sends back what nobody touched exactly as it came, in pounds too', async () => {
    const user = person();
    account.update({ ...user, settings: { ...user.settings, units: 'imperial' } });
    const state = form(plan);
    expect([state.isNew, state.open.value, state.openDay.value.exercises[0]?.weight]).toEqual([false, 4, '49.99']);
    void state.save();
    const exercises = [
      { exerciseId: 'id of Squat', sets: 4, reps: 8, weight: 22.675, duration: null, restSeconds: 75, note: 'slow' },
      { exerciseId: 'id of Plank', sets: 4, reps: null, weight: null, duration: 30, restSeconds: 75, note: null },
    ];
    await answers.answer(plan);
    expect(given).toEqual([
      { name: 'Spring', startsOn: '2026-07-06', weeks: 8, days: [{ weekday: 4, name: 'Legs', exercises }] },
    ]);
  });

  it('takes a new weight in the trainer’s own unit, and none where it was taken away', async () => {
    const user = person();
    account.update({ ...user, settings: { ...user.settings, units: 'imperial' } });
    const state = form(plan);
    state.change(0, { weight: '45' });
    void state.save();
    await answers.answer(plan);
    state.change(0, { weight: '' });
    void state.save();
    expect(given.map((body) => body.days[0]?.exercises[0]?.weight)).toEqual([20.41, null]);
  });

  it('leaves the plan alone that is shown elsewhere', () => {
    const state = form(plan);
    state.remove(0);
    expect(plan.days[0]?.exercises).toHaveLength(2);
    expect(state.openDay.value.exercises).toHaveLength(1);
  });
});
