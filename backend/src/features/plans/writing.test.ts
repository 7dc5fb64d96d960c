import type { Finding, FindingCode } from '@trainer/coach/plans/types';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import {
  type Attempt,
  type Checked,
  type CoachWork,
  type DraftMeta,
  type PlanAsk,
  type PlanWriter,
  type WriteIo,
  WriterFailed,
} from '../../plan-writer/port.ts';
import { dietPlan } from '../../storage/suite/written-plans.ts';
import { dietContent } from './to-written.ts';
import type { WrittenDiet } from './shown.ts';
import { NoPlanFits, writePlan } from './writing.ts';

const finding = (code: FindingCode, path = 'days.0'): Finding => ({ code, path, message: `${code} is wrong.` });
const fits = dietContent(dietPlan() as WrittenDiet);
const ASK: PlanAsk = {
  kind: 'diet',
  profile: { ...dietPlan().request, withoutKeys: [] } as never,
  seed: 7,
  startsOn: '2026-07-16',
};

/** What the check makes of a draft is written into the draft. */
interface Scripted {
  findings?: FindingCode[];
  changes?: string[];
  broken?: FindingCode[];
  plan?: null;
  /** What was found is about the draft as a whole. */
  hollow?: true;
}

/** What writing a plan has no need of. */
const never = () => Promise.reject(new Error('Nobody asks for this here.'));
const notAsked = {
  expect: () => undefined,
  readDiet: never,
  readWorkout: never,
  target: never,
  swaps: never,
  swapped: never,
  shopping: never,
};

const coach: CoachWork = {
  fitting: () => Promise.resolve({ fits: 24, of: 38 }),
  draft: () => Promise.resolve({}),
  check(_ask, draft) {
    const { findings = [], changes = [], broken = [], plan, hollow } = draft as Scripted;
    const checks = [{ name: 'Energy', status: 'held' as const, detail: 'Within five per cent.' }];
    const checked: Checked = {
      plan: plan === null ? null : fits,
      findings: findings.map((code) => finding(code, hollow ? 'days' : undefined)),
      changes,
      verdict: plan === null ? null : { checks, broken: broken.map((code) => finding(code)) },
      catalogueVersion: 'c1',
    };
    return Promise.resolve(checked);
  },
  ...notAsked,
};

const meta = (...outcomes: string[]): DraftMeta => ({
  requestedModel: 'gemini-3.8-flash',
  servedModel: 'gemini-3.8-flash-001',
  sent: { model: 'gemini-3.8-flash', system: 'You are a dietitian.', contents: `call ${outcomes.join()}` },
  tokens: { prompt: 10, thought: 2, answer: 5 },
  attempts: outcomes.map((outcome): Attempt => ({ model: 'gemini-3.8-flash', outcome, ms: 3 })),
});

type Turn = (io: WriteIo) => Promise<{ body: Scripted; outcomes?: string[] }>;
const gives =
  (body: Scripted, outcomes?: string[]): Turn =>
  () =>
    Promise.resolve({ body, ...(outcomes && { outcomes }) });
const fails =
  (...outcomes: string[]): Turn =>
  () =>
    Promise.reject(new WriterFailed(outcomes.at(-1) ?? 'budget', meta(...outcomes)));

/** A writer that goes through these turns, and what it was asked each time. */
function scripted(...turns: Turn[]) {
  const asked: WriteIo[] = [];
  const writer: PlanWriter = {
    id: 'gemini',
    promptVersion: 'g1',
    async write(_ask, io) {
      asked.push(io);
      const turn = turns[asked.length - 1];
      if (!turn) throw new Error('It was asked once more than the script knows.');
      const { body, outcomes = ['ok'] } = await turn(io);
      return { body, meta: meta(...outcomes) };
    },
  };
  return { writer, asked };
}

const builtInOf = (body: (seed: number) => Scripted): PlanWriter => ({
  id: 'built-in',
  promptVersion: 'b1',
  write: ({ seed }) =>
    Promise.resolve({
      body: body(seed),
      meta: {
        requestedModel: null,
        servedModel: null,
        sent: null,
        tokens: { prompt: 0, thought: 0, answer: 0 },
        attempts: [],
      },
    }),
});

