import type { AssignedPlan } from '@trainer/contract/types';

/** Workout plans that trainers gave. */
export interface AssignedPlans {
  /** A `clientId` that this trainer used before gives the plan of then. */
  add(plan: NewAssignedPlan, at: Date): Promise<{ plan: AssignedPlan; added: boolean }>;
  byId(id: string): Promise<AssignedPlan | undefined>;
  /** Of these members, the newest first; in one question. */
  of(memberIds: readonly string[]): Promise<AssignedPlan[]>;
  /** Everything but `_id`, `clientId`, trainer, member and `createdAt` becomes what is given. undefined: it was removed meanwhile. */
  change(id: string, to: NewAssignedPlan, at: Date): Promise<AssignedPlan | undefined>;
  /** → whether it was there */
  remove(id: string): Promise<boolean>;
}

export type NewAssignedPlan = Omit<AssignedPlan, '_id' | 'createdAt' | 'updatedAt'>;
