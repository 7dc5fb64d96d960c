import type { PlanProgress } from '@trainer/contract/types';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begun, type Progress, stateOf, STEPS, told } from './progress.ts';

type Event = Pick<PlanProgress, 'stage' | 'percent' | 'detail'>;
const after = (...events: Event[]): Progress => events.reduce(told, begun('4 days, full gym'));

describe('a plan on its way', () => {
  it('has its first step with the click, before anybody answers', () => {
    expect(begun('4 days, full gym')).toMatchObject({ step: 'reading', details: { reading: '4 days, full gym' } });
    expect(begun('').details).toEqual({});
  });

  it.each([
    { stage: 'reading', step: 'limits' },
    { stage: 'writing', step: 'writing' },
    { stage: 'checking', step: 'checking' },
    { stage: 'repairing', step: 'checking' },
    { stage: 'done', step: 'ready' },
  ] as const)('is at “$step” when the server is $stage', ({ stage, step }) => {
    expect(after({ stage }).step).toBe(step);
  });

  it('says of a step what the stage after it came to', () => {
    const progress = after({ stage: 'writing', detail: '24 of 38 exercises suit you.' });
    expect(progress.details.limits).toBe('24 of 38 exercises suit you.');
    expect(progress.details.writing).toBeUndefined();
  });

  it('goes on checking while something is changed, and remembers that', () => {
    const progress = after({ stage: 'checking' }, { stage: 'repairing' }, { stage: 'writing' }, { stage: 'checking' });
    expect(progress).toMatchObject({ step: 'checking', repairing: true });
  });

  it('stays where it is when it is failed or cancelled: that is told in another way', () => {
    const before = after({ stage: 'writing', percent: 40 });
    expect(told(before, { stage: 'failed', percent: 100 })).toBe(before);
    expect(told(before, { stage: 'cancelled', percent: 100 })).toBe(before);
  });

  it('never goes back, and its bar never shrinks, whatever order events arrive in', () => {
    const event = fc.record({
      stage: fc.constantFrom<PlanProgress['stage']>('reading', 'writing', 'checking', 'repairing', 'done'),
      percent: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(event), (events) => {
        let before = begun('');
        for (const one of events) {
          const next = told(before, one);
          expect(STEPS.indexOf(next.step)).toBeGreaterThanOrEqual(STEPS.indexOf(before.step));
          expect(next.percent).toBeGreaterThanOrEqual(before.percent);
          before = next;
        }
      }),
    );
  });

  it('ends the same when events are told twice', () => {
    const events: Event[] = [
      { stage: 'writing', percent: 30, detail: 'a' },
      { stage: 'checking', percent: 80 },
    ];
    expect(after(...events, ...events)).toEqual(after(...events));
  });

  it('marks each step as done, under way or to come', () => {
    const progress = after({ stage: 'writing' });
    expect(STEPS.map((step) => stateOf(step, progress))).toEqual(['done', 'done', 'now', 'to come', 'to come']);
    expect(new Set(STEPS.map((step) => stateOf(step, after({ stage: 'done' }))))).toEqual(new Set(['done']));
  });
});
