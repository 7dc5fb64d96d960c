import { describe, expect, it } from 'vitest';
import { dietPlan, workoutPlan } from '../suite/written-plans.ts';
import { readAccount, readPlan, readWorkout, writeAccount, writePlan, writeWorkout } from './documents.ts';

/** Documents as each version wrote them. They are never changed: they lie in people’s databases. */
const ACCOUNTS = {
  1: '{"v":1,"profile":{"firstName":"Ana","lastName":null,"age":34,"sex":"female","height":171.5,"weight":62.4,"fitnessLevel":"beginner","goals":["strength"],"medicalConditions":["pregnancy"],"dietaryRestrictions":["vegetarian"],"equipment":["dumbbell","bench"],"bio":null},"settings":{"units":"metric","theme":"dark","language":"en","timeZone":"Asia/Kolkata"}}',
};
const WORKOUTS = {
  1: '{"v":1,"exercises":[{"exerciseId":"6f612e96761415db6c0935d0","name":"Bench Press","sets":2,"reps":8,"weight":62.5,"duration":null,"note":"slow","superset":1,"setLog":[{"type":"warmup","reps":10,"weight":20,"duration":null,"distance":null,"rpe":null,"restSeconds":60,"note":null},{"type":"normal","reps":8,"weight":62.5,"duration":null,"distance":null,"rpe":8.5,"restSeconds":null,"note":"left 2"}]},{"exerciseId":null,"name":"Running","sets":1,"reps":null,"weight":null,"duration":25,"note":null,"superset":null,"setLog":[]}]}',
};

describe('stored documents', () => {
  it.each(Object.entries(ACCOUNTS))('of accounts in version %s are read', (_version, text) => {
    expect(readAccount(text)).toEqual({
      v: 1,
      profile: {
        firstName: 'Ana',
        lastName: null,
        age: 34,
        sex: 'female',
        height: 171.5,
        weight: 62.4,
        fitnessLevel: 'beginner',
        goals: ['strength'],
        medicalConditions: ['pregnancy'],
        dietaryRestrictions: ['vegetarian'],
        equipment: ['dumbbell', 'bench'],
        bio: null,
      },
      settings: { units: 'metric', theme: 'dark', language: 'en', timeZone: 'Asia/Kolkata' },
    });
  });

  it.each(Object.entries(WORKOUTS))('of workouts in version %s are read', (_version, text) => {
    const { v, exercises } = readWorkout(text);
    const none = { duration: null, distance: null };
    expect(v).toBe(1);
    expect(exercises).toEqual([
      {
        exerciseId: '6f612e96761415db6c0935d0',
        name: 'Bench Press',
        sets: 2,
        reps: 8,
        weight: 62.5,
        duration: null,
        note: 'slow',
        superset: 1,
        setLog: [
          { type: 'warmup', reps: 10, weight: 20, ...none, rpe: null, restSeconds: 60, note: null },
          { type: 'normal', reps: 8, weight: 62.5, ...none, rpe: 8.5, restSeconds: null, note: 'left 2' },
        ],
      },
      {
        exerciseId: null,
        name: 'Running',
        sets: 1,
        reps: null,
        weight: null,
        duration: 25,
        note: null,
        superset: null,
        setLog: [],
      },
    ]);
  });

  it('of plans are read as they were written', () => {
    for (const plan of [dietPlan(), workoutPlan()]) expect(readPlan(writePlan(plan))).toEqual({ v: 1, plan });
  });

  it('are written as their newest version reads them', () => {
    for (const text of Object.values(ACCOUNTS).slice(-1)) expect(writeAccount(readAccount(text))).toBe(text);
    for (const text of Object.values(WORKOUTS).slice(-1)) expect(writeWorkout(readWorkout(text).exercises)).toBe(text);
  });
});
