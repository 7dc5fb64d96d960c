import { randomUUID } from 'node:crypto';
import type { PlanKind } from '@trainer/contract/types';
import type { Claim, NewGeneration, Store, StoredPlan, WrittenPlan } from '../port.ts';
import { NOW, TODAY } from './builders.ts';

const said = () =>
  ({
    summary: 'Three days a week for the whole body.',
    notes: ['Drink water. தண்ணீர்'],
    writer: 'built-in',
    model: null,
    promptVersion: 'built-in-1',
    verification: {
      status: 'verified',
      checks: [{ name: 'Exercises', status: 'held', detail: 'All are in the catalogue.' }],
    },
    sent: null,
    record: {
      promptVersion: 'built-in-1',
      catalogueVersion: '1',
      requestedModel: null,
      servedModel: null,
      tokens: { prompt: 0, thought: 0, answer: 0 },
      attempts: [],
      findings: [{ code: 'text', path: 'notes.0', message: 'No digits.' }],
    },
  }) satisfies Partial<WrittenPlan>;

export const workoutPlan = (title = 'Strong and steady'): WrittenPlan => ({
  ...said(),
  kind: 'workout',
  title,
  request: {
    age: 25,
    sex: null,
    weight: 75,
    height: 175,
    fitnessLevel: 'intermediate',
    goals: ['weight loss'],
    targetWeight: null,
    medicalConditions: [],
    daysPerWeek: 3,
    equipment: ['dumbbell'],
    minutesPerSession: 45,
    notes: null,
  },
  exercises: [],
  schedule: [{ day: 1, focus: 'Rest', exercises: [], minutes: 0 }],
  warmUp: [{ text: 'Walk.', minutes: 2.5 }],
  coolDown: [],
  progression: ['One more repetition a week.'],
  prescription: [{ subject: 'frequency', text: 'Three days a week.' }],
  volume: [{ muscle: 'chest', sets: 7.5, from: 6, to: 12 }],
});

export const dietPlan = (title = 'A week of Tamil Nadu'): WrittenPlan => ({
  ...said(),
  kind: 'diet',
  title,
  request: {
    age: 25,
    sex: 'female',
    currentWeight: 75.5,
    targetWeight: 65,
    height: 175,
    fitnessLevel: 'intermediate',
    activity: 'moderate',
    goals: [],
    diet: 'vegetarian',
    allergies: ['peanut'],
    without: [],
    region: 'tamil-nadu',
    medicalConditions: [],
    notes: 'No bitter gourd.',
  },
  startsOn: TODAY,
  targets: { calories: 1800, protein: 90, carbs: 220, fat: 50, fibre: 30 },
  working: [{ name: 'Resting need', formula: '10 × 75.5', value: 1475.5, unit: 'kcal' }],
  days: [],
  recipes: [],
});

export const planOf = (kind: PlanKind, title?: string): WrittenPlan =>
  kind === 'workout' ? workoutPlan(title) : dietPlan(title);

export const later = (ms: number): Date => new Date(NOW.getTime() + ms);

/** What a generation is asked for that may run for a minute. */
export const generation = (more: Partial<NewGeneration> = {}): NewGeneration => ({
  kind: 'diet',
  requestId: randomUUID(),
  until: later(60_000),
  localDate: TODAY,
  dailyLimit: 20,
  ...more,
});

/** The claim of one that begins. */
export async function begun(store: Store, userId: string, ask: NewGeneration, at = NOW): Promise<Claim> {
  const result = await store.plans.begin(userId, ask, at);
  if (!('claim' in result)) throw new Error(`It did not begin: ${JSON.stringify(result)}`);
  return result.claim;
}

/** A plan that was written and kept. */
export async function kept(store: Store, userId: string, plan = dietPlan(), at = NOW): Promise<StoredPlan> {
  const ask = generation({ kind: plan.kind, until: new Date(at.getTime() + 60_000) });
  const stored = await store.plans.keep(await begun(store, userId, ask, at), ask.requestId, plan, at);
  if (!stored) throw new Error('It was not kept.');
  return stored;
}
