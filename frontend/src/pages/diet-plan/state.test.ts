import type { DietRequest, ShoppingShelf, Swap } from '@trainer/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { device } from '../../testing/device.ts';
import { Refused, Unreachable } from '../../api.ts';
import { account } from '../../account.ts';
import { person } from '../../testing/people.ts';
import { dietPlan, itemOf, mealOf } from '../../testing/plans.ts';
import type { DietValues } from './form-state.ts';
import type { KeptList } from './shopping-state.ts';
import type { Target } from './target-state.ts';

const { default: dietTexts } = await import('../../i18n/en/diet-plan.json');
const { default: plans } = await import('../../i18n/en/plans.json');
const { loadTexts } = await import('../../i18n/t.ts');
const { dietForm, eatingOf, inShort, requestOf } = await import('./form-state.ts');
const { targetState } = await import('./target-state.ts');
const { swapState } = await import('./swap-state.ts');
const { shoppingState } = await import('./shopping-state.ts');
const { differenceInWords, itemInWords } = await import('./swap-view.ts');
const { amountInWords } = await import('./shopping-view.ts');
loadTexts({ 'diet-plan': dietTexts, plans });

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const flat = (text: string) => text.replaceAll('\u00a0', ' ');
const kavya = person({
  profile: {
    ...person().profile,
    age: 29,
    height: 160,
    weight: 62.4,
    dietaryRestrictions: ['Vegetarian', 'peanut', 'curry leaf'],
  },
});

beforeEach(() => {
  device.open('/pages/diet-plan.html');
  account.update(kavya);
});

describe('the form of a diet plan', () => {
  let kept: DietValues | undefined;
  const draft = {
    read: () => kept,
    keep: (values: DietValues) => (kept = values),
    forget: () => (kept = undefined),
  };
  beforeEach(() => {
    kept = undefined;
  });

  it('parts what a profile says of eating into diet, allergens and other words, and drops nothing', () => {
    expect(eatingOf(['Vegetarian', 'Peanut allergy', 'gluten free', 'curry leaf', 'None'])).toEqual({
      diet: 'vegetarian',
      allergies: ['peanut', 'gluten'],
      other: 'curry leaf',
    });
  });

  it('chooses no diet for anybody: that is asked', () => {
    const form = dietForm(person(), draft, undefined);
    expect(form.values.value.diet).toBe('');
    form.ready();
    expect(form.errors.value.get('diet')).toBe('Please choose what you eat.');
  });

  it('becomes the request, with every word that was typed', () => {
    const values = {
      ...dietForm(kavya, draft, undefined).values.value,
      targetWeight: '58',
      otherAllergies: 'curry leaf, jeeragam',
    };
    expect(requestOf(values, kavya)).toEqual({
      currentWeight: 62.4,
      targetWeight: 58,
      height: 160,
      age: 29,
      sex: null,
      fitnessLevel: 'beginner',
      activity: 'light',
      goals: [],
      region: 'south-india',
      dietaryRestrictions: ['vegetarian'],
      allergies: ['peanut', 'curry leaf', 'jeeragam'],
      medicalConditions: [],
      notes: null,
    });
    expect(inShort(values)).toBe('Vegetarian, all of the South, without peanut, curry leaf, jeeragam');
  });

  it('goes on from the last plan', () => {
    const { request } = dietPlan();
    const { values } = dietForm(person(), draft, { ...request, allergies: ['egg'], without: ['Cumin'] });
    expect(values.value).toMatchObject({
      targetWeight: '58',
      region: 'tamil-nadu',
      activity: 'moderate',
      diet: 'vegetarian',
      allergies: ['egg'],
      otherAllergies: 'Cumin',
    });
  });

  it('has a target as soon as its numbers are there', () => {
    const form = dietForm(kavya, draft, undefined);
    expect(form.forTarget()).toBeNull();
    form.change({ targetWeight: 'x' });
    expect(form.forTarget()).toBeNull();
    form.change({ targetWeight: '58' });
    expect(form.forTarget()).toMatchObject({ currentWeight: 62.4, targetWeight: 58 });
  });
});

