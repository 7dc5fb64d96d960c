import { beforeEach, describe, expect, it } from 'vitest';
import { device } from '../../testing/device.ts';
import { Refused } from '../../api.ts';
import { account } from '../../account.ts';
import { person } from '../../testing/people.ts';
import { workoutPlan } from '../../testing/plans.ts';
import type { WorkoutValues } from './form-state.ts';

const { default: aiSuggestions } = await import('../../i18n/en/ai-suggestions.json');
const { default: plans } = await import('../../i18n/en/plans.json');
const { loadTexts } = await import('../../i18n/t.ts');
const { inShort, requestOf, toggledPlace, workoutForm } = await import('./form-state.ts');
loadTexts({ 'ai-suggestions': aiSuggestions, plans });

const kavya = person({
  profile: {
    ...person().profile,
    age: 29,
    sex: 'female',
    height: 160,
    weight: 62.4,
    fitnessLevel: 'intermediate',
    goals: ['Muscle Gain'],
    medicalConditions: ['Shoulder pain', 'frozen elbow', 'None'],
    equipment: ['dumbbell', 'cable'],
  },
});

describe('the form of a workout plan', () => {
  let kept: WorkoutValues | undefined;
  const draft = {
    read: () => kept,
    keep: (values: WorkoutValues) => (kept = values),
    forget: () => (kept = undefined),
  };
  const form = () => workoutForm(kavya, draft, undefined);

  beforeEach(() => {
    device.open('/pages/ai-suggestions.html');
    account.update(kavya);
    kept = undefined;
  });

  it('is filled from the profile; words that are no chip stand in the field beside them', () => {
    expect(form().values.value).toMatchObject({
      age: '29',
      sex: 'female',
      weight: '62.4',
      height: '160',
      fitnessLevel: 'intermediate',
      goals: ['muscle gain'],
      equipment: ['dumbbells', 'machines'],
      medicalConditions: ['shoulder pain'],
      otherConditions: 'frozen elbow',
    });
  });

  it('goes on from the last plan where the profile says nothing', () => {
    const { values } = workoutForm(person(), draft, {
      ...workoutPlan().request,
      daysPerWeek: 5,
      minutesPerSession: 50,
    });
    expect(values.value).toMatchObject({ daysPerWeek: '5', minutesPerSession: '45', goals: ['muscle gain'] });
  });

  it('becomes the request, in the server’s units and words', () => {
    expect(requestOf({ ...form().values.value, weight: '62,4', notes: ' Before work ' })).toEqual({
      age: 29,
      sex: 'female',
      weight: 62.4,
      height: 160,
      fitnessLevel: 'intermediate',
      goals: ['muscle gain'],
      daysPerWeek: 3,
      minutesPerSession: 45,
      equipment: ['dumbbell', 'cable', 'machine'],
      medicalConditions: ['shoulder pain', 'frozen elbow'],
      notes: 'Before work',
    });
  });

  it('reads pounds and inches of somebody who thinks in them', () => {
    account.update({ ...kavya, settings: { ...kavya.settings, units: 'imperial' } });
    const { values } = form();
    expect([values.value.weight, values.value.height]).toEqual(['137.6', '63']);
    expect(requestOf({ ...values.value, weight: '150', height: '70' })).toMatchObject({ weight: 68.04, height: 177.8 });
  });

  it('leaves equipment out for a whole gym, and sends an empty list for none', () => {
    const values = form().values.value;
    expect(requestOf({ ...values, equipment: ['gym'] })).not.toHaveProperty('equipment');
    expect(requestOf({ ...values, equipment: ['nothing'] }).equipment).toEqual([]);
  });

  it('knows that a whole gym and no equipment stand alone', () => {
    expect(toggledPlace(['dumbbells', 'bench'], 'gym')).toEqual(['gym']);
    expect(toggledPlace(['gym'], 'dumbbells')).toEqual(['dumbbells']);
    expect(toggledPlace(['nothing'], 'bike')).toEqual(['bike']);
    expect(toggledPlace(['nothing'], 'nothing')).toEqual([]);
  });

  it('says what is missing with the first try, and then follows what is typed', () => {
    const empty = workoutForm(person(), draft, undefined);
    expect(empty.errors.value.size).toBe(0);
    expect(empty.ready()).toBe(false);
    expect([...empty.errors.value.keys()].sort()).toEqual(['age', 'goals', 'height', 'weight']);
    empty.change({ age: 'old' });
    expect(empty.errors.value.get('age')).toBe('This has to be a number.');
    empty.change({ age: '29' });
    expect(empty.errors.value.has('age')).toBe(false);
  });

  it('shows what the server has against a value at its field, until it is changed', () => {
    const asked = form();
    const refusal = new Refused(new Response(null, { status: 422 }), {
      success: false,
      error: {
        code: 'invalid_values',
        message: 'Some values need another look.',
        fields: [
          { path: 'weight', message: 'Too much.' },
          { path: 'medicalConditions.1', message: 'We do not know “frozen elbow”.' },
          { path: 'requestId', message: 'This has to be a UUID.' },
        ],
      },
    });
    expect(asked.refused(refusal, { medicalConditions: 'otherConditions' })).toEqual(['This has to be a UUID.']);
    expect([...asked.errors.value]).toEqual([
      ['weight', 'Too much.'],
      ['otherConditions', 'We do not know “frozen elbow”.'],
    ]);
    asked.change({ weight: '62' });
    expect([...asked.errors.value.keys()]).toEqual(['otherConditions']);
  });

  it('keeps words on the device until they are sent, whatever an older program kept', () => {
    form().change({ notes: 'Only 45 minutes' });
    expect(form().values.value.notes).toBe('Only 45 minutes');
    form().sent();
    expect(kept).toBeUndefined();
    kept = { notes: ['x'], goals: 'y', age: '31' } as unknown as WorkoutValues;
    expect(form().values.value).toMatchObject({ notes: '', goals: ['muscle gain'], age: '31' });
  });

  it('is said in short', () => {
    expect(inShort(form().values.value).replaceAll('\u00a0', ' ')).toBe(
      '3 days, 45 min, dumbbells, cables and machines, shoulder pain',
    );
  });
});
