import { dietMarkdown } from '@trainer/coach/nutrition/markdown';
import { workoutMarkdown } from '@trainer/coach/training/markdown';
import type { DietPlan, SharedPlan, SuggestionPlan } from '@trainer/contract/types';
import type { StoredPlan, WrittenPlan } from '../../storage/port.ts';
import { impersonal } from './personal.ts';
import { dietContent, workoutContent } from './to-written.ts';

export type WrittenDiet = Extract<WrittenPlan, { kind: 'diet' }>;
export type WrittenWorkout = Extract<WrittenPlan, { kind: 'workout' }>;

/** A plan as its owner sees it. @param urlOf the public address of a share token */
export function shown(stored: StoredPlan, urlOf: (token: string) => string): SuggestionPlan | DietPlan {
  const { _id, requestId, createdAt, shareToken, plan } = stored;
  const added = { _id, requestId, createdAt, sharedAt: shareToken === null ? null : urlOf(shareToken) };
  return plan.kind === 'diet'
    ? { ...plan, ...added, markdown: dietMarkdown(plan, plan.verification) }
    : { ...plan, ...added, markdown: workoutMarkdown(plan, plan.verification) };
}

/**
 * A plan as everybody sees it who has its address: what to do and what to eat, and nothing of the person. Loads come from
 * their history and cautions from their conditions, so both stay out, and so does every sentence about either.
 */
export function shared({ plan, createdAt }: StoredPlan): SharedPlan {
  const said = impersonal(plan);
  const lines = (texts: readonly string[]) => texts.map(said).filter((text) => text !== '');
  const { writer, model, promptVersion, verification } = plan;
  const about = {
    writer,
    model,
    promptVersion,
    verification: {
      status: verification.status,
      checks: verification.checks.map((check) => ({ ...check, detail: said(check.detail) })),
    },
    createdAt,
  };
  if (plan.kind === 'diet') {
    const content = { ...dietContent(plan), summary: said(plan.summary), notes: lines(plan.notes), working: [] };
    const { working: _, ...shownOf } = content;
    return { ...shownOf, ...about, markdown: dietMarkdown(content, about.verification) };
  }
  const content = {
    ...workoutContent(plan),
    summary: said(plan.summary),
    notes: lines(plan.notes),
    exercises: plan.exercises.map(({ load: _, ...exercise }) => ({
      ...exercise,
      why: said(exercise.why),
      caution: null,
    })),
    progression: lines(plan.progression),
    prescription: plan.prescription
      .map(({ subject, text }) => ({ subject, text: said(text) }))
      .filter(({ text }) => text !== ''),
  };
  return { ...content, ...about, markdown: workoutMarkdown(content, about.verification) };
}
