import { localDateOf, addDays, weekdayOf } from '@trainer/coach/days';
import { nameOfWorkout } from '@trainer/coach/workout-name';
import type { givePlan } from '@trainer/contract/trainers';
import type { AssignedPlan, Exercise } from '@trainer/contract/types';
import type { z } from 'zod';
import { found, Refusal } from '../../http/refusal.ts';
import type { Realtime } from '../../realtime/port.ts';
import type { NewAssignedPlan, StoredPlan } from '../../storage/ports/assigned-plans.ts';
import type { Link } from '../../storage/ports/coaching.ts';
import type { Account, Store } from '../../storage/port.ts';
import type { Access } from './access.ts';
import type { TrainerTold } from './told.ts';

export interface PlanDeps {
  store: Pick<Store, 'users' | 'exercises' | 'assignedPlans'>;
  builtIn: readonly Exercise[];
  /** What does not go with these conditions, as a person wrote them. */
  warningsFor: (
    exerciseId: string,
    conditions: readonly string[],
  ) => Omit<AssignedPlan['warnings'][number], 'exerciseId'>[];
  access: Access;
  told: TrainerTold;
  realtime: Pick<Realtime, 'plansChanged'>;
  clock: () => Date;
}

type GivenPlan = Omit<z.output<typeof givePlan.body>, 'clientId'>;

/** Everything of the trainer’s refuses with `not_found` whoever is not, or no longer, the member’s trainer. */
export interface PlanService {
  of(trainerId: string, memberId: string): Promise<AssignedPlan[]>;
  /** `added` false: this `clientId` was here before. @throws Refusal `invalid_values` for exercises that the trainer does not see */
  give(
    trainerId: string,
    memberId: string,
    given: GivenPlan & { clientId?: string | null | undefined },
  ): Promise<{ plan: AssignedPlan; added: boolean }>;
  change(trainerId: string, memberId: string, planId: string, to: GivenPlan): Promise<AssignedPlan>;
  remove(trainerId: string, memberId: string, planId: string): Promise<void>;
  /** Those of the trainer that the member has now, with the index of the day that is due; today’s first. */
  mine(memberId: string): Promise<(AssignedPlan & { today: number | null })[]>;
}

