import type { Finding, FindingCode, Verdict } from '@trainer/coach/plans/types';
import type { PlanStatus, Verification } from '@trainer/contract/types';
import type { Log } from '../../log.ts';
import {
  type Checked,
  type CoachWork,
  type Draft,
  type DraftMeta,
  type PlanAsk,
  type PlanWriter,
  WriterFailed,
} from '../../plan-writer/port.ts';
import type { Tell } from './progress.ts';
import { sayFindings, sayFitting, sayRules } from './sentences.ts';

export interface Writers {
  /** Asked first where there is one; what it gives is checked, and what it fails at is done by the other. */
  assisted: PlanWriter | undefined;
  builtIn: PlanWriter;
  coach: CoachWork;
  log: Log;
}

/** How one plan is stopped. */
export interface Stopping {
  /** Aborted where the person does not want it any more: nothing is written then. */
  cancelled: AbortSignal;
  /** Aborted by that, too, and where there is no more time: the built-in planner writes then. */
  upstream: AbortSignal;
}

/** A plan that passed every check, and how it came about. */
export interface Written {
  content: NonNullable<Checked['plan']>;
  writer: PlanWriter['id'];
  promptVersion: string;
  verification: Verification;
  meta: DraftMeta;
  /** What the first writer was told by. */
  askedVersion: string;
  catalogueVersion: string;
  findings: Finding[];
}

/** No plan keeps to everything that this person needs. */
export class NoPlanFits extends Error {
  override readonly name = 'NoPlanFits';
  constructor(readonly findings: readonly Finding[]) {
    super(`No plan fits: ${findings.map(({ code, path }) => `${code} at ${path}`).join(', ')}`);
  }
}

/** Of the outside in all, whatever goes wrong. */
const MOST_CALLS = 3;
/** So many findings say that the draft as a whole went astray. */
const MANY_FINDINGS = 8;
/** A draft that lacks parts is to be written anew; what is merely wrong in it is put right here. */
const STRUCTURAL: ReadonlySet<FindingCode> = new Set(['shape', 'count', 'missing_part', 'days']);
/** Seeds that the built-in planner tries before it says that nothing fits. */
const SEEDS = 3;

/**
 * Writes a plan: the assisted writer first, once more where its draft lacks much, then the built-in planner. Whoever
 * writes, `coach` makes the plan of the draft and checks it; what breaks a rule is never returned.
 * @throws NoPlanFits; the reason of `cancelled` where it is aborted
 */
export async function writePlan(ask: PlanAsk, writers: Writers, stopping: Stopping, tell: Tell): Promise<Written> {
  const { assisted, builtIn, coach } = writers;
  const { cancelled, upstream } = stopping;
  const story: Story = { meta: nothingYet(), findings: [] };
  tell('writing', { detail: sayFitting(ask.kind, await coach.fitting(ask, cancelled)) });

  const best = assisted && !upstream.aborted && (await byAssisted(ask, assisted, writers, stopping, tell, story));
  cancelled.throwIfAborted();
  if (assisted && best) {
    const status = best.changes.length > 0 ? 'repaired' : 'verified';
    return written(best, assisted, status, assisted, story);
  }
  const own = await byBuiltIn(ask, writers, cancelled, tell);
  return written(own, builtIn, assisted ? 'fallback' : 'verified', assisted ?? builtIn, story);
}

/** What is kept of how a plan came about. */
interface Story {
  meta: DraftMeta;
  findings: Finding[];
}

/** A draft that became a plan in which nothing is broken. */
interface Fit extends Checked {
  plan: NonNullable<Checked['plan']>;
  verdict: Verdict;
}

const isFit = (checked: Checked): checked is Fit =>
  checked.plan !== null && checked.verdict !== null && checked.verdict.broken.length === 0;

