import type { User } from '@trainer/contract/types';

/** Somebody who just signed up. */
export const person = (given: Partial<User> = {}): User => ({
  _id: 'a'.repeat(24),
  username: 'Kavya',
  email: 'kavya@example.org',
  role: 'member',
  profile: {
    firstName: null,
    lastName: null,
    age: null,
    sex: null,
    height: null,
    weight: null,
    fitnessLevel: null,
    goals: [],
    medicalConditions: [],
    dietaryRestrictions: [],
    equipment: [],
    bio: null,
  },
  settings: { units: 'metric', theme: 'system', language: 'en', timeZone: 'Asia/Kolkata' },
  trainerId: null,
  assignedClients: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...given,
});
