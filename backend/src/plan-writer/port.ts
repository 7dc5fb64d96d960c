import type {
  DietContent,
  DietProfile,
  Finding,
  PastWorkout,
  ReadRequest,
  TrainingProfile,
  Verdict,
  WorkoutContent,
} from '@trainer/coach/plans/types';
import type { Meal } from '@trainer/contract/plan-words';
import type {
  DietPlan,
  DietTarget,
  GivenDietRequest,
  GivenSuggestionRequest,
  ShoppingShelf,
  Swap,
} from '@trainer/contract/types';

/** What is to be written: the person as far as a writer needs them, and nothing that says who they are. */
export type PlanAsk = ({ kind: 'diet'; profile: DietProfile } | { kind: 'workout'; profile: TrainingProfile }) & {
  /** The same profile, week and seed give the same plan of the built-in writer. */
  seed: number;
  /** The plan’s first day, `YYYY-MM-DD`. */
  startsOn: string;
};

/** Writes the draft of a plan. What it gives is not trusted: it is composed and verified by `coach` before anyone sees it. */
export interface PlanWriter {
  readonly id: 'gemini' | 'built-in';
  /** Raised with every change of what the writer is told. */
  readonly promptVersion: string;
  /**
   * One try at a plan, within the time that `signal` leaves.
   * @throws WriterFailed where there is no draft, also when the time of `signal` is over (its reason a `TimeoutError`);
   * any other abort of `signal` rejects with its reason
   */
  write(ask: PlanAsk, io: WriteIo): Promise<Draft>;
}

export interface WriteIo {
  signal: AbortSignal;
  /** How far it is, 0–1, as far as it can be told. */
  onProgress: (share: number) => void;
  /** A first draft and what is wrong with it: the writer is to give the whole plan again. */
  repair?: { previous: unknown; findings: readonly Finding[] };
  /** Calls to the outside that are still allowed; none are made beyond them. */
  callsLeft: number;
}

export interface Draft {
  /** Any JSON. */
  body: unknown;
  meta: DraftMeta;
}

/** How a draft came about, or did not. Tokens as the model counted them. */
export interface DraftMeta {
  requestedModel: string | null;
  servedModel: string | null;
  /** Exactly what left this server. */
  sent: { model: string; system: string; contents: string } | null;
  tokens: { prompt: number; thought: number; answer: number };
  attempts: Attempt[];
}

/** One call to the outside. `outcome` is `ok` or a word for what went wrong, as `overloaded` or `stalled`. */
export interface Attempt {
  model: string;
  outcome: string;
  ms: number;
}

/** No draft: why, and what was tried. */
export class WriterFailed extends Error {
  override readonly name = 'WriterFailed';
  constructor(
    readonly outcome: string,
    readonly meta: DraftMeta,
  ) {
    super(`No plan was written: ${outcome}`);
  }
}

// --- coach, beside the event loop -------------------------------------------------------------------------------------

/** What `coach` works out for plans, which takes longer than others may wait, or needs its whole table of foods. */
export interface CoachWork {
  /** Somebody is about to ask for something: it gets ready. */
  expect(): void;
  readDiet(given: GivenDietRequest): Promise<ReadRequest<DietProfile>>;
  /** @param history newest first @param today the member’s local day */
  readWorkout(asked: {
    given: GivenSuggestionRequest;
    history: readonly PastWorkout[];
    today?: string;
  }): Promise<ReadRequest<TrainingProfile>>;
  target(profile: DietProfile): Promise<DietTarget>;
  /** How much of the catalogue fits the person. */
  fitting(ask: PlanAsk, signal: AbortSignal): Promise<Fitting>;
  /** The draft of the built-in planner. */
  draft(ask: PlanAsk, signal: AbortSignal): Promise<unknown>;
  /** A draft as a plan, and what the verifier says of it. */
  check(ask: PlanAsk, draft: unknown, signal: AbortSignal): Promise<Checked>;
  swaps(of: MealOfPlan): Promise<Swap[]>;
  shopping(plan: Pick<DietContent, 'days'>): Promise<ShoppingShelf[]>;
  /** The plan with another meal, and what the verifier says of it; undefined: no such meal is offered. */
  swapped(of: MealOfPlan, swapId: string | null): Promise<{ plan: DietContent; verdict: Verdict } | undefined>;
}

export interface Fitting {
  fits: number;
  of: number;
}

/** `verdict` is null where there is no plan to say anything of. */
export interface Checked {
  plan: DietContent | WorkoutContent | null;
  findings: Finding[];
  changes: string[];
  verdict: Verdict | null;
  catalogueVersion: string;
}

export interface MealOfPlan {
  plan: DietContent;
  request: DietPlan['request'];
  /** 1–7 */
  day: number;
  meal: Meal;
}
