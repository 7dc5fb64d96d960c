import type { PlanProgress } from '@trainer/contract/types';
import { describe, expect, it } from 'vitest';
import { teller } from './progress.ts';

const WHAT = { kind: 'diet', requestId: 'r' } as const;

describe('the progress of a plan', () => {
  const told: PlanProgress[] = [];
  const tell = (isOver = () => false) => {
    told.length = 0;
    return teller(WHAT, (progress) => void told.push(progress), isOver);
  };

  it('is told by stage, with what the stage is about', () => {
    const say = tell();
    say('reading', { detail: '4 days' });
    say('writing');
    say('checking');
    say('done', { planId: 'p' });
    expect(told).toEqual([
      { ...WHAT, stage: 'reading', percent: 2, detail: '4 days' },
      { ...WHAT, stage: 'writing', percent: 8 },
      { ...WHAT, stage: 'checking', percent: 80 },
      { ...WHAT, stage: 'done', percent: 100, planId: 'p' },
    ]);
  });

  it('never goes backwards, and is not told more often than it moves', () => {
    const say = tell();
    say('writing', { share: 0.5 });
    for (let n = 0; n < 100; n += 1) say('writing', { share: 0.5 + n / 10_000 });
    say('writing', { share: 0.1 });
    say('repairing');
    say('writing', { share: 7 });
    expect(told.map(({ percent = 0 }) => percent)).toEqual([43, 84, 84]);
  });

  it('ends once the plan is over', () => {
    let isOver = false;
    const say = tell(() => isOver);
    say('reading');
    isOver = true;
    say('writing');
    expect(told).toHaveLength(1);
  });
});
