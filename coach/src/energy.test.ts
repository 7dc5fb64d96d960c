import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  caloriesOf,
  DEFAULT_MET,
  DEFAULT_WEIGHT_KG,
  energyOfWorkout,
  exerciseEnergy,
  type ExerciseLoad,
  type Logged,
  minutesOf,
} from './energy.ts';

const load = (more: Partial<ExerciseLoad> = {}): ExerciseLoad => ({
  met: DEFAULT_MET,
  sets: 3,
  workSeconds: 40,
  restSeconds: 90,
  ...more,
});
const unknown = () => undefined;

describe('energy of one exercise', () => {
  it.each([
    [3.5, 70, 60, 257.25],
    [5, 80, 30, 210],
    [8.5, 60, 20, 178.5],
    [3.5, 70, 0, 0],
  ])('MET %f at %i kg for %i min is %f kcal', (met, kg, minutes, kcal) => {
    expect(exerciseEnergy(met, kg, minutes)).toBeCloseTo(kcal, 9);
  });

  it('is MET × kg × hours × 1.05', () => {
    const amount = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(amount, amount, amount, (met, kg, hours) => {
        expect(exerciseEnergy(met, kg, hours * 60)).toBeCloseTo(met * kg * hours * 1.05, 3);
      }),
    );
  });

  it.each([[-1], [NaN], [Infinity]])('refuses %f wherever it stands', (value) => {
    expect(() => exerciseEnergy(value, 70, 30)).toThrow(RangeError);
    expect(() => exerciseEnergy(3.5, value, 30)).toThrow(RangeError);
    expect(() => exerciseEnergy(3.5, 70, value)).toThrow(RangeError);
  });
});

describe('energy of a session', () => {
  it('splits the minutes by sets × (work + rest)', () => {
    const exercises = [
      load({ met: 5, sets: 5, workSeconds: 20, restSeconds: 180 }),
      load({ met: 3, sets: 2, workSeconds: 40, restSeconds: 60 }),
    ];
    // 1,000 s and 200 s of 1,200 s: 50 min and 10 min
    const { kcal, perExercise } = caloriesOf({ exercises, minutes: 60, weightKg: 80 });
    expect(perExercise[0]).toBeCloseTo(exerciseEnergy(5, 80, 50), 9);
    expect(perExercise[1]).toBeCloseTo(exerciseEnergy(3, 80, 10), 9);
    expect(kcal).toBe(392);
  });

  it('takes 70 kg where no weight is known, and says so', () => {
    const session = { exercises: [load()], minutes: 30 };
    expect(caloriesOf({ ...session, weightKg: null })).toMatchObject({ kcal: 129, weightAssumed: true });
    expect(caloriesOf({ ...session, weightKg: DEFAULT_WEIGHT_KG })).toMatchObject({ kcal: 129, weightAssumed: false });
  });

  it('says from 60 years on that the MET values are those of younger adults', () => {
    const session = { exercises: [load()], minutes: 30, weightKg: 70 };
    expect(caloriesOf({ ...session, age: 60 })).toMatchObject({ kcal: 129, adultMet: true });
    expect(caloriesOf({ ...session, age: 59 })).toMatchObject({ kcal: 129, adultMet: false });
    expect(caloriesOf({ ...session, age: null }).adultMet).toBe(false);
    expect(caloriesOf(session).adultMet).toBe(false);
  });

  it('splits evenly where nothing tells the exercises apart, and gives nothing for no exercises', () => {
    const idle = load({ workSeconds: 0, restSeconds: 0 });
    const even = caloriesOf({ exercises: [idle, idle], minutes: 20, weightKg: 70 }).perExercise;
    expect(even[0]).toBeCloseTo(exerciseEnergy(DEFAULT_MET, 70, 10), 9);
    expect(caloriesOf({ exercises: [], minutes: 20, weightKg: 70 })).toMatchObject({ kcal: 0, perExercise: [] });
  });

  it('is the rounded sum of its exercises, between the least and the most of their METs', () => {
    const seconds = fc.integer({ min: 0, max: 3600 });
    const loads = fc.array(
      fc.record({
        met: fc.double({ min: 1, max: 23, noNaN: true }),
        sets: fc.integer({ min: 1, max: 100 }),
        workSeconds: seconds,
        restSeconds: seconds,
      }),
      { minLength: 1, maxLength: 50 },
    );
    const minutes = fc.integer({ min: 0, max: 1440 });
    fc.assert(
      fc.property(loads, minutes, fc.integer({ min: 20, max: 400 }), (exercises, minutes, weightKg) => {
        const { kcal, perExercise } = caloriesOf({ exercises, minutes, weightKg });
        const mets = exercises.map(({ met }) => met);
        expect(kcal).toBe(Math.round(perExercise.reduce((sum, one) => sum + one, 0)));
        expect(kcal).toBeGreaterThanOrEqual(Math.floor(exerciseEnergy(Math.min(...mets), weightKg, minutes)));
        expect(kcal).toBeLessThanOrEqual(Math.ceil(exerciseEnergy(Math.max(...mets), weightKg, minutes)));
      }),
    );
  });
});

