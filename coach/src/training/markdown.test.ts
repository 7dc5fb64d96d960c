import { expect, it } from 'vitest';
import { composeWorkout } from './compose.ts';
import { workoutMarkdown } from './markdown.ts';
import { draftWorkout } from './planner.ts';
import { done, person } from './suite.ts';
import { verifyWorkout } from './verify.ts';

const profile = person({ history: [done('2026-11-24', 'goblet-squat', '16×12')] });
const { plan } = composeWorkout(draftWorkout(profile, 1), profile, { seed: 1 });
if (!plan) throw new Error('There is no plan.');
const { checks } = verifyWorkout(plan, profile);

it('Markdown holds all of a plan, and what was checked', () => {
  const text = workoutMarkdown(plan, { status: 'verified', checks });
  expect(text).toMatch(/^# Upper and lower body, four days of 45 minutes\n\n/);
  for (const part of [
    'Week',
    'Exercises',
    'Warm-up',
    'Cool-down',
    'How to progress',
    'Prescription',
    'What was checked',
  ])
    expect(text).toContain(`\n## ${part}\n`);
  for (const { name } of plan.exercises) expect(text).toContain(`### ${name}`);
  for (const { detail } of checks) expect(text).toContain(detail);
  expect(text.match(/^\| (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/gm)).toHaveLength(7);
});

it('Markdown makes no markup out of words', () => {
  const text = workoutMarkdown(
    { ...plan, title: '<b>*Go*</b>\n# now', notes: ['[here](x) | `y`'] },
    { status: 'verified', checks: [] },
  );
  expect(text).toContain('# \\<b\\>\\*Go\\*\\</b\\> \\# now');
  expect(text).toContain('- \\[here\\](x) \\| \\`y\\`');
});
