import { complianceOf, countedOf, plannedDays } from '@trainer/coach/coaching/compliance';
import { addDays, localDateOf } from '@trainer/coach/days';
import type { ClientDetail, CueReceived, Session } from '@trainer/contract/types';
import type { Limits } from '../../http/limits.ts';
import { found, Refusal } from '../../http/refusal.ts';
import type { Presence, Realtime } from '../../realtime/port.ts';
import type { Link } from '../../storage/ports/coaching.ts';
import { GLANCE_DAYS, type Place, type Store } from '../../storage/port.ts';
import type { Access } from './access.ts';
import { calledName, nameOf } from '../../http/names.ts';

/** The member’s own answers, as JSON text. */
export interface OwnAnswers {
  /** The whole answer. */
  workouts(userId: string, ask: { limit: number; after: Place | undefined }): Promise<string>;
  stats(userId: string): Promise<string>;
}

interface Deps {
  store: Pick<Store, 'users' | 'weights' | 'workouts' | 'running' | 'assignedPlans' | 'coaching'>;
  access: Access;
  own: OwnAnswers;
  presence: Presence;
  realtime: Pick<Realtime, 'cueReceived'>;
  limits: Limits;
  clock: () => Date;
}

/** One client, as far as they share. Everything refuses with `not_found` whoever is not, or no longer, their trainer. */
export interface ClientService {
  detail(trainerId: string, memberId: string): Promise<ClientDetail>;
  workouts(trainerId: string, memberId: string, ask: { limit: number; after: Place | undefined }): Promise<string>;
  stats(trainerId: string, memberId: string): Promise<string>;
  session(trainerId: string, memberId: string): Promise<Session>;
  note(trainerId: string, memberId: string): Promise<{ text: string; updatedAt: string | null }>;
  writeNote(trainerId: string, memberId: string, text: string): Promise<{ text: string; updatedAt: string }>;
  /** @throws Refusal `not_training` where nothing runs, or it is not shared */
  cue(trainerId: string, memberId: string, text: string): Promise<void>;
}

export function clientService({ store, access, own, presence, realtime, limits, clock }: Deps): ClientService {
  const linkOf = async (trainerId: string, memberId: string) => found(await access.ofTrainer(trainerId, memberId));

  async function sharing(trainerId: string, memberId: string, part: keyof Link['share']): Promise<void> {
    if (!(await linkOf(trainerId, memberId)).share[part]) throw new Refusal('not_found');
  }

  return {
    async detail(trainerId, memberId) {
      const { since, share, until } = await linkOf(trainerId, memberId);
      const account = found(await store.users.byId(memberId));
      const { medicalConditions, dietaryRestrictions } = account.profile;
      const today = localDateOf(clock(), account.settings.timeZone);
      const [counted, progress, weights] = await Promise.all([
        share.live || share.history ? countedDays(trainerId, memberId, today) : undefined,
        share.live ? store.workouts.progress(memberId, today) : undefined,
        share.history ? store.weights.of(memberId) : undefined,
      ]);
      return {
        ...nameOf(account),
        since,
        share,
        until,
        online: presence.isOnline(memberId),
        today,
        ...(progress && { progress }),
        compliance: counted ? complianceOf(counted) : null,
        ...(counted && { planned: counted }),
        ...(weights && { weights }),
        ...(share.health && { health: { medicalConditions, dietaryRestrictions } }),
      };
    },

    async workouts(trainerId, memberId, ask) {
      await sharing(trainerId, memberId, 'history');
      return own.workouts(memberId, ask);
    },
    async stats(trainerId, memberId) {
      await sharing(trainerId, memberId, 'history');
      return own.stats(memberId);
    },
    async session(trainerId, memberId) {
      await sharing(trainerId, memberId, 'live');
      return found(await store.running.of(memberId)).session;
    },

    async note(trainerId, memberId) {
      await linkOf(trainerId, memberId);
      return (await store.coaching.note(trainerId, memberId)) ?? { text: '', updatedAt: null };
    },
    writeNote: async (trainerId, memberId, text) => {
      await linkOf(trainerId, memberId);
      return found(await store.coaching.writeNote(trainerId, memberId, text, clock()));
    },

    async cue(trainerId, memberId, text) {
      const { share } = await linkOf(trainerId, memberId);
      await limits.take('cuesOfTrainer', trainerId, 'too_many_requests');
      const trainer = found(await store.users.byId(trainerId));
      if (!share.live || !(await store.running.of(memberId))) throw new Refusal('not_training');
      const name = calledName(nameOf(trainer));
      realtime.cueReceived(memberId, { from: trainerId, name, text, at: clock().toISOString() } satisfies CueReceived);
    },
  };

  /** undefined: no workout was planned. */
  async function countedDays(trainerId: string, memberId: string, today: string) {
    const [planned, glances] = await Promise.all([
      store.assignedPlans.planned(trainerId, [memberId], addDays(today, 1 - GLANCE_DAYS)),
      store.workouts.glances([{ userId: memberId, today }]),
    ]);
    if (planned.length === 0) return undefined;
    const trained = new Set(glances.get(memberId)?.days);
    return countedOf(plannedDays(planned, trained, today), trained, today);
  }
}