describe('energy of a logged workout', () => {
  const squat: Logged = { name: 'Squat', sets: 3, reps: 5 };
  const plank: Logged = { name: 'Plank', sets: 3, duration: 3 };
  const known = ({ name }: Logged) =>
    name === 'Squat' ? { met: 5, restSeconds: 180 } : name === 'Plank' ? { met: 2.8, restSeconds: 60 } : undefined;

  it('takes reps at 4 s, timed sets as long as they were, and rests from the exercise', () => {
    // 3 × (20 + 180) s and 3 × (60 + 60) s of 960 s
    const { perExercise } = energyOfWorkout({ exercises: [squat, plank], totalDuration: 32 }, known, 70);
    expect(perExercise[0]).toBeCloseTo(exerciseEnergy(5, 70, 20), 9);
    expect(perExercise[1]).toBeCloseTo(exerciseEnergy(2.8, 70, 12), 9);
  });

  it('reads the set log where there is one', () => {
    const logged = { name: 'Squat', setLog: [{ reps: 5 }, { reps: 5 }, { reps: 5, duration: null }] };
    const held = { name: 'Plank', setLog: [{ duration: 30 }, { duration: 90 }, { duration: 60 }] };
    const of = (...exercises: Logged[]) => energyOfWorkout({ exercises, totalDuration: 32 }, known, 70);
    expect(of(logged, held)).toEqual(of(squat, plank));
  });

  it('takes the minutes of the exercise where its log is not timed', () => {
    const run: Logged = { name: 'Run', duration: 30, setLog: [{}, {}] };
    // 30 min of running and 2 × 90 s of rest
    expect(minutesOf([run], unknown)).toBe(33);
  });

  it('takes what nobody knows for lifting with 90 s of rest', () => {
    expect(energyOfWorkout({ exercises: [{ name: 'Thing' }], totalDuration: 60 }, unknown, null)).toMatchObject({
      kcal: 257,
      weightAssumed: true,
    });
  });

  it('gives a finite amount whatever was logged', () => {
    const number = fc.option(fc.integer({ min: 0, max: 10_000 }));
    const log = fc.array(fc.record({ reps: number, duration: number }), { maxLength: 5 });
    const exercise = fc.record({ name: fc.string(), sets: number, reps: number, duration: number, setLog: log });
    fc.assert(
      fc.property(fc.array(exercise, { maxLength: 5 }), fc.integer({ min: 0, max: 1440 }), (exercises, minutes) => {
        expect(energyOfWorkout({ exercises, totalDuration: minutes }, unknown, 70).kcal).toBeGreaterThanOrEqual(0);
        expect(minutesOf(exercises, unknown)).toBeGreaterThanOrEqual(1);
        expect(minutesOf(exercises, unknown)).toBeLessThanOrEqual(240);
      }),
    );
  });
});

describe('minutes of a workout that nobody timed', () => {
  it.each<[string, Logged[], number]>([
    ['work and rest of each set', [{ name: 'a', sets: 3, reps: 10 }], 7],
    ['no sets of a timed exercise as one', [{ name: 'a', sets: 0, duration: 30 }], 32],
    ['warm-ups too', [{ name: 'a', setLog: Array.from({ length: 6 }, () => ({ reps: 10 })) }], 13],
    ['never under a minute', [], 1],
    ['never over four hours', [{ name: 'a', sets: 100, reps: 10_000 }], 240],
  ])('%s', (_what, exercises, minutes) => {
    expect(minutesOf(exercises, unknown)).toBe(minutes);
  });
});
