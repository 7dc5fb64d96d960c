import type { Exercise } from '@trainer/contract/types';
import type { Cache } from '../../cache/port.ts';
import type { Handled } from '../../http/handle.ts';
import type { Limits } from '../../http/limits.ts';
import type { Log } from '../../log.ts';
import type { Presence, Realtime } from '../../realtime/port.ts';
import type { Store } from '../../storage/port.ts';
import { type Access, access } from './access.ts';
import { clientService, type OwnAnswers } from './client.ts';
import { clientList } from './clients.ts';
import { coachedRoutes } from './coached-routes.ts';
import { consent } from './consent.ts';
import { type InvitationMail, inviteService } from './invites.ts';
import { type PlanDeps, planService } from './plans.ts';
import { trainerRoutes } from './routes.ts';
import { sharingService } from './sharing.ts';
import { type TrainerTold, trainerTold } from './told.ts';

interface Core {
  store: Store;
  cache: Cache;
  realtime: Realtime & Presence;
  clock: () => Date;
  log: Log;
}

/** Who may see whom, which other features ask as well. */
export interface Coaching {
  access: Access;
  told: TrainerTold;
  /** Whose exercises a person sees beside the built-in ones, their own last. */
  ownersSeenBy(userId: string): Promise<string[]>;
  handled(rest: Rest): Handled[];
}

/** What only the calls need. */
interface Rest {
  builtIn: readonly Exercise[];
  limits: Limits;
  own: OwnAnswers;
  warningsFor: PlanDeps['warningsFor'];
  mail: (invitation: InvitationMail) => Promise<unknown>;
}

export function coaching(core: Core): Coaching {
  const { store } = core;
  const agreed = consent(core);
  const links = access({ ...core, consent: agreed });
  const told = trainerTold({ ...core, access: links });
  return {
    access: links,
    told,
    async ownersSeenBy(userId) {
      const trainerId = (await links.ofMember(userId))?.trainerId;
      return trainerId ? [trainerId, userId] : [userId];
    },
    handled(rest) {
      const deps = { ...core, ...rest, access: links, consent: agreed, told, presence: core.realtime, store };
      const invites = inviteService(deps);
      const plans = planService(deps);
      return [
        ...trainerRoutes({
          list: clientList(deps),
          client: clientService(deps),
          consent: agreed,
          invites,
          plans,
        }),
        ...coachedRoutes({ invites, plans, sharing: sharingService(deps) }),
      ];
    },
  };
}
