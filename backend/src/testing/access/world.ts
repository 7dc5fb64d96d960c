import { randomUUID } from 'node:crypto';
import type { DietPlan, SuggestionPlan } from '@trainer/contract/types';
import { Phone, SQUAT, workout } from '../coached.ts';
import type { HeldWriter } from '../held-writer.ts';
import type { TestServer } from '../test-server.ts';
import { csv, DIET, ownExercise, planOf, SUGGESTION } from './bodies.ts';
import { type Coaching, introduce, PRIVATE_WORD, TRAINERS_WORD } from './people.ts';

/** The member with everything that a member can have, and the people around. What takes long is made when it is asked for. */
export interface World extends Coaching {
  memberId: string;
  trainerId: string;
  workoutId: string;
  /** What the member sent their workout, exercise and plans under. */
  clientId: string;
  weightId: string;
  importId: string;
  /** The member’s own and the trainer’s own, both with a GIF. */
  exerciseId: string;
  trainersExerciseId: string;
  phone: Phone;
  planId: string;
  suggestion(): Promise<SuggestionPlan>;
  diet(): Promise<DietPlan>;
  /** The token under which the suggestion is shared. */
  shareToken(): Promise<string>;
  /** The member’s plan is being written until somebody cancels it. → its requestId */
  runningPlan(): Promise<string>;
}

const WEIGHT_KG = 61.37;
/** None of these is in an answer to somebody whom the member’s things do not concern. */
export const SECRETS = [PRIVATE_WORD, String(WEIGHT_KG)];

export async function prepare(server: TestServer, writer?: HeldWriter): Promise<World> {
  const coaching = await introduce(server);
  const { trainer, member } = coaching.people;
  const [memberId, trainerId] = [member.user._id, trainer.user._id];
  const clientId = randomUUID();
  const note = `${PRIVATE_WORD} tea first`;

  await member.call('changeMe', { body: { profile: { bio: note, medicalConditions: ['knee pain'] } } });
  const exercise = await member.call('addExercise', { body: { clientId, ...ownExercise(`${PRIVATE_WORD} squat`) } });
  const phone = new Phone(member);
  const [saved, weight, imported, trainers, plan] = await Promise.all([
    member.call('saveWorkout', workout({ clientId, name: PRIVATE_WORD, notes: note })),
    member.call('addWeight', { body: { localDate: '2026-07-01', weight: WEIGHT_KG } }),
    member.call('importWorkouts', { body: csv(PRIVATE_WORD), query: { unit: 'kg' } }),
    trainer.call('addExercise', { body: ownExercise('Lunge with a turn') }),
    trainer.call('givePlan', { params: { id: memberId }, body: { ...planOf(SQUAT), name: `For ${PRIVATE_WORD}` } }),
    phone.start().then(() => phone.note(note)),
    member.call('sendMessage', { params: { userId: trainerId }, body: { text: note } }),
    trainer.call('writeClientNote', { params: { id: memberId }, body: { text: TRAINERS_WORD } }),
  ]);

  const suggest = (requestId: string) =>
    member.call('suggest', { body: { ...SUGGESTION, notes: note, medicalConditions: ['knee pain'], requestId } });
  const suggestion = once(async () => (await suggest(clientId)).body.data);
  return {
    ...coaching,
    memberId,
    trainerId,
    clientId,
    phone,
    workoutId: saved.body.data._id,
    weightId: weight.body.data._id,
    importId: imported.body.data.importId ?? '',
    exerciseId: exercise.body.data._id,
    trainersExerciseId: trainers.body.data._id,
    planId: plan.body.data._id,
    suggestion,
    diet: once(
      async () => (await member.call('planDiet', { body: { ...DIET, notes: note, requestId: clientId } })).body.data,
    ),
    shareToken: once(async () => {
      const { url } = (await member.call('shareSuggestion', { params: { id: (await suggestion())._id } })).body.data;
      return url.slice(url.lastIndexOf('/') + 1);
    }),
    runningPlan: once(async () => {
      const requestId = randomUUID();
      writer?.hold();
      await new Promise<void>((resolve) => {
        void member.socket().then((screen) => {
          screen.on('planProgress', ({ stage }) => {
            if (stage === 'writing') resolve();
          });
          return suggest(requestId);
        });
      });
      return requestId;
    }),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
