import type { FieldError } from '@trainer/contract/errors';
import type { DietProfile, PastWorkout, ReadRequest, Stop, TrainingProfile } from '@trainer/coach/plans/types';
import type { GivenDietRequest, GivenSuggestionRequest, PlanKind } from '@trainer/contract/types';
import { Refusal } from '../../http/refusal.ts';
import type { CoachWork } from '../../plan-writer/port.ts';

/** What a person asks for, understood so far that a plan can begin. */
export interface Wish {
  kind: PlanKind;
  requestId: string | null;
  /** What is known before the history is looked at. */
  profile: DietProfile | TrainingProfile;
  /** The whole profile, with the member’s newest workouts and their local day. */
  with(history: readonly PastWorkout[], today: string): Promise<Profiled>;
}

export type Profiled = { kind: 'diet'; profile: DietProfile } | { kind: 'workout'; profile: TrainingProfile };

type Reader = Pick<CoachWork, 'readDiet' | 'readWorkout'>;

/** @throws Refusal `invalid_values` that names every word that means nothing here, or `needs_professional` */
export async function dietWish(given: GivenDietRequest, coach: Reader): Promise<Wish> {
  const profile = await dietProfile(given, coach);
  const requestId = given.requestId ?? null;
  return { kind: 'diet', requestId, profile, with: () => Promise.resolve({ kind: 'diet', profile }) };
}

/** @throws Refusal as `dietWish` does */
export const dietProfile = async (given: GivenDietRequest, coach: Reader): Promise<DietProfile> =>
  profileIn(await coach.readDiet(given));

/** @throws Refusal as `dietWish` does */
export async function workoutWish(
  { recentWorkouts: _, ...given }: GivenSuggestionRequest,
  coach: Reader,
): Promise<Wish> {
  return {
    kind: 'workout',
    requestId: given.requestId ?? null,
    profile: profileIn(await coach.readWorkout({ given, history: [] })),
    with: async (history, today) => ({
      kind: 'workout',
      profile: profileIn(await coach.readWorkout({ given, history, today })),
    }),
  };
}

function profileIn<Profile>(read: ReadRequest<Profile>): Profile {
  if ('wrong' in read) throw notUnderstood(read.wrong);
  if ('stop' in read) throw stopped(read.stop);
  return read.profile;
}

const notUnderstood = (fields: FieldError[]): Refusal => new Refusal('invalid_values', { fields });

const stopped = ({ reason, instead }: Stop): Refusal =>
  new Refusal('needs_professional', { message: `${reason} ${instead}` });