describe('the target before a plan', () => {
  const request = (targetWeight: number) => ({ targetWeight }) as DietRequest;
  const answer = (calories: number) => ({ targets: { calories } }) as Target;
  let asked: DietRequest[];
  let answers: ((target: Target) => void)[];
  let refusals: ((error: Error) => void)[];
  let timers: { run: () => void }[];
  let state: ReturnType<typeof targetState>;
  const passTime = () => {
    const due = timers;
    timers = [];
    for (const { run } of due) run();
  };

  beforeEach(() => {
    [asked, answers, refusals, timers] = [[], [], [], []];
    state = targetState({
      ask: (one) =>
        new Promise((resolve, reject) => {
          asked.push(one);
          answers.push(resolve);
          refusals.push(reject);
        }),
      later(_, run) {
        const timer = { run };
        timers.push(timer);
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
    });
  });

  it('is asked for once somebody stops typing, and not again for the same numbers', () => {
    state.want(request(5));
    state.want(request(58));
    passTime();
    state.want(request(58));
    passTime();
    expect(asked).toEqual([request(58)]);
  });

  it('is that of the newest numbers, whichever answer comes last', async () => {
    state.want(request(58));
    passTime();
    state.want(request(60));
    passTime();
    answers[1]?.(answer(1600));
    answers[0]?.(answer(1490));
    await settle();
    expect([state.target.value?.targets.calories, state.busy.value]).toEqual([1600, false]);
  });

  it('is none where there may be none, and says why', async () => {
    state.want(request(40));
    passTime();
    refusals[0]?.(
      new Refused(new Response(null, { status: 422 }), {
        success: false,
        error: { code: 'needs_professional', message: 'See a doctor.' },
      }),
    );
    await settle();
    expect([state.target.value, state.refused.value]).toEqual([null, 'See a doctor.']);
    state.want(null);
    expect([state.refused.value, state.busy.value]).toEqual([null, false]);
  });
});

describe('swapping a meal', () => {
  const totals = { calories: 346, protein: 18, carbs: 40, fat: 10, fibre: 6 };
  const swap = (swapId: string): Swap => ({
    swapId,
    items: mealOf('dinner', [itemOf('adai')]).items,
    totals,
    day: totals,
    difference: totals,
  });
  let taken: string[];
  let breaks: Error | undefined;
  let state: ReturnType<typeof swapState>;

  beforeEach(() => {
    [taken, breaks] = [[], undefined];
    state = swapState(
      {
        swaps: () => (breaks ? Promise.reject(breaks) : Promise.resolve([swap('a'), swap('b'), swap('c')])),
        take(_day, _meal, swapId) {
          if (breaks) return Promise.reject(breaks);
          taken.push(swapId);
          return Promise.resolve(dietPlan());
        },
      },
      { day: 4, meal: 'dinner' },
    );
  });

  it('offers the best one first, and takes the one that was chosen', async () => {
    await state.load();
    expect(state.chosen.value?.swapId).toBe('a');
    state.choose('c');
    expect(await state.take()).toBeDefined();
    expect(taken).toEqual(['c']);
  });

  it('changes nothing where it could not be taken, and can be tried again', async () => {
    await state.load();
    breaks = new Unreachable();
    expect(await state.take()).toBeUndefined();
    expect([state.failure.value, state.busy.value]).toEqual([breaks, false]);
    breaks = undefined;
    await state.take();
    expect(taken).toEqual(['a']);
  });

  it('takes nothing before there is something to take', async () => {
    expect(await state.take()).toBeUndefined();
  });

  it('says what is in a meal and what it does to the day', () => {
    expect(itemInWords({ portionText: '½ katori', name: 'Keerai masiyal' })).toBe('½ katori keerai masiyal');
    expect(itemInWords({ portionText: '3 idlis', name: 'Ragi idli' })).toBe('3 ragi idli');
    expect(flat(differenceInWords({ ...totals, calories: -18, protein: 2 }))).toBe('−18 kcal, +2 g');
    expect(flat(differenceInWords({ ...totals, calories: 0, protein: 0 }))).toBe('±0 kcal, ±0 g');
  });
});

describe('the shopping list', () => {
  const shelves: ShoppingShelf[] = [
    { shelf: 'Grains', items: [{ ingredient: 'rice', name: 'Rice', grams: 170 }] },
    { shelf: 'Dairy', items: [{ ingredient: 'curd', name: 'Curd', grams: 1100 }] },
  ];
  let kept: KeptList | undefined;
  let answer: ShoppingShelf[] | Error;
  const make = () =>
    shoppingState({
      fetch: () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)),
      kept: {
        read: () => kept,
        keep: (list) => (kept = list),
        forget: () => (kept = undefined),
      },
    });

  beforeEach(() => {
    [kept, answer] = [undefined, shelves];
  });

  it('keeps its ticks on the device, over a reload and without a network', async () => {
    const list = make();
    await list.open('p');
    list.toggle('rice');
    list.forPeople(4);
    answer = new Unreachable();
    const later = make();
    await later.open('p');
    expect([later.count.value, later.people.value]).toEqual([{ ticked: 1, all: 2 }, 4]);
    expect(later.failure.value).toBe(answer);
    later.toggle('rice');
    expect(kept?.ticked).toEqual([]);
  });

  it('begins with an empty basket for another week', async () => {
    const list = make();
    await list.open('p');
    list.toggle('rice');
    await list.open('q');
    expect(list.count.value.ticked).toBe(0);
  });

  it('counts no tick of what a swap took off the list', async () => {
    const list = make();
    await list.open('p');
    list.toggle('curd');
    answer = shelves.slice(0, 1);
    await list.open('p');
    expect(list.count.value).toEqual({ ticked: 0, all: 1 });
  });

  it('has nothing to show where neither device nor server knows it', async () => {
    answer = new Unreachable();
    const list = make();
    await list.open('p');
    expect([list.shelves.value, list.failure.value]).toEqual([null, answer]);
  });

  it('says amounts as a shop does', () => {
    expect([amountInWords(170), amountInWords(1100), amountInWords(4400)].map(flat)).toEqual([
      '170 g',
      '1.1 kg',
      '4.4 kg',
    ]);
  });
});
