import type { DietContent, WorkoutContent } from '@trainer/coach/plans/types';
import { DietPlan, SuggestionPlan } from '@trainer/contract/plans';
import type { PlanAsk } from '../../plan-writer/port.ts';
import type { WrittenPlan } from '../../storage/port.ts';
import type { Written } from './writing.ts';

/** What is kept of a plan that was written. Of the profile that is the request: not the history, and nothing worked out of it. */
export function toWritten(ask: PlanAsk, written: Written): WrittenPlan {
  const { content, meta } = written;
  const about = {
    writer: written.writer,
    model: written.writer === 'gemini' ? meta.servedModel : null,
    promptVersion: written.promptVersion,
    verification: written.verification,
    sent: meta.sent,
    record: {
      promptVersion: written.askedVersion,
      catalogueVersion: written.catalogueVersion,
      requestedModel: meta.requestedModel,
      servedModel: meta.servedModel,
      tokens: meta.tokens,
      attempts: meta.attempts,
      findings: written.findings,
    },
  };
  if (ask.kind === 'diet' && content.kind === 'diet')
    return { ...dietContent(content), request: DietPlan.shape.request.parse(ask.profile), ...about };
  if (ask.kind === 'workout' && content.kind === 'workout')
    return { ...workoutContent(content), request: SuggestionPlan.shape.request.parse(ask.profile), ...about };
  throw new Error(`A ${content.kind} plan was written where a ${ask.kind} plan was asked for.`);
}

/** The parts that `coach` works out, of a plan that holds more. */
export const dietContent = (plan: DietContent): DietContent => {
  const { kind, title, summary, notes, startsOn, targets, working, days, recipes } = plan;
  return { kind, title, summary, notes, startsOn, targets, working, days, recipes };
};

export const workoutContent = (plan: WorkoutContent): WorkoutContent => {
  const { kind, title, summary, notes, exercises, schedule, warmUp, coolDown, progression, prescription, volume } =
    plan;
  return { kind, title, summary, notes, exercises, schedule, warmUp, coolDown, progression, prescription, volume };
};
