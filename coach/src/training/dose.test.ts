import { describe, expect, it } from 'vitest';
import { builtInExercises, exerciseBySlug } from '../exercises.ts';
import { aroundMinutes, coolDownSteps, warmUpSteps } from './around.ts';
import { doseOf, reserveOf } from './dose.ts';
import { doseText } from './dose-text.ts';
import { regimeOf } from './regime.ts';
import { person } from './suite.ts';
import { dayMinutes, secondsOf } from './time.ts';

const exercise = (slug: string) => {
  const found = exerciseBySlug(slug);
  if (!found) throw new Error(slug);
  return found;
};
const dose = (slug: string, change: Parameters<typeof person>[0] = {}, caution = false) => {
  const profile = person(change);
  return doseOf(exercise(slug), regimeOf(profile), { level: profile.fitnessLevel, minutes: 45, caution });
};

describe('a dose', () => {
  it.each([
    ['barbell-back-squat', 'strength', '2 × 4–6, rest 3 min'],
    ['barbell-deadlift', 'strength', '2 × 3–6, rest 3 min'],
    ['lateral-raise', 'strength', '2 × 12–14, rest 60 s'],
    ['barbell-bench-press', 'muscle gain', '2 × 6–10, rest 150 s'],
    ['goblet-squat', 'muscle gain', '2 × 8–12, rest 90 s'],
    ['seated-leg-curl', 'muscle gain', '2 × 10–15, rest 75 s'],
    ['face-pull', 'muscle gain', '2 × 12–15, rest 60 s'],
    ['leg-press', 'weight loss', '2 × 8–12, rest 90 s'],
    ['bodyweight-squat', 'endurance', '2 × 15–20, rest 60 s'],
    ['inverted-row', 'endurance', '2 × 12–15, rest 75 s'],
    ['seated-cable-row', 'general fitness', '1 × 8–12, rest 90 s'],
    ['barbell-back-squat', 'general fitness', '1 × 8–10, rest 2 min'],
    ['plank', 'strength', '2 × 30 s, rest 60 s'],
    ['brisk-walking', 'endurance', '45 min'],
    ['surya-namaskar', 'mobility', '20 min'],
  ] as const)('of %s for %s is %s', (slug, goal, text) => {
    expect(doseText(dose(slug, { goals: [goal] }))).toBe(text);
  });

  it('is gentle with high blood pressure: ten repetitions or more of everything, and short holds', () => {
    for (const { slug, tracking } of builtInExercises.filter(({ force }) => force !== 'cyclic')) {
      const { reps, duration } = dose(slug, { goals: ['strength'], medicalConditions: ['hypertension'] });
      if (tracking === 'duration') expect(duration).toBe(20);
      else expect(reps, slug).toBeGreaterThanOrEqual(10);
    }
  });

  it('from 65 years on has eight repetitions or more, and three left', () => {
    const profile = { age: 65, goals: ['strength' as const], fitnessLevel: 'advanced' as const };
    expect(dose('barbell-back-squat', profile)).toMatchObject({ reps: 8, repsTo: 10 });
    expect(reserveOf(exercise('barbell-back-squat'), regimeOf(person(profile)), false)).toBe(3);
  });

  it('with caution leaves one repetition more, and holds a fifth shorter', () => {
    const regime = regimeOf(person());
    expect(reserveOf(exercise('push-up'), regime, true)).toBe(3);
    expect(reserveOf(exercise('plank'), regime, true)).toBeNull();
    expect(dose('plank', {}, true).duration).toBe(25);
  });
});

describe('time', () => {
  it('is sets of their longest repetitions and the rests, twice for each side', () => {
    const two = { sets: 2, reps: 8, repsTo: 10, duration: null, restSeconds: 60 };
    expect(secondsOf(exercise('goblet-squat'), two)).toBe(2 * (40 + 60));
    expect(secondsOf(exercise('one-arm-dumbbell-row'), two)).toBe(2 * (80 + 60));
    expect(secondsOf(exercise('side-plank'), { ...two, reps: null, repsTo: null, duration: 30 })).toBe(2 * (60 + 60));
    expect(
      secondsOf(exercise('running'), { ...two, sets: 1, reps: null, repsTo: null, duration: 900, restSeconds: 0 }),
    ).toBe(900);
  });

  it('of a day has warm-up and cool-down only around sets', () => {
    const walk = { exercise: exercise('brisk-walking'), dose: dose('brisk-walking') };
    const squats = { exercise: exercise('goblet-squat'), dose: dose('goblet-squat') };
    const around = { warmUp: 8, coolDown: 5 };
    expect(dayMinutes([walk], around)).toBe(45);
    expect(dayMinutes([squats], around)).toBe(13 + 5);
    expect(dayMinutes([], around)).toBe(0);
  });

  it.each([
    [{}, 45, 8, 5],
    [{}, 15, 5, 3],
    [{}, 25, 5, 4],
    [{}, 120, 10, 5],
    [{ age: 70 }, 45, 8, 8],
    [{ medicalConditions: ['hypertension' as const] }, 60, 8, 10],
    [{ medicalConditions: ['asthma' as const] }, 30, 10, 5],
    [{ medicalConditions: ['asthma' as const] }, 20, 10, 3],
    [{ medicalConditions: ['asthma' as const, 'pregnancy' as const] }, 15, 5, 4],
  ])('around the sets of %j in %i minutes is %i and %i', (change, minutesPerSession, warmUp, coolDown) => {
    const profile = person({ ...change, minutesPerSession });
    expect(aroundMinutes(profile, regimeOf(profile))).toEqual({ warmUp, coolDown });
  });

  it('of the steps before and after adds up, and every step has some', () => {
    const sum = (steps: { minutes: number }[]) => steps.reduce((all, { minutes }) => all + minutes, 0);
    for (let minutes = 3; minutes <= 15; minutes += 1) {
      for (const steps of [
        ...(minutes >= 5 ? [warmUpSteps(minutes, builtInExercises, [])] : []),
        coolDownSteps(minutes),
      ]) {
        expect(sum(steps)).toBe(minutes);
        expect(Math.min(...steps.map((step) => step.minutes))).toBeGreaterThan(0);
      }
    }
  });
});