const log = pino({ level: 'silent' });

function write(
  assisted: PlanWriter | undefined,
  {
    builtIn = builtInOf(() => ({})),
    cancelled = new AbortController().signal,
    upstream = new AbortController().signal,
    by = coach,
  } = {},
) {
  const told: string[] = [];
  const result = writePlan(ASK, { assisted, builtIn, coach: by, log }, { cancelled, upstream }, (stage, more) => {
    told.push(more?.detail ? `${stage}: ${more.detail}` : stage);
  });
  return { result, told };
}

describe('a plan', () => {
  it('of the assisted writer in which nothing had to be changed is verified', async () => {
    const { writer, asked } = scripted(gives({}));
    const { result, told } = write(writer);
    expect(await result).toMatchObject({
      writer: 'gemini',
      promptVersion: 'g1',
      askedVersion: 'g1',
      verification: { status: 'verified', checks: [{ name: 'Energy' }] },
      meta: { attempts: [{ outcome: 'ok' }], servedModel: 'gemini-3.8-flash-001' },
    });
    expect(asked.map((io) => [io.callsLeft, io.repair])).toEqual([[3, undefined]]);
    expect(told).toEqual(['writing: 24 of 38 dishes suit you.', 'checking', 'checking: 1 rule checked.']);
  });

  it('in which something was changed says so first, and keeps what was found', async () => {
    const changes = ['Peanut chutney was replaced by coconut chutney.'];
    const { result } = write(scripted(gives({ findings: ['allergen'], changes })).writer);
    const { verification, findings } = await result;
    expect(verification.status).toBe('repaired');
    expect(verification.checks[0]).toEqual({ name: 'Changed', status: 'repaired', detail: changes[0] });
    expect(findings).toEqual([finding('allergen')]);
  });

  it('without a key is that of the built-in planner, and verified', async () => {
    const { result } = write(undefined);
    expect(await result).toMatchObject({
      writer: 'built-in',
      promptVersion: 'b1',
      verification: { status: 'verified' },
      meta: { sent: null, attempts: [] },
    });
  });

  it.each(['shape', 'count', 'missing_part'] as const)(
    'whose draft has %s findings is asked for once more, with them',
    async (code) => {
      const { writer, asked } = scripted(gives({ findings: [code] }), gives({}, ['ok']));
      const { result, told } = write(writer);
      expect(await result).toMatchObject({
        writer: 'gemini',
        verification: { status: 'verified' },
        meta: { tokens: { prompt: 20, thought: 4, answer: 10 }, attempts: [{}, {}] },
      });
      expect(asked[1]).toMatchObject({
        callsLeft: 2,
        repair: { previous: { findings: [code] }, findings: [finding(code)] },
      });
      expect(told).toContain('repairing: One thing does not fit yet.');
    },
  );

  it('whose draft has many findings is asked for once more, and never a third time', async () => {
    const many = Array<FindingCode>(8).fill('repeated');
    const { writer, asked } = scripted(
      gives({ findings: many, changes: ['a'] }),
      gives({ findings: many, changes: ['b'] }),
    );
    const { verification } = await write(writer).result;
    expect(asked).toHaveLength(2);
    expect(verification).toMatchObject({ status: 'repaired', checks: [{ detail: 'b' }, {}] });
  });

  it('that the second draft makes no better is the first, as far as that can be used', async () => {
    const first = { findings: ['count' as const], changes: ['a'] };
    for (const second of [fails('overloaded'), gives({ plan: null }), gives({ broken: ['protein'] })]) {
      const { verification, writer } = await write(scripted(gives(first), second).writer).result;
      expect([writer, verification.status, verification.checks[0]?.detail]).toEqual(['gemini', 'repaired', 'a']);
    }
  });

  it('that breaks a rule is never returned: the built-in planner writes instead', async () => {
    const { writer } = scripted(gives({ broken: ['allergen'] }), gives({ broken: ['allergen'] }));
    const { verification, writer: by, findings, meta: told } = await write(writer).result;
    expect([by, verification.status]).toEqual(['built-in', 'fallback']);
    expect(findings).toEqual([finding('allergen'), finding('allergen')]);
    expect(told.attempts).toHaveLength(2);
  });

  it('of which nothing can be used is the built-in planner’s', async () => {
    for (const turns of [
      [fails('invalid_key')],
      [fails()],
      [gives({ plan: null }), gives({ plan: null })],
      [gives({ plan: null }), fails('overloaded')],
      [gives({ findings: ['shape'], hollow: true }), gives({ findings: ['shape'], hollow: true })],
      [() => Promise.reject(new TypeError('a defect'))],
    ]) {
      const {
        verification,
        writer,
        promptVersion,
        askedVersion,
        meta: told,
      } = await write(scripted(...turns).writer).result;
      expect([writer, promptVersion, askedVersion, verification.status]).toEqual(['built-in', 'b1', 'g1', 'fallback']);
      // What left the server did leave it.
      if (told.attempts.length > 0) expect(told.sent?.system).toBe('You are a dietitian.');
    }
  });

  it('costs three calls at most: a writer that used them all is not asked to repair', async () => {
    const used = ['overloaded', 'overloaded', 'ok'];
    const { writer, asked } = scripted(gives({ findings: ['shape'], changes: ['a'] }, used));
    expect(await write(writer).result).toMatchObject({ verification: { status: 'repaired' } });
    expect(asked).toHaveLength(1);
    const failing = scripted(gives({ plan: null }, used));
    expect(await write(failing.writer).result).toMatchObject({ verification: { status: 'fallback' } });
  });

  it('whose check breaks on a draft is the built-in planner’s', async () => {
    let checks = 0;
    const by: CoachWork = {
      ...coach,
      check: (...given) => (checks++ === 0 ? Promise.reject(new Error('a defect')) : coach.check(...given)),
    };
    expect(await write(scripted(gives({})).writer, { by }).result).toMatchObject({
      verification: { status: 'fallback' },
    });
  });

  it('is there in time, also of a writer that hangs', async () => {
    const leaving = new AbortController();
    const hanging: Turn = () => {
      leaving.abort(new DOMException('There is no more time.', 'TimeoutError'));
      return new Promise(() => undefined);
    };
    const { writer } = scripted(hanging);
    expect(await write(writer, { upstream: leaving.signal }).result).toMatchObject({
      verification: { status: 'fallback' },
    });
  });

  it('tells what was tried when the time was over', async () => {
    const leaving = new AbortController();
    const late: Turn = async (io) => {
      setTimeout(() => {
        leaving.abort(new DOMException('There is no more time.', 'TimeoutError'));
      });
      await new Promise((resolve) => {
        io.signal.addEventListener('abort', resolve);
      });
      throw new WriterFailed('deadline', meta('deadline'));
    };
    const { result } = write(scripted(late).writer, { upstream: leaving.signal });
    expect((await result).meta.attempts).toEqual([{ model: 'gemini-3.8-flash', outcome: 'deadline', ms: 3 }]);
  });

  it('asks nobody outside where there is no time from the start', async () => {
    const { writer, asked } = scripted();
    const upstream = AbortSignal.abort(new DOMException('There is no more time.', 'TimeoutError'));
    expect(await write(writer, { upstream }).result).toMatchObject({ verification: { status: 'fallback' } });
    expect(asked).toEqual([]);
  });

  it('that nobody wants any more is not written, and the writer is told at once', async () => {
    const cancelling = new AbortController();
    const builtIn = builtInOf(() => {
      throw new Error('It was written all the same.');
    });
    const cancels: Turn = (io) => {
      cancelling.abort(new Error('Cancelled.'));
      expect(io.signal.aborted).toBe(true);
      return new Promise(() => undefined);
    };
    const signals = { cancelled: cancelling.signal, upstream: cancelling.signal, builtIn };
    await expect(write(scripted(cancels).writer, signals).result).rejects.toThrow('Cancelled.');
  });

  it('is tried with other seeds before anybody hears that none fits', async () => {
    const second = builtInOf((seed) => (seed === 8 ? {} : { broken: ['protein'] }));
    expect(await write(undefined, { builtIn: second }).result).toMatchObject({ verification: { status: 'verified' } });
    const none = builtInOf(() => ({ broken: ['protein'] }));
    await expect(write(undefined, { builtIn: none }).result).rejects.toEqual(new NoPlanFits([finding('protein')]));
  });
});
