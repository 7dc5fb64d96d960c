import { randomBytes } from 'node:crypto';
import type { PlanKind, PlanSummary } from '@trainer/contract/types';
import { found } from '../../http/refusal.ts';
import { type Owned, ownedBy, type Page, type Place, type Store, type StoredPlan } from '../../storage/port.ts';

/** 192 bits: nobody guesses one. */
const TOKEN_BYTES = 24;

export interface Keeping {
  page(userId: string, kind: PlanKind, ask: { limit: number; after: Place | undefined }): Promise<Page<PlanSummary>>;
  /** @throws Refusal `not_found`, also where it is somebody else’s or of the other kind; so do all below */
  one(userId: string, kind: PlanKind, id: string): Promise<Owned<StoredPlan>>;
  remove(userId: string, kind: PlanKind, id: string): Promise<void>;
  /** → the token under which everybody may read it */
  share(userId: string, kind: PlanKind, id: string): Promise<string>;
  unshare(userId: string, kind: PlanKind, id: string): Promise<void>;
  shared(token: string): Promise<StoredPlan>;
}

/** The plans that a person has. */
export function keeping(plans: Store['plans']): Keeping {
  async function one(userId: string, kind: PlanKind, id: string): Promise<Owned<StoredPlan>> {
    const plan = found(ownedBy(userId, await plans.byId(id)));
    return found(plan.plan.kind === kind ? plan : undefined);
  }
  return {
    page: (userId, kind, ask) => plans.page(userId, kind, ask),
    one,
    remove: async (userId, kind, id) => plans.remove(await one(userId, kind, id)),
    share: async (userId, kind, id) =>
      found(await plans.share(await one(userId, kind, id), randomBytes(TOKEN_BYTES).toString('base64url'))),
    unshare: async (userId, kind, id) => plans.unshare(await one(userId, kind, id)),
    shared: async (token) => found(await plans.byShareToken(token)),
  };
}
