import { pino } from 'pino';
import { expect, it } from 'vitest';
import { costOf, dailyBudget } from './budget.ts';
import { modelOf } from './models.ts';

const flash = modelOf('gemini-3.8-flash');
const ROOM = 10_000;
/** What is set aside for a call without words. */
const MOST = ROOM * flash.microsOut;

function open(limitMicros: number) {
  let now = new Date('2026-11-30T23:00:00Z');
  const messages: string[] = [];
  const log = pino(
    { base: null },
    { write: (line: string) => void messages.push((JSON.parse(line) as { msg: string }).msg) },
  );
  const budget = dailyBudget(limitMicros, () => now, log);
  return {
    budget,
    messages,
    reserve: () => budget.reserve(flash, 0, ROOM),
    tomorrow: () => (now = new Date('2026-12-01T01:00:00Z')),
  };
}

it('tokens cost what the model asks, thoughts as much as the answer', () => {
  const used = { prompt: 6000, thought: 600, answer: 2000 };
  expect(costOf(flash, used)).toBe(6000 * flash.microsIn + 2600 * flash.microsOut);
  expect(costOf(modelOf('gemini-9-helium'), used)).toBeGreaterThan(costOf(flash, used));
});

it('a call sets aside the most that it can cost, and in the end takes what it did cost', () => {
  const { budget, reserve } = open(MOST * 2);
  const [one, other] = [reserve(), reserve()];
  expect(reserve()).toBeUndefined();
  one?.settle({ prompt: 0, thought: 0, answer: 100 });
  other?.giveBack();
  expect(budget.spentMicros).toBe(100 * flash.microsOut);
  expect(reserve()).toBeDefined();
});

it('what nobody told the cost of has cost the most', () => {
  const { budget, reserve } = open(MOST * 2);
  const one = reserve();
  one?.settle(null);
  one?.giveBack();
  expect(budget.spentMicros).toBe(MOST);
});

it('a new day has nothing spent; what began yesterday is not counted today', () => {
  const { budget, reserve, tomorrow } = open(MOST);
  const late = reserve();
  expect(reserve()).toBeUndefined();
  tomorrow();
  expect(reserve()).toBeDefined();
  late?.settle(null);
  expect(budget.spentMicros).toBe(MOST);
});

it('80 % and the whole are each said once a day', () => {
  const { messages, reserve, tomorrow } = open(MOST);
  reserve()?.settle({ prompt: 0, thought: 0, answer: ROOM * 0.85 });
  for (let i = 0; i < 3; i++) expect(reserve()).toBeUndefined();
  expect(messages).toHaveLength(2);
  tomorrow();
  reserve()?.settle(null);
  expect(messages).toHaveLength(3);
});
