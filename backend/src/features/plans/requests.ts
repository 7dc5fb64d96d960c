import type { FieldError } from '@trainer/contract/errors';
import { readDietRequest } from '@trainer/coach/nutrition/request';
import type { DietProfile, PastWorkout, ReadRequest, Stop, TrainingProfile } from '@trainer/coach/plans/types';
import { readSuggestionRequest } from '@trainer/coach/training/request';
import type { GivenDietRequest, GivenSuggestionRequest, PlanKind } from '@trainer/contract/types';
import { Refusal } from '../../http/refusal.ts';

/** What a person asks for, understood so far that a plan can begin. */
export interface Wish {
  kind: PlanKind;
  requestId: string | null;
  /** What is known before the history is looked at. */
  profile: DietProfile | TrainingProfile;
  /** The whole profile, with the member’s newest workouts and their local day. */
  with(history: readonly PastWorkout[], today: string): Profiled;
}

export type Profiled = { kind: 'diet'; profile: DietProfile } | { kind: 'workout'; profile: TrainingProfile };

/** @throws Refusal `invalid_values` that names every word that means nothing here, or `needs_professional` */
export function dietWish(given: GivenDietRequest): Wish {
  const profile = dietProfile(given);
  return { kind: 'diet', requestId: given.requestId ?? null, profile, with: () => ({ kind: 'diet', profile }) };
}

/** @throws Refusal as `dietWish` does */
export const dietProfile = (given: GivenDietRequest): DietProfile => profileIn(readDietRequest(given));

/** @throws Refusal as `dietWish` does */
export function workoutWish(given: GivenSuggestionRequest): Wish {
  return {
    kind: 'workout',
    requestId: given.requestId ?? null,
    profile: profileIn(readSuggestionRequest(given, [])),
    with: (history, today) => ({
      kind: 'workout',
      profile: profileIn(readSuggestionRequest(given, history, today)),
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
