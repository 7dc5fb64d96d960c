import { EQUIPMENT, HARD_STOPS } from '@trainer/contract/plan-words';
import type { GivenSuggestionRequest } from '@trainer/contract/types';
import { describe, expect, it } from 'vitest';
import { readSuggestionRequest } from './request.ts';

const GIVEN: GivenSuggestionRequest = {
  age: 25,
  weight: 75,
  height: 175,
  fitnessLevel: 'intermediate',
  goals: ['Weight Loss', 'Muscle Gain'],
  medicalConditions: 'None',
};
const read = (change: Partial<GivenSuggestionRequest> = {}) => readSuggestionRequest({ ...GIVEN, ...change }, []);
const profile = (change: Partial<GivenSuggestionRequest> = {}) => {
  const given = read(change);
  if (!('profile' in given)) throw new Error(JSON.stringify(given));
  return given.profile;
};
const stop = (change: Partial<GivenSuggestionRequest>) => {
  const given = read(change);
  if (!('stop' in given)) throw new Error(JSON.stringify(given));
  return given.stop;
};

describe('a request', () => {
  it('works as it is written in the API’s description', () => {
    expect(read()).toEqual({
      profile: {
        age: 25,
        sex: null,
        weight: 75,
        height: 175,
        fitnessLevel: 'intermediate',
        goals: ['weight loss', 'muscle gain'],
        targetWeight: null,
        medicalConditions: [],
        daysPerWeek: 4,
        equipment: [...EQUIPMENT],
        minutesPerSession: 45,
        notes: null,
        history: [],
      },
    });
  });

  it.each([
    ['beginner', 3],
    ['intermediate', 4],
    ['advanced', 5],
  ] as const)('of a person who is %s means %i days, where nobody says how many', (fitnessLevel, days) => {
    expect(profile({ fitnessLevel }).daysPerWeek).toBe(days);
    expect(profile({ fitnessLevel, daysPerWeek: 7 }).daysPerWeek).toBe(7);
  });

  it('without equipment means a whole gym; “none” and an empty list mean what every home has', () => {
    expect(profile({ equipment: null }).equipment).toEqual(EQUIPMENT);
    expect(profile({ equipment: 'none' }).equipment).toEqual([]);
    expect(profile({ equipment: [] }).equipment).toEqual([]);
    expect(profile({ equipment: ['Dumbbells', 'bench'] }).equipment).toEqual(['dumbbell', 'bench']);
  });

  it('without a goal is for general fitness', () => {
    expect(profile({ goals: [] }).goals).toEqual(['general fitness']);
  });

  it('tells pain from injury', () => {
    expect(profile({ medicalConditions: ['knee pain', 'acute shoulder'] }).medicalConditions).toEqual([
      'knee pain',
      'shoulder injury',
    ]);
  });

  it('is refused by name for every word that nobody understands', () => {
    const given = read({
      goals: ['strength', 'wibble'],
      medicalConditions: 'wobble',
      equipment: ['dumbbell', 'wubble'],
    });
    expect(given).toMatchObject({
      wrong: [
        { path: 'goals', message: expect.stringContaining('wibble') as string },
        { path: 'medicalConditions', message: expect.stringContaining('wobble') as string },
        { path: 'equipment', message: expect.stringContaining('wubble') as string },
      ],
    });
  });

  it('keeps the day to which breaks are counted', () => {
    const given = readSuggestionRequest(GIVEN, [], '2026-11-25');
    expect(given).toMatchObject({ profile: { today: '2026-11-25' } });
  });
});

describe('no plan', () => {
  it('is made for anybody under 18', () => {
    expect(stop({ age: 17 }).reason).toMatch(/adults/);
    expect(profile({ age: 18 }).age).toBe(18);
  });

  it.each(HARD_STOPS)('is made with %s, and the answer says what to do', (word) => {
    const { reason, instead } = stop({ medicalConditions: word });
    expect(reason).toMatch(/\.$/);
    expect(instead).toMatch(/doctor|Rest|surgeon|midwife/);
    expect(`${reason} ${instead}`).not.toMatch(/!/);
  });

  it('is made where one of several words is a reason, also among what is not eaten', () => {
    expect(stop({ medicalConditions: 'knee pain, chest pain, fainting' }).reason).toMatch(/The same goes for fainting/);
    expect(stop({ dietaryRestrictions: 'anorexia' }).instead).toMatch(/14416/);
  });

  it('is made, before words are refused', () => {
    expect(stop({ medicalConditions: 'chest pain, wobble' }).reason).toMatch(/Chest pain/);
  });

  it('is made for a weight under BMI 18.5, and says from which on', () => {
    expect(stop({ weight: 52, height: 160, targetWeight: 44 })).toEqual({
      reason: '44 kg is under a healthy weight at 160 cm.',
      instead: 'From 48 kg we can plan. If you feel that you have to weigh less, please talk to a doctor about it.',
    });
    expect(profile({ weight: 52, height: 160, targetWeight: 48 }).targetWeight).toBe(48);
  });

  it('is made for losing weight under BMI 18.5; gaining is planned', () => {
    expect(stop({ weight: 50, height: 175 }).instead).toMatch(/57 kg/);
    expect(profile({ weight: 50, height: 175, goals: 'muscle gain', targetWeight: 60 }).weight).toBe(50);
  });

  it('is made for losing weight in pregnancy; fitness is planned', () => {
    expect(stop({ medicalConditions: 'pregnant', goals: 'weight loss' }).instead).toMatch(/general fitness/);
    expect(profile({ medicalConditions: 'pregnant', goals: 'fitness' }).medicalConditions).toEqual(['pregnancy']);
  });
});
