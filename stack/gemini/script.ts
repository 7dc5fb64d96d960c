/**
 * How a request is answered. Beside `ok`, each word is something that Gemini was seen to do, or that a hostile model
 * could write. The last group is well-formed on the wire and wrong in what it says.
 */
export const FAULTS = [
  ...(['ok', 'drip', 'slowHeaders', 'hang', 'stall', 'reset', 'cleanCut', 'midEvent', 'badEvent'] as const),
  ...(['errorEvent', 'errorRaw', 'errorRawGlued', 'stopThenError', 'utf8Split', 'noEvents'] as const),
  ...(['maxTokens', 'maxTokensNoParts', 'safety', 'recitation', 'promptBlocked', 'noCandidates'] as const),
  ...(['emptyText', 'continuation', 'thoughts', 'http', 'html502'] as const),
  ...(['fenced', 'prose', 'badJson', 'wrongShape', 'extraFields', 'missingRows', 'doubledRows', 'endless'] as const),
  ...(['badArithmetic', 'forbiddenFood', 'forbiddenExercise', 'unknownIds', 'starving', 'injected'] as const),
] as const;
export type Fault = (typeof FAULTS)[number];

export interface StepWith {
  fault: Fault;
  /** What the model writes, in the place of a plausible draft. */
  text?: string;
  /** Between chunks (`drip`), or before the headers (`slowHeaders`). */
  ms?: number;
  /** Of `http`. */
  status?: number;
  /**
   * Which of the bodies that a status can have: 400 `argument`, `key`, `country`, `states`; 404 `unknown`, `retired`;
   * 429 `minute`, `day`, `none`. The first is what is taken without one.
   */
  reason?: string;
  /** Of a 429, as `54.8s`. */
  retryDelay?: string;
  /** Of `errorEvent` and the like: the error’s message. */
  message?: string;
  /** Ids that `forbiddenFood` and `forbiddenExercise` slip in. */
  ids?: readonly string[];
  /** Of `injected`: which of the instructions is obeyed and repeated. */
  which?: number;
}
export type Step = Fault | StepWith;

export const stepWith = (step: Step): StepWith => (typeof step === 'string' ? { fault: step } : step);

/** A queue for every model, and one for each; when it is empty, `then` answers, or the stand-in’s own reply. */
export interface Script {
  add(steps: readonly Step[], options?: { model?: string | undefined; then?: Step | undefined }): void;
  next(model: string): Step | undefined;
  clear(): void;
}

export function script(): Script {
  const queues = new Map<string, Step[]>();
  const afterwards = new Map<string, Step>();
  const EVERY = '*';

  return {
    add(steps, { model = EVERY, then } = {}) {
      queues.set(model, [...(queues.get(model) ?? []), ...steps]);
      if (then !== undefined) afterwards.set(model, then);
    },
    next: (model) =>
      queues.get(model)?.shift() ?? queues.get(EVERY)?.shift() ?? afterwards.get(model) ?? afterwards.get(EVERY),
    clear() {
      queues.clear();
      afterwards.clear();
    },
  };
}

/** Steps that came over the control plane. @throws Error that says what is wrong with them */
export function readSteps(value: unknown): Step[] {
  if (!Array.isArray(value)) throw new Error('“steps” has to be a list.');
  return value.map(readStep);
}

export function readStep(value: unknown): Step {
  const step: unknown = typeof value === 'string' ? { fault: value } : value;
  const fault = typeof step === 'object' && step !== null && 'fault' in step ? step.fault : undefined;
  if (!FAULTS.some((known) => known === fault))
    throw new Error(`There is no fault ${JSON.stringify(fault)}. There are ${FAULTS.join(', ')}.`);
  return step as StepWith;
}