/** → undefined where nothing of it can be used */
async function byAssisted(
  ask: PlanAsk,
  writer: PlanWriter,
  { coach, log }: Writers,
  stopping: Stopping,
  tell: Tell,
  story: Story,
): Promise<Fit | undefined> {
  const { cancelled, upstream } = stopping;
  const first = await drafted(undefined);
  const checked = first && (await check(first));
  if (!first || !checked) return undefined;
  const wrong = [...checked.findings, ...(checked.verdict?.broken ?? [])];
  const usable = isFit(checked) && !isHollow(checked) ? checked : undefined;
  if ((usable && !isAstray(wrong)) || callsLeft() === 0 || upstream.aborted) return usable;

  tell('repairing', { detail: sayFindings(wrong) });
  const second = await drafted({ previous: first.body, findings: wrong });
  const again = second && (await check(second));
  return again && isFit(again) && !isHollow(again) ? again : usable;

  /** → undefined where there is none, for whatever reason but the person’s own */
  async function drafted(repair: { previous: unknown; findings: Finding[] } | undefined): Promise<Draft | undefined> {
    const stage = repair ? 'repairing' : 'writing';
    const io = {
      signal: upstream,
      onProgress: (share: number) => {
        tell(stage, { share });
      },
      callsLeft: callsLeft(),
      ...(repair && { repair }),
    };
    try {
      const draft = await orAborted(writer.write(ask, io), stopping);
      add(story.meta, draft.meta);
      return draft;
    } catch (error) {
      if (error instanceof WriterFailed) add(story.meta, error.meta);
      cancelled.throwIfAborted();
      if (!(error instanceof WriterFailed) && !upstream.aborted) log.error({ err: error }, 'A plan writer broke');
      return undefined;
    }
  }

  /** → undefined where `coach` itself breaks on it: a draft may be anything */
  async function check({ body }: Draft): Promise<Checked | undefined> {
    tell('checking');
    try {
      const checked = await coach.check(ask, body, cancelled);
      story.findings.push(...checked.findings, ...(checked.verdict?.broken ?? []));
      if (checked.verdict) tell('checking', { detail: sayRules(checked.verdict.checks.length) });
      return checked;
    } catch (error) {
      cancelled.throwIfAborted();
      log.error({ err: error }, 'A draft could not be checked');
      return undefined;
    }
  }

  function callsLeft(): number {
    return Math.max(MOST_CALLS - story.meta.attempts.length, 0);
  }
}

/** A draft without its meals, or without its exercises or days: a plan that was made of it all the same is not the writer’s. */
const isHollow = ({ findings }: Checked): boolean =>
  findings.some(({ code, path }) => code === 'shape' && !path.includes('.'));

const isAstray = (findings: readonly Finding[]): boolean =>
  findings.length >= MANY_FINDINGS || findings.some(({ code }) => STRUCTURAL.has(code));

/** @throws NoPlanFits */
async function byBuiltIn(
  ask: PlanAsk,
  { builtIn, coach, log }: Writers,
  cancelled: AbortSignal,
  tell: Tell,
): Promise<Fit> {
  const io = { signal: cancelled, onProgress: () => undefined, callsLeft: 0 };
  let broken: Finding[] = [];
  for (let n = 0; n < SEEDS; n += 1) {
    const seeded = { ...ask, seed: ask.seed + n };
    const { body } = await builtIn.write(seeded, io);
    tell('checking');
    const checked = await coach.check(seeded, body, cancelled);
    if (isFit(checked)) {
      tell('checking', { detail: sayRules(checked.verdict.checks.length) });
      return checked;
    }
    broken = checked.verdict?.broken ?? checked.findings;
    log.warn({ kind: ask.kind, seed: seeded.seed, broken }, 'The built-in planner found no plan that fits');
  }
  throw new NoPlanFits(broken);
}

function written(fit: Fit, by: PlanWriter, status: PlanStatus, asked: PlanWriter, { meta, findings }: Story): Written {
  const changes = fit.changes.map((detail) => ({ name: 'Changed', status: 'repaired' as const, detail }));
  // What the built-in planner’s own drafts need is its business: nobody saw anything else.
  const shown = by.id === 'built-in' ? [] : changes;
  return {
    content: fit.plan,
    writer: by.id,
    promptVersion: by.promptVersion,
    verification: { status, checks: [...shown, ...fit.verdict.checks] },
    meta,
    askedVersion: asked.promptVersion,
    catalogueVersion: fit.catalogueVersion,
    findings,
  };
}

const nothingYet = (): DraftMeta => ({
  requestedModel: null,
  servedModel: null,
  sent: null,
  tokens: { prompt: 0, thought: 0, answer: 0 },
  attempts: [],
});

/** One more time that the writer was asked. */
function add(to: DraftMeta, more: DraftMeta): void {
  to.requestedModel = more.requestedModel ?? to.requestedModel;
  to.servedModel = more.servedModel ?? to.servedModel;
  to.sent = more.sent ?? to.sent;
  for (const kind of ['prompt', 'thought', 'answer'] as const) to.tokens[kind] += more.tokens[kind];
  to.attempts.push(...more.attempts);
}

/**
 * A writer that is out of time still tells what it tried; one that does not listen to its signal, or whose plan nobody
 * wants any more, is left alone with its work.
 */
function orAborted<T>(work: Promise<T>, { cancelled, upstream }: Stopping): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      reject(new Error('The writer was left alone.'));
    };
    const late = () => void setTimeout(leave, cancelled.aborted ? 0 : LAST_WORDS_MS).unref();
    if (upstream.aborted) late();
    upstream.addEventListener('abort', late, { once: true });
    work.then(resolve, reject).finally(() => {
      upstream.removeEventListener('abort', late);
    });
  });
}

const LAST_WORDS_MS = 250;