export function planService({ store, builtIn, warningsFor, access, told, realtime, clock }: PlanDeps): PlanService {
  const builtInById = new Map(builtIn.map((exercise) => [exercise._id, exercise]));
  const todayOf = ({ settings }: Account) => localDateOf(clock(), settings.timeZone);

  async function client(trainerId: string, memberId: string): Promise<{ link: Link; member: Account }> {
    const link = found(await access.ofTrainer(trainerId, memberId));
    return { link, member: found(await store.users.byId(memberId)) };
  }

  async function planOf(trainerId: string, memberId: string, planId: string): Promise<StoredPlan> {
    const plan = await store.assignedPlans.byId(planId);
    if (plan?.trainerId !== trainerId || plan.memberId !== memberId) throw new Refusal('not_found');
    return plan;
  }

  async function changed(link: Link): Promise<void> {
    await told.changed(link, 'plans');
    realtime.plansChanged(link.memberId);
  }

  /** As the trainer sees it: conditions that are not shared warn of nothing. */
  const shown = (plan: StoredPlan, { share }: Link, member: Account): AssignedPlan =>
    withWarnings(plan, share.health ? member.profile.medicalConditions : []);

  function withWarnings(plan: StoredPlan, conditions: readonly string[]): AssignedPlan {
    const ids = new Set(plan.days.flatMap((day) => day.exercises.map(({ exerciseId }) => exerciseId)));
    const warnings = [...ids].flatMap((exerciseId) =>
      warningsFor(exerciseId, conditions).map((warning) => ({ exerciseId, ...warning })),
    );
    return { ...plan, warnings };
  }

  return {
    async of(trainerId, memberId) {
      const { link, member } = await client(trainerId, memberId);
      const plans = await store.assignedPlans.of([memberId]);
      return plans.filter((plan) => plan.trainerId === trainerId).map((plan) => shown(plan, link, member));
    },

    async give(trainerId, memberId, { clientId = null, ...given }) {
      const { link, member } = await client(trainerId, memberId);
      const startsOn = given.startsOn ?? todayOf(member);
      const made = { ...(await completed(given, link)), startsOn, clientId, trainerId, memberId };
      const { plan, added } = await store.assignedPlans.add(made, clock());
      await changed(link);
      return { plan: shown(plan, link, member), added };
    },

    async change(trainerId, memberId, planId, to) {
      const { link, member } = await client(trainerId, memberId);
      const before = await planOf(trainerId, memberId, planId);
      const next = { ...before, ...(await completed(to, link)), startsOn: to.startsOn ?? before.startsOn };
      const plan = found(await store.assignedPlans.change(planId, next, todayOf(member), clock()));
      await changed(link);
      return shown(plan, link, member);
    },

    async remove(trainerId, memberId, planId) {
      const { link, member } = await client(trainerId, memberId);
      await planOf(trainerId, memberId, planId);
      if (!(await store.assignedPlans.remove(planId, todayOf(member), clock()))) throw new Refusal('not_found');
      await changed(link);
    },

    async mine(memberId) {
      const link = await access.ofMember(memberId);
      if (!link) return [];
      const [member, plans] = await Promise.all([store.users.byId(memberId), store.assignedPlans.of([memberId])]);
      const { profile, settings } = found(member);
      const today = localDateOf(clock(), settings.timeZone);
      return plans
        .filter((plan) => plan.trainerId === link.trainerId)
        .map((plan) => ({ ...withWarnings(plan, profile.medicalConditions), today: dueOn(plan, today) }))
        .sort((a, b) => Number(b.today !== null) - Number(a.today !== null));
    },
  };

  /** The gaps filled in: names of exercises and of days. */
  async function completed(given: GivenPlan, link: Link): Promise<Pick<NewAssignedPlan, 'name' | 'weeks' | 'days'>> {
    const known = await exercisesFor(given, link);
    const fields = given.days.flatMap((day, i) =>
      day.exercises.flatMap(({ exerciseId }, j) =>
        known.has(exerciseId)
          ? []
          : [{ path: `days.${String(i)}.exercises.${String(j)}.exerciseId`, message: 'There is no such exercise.' }],
      ),
    );
    if (fields.length > 0) throw new Refusal('invalid_values', { fields });
    return {
      name: given.name,
      weeks: given.weeks,
      days: given.days.map(({ weekday, name, exercises }) => ({
        weekday,
        name: name ?? nameOfWorkout(exercises.map(({ exerciseId }) => known.get(exerciseId)?.muscleGroup ?? 'other')),
        exercises: exercises.map((one) => ({
          exerciseId: one.exerciseId,
          name: known.get(one.exerciseId)?.name ?? '',
          sets: one.sets,
          reps: one.reps ?? null,
          weight: one.weight ?? null,
          duration: one.duration ?? null,
          restSeconds: one.restSeconds ?? null,
          note: one.note || null,
        })),
      })),
    };
  }

  /** The built-in ones, the trainer’s own, and where the history is shared the member’s own. */
  async function exercisesFor(given: GivenPlan, { trainerId, memberId, share }: Link) {
    const ids = given.days.flatMap((day) => day.exercises.map(({ exerciseId }) => exerciseId));
    if (ids.every((id) => builtInById.has(id))) return builtInById;
    const own = await store.exercises.ownedBy(share.history ? [trainerId, memberId] : [trainerId]);
    return new Map([...builtInById, ...own.map((exercise) => [exercise._id, exercise] as const)]);
  }
}

/** The index of the day that a plan has for this one. */
function dueOn({ startsOn, weeks, days }: StoredPlan, today: string): number | null {
  if (today < startsOn || today > addDays(startsOn, 7 * weeks - 1)) return null;
  const index = days.findIndex((day) => day.weekday === weekdayOf(today));
  return index < 0 ? null : index;
}
