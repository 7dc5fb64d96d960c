import { ACCOUNT_CALLS } from './calls/accounts.ts';
import { COACHING_CALLS } from './calls/coaching.ts';
import { PLAN_CALLS } from './calls/plans.ts';
import { TRAINING_CALLS } from './calls/training.ts';
import type { Row } from './row.ts';

/** Every call, and what each role gets that asks for it: the member’s things are what is asked for. */
export const CALLS: readonly Row[] = [...ACCOUNT_CALLS, ...COACHING_CALLS, ...TRAINING_CALLS, ...PLAN_CALLS];
