import type { AssignedPlan } from '@trainer/contract/types';

/** Workout plans that trainers gave. */
export interface AssignedPlans {
  /** A `clientId` that this trainer used before gives the plan of then. */
  add(plan: NewAssignedPlan, at: Date): Promise<{ plan: StoredPlan; added: boolean }>;
  byId(id: string): Promise<StoredPlan | undefined>;
  /** Of these members, the newest first; in one question. */
  of(memberIds: readonly string[]): Promise<StoredPlan[]>;
  /**
   * Everything but `_id`, `clientId`, trainer, member and `createdAt` becomes what is given, and holds from the day `on`.
   * undefined: it was removed meanwhile.
   */
  change(id: string, to: NewAssignedPlan, on: string, at: Date): Promise<StoredPlan | undefined>;
  /** From the day `on` it plans nothing any more. → whether it was there */
  remove(id: string, on: string, at: Date): Promise<boolean>;
  /**
   * The days that this trainer planned for these members and that do not lie before `since` as a whole: what a plan said
   * until it was changed or removed stays planned. In one question.
   */
  planned(trainerId: string, memberIds: readonly string[], since: string): Promise<PlannedDays[]>;
}

/** The weekdays (1 is Monday) of a time on which a workout is planned; both ends are included. */
export interface PlannedDays {
  memberId: string;
  weekdays: number[];
  from: string;
  to: string;
}

/** Warnings are made when it is read: they follow the conditions of that day, and who may know of them. */
export type StoredPlan = Omit<AssignedPlan, 'warnings'>;
export type NewAssignedPlan = Omit<StoredPlan, '_id' | 'createdAt' | 'updatedAt'>;
